"use strict";

// Gives the keys of a case of an earlier format their present names, in the tree it was read into.
//
// Which formats there are and what each spells otherwise stands in the engine's own table, formats:
// { family, known, renamed: [{ since, under, old, new }], version }.

// The tree by the names of the newest format, the keys it had by old names, and what stands
// against it; of a newer format nothing but that is said.
function renewed(root, formats) {
  const stated = root.entries.get("schema");
  const name = stated && stated.text;
  if (name !== undefined && isNewerFormat(name, formats)) {
    return { root, old: [], problems: [newerFormat(stated, formats)], newer: true };
  }
  const work = new Renewal();
  const age = formats.known.indexOf(name);
  const later = formats.renamed.filter(({ since }) => formats.known.indexOf(since) > age);
  const tree = later.reduce((node, entry) => work.within(node, entry, entry.under, ""), root);
  return { root: tree, old: work.old, problems: work.problems, newer: false };
}

function isNewerFormat(name, { family, known }) {
  const number = name.startsWith(family) ? name.slice(family.length) : "";
  return /^[0-9]{1,6}$/.test(number) && Number(number) > known.length;
}

function newerFormat({ text, mark }, { known, version }) {
  const message = `this file is of the format ${text}; argue ${version} reads up to ${known[known.length - 1]}`;
  const help = "read it with a later release: pip install --upgrade argue-norms";
  return { code: "C065", message, path: "schema", ...mark, help };
}

// The warning about a key by its old name: where it stands, and what to write.
function oldSpelling({ path, mark, entry }) {
  const message = `${inQuotes(entry.old)} is called ${inQuotes(entry.new)} since ${entry.since}`;
  return { code: "W015", message, path, ...mark, help: `write ${entry.new}, or run argue upgrade on the file` };
}

// Of very many warnings about old names the first, and how many more there are.
function firstSpellings(warnings) {
  const more = warnings.length - MOST_PROBLEMS;
  if (more <= 0) return warnings;
  const message = `${more} more ${more > 1 ? "keys have" : "key has"} another name by now`;
  const last = { code: "W015", message, path: "", ...NOWHERE, help: "run argue upgrade on the file", text: "" };
  return [...warnings.slice(0, MOST_PROBLEMS), last];
}

// Problems with a case, those of unknown keys advised where a key is an old name: a file that says
// it is of a format must keep to that format's names.
function withNewNames(problems, root, formats) {
  const work = new Renewal();
  for (const entry of formats.renamed) work.within(root, entry, entry.under, "");
  const advice = new Map(work.old.map((key) => [key.path, oldSpelling(key).help]));
  return problems.map((problem) =>
    problem.code === "C014" && advice.has(problem.path) ? { ...problem, help: advice.get(problem.path) } : problem,
  );
}

// Renames key after key, and notes where each stood.
class Renewal {
  constructor() {
    this.old = [];
    this.problems = [];
  }

  // A node with one key renamed in every mapping that lies so many steps below.
  within(node, entry, steps, path) {
    if (!steps.length) return node.entries ? this.rename(node, entry, path) : node;
    const [step, ...rest] = steps;
    if (step === "[]") {
      if (!node.items) return node;
      const items = node.items.map((item, index) => this.within(item, entry, rest, `${path}[${index}]`));
      return { ...node, items };
    }
    if (!node.entries || (step !== "*" && !node.entries.has(step))) return node;
    const entries = [...node.entries].map(([key, inner]) => {
      const meant = step === "*" || step === key;
      return [key, meant ? this.within(inner, entry, rest, path ? `${path}.${key}` : key) : inner];
    });
    return { ...node, entries: new Map(entries) };
  }

  rename(node, entry, path) {
    if (!node.entries.has(entry.old)) return node;
    const place = path ? `${path}.${entry.old}` : entry.old;
    const mark = node.keys.get(entry.old);
    if (node.entries.has(entry.new)) return this.without(node, entry, { place, mark });
    this.old.push({ path: place, mark, entry });
    const called = ([key, inner]) => [key === entry.old ? entry.new : key, inner];
    const [entries, keys] = [node.entries, node.keys].map((each) => new Map([...each].map(called)));
    return { ...node, entries, keys };
  }

  // A mapping that has a key by both names, but for the old one.
  without(node, entry, { place, mark }) {
    const message = `${inQuotes(entry.old)} is the old name of ${inQuotes(entry.new)}; both are given`;
    const help = `keep one of them; the other is in line ${node.keys.get(entry.new).line}`;
    this.problems.push({ code: "C066", message, path: place, ...mark, help });
    const kept = ([key]) => key !== entry.old;
    const [entries, keys] = [node.entries, node.keys].map((each) => new Map([...each].filter(kept)));
    return { ...node, entries, keys };
  }
}
