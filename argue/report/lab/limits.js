"use strict";

// Reads a case: the case, or all that is wrong with it, or what of it this page cannot do.
//
// A case that uses what the page cannot do is refused, with the keys at fault, and never judged
// without it: left out, it might change the verdict.

function readCase(text, tables) {
  const { root, problems } = treeOf(text);
  if (root === null) return { problems: bounded(problems, text) };
  const fresh = renewed(root, tables.formats);
  if (fresh.newer) return { problems: bounded(fresh.problems, text) };
  const reader = new Reader(tables);
  const values = reader.read(fresh.root, tables.case, "");
  giveIds(reader, values);
  lookUp(reader);
  checkAll(reader, values);
  const found = [...problems, ...fresh.problems, ...reader.problems];
  const notDone = [...reader.beyond, ...beyondKeys(reader), ...(found.length ? [] : beyondPage(reader, values))];
  // What the page does not know it may also misread, so that this comes before any complaint.
  const beyond = notDone.map(({ what, path, mark }) => ({
    code: "page",
    message: `this page cannot do ${what} (${path})`,
    path,
    ...mark,
    help: "judge the case with argue analyze, or leave this out",
  }));
  if (beyond.length) return { problems: inOrder(beyond, text), refused: true };
  if (found.length) return { problems: bounded(withNewNames(found, root, tables.formats), text) };
  const warnings = firstSpellings(inOrder(fresh.old.map(oldSpelling), text));
  return { case: caseOf(values, tables), marks: reader.marks, warnings };
}

function inOrder(problems, text) {
  const lines = text.split(/\r\n|\r|\n/);
  return problems
    .map((problem, index) => ({ ...problem, text: problem.line ? lines[problem.line - 1] : "", index }))
    .sort((one, other) => one.line - other.line || one.column - other.column || one.index - other.index);
}

// Problems in the order of the file; of very many the first, and that reading ended there.
function bounded(problems, text) {
  const found = inOrder(problems, text);
  if (found.length < MOST_PROBLEMS) return found;
  const message = `reading ended after ${MOST_PROBLEMS} problems`;
  const last = { code: "C046", message, path: "", ...NOWHERE, text: "", help: "mend these first" };
  return [...found.slice(0, MOST_PROBLEMS), last];
}

// The keys of a case that the page does not do, wherever they stand.
function beyondKeys(reader) {
  return Object.entries(reader.tables.beyond).flatMap(([pattern, what]) => {
    const keys = new RegExp(`^(?:${pattern})$`);
    return [...reader.marks].filter(([path]) => keys.test(path)).map(([path, mark]) => ({ what, path, mark }));
  });
}

function beyondPage(reader, values) {
  const found = [];
  const beyond = (what, path) => found.push({ what, path, mark: reader.marks.get(path) || NOWHERE });
  const used = new Set((values.frameworks || []).map((use) => use.id));
  for (const norm of values.compliance === "enlightened" ? (values.norms || new Map()).values() : []) {
    for (const name of (norm.principles || []).filter((each) => !used.has(each))) {
      if (!Object.hasOwn(reader.tables.parameters, name)) beyond(`the framework ${name}`, `${norm[HERE]}.principles`);
    }
  }
  for (const use of values.frameworks || []) for (const [what, path] of beyondFramework(reader, use)) beyond(what, path);
  return [...found, ...tooLarge(reader, values)];
}

function beyondFramework(reader, { type, given, [HERE]: path }) {
  if (!Object.hasOwn(reader.tables.parameters, type)) return [[`the framework ${type}`, path]];
  const known = reader.tables.parameters[type];
  return Object.entries(given).flatMap(([name, value]) => {
    const place = `${path}.${name}`;
    const choices = known[name] || [];
    if (!Object.hasOwn(known, name) && !reader.tables.generalParameters.includes(name)) return [[`the key ${name}`, place]];
    const beyond = choices.length && ![value].flat().every((each) => choices.includes(each));
    return beyond ? [[`${name}: ${[value].flat().join(", ")} of ${type}`, place]] : [];
  });
}

function tooLarge(reader, values) {
  const { options: mostOptions, sources: mostSources } = reader.tables.most;
  const sources = declaredIn(reader, "source").length;
  const mark = (path) => reader.marks.get(path) || NOWHERE;
  const found = [];
  if (values.options.size > mostOptions) {
    found.push({ what: `more than ${mostOptions} options`, path: "options", mark: mark("options") });
  }
  if (sources > mostSources) {
    const path = ["frameworks", "norms", "reasons"].find((each) => reader.marks.has(each));
    found.push({ what: `more than ${mostSources} frameworks, norms and other sources`, path, mark: mark(path) });
  }
  return found;
}
