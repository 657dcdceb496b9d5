"use strict";

// Readers of what holds other values: lists, mappings, cells, tables, uses of frameworks.

const MOST_CELL_DEPTH = 8;
const DEFAULT = "default";
const CHOICE = ["if", "then", "else"];

function readList(reader, node, kind, path) {
  if (!node.items) return reader.wrong(node, path, kind.described, "write it in brackets: [...]");
  const least = kind.least || 0;
  const size = node.items.length;
  if (size < least || (kind.most !== undefined && size > kind.most)) {
    const wanted = kind.most === undefined ? `at least ${least}` : kind.most;
    return reader.problem("C015", `${path} must have ${wanted} entries, not ${size}`, path, { mark: node.mark });
  }
  const values = node.items.map((item, index) => {
    const place = `${path}[${index}]`;
    reader.marks.set(place, item.mark);
    return reader.read(item, kind.of, place);
  });
  const found = values.filter((value) => value !== MISSING);
  return kind.most !== undefined && found.length < size ? MISSING : found;
}

function readPair(reader, node, kind, path) {
  if (!node.items || node.items.length !== kind.fields.length) return reader.wrong(node, path, kind.described);
  const values = { [HERE]: path };
  kind.fields.forEach((field, index) => {
    const value = reader.read(node.items[index], field.kind, `${path}[${index}]`);
    if (value !== MISSING) values[field.name] = value;
  });
  return values;
}

function readMap(reader, node, kind, path) {
  if (!node.entries) return reader.wrong(node, path, kind.described, "write one id a line, id: value");
  const group = kind.keys.group;
  if (group && !reader.declared.has(group)) reader.declared.set(group, new Map());
  if (node.entries.size < (kind.least || 0)) {
    const help = `give at least ${kind.least}, id: value`;
    return reader.problem("C042", `${path} is empty`, path, { mark: node.mark, help });
  }
  const values = new Map();
  for (const [key, inner] of node.entries) {
    const place = `${path}.${key}`;
    const mark = node.keys.get(key);
    reader.marks.set(place, mark);
    const name = reader.read({ text: key, plain: false, mark }, kind.keys, place);
    const value = reader.read(inner, kind.of, place);
    if (name !== MISSING && value !== MISSING) values.set(name, value);
  }
  return values;
}

function readRecord(reader, node, kind, path) {
  if (!node.entries) return reader.wrong(node, path, kind.described);
  return reader.record(node, kind.fields, path, kind.title);
}

function readEither(reader, node, kind, path) {
  const shapes = { list: "list", pair: "list", map: "map", record: "map", flag: "flag" };
  const fitting = kind.kinds.filter((each) => (shapes[each.name] || "scalar") === shapeOf(node));
  if (node.entries) {
    const rank = (each) => {
      const fields = each.fields || [];
      const known = fields.filter((field) => node.entries.has(field.name)).length;
      return [known, -fields.filter((field) => field.required && !node.entries.has(field.name)).length];
    };
    fitting.sort((one, other) => rank(other)[0] - rank(one)[0] || rank(other)[1] - rank(one)[1]);
  }
  return fitting.length ? reader.read(node, fitting[0], path) : reader.wrong(node, path, kind.described);
}

function shapeOf(node) {
  if (node.items) return "list";
  if (node.entries) return "map";
  return isFlag(node) ? "flag" : "scalar";
}

// A cell is a Fraction, { absent }, { low, high }, { condition, then, otherwise } or { branches }.
function readCell(reader, node, kind, path, depth = 0) {
  if (node.text !== undefined) {
    if (node.text !== "absent") return readNumber(reader, node, {}, path);
    if ((kind.words || []).includes("absent")) return { absent: true };
    const message = "absent can stand neither in a lottery nor for everyone";
    return reader.problem("C032", message, path, { mark: node.mark, help: "give a number" });
  }
  if (depth >= MOST_CELL_DEPTH) {
    const message = `${path} nests conditions and lotteries more than ${MOST_CELL_DEPTH} deep`;
    const help = "use a list of facts in one if, or fewer branches";
    return reader.problem("C035", message, path, { mark: node.mark, help });
  }
  if (node.items) return readInterval(reader, node, path);
  const keys = [...node.entries.keys()];
  if (keys.join() === "lottery") return readLottery(reader, node.entries.get("lottery"), path, depth);
  const unknown = keys.find((key) => !CHOICE.includes(key));
  if (unknown === undefined) return readChoice(reader, node, kind, path, depth);
  const message = `${path} must be ${reader.tables.cell}; ${inQuotes(unknown)} does not belong there`;
  const help = didYouMean(unknown, [...CHOICE, "lottery"]);
  return reader.problem("C032", message, path, { mark: node.keys.get(unknown), help });
}

function readInterval(reader, node, path) {
  if (node.items.length !== 2) {
    return reader.problem("C032", `${path} is a list of ${node.items.length}, not [low, high]`, path, { mark: node.mark });
  }
  const [low, high] = node.items.map((item, i) => readNumber(reader, item, {}, `${path}[${i}]`));
  if (low === MISSING || high === MISSING) return MISSING;
  if (isMore(low, high)) {
    const help = `write the smaller number first: [${high}, ${low}]`;
    return reader.problem("C033", `${path} is an interval from ${low} to ${high}`, path, { mark: node.mark, help });
  }
  if (!compared(low, high)) return low;
  reader.cannot(reader.tables.intervals, path, node.mark);
  return low;
}

function readChoice(reader, node, kind, path, depth) {
  const lacking = CHOICE.filter((key) => !node.entries.has(key));
  if (lacking.length) {
    const help = "write {if: fact, then: cell, else: cell}";
    return reader.problem("C032", `${path} has no ${lacking.join(" and no ")}`, path, { mark: node.mark, help });
  }
  const condition = readCondition(reader, node.entries.get("if"), reader.tables.condition, `${path}.if`);
  const then = readCell(reader, node.entries.get("then"), kind, `${path}.then`, depth + 1);
  const otherwise = readCell(reader, node.entries.get("else"), kind, `${path}.else`, depth + 1);
  return [condition, then, otherwise].includes(MISSING) ? MISSING : { condition, then, otherwise };
}

function readLottery(reader, node, path, depth) {
  if (!node.items || !node.items.length) {
    const help = "for example [[1/3, 5], [2/3, 0]]";
    const message = `${path}.lottery must be a list of [probability, cell]`;
    return reader.problem("C034", message, path, { mark: node.mark, help });
  }
  const branches = [];
  node.items.forEach((item, index) => {
    const place = `${path}.lottery[${index}]`;
    if (!item.items || item.items.length !== 2) {
      reader.problem("C034", `${place} must be [probability, cell]`, path, { mark: item.mark });
      return;
    }
    const share = readNumber(reader, item.items[0], { low: 0, high: 1 }, `${place}[0]`);
    const cell = readCell(reader, item.items[1], {}, `${place}[1]`, depth + 1);
    if (share !== MISSING && cell !== MISSING) branches.push([share, cell]);
  });
  if (branches.length < node.items.length) return MISSING;
  const total = summed(branches.map(([share]) => share));
  if (!compared(total, ONE)) return { branches };
  const help = "probabilities are exact: write 1/3, not 0.33";
  return reader.problem("C034", `the probabilities of ${path} sum to ${total}, not to 1`, path, { mark: node.mark, help });
}

function readTable(reader, node, kind, path) {
  if (!node.entries) return reader.wrong(node, path, kind.described, "write option: {standpoint: number}");
  const table = new Map();
  for (const [option, row] of node.entries) {
    const place = `${path}.${option}`;
    const mark = node.keys.get(option);
    reader.marks.set(place, mark);
    if (option === DEFAULT && path === "payoffs") {
      const cell = readCell(reader, row, reader.tables.anyCell, place);
      if (cell !== MISSING) table.set(DEFAULT, cell);
      continue;
    }
    reader.references.push({ group: "option", name: option, path: place, mark, words: [] });
    table.set(option, readRow(reader, row, place));
  }
  return table;
}

function readRow(reader, node, path) {
  const row = new Map();
  if (!node.entries) {
    reader.wrong(node, path, "a mapping of standpoints to cells", "write {standpoint: number}");
    return row;
  }
  let before = null;
  for (const [standpoint, inner] of node.entries) {
    const place = `${path}.${standpoint}`;
    const mark = node.keys.get(standpoint);
    reader.marks.set(place, mark);
    if (/^[0-9]+$/.test(standpoint) && sortOf(inner) === "nothing" && before && sortOf(before) === "a number") {
      const help = `write ${before.text}.${standpoint}: a point, not a comma`;
      reader.problem("C018", `${inQuotes(`${before.text},${standpoint}`)} is read as two entries`, place, { mark, help });
      continue;
    }
    before = inner;
    if (standpoint !== DEFAULT || !path.startsWith("payoffs.")) {
      reader.references.push({ group: "standpoint", name: standpoint, path: place, mark, words: [] });
    }
    const cell = readCell(reader, inner, reader.tables.anyCell, place);
    if (cell !== MISSING) row.set(standpoint, cell);
  }
  return row;
}

function readUse(reader, node, kind, path) {
  if (node.text !== undefined && sortOf(node) === "text") return readNamedUse(reader, node, path);
  if (!node.entries) return reader.wrong(node, path, kind.described);
  const place = node.entries.has("type") ? "type" : "id";
  const name = node.entries.get(place);
  if (!name) {
    const help = "id: the name of a framework";
    return reader.problem("C016", `${path}.id is missing`, path, { mark: node.mark, help });
  }
  if (name.text === undefined || sortOf(name) !== "text") return reader.wrong(name, `${path}.${place}`, "text");
  const framework = frameworkFor(reader, name, `${path}.${place}`);
  if (!framework) {
    const id = node.entries.get("id") || node.entries.get("type");
    if (id.text !== undefined) declareAnyway(reader, id.text, path);
    return MISSING;
  }
  const values = reader.record(node, framework.fields, path, `framework ${name.text}`);
  if (!node.entries.has("id")) values.id = reader.declare(name.text, "framework", path, name.mark);
  if (values.id === undefined || values.id === MISSING) return MISSING;
  return offeredMode(reader, framework, name.text, values);
}

function readNamedUse(reader, node, path) {
  if (!frameworkFor(reader, node, path)) {
    declareAnyway(reader, node.text, path);
    return MISSING;
  }
  const id = reader.declare(node.text, "framework", path, node.mark);
  return id === MISSING ? MISSING : { [HERE]: path, id, type: node.text, given: {} };
}

function declareAnyway(reader, name, path) {
  if (!reader.declared.has("framework")) reader.declared.set("framework", new Map());
  const known = reader.declared.get("framework");
  if (!known.has(name)) known.set(name, path);
}

function frameworkFor(reader, node, path) {
  const framework = Object.hasOwn(reader.tables.frameworks, node.text) ? reader.tables.frameworks[node.text] : null;
  if (!framework) {
    const help = didYouMean(node.text, Object.keys(reader.tables.frameworks));
    reader.problem("C012", `unknown framework ${inQuotes(node.text)}`, path, { mark: node.mark, help });
    return null;
  }
  if (framework.builtIn) {
    if (!reader.declared.has("built_in")) reader.declared.set("built_in", new Map());
    reader.declared.get("built_in").set(framework.builtIn.id, path);
  }
  return framework;
}

function offeredMode(reader, framework, type, values) {
  const { id, mode: asked, [HERE]: path, type: _, ...given } = values;
  const offers = { best: true, enough: framework.valued, test: framework.mode === "test" };
  if (asked && !offers[asked.mode]) {
    const modes = ["enough", "test"].filter((mode) => offers[mode]);
    const help = `it offers best${modes.map((mode) => `, ${mode}`).join("")}`;
    return reader.problem("C043", `${type} does not offer mode ${asked.mode}`, `${path}.mode`, { help });
  }
  return { [HERE]: path, id, type, mode: asked && asked.mode, enough: asked && asked.enough, given };
}
