"use strict";

// The text of a case as a tree of nodes with their places. The parser is that of js-yaml; what it
// finds is only text, lists and mappings, as no tag is resolved and no alias followed.

const MOST_PROBLEMS = 100;
const MOST_DEPTH = 64;
const MOST_CHARACTERS = 1_000_000;
const CONTROL = /[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]/u;
const NULLS = new Set(["", "~", "null", "Null", "NULL"]);
const TRUE = new Set(["true", "True", "TRUE"]);
const FALSE = new Set(["false", "False", "FALSE"]);
const CORE_NUMBER =
  /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const NOWHERE = { line: 0, column: 0, length: 1 };

// What a value is in the core schema of YAML 1.2, in words for a message.
function sortOf(node) {
  if (node.items) return "a list";
  if (node.entries) return "a mapping";
  if (!node.plain) return "text";
  if (NULLS.has(node.text)) return "nothing";
  if (TRUE.has(node.text) || FALSE.has(node.text)) return "true or false";
  return CORE_NUMBER.test(node.text) ? "a number" : "text";
}

// Where in a text something stands, in lines and columns that count characters from 1.
class Places {
  constructor(text) {
    this.text = text;
    this.starts = [0];
    this.ends = [];
    for (const match of text.matchAll(/\r\n|\r|\n/g)) {
      this.ends.push(match.index);
      this.starts.push(match.index + match[0].length);
    }
    this.ends.push(text.length);
  }

  mark(start, end) {
    let line = this.starts.findLastIndex((each) => each <= start);
    line = Math.max(line, 0);
    const column = [...this.text.slice(this.starts[line], start)].length + 1;
    const length = [...this.text.slice(start, Math.min(end, this.ends[line]))].length;
    return { line: line + 1, column, length: Math.max(length, 1) };
  }
}

// The root of a text (null if it is no mapping) and what is wrong with it.
function treeOf(text) {
  const builder = new TreeBuilder(text);
  if (text.length > MOST_CHARACTERS) {
    builder.problem("C002", `the text has more than ${MOST_CHARACTERS} characters`, NOWHERE, "one decision a case; a larger file is taken by argue analyze");
    return { root: null, problems: builder.problems };
  }
  if (builder.controlled()) return { root: null, problems: builder.problems };
  try {
    for (const event of jsyaml.parseEvents(text, { maxDepth: MOST_DEPTH })) builder.take(event);
  } catch (error) {
    if (!error.mark) throw error;
    builder.syntax(error);
  }
  const { root, problems } = builder;
  if (root && root.entries) return { root, problems };
  if (!problems.length) {
    const found = root === null || sortOf(root) === "nothing" ? "it is empty" : `this is ${sortOf(root)}`;
    const message = `a case is a mapping with at least title and options; ${found}`;
    builder.problem("C011", message, { line: 1, column: 1, length: 1 }, "begin with: title: ...");
  }
  return { root: null, problems };
}

class TreeBuilder {
  constructor(text) {
    this.text = text;
    this.places = new Places(text);
    this.problems = [];
    this.root = null;
    this.frames = [];
    this.documents = 0;
    this.end = 0;
    this.nodes = 0;
  }

  problem(code, message, mark, help = "") {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ code, message, path: "", ...mark, help });
  }

  controlled() {
    const found = [...this.text.matchAll(new RegExp(CONTROL, "gu"))].filter((match) => match[0] !== "\r");
    for (const match of found) {
      const code = match[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
      const mark = this.places.mark(match.index, match.index + 1);
      const advice = "leave it out; tab and line feed are the only ones a case may hold";
      this.problem("C005", `control character U+${code} in the file`, mark, advice);
    }
    return found.length > 0;
  }

  // Where the parser gave up, in words that say what to write instead.
  syntax(error) {
    const mark = this.places.mark(error.mark.position, error.mark.position + 1);
    if (/tab characters/.test(error.reason)) {
      this.problem("C004", "a tab where spaces are needed", mark, "indent with spaces, two a level");
      return;
    }
    const advice = syntaxAdvice(error.reason, this.text.slice(error.mark.position));
    this.problem("C003", `this is not YAML: ${error.reason}`, mark, advice);
  }

  take(event) {
    const { DOCUMENT, SEQUENCE, MAPPING, SCALAR, ALIAS } = jsyaml.EVENT_ID;
    if (event.type === DOCUMENT) return this.document();
    if (event.type === SCALAR) return this.scalar(event);
    if (event.type === ALIAS) return this.alias(event);
    if (event.type === SEQUENCE || event.type === MAPPING) return this.begin(event, event.type === MAPPING);
    return this.pop();
  }

  document() {
    this.documents += 1;
    this.frames.push(null);
    if (this.documents === 2) {
      const start = this.end + Math.max(0, this.text.slice(this.end).search(/^---/m));
      const mark = this.places.mark(start, start + "---".length);
      this.problem("C009", "a second document begins here", mark, "write one case a file, without ---");
    }
  }

  scalar(event) {
    const mark = this.scalarMark(event);
    const plainStyle = event.style === jsyaml.SCALAR_STYLE.PLAIN;
    const text = event.valueStart < 0 ? "" : jsyaml.getScalarValue(this.text, event);
    this.decorated(event, mark);
    const tag = event.tagStart < 0 ? "" : this.text.slice(event.tagStart, event.tagEnd);
    const plain = tag ? /^!!(?:int|float|bool|null)$/.test(tag) : plainStyle;
    const found = CONTROL.exec(text);
    if (found) {
      const code = found[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
      this.problem("C005", `control character U+${code} in text`, mark, "leave it out");
    }
    this.add({ text, plain, mark });
  }

  scalarMark(event) {
    if (event.valueStart < 0) {
      const rest = /^\s*[:-]?/.exec(this.text.slice(this.end))[0].length;
      this.end += rest;
      return this.places.mark(this.end, this.end);
    }
    const { DOUBLE_QUOTED, SINGLE_QUOTED, PLAIN } = jsyaml.SCALAR_STYLE;
    const quote = [DOUBLE_QUOTED, SINGLE_QUOTED].includes(event.style) ? 1 : 0;
    this.end = event.valueEnd + quote;
    let start = event.valueStart - quote;
    if (!quote && event.style !== PLAIN) {
      start = Math.max(this.text.lastIndexOf("|", start), this.text.lastIndexOf(">", start), 0);
    }
    return this.places.mark(start, this.end);
  }

  alias(event) {
    const name = this.text.slice(event.anchorStart, event.anchorEnd).replace(/^\*/, "");
    const mark = this.places.mark(event.anchorStart - 1, event.anchorEnd);
    this.problem("C008", `alias "*${name}" is not read`, mark, "write the value out once more");
    this.add({ text: "", plain: true, mark });
  }

  decorated(event, mark) {
    if (event.tagStart >= 0) {
      const tag = this.text.slice(event.tagStart, event.tagEnd);
      if (!/^!(?:!(?:str|int|float|bool|null|map|seq))?$/.test(tag)) {
        this.problem("C007", `tag "${tag}" is not read`, mark, "write the plain value, no tag");
      }
    }
    if (event.anchorStart >= 0) {
      const name = this.text.slice(event.anchorStart, event.anchorEnd).replace(/^&/, "");
      const advice = "leave it out, and write values out where they are needed";
      this.problem("C008", `anchor "&${name}" is not read`, mark, advice);
    }
  }

  begin(event, isMap) {
    const mark = this.places.mark(event.start, event.start + 1);
    this.decorated(event, mark);
    this.end = Math.max(this.end, event.start);
    const mapping = { entries: new Map(), keys: new Map(), mark };
    this.frames.push({ node: isMap ? mapping : { items: [], mark }, key: null });
  }

  pop() {
    const frame = this.frames.pop();
    if (frame) this.add(frame.node);
  }

  add(node) {
    this.nodes += 1;
    const frame = this.frames[this.frames.length - 1];
    if (!frame) this.root = this.root || node;
    else if (frame.node.items) frame.node.items.push(node);
    else this.addEntry(frame, node);
  }

  addEntry(frame, node) {
    if (frame.key === null) {
      if (node.text === undefined) this.problem("C015", "a key must be text", node.mark, "write key: value");
      frame.key = { text: node.text === undefined ? `?${this.nodes}` : node.text, mark: node.mark };
      return;
    }
    const { text, mark } = frame.key;
    frame.key = null;
    if (!frame.node.entries.has(text)) {
      frame.node.entries.set(text, node);
      frame.node.keys.set(text, mark);
      return;
    }
    const line = frame.node.keys.get(text).line;
    this.problem("C006", `key "${text}" is given twice`, mark, `it is first given in line ${line}; keep one`);
  }
}

function syntaxAdvice(reason, rest) {
  if (/^[@`%]/.test(rest)) return `a text that begins with ${rest[0]} needs quotes: "${rest[0]}..."`;
  if (/^:(?:\s|$)/.test(rest)) return 'a text that holds ": " needs quotes: "like: this"';
  if (/deficient indentation|unexpected end|flow collection/.test(reason)) {
    return "something is missing between two commas, or a bracket or quote is never closed";
  }
  if (/indentation|end of the stream/.test(reason)) return "entries of one mapping begin in the same column";
  return "see the line and the one above: indentation, quotes, brackets, colons";
}
