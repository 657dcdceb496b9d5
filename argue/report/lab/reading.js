"use strict";

// Reads nodes by the table of fields that the engine's reader is driven by, with its messages.

const MISSING = Symbol("a value that could not be read");
const ID = /^[A-Za-z][A-Za-z0-9_]*$/;
const LITERAL = /^(not +)?([A-Za-z][A-Za-z0-9_]*)$/;
const HERE = "@";

class Reader {
  constructor(tables) {
    this.tables = tables;
    this.problems = [];
    this.marks = new Map();
    this.references = [];
    this.declared = new Map();
    this.beyond = [];
  }

  read(node, kind, path) {
    if (Object.hasOwn(KIND_READERS, kind.name)) return KIND_READERS[kind.name](this, node, kind, path);
    this.cannot(`values such as ${kind.described}`, path, node.mark);
    return MISSING;
  }

  problem(code, message, path, { mark, help = "" } = {}) {
    if (this.problems.length < MOST_PROBLEMS) {
      this.problems.push({ code, message, path, ...(mark || this.marks.get(path) || NOWHERE), help });
    }
    return MISSING;
  }

  // Notes something that the engine does and this page does not.
  cannot(what, path, mark) {
    this.beyond.push({ what, path, mark: mark || this.marks.get(path) || NOWHERE });
  }

  wrong(node, path, wanted, help = "") {
    let found = sortOf(node);
    let advice = help;
    if (found === "nothing") {
      const entry = path.endsWith("]");
      advice = entry && wanted.startsWith("a list")
        ? "write [] if it is empty, as a step of a trace at which nothing holds"
        : `give a value, or leave the ${entry ? "entry" : "key"} out`;
    } else if (node.text !== undefined) found = `${inQuotes(node.text)} is ${found}`;
    const message = `${path} must be ${wanted}; ${found}${found[0] === '"' ? "" : " is given"}`;
    return this.problem("C015", message, path, { mark: node.mark, help: advice });
  }

  record(node, fields, path, title) {
    const known = new Map(fields.map((field) => [field.name, field]));
    const values = { [HERE]: path };
    for (const [key, inner] of node.entries) {
      if (key.startsWith("x-")) continue;
      const place = path ? `${path}.${key}` : key;
      this.marks.set(place, node.keys.get(key));
      if (!known.has(key)) {
        const help = didYouMean(key, [...known.keys()]);
        this.problem("C014", `unknown key ${inQuotes(key)} of ${article(title)} ${title}`, place, { help });
        continue;
      }
      const value = this.read(inner, known.get(key).kind, place);
      if (value !== MISSING) values[key] = value;
    }
    for (const field of fields) {
      if (!field.required || node.entries.has(field.name)) continue;
      const place = path ? `${path}.${field.name}` : field.name;
      const mark = this.marks.get(path) || node.mark;
      this.problem("C016", `${place} is missing`, place, { mark, help: `${field.name}: ${field.doc}` });
    }
    return values;
  }

  declare(name, group, path, mark) {
    if (!ID.test(name)) {
      const help = "an id is a letter, then letters, digits, underscores; words go under text";
      return this.problem("C020", `${inQuotes(name)} cannot be an id`, path, { mark, help });
    }
    const reserved = this.tables.reserved[group] || [];
    if (reserved.includes(name) || TRUE.has(name) || FALSE.has(name) || NULLS.has(name)) {
      const sort = group === "by" ? "a source" : `${article(group)} ${group}`;
      const help = "the word has a meaning of its own there; choose another";
      return this.problem("C021", `${inQuotes(name)} cannot be the id of ${sort}`, path, { mark, help });
    }
    return this.enter(name, group, path, mark);
  }

  enter(name, group, path, mark) {
    if (!this.declared.has(group)) this.declared.set(group, new Map());
    const known = this.declared.get(group);
    if (!known.has(name)) known.set(name, path);
    const first = known.get(name);
    if (first === path || group === "by") return name;
    const { line } = this.marks.get(first) || NOWHERE;
    const help = `it is first used at ${first}${line ? `, line ${line}` : ""}`;
    return this.problem("C022", `the ${group} id ${inQuotes(name)} is used twice`, path, { mark, help });
  }

  idsOf(group) {
    return [...(this.declared.get(group) || new Map()).keys()];
  }
}

function article(name) {
  return "aeiou".includes(name[0]) ? "an" : "a";
}

function readText(reader, node, kind, path) {
  if (node.text !== undefined && (kind.words || []).includes("number") && sortOf(node) === "a number") return node.text;
  if (node.text === undefined || sortOf(node) !== "text") {
    const shown = node.text === undefined ? "" : `"${[...node.text].slice(0, 40).join("")}"`;
    return reader.wrong(node, path, kind.described || "text", shown && `put it in quotes: ${shown}`);
  }
  if (kind.least && !node.text.trim()) {
    return reader.problem("C042", `${path} is empty`, path, { mark: node.mark, help: "write some words" });
  }
  return node.text;
}

function isFlag(node) {
  return node.text !== undefined && node.plain && (TRUE.has(node.text) || FALSE.has(node.text));
}

function readFlag(reader, node, kind, path) {
  if (isFlag(node)) return TRUE.has(node.text);
  return reader.wrong(node, path, kind.described, "write true or false, without quotes");
}

function readNumber(reader, node, kind, path) {
  const value = node.text === undefined ? null : numberIn(node.text);
  if (value === null) return notANumber(reader, node, path);
  const low = kind.low === undefined ? null : whole(kind.low);
  const high = kind.high === undefined ? null : whole(kind.high);
  const below = low && (isMore(low, value) || (kind.above && !compared(low, value)));
  if (below || (high && isMore(value, high))) {
    const message = `${path} is ${node.text}, but must be ${boundsOf(kind)}`;
    return reader.problem("C019", message, path, { mark: node.mark });
  }
  return value;
}

function notANumber(reader, node, path) {
  const digits = node.text !== undefined && /^[-+]?[0-9][-+0-9_,./ eE]*$/.test(node.text.slice(0, MOST_DIGITS + 1));
  if (node.text === undefined || !(sortOf(node) === "a number" || digits)) {
    return reader.wrong(node, path, "a number", "for example 12, -0.5, 1e-3 or 1/3");
  }
  let help = `write 12, -0.5, 1e-3 or 1/3, in at most ${MOST_DIGITS} characters`;
  if (/^[-+]?[0-9]+,[0-9]+$/.test(node.text)) help = `write ${node.text.replace(",", ".")}: a point, not a comma`;
  const message = `${inQuotes(node.text)} is no number that can be read exactly`;
  return reader.problem("C018", message, path, { mark: node.mark, help });
}

function boundsOf(kind) {
  if (kind.high !== undefined) return kind.low === undefined ? `at most ${kind.high}` : `from ${kind.low} to ${kind.high}`;
  return `${kind.above ? "more than" : "at least"} ${kind.low}`;
}

function readWord(reader, node, kind, path) {
  if (node.text === undefined || sortOf(node) === "nothing") {
    return reader.wrong(node, path, kind.described, `one of: ${kind.words.join(", ")}`);
  }
  if (sortOf(node) === "text" && kind.words.includes(node.text)) return node.text;
  const help = didYouMean(node.text, kind.words);
  return reader.problem("C017", `${path} cannot be ${inQuotes(node.text)}`, path, { mark: node.mark, help });
}

function readNew(reader, node, kind, path) {
  if (node.text === undefined || sortOf(node) !== "text") {
    return reader.wrong(node, path, kind.described, "begin it with a letter");
  }
  return reader.declare(node.text, kind.group, path, node.mark);
}

function readRef(reader, node, kind, path) {
  if (node.text === undefined || sortOf(node) !== "text") return reader.wrong(node, path, kind.described);
  reader.references.push({ group: kind.group, name: node.text, path, mark: node.mark, words: kind.words || [] });
  return node.text;
}

function literalIn(text) {
  const found = LITERAL.exec(text.trim());
  return found ? { fact: found[2], holds: found[1] === undefined } : null;
}

function readCondition(reader, node, kind, path) {
  let parts;
  if (node.items && node.items.length) parts = node.items.map((item, i) => readLiteral(reader, item, `${path}[${i}]`));
  else if (node.text !== undefined && sortOf(node) === "text") parts = [readLiteral(reader, node, path)];
  else return reader.wrong(node, path, kind.described, "for example surge, or not surge");
  if (parts.includes(MISSING)) return MISSING;
  const condition = distinctLiterals(parts);
  if (new Set(condition.map((literal) => literal.fact)).size < condition.length) {
    const help = "it asks for a fact and its opposite";
    return reader.problem("C031", `${path} can never hold`, path, { mark: node.mark, help });
  }
  return condition;
}

function distinctLiterals(parts) {
  return [...new Map(parts.map((literal) => [`${literal.fact} ${literal.holds}`, literal])).values()];
}

function readLiteral(reader, node, path) {
  const literal = node.text === undefined ? null : literalIn(node.text);
  if (literal === null || sortOf(node) !== "text") {
    const shown = node.text === undefined ? sortOf(node) : inQuotes(node.text);
    const help = "write the id of a fact, or not and the id; and is written as a list";
    return reader.problem("C031", `${shown} is not a condition`, path, { mark: node.mark, help });
  }
  reader.references.push({ group: "fact", name: literal.fact, path, mark: node.mark, words: [] });
  return literal;
}

function readBecause(reader, node, kind, path) {
  return (node.text === undefined ? readCondition : readText)(reader, node, kind, path);
}

function readMode(reader, node, kind, path) {
  if (node.entries && [...node.entries.keys()].join() === "enough") {
    const enough = readNumber(reader, node.entries.get("enough"), {}, `${path}.enough`);
    return enough === MISSING ? MISSING : { mode: "enough", enough };
  }
  if (node.text === "best" || node.text === "test") return { mode: node.text };
  return reader.wrong(node, path, kind.described);
}

function readMapping(reader, node, kind, path) {
  return node.entries ? {} : reader.wrong(node, path, kind.described);
}

const KIND_READERS = {
  text: readText,
  flag: readFlag,
  number: readNumber,
  word: readWord,
  new: readNew,
  ref: readRef,
  condition: readCondition,
  because: readBecause,
  mode: readMode,
  mapping: readMapping,
  list: readList,
  pair: readPair,
  map: readMap,
  record: readRecord,
  either: readEither,
  cell: readCell,
  table: readTable,
  framework: readUse,
};
