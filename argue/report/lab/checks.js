"use strict";

// What must hold between the parts of a case: ids that are declared, complete tables, sane shapes.

const REFERENCE_CODES = {
  option: "C023",
  standpoint: "C024",
  fact: "C025",
  source: "C026",
  framework: "C026",
  norm: "C027",
  priority: "C028",
  reason: "C029",
  challenge: "C030",
  type: "C012",
  replier: "C024",
};
const TARGET_KINDS = ["framework", "norm", "source", "reply", "priority", "reason", "challenge"];
const REPLY_KINDS = ["framework", "cap", "prerogative", "norm"];
const DONE = ["does_harm_to", "uses_as_means", "deceives", "coerces"];

// Gives reasons, priorities and challenges without an id theirs, and enters it.
function giveIds(reader, values) {
  for (const [key, group] of [["reasons", "reason"], ["priorities", "priority"], ["challenges", "challenge"]]) {
    for (const entry of values[key] || []) {
      const path = entry[HERE];
      if ("id" in entry || reader.marks.has(`${path}.id`)) continue;
      entry.id = `${group}${Number(/\[([0-9]+)\]$/.exec(path)[1]) + 1}`;
      if (group === "priority") entry.id = `${entry.higher || "?"}>${entry.lower || "?"}`;
      reader.enter(entry.id, group, path, reader.marks.get(path));
    }
  }
}

function lookUp(reader) {
  for (const { group, name, path, mark, words } of reader.references) {
    const known = declaredIn(reader, group);
    const isType = group === "type" && Object.hasOwn(reader.tables.frameworks, name);
    if (known.includes(name) || words.includes(name) || isType) continue;
    const sort = { type: "framework", replier: "standpoint" }[group] || group;
    const names = group === "type" ? Object.keys(reader.tables.frameworks) : [...known, ...words];
    const help = names.length ? didYouMean(name, names) : `this case declares no ${sort}`;
    const message = group === "type" ? `unknown framework ${inQuotes(name)}` : `${inQuotes(name)} is no ${sort} of this case`;
    reader.problem(REFERENCE_CODES[group], message, path, { mark, help });
  }
}

function declaredIn(reader, group) {
  if (group === "source") {
    const norms = reader.idsOf("norm").map((name) => `norm:${name}`);
    return [...new Set([...reader.idsOf("framework"), ...norms, ...reader.idsOf("by")])];
  }
  if (group === "type") return reader.idsOf("framework");
  if (group === "replier") return [...reader.idsOf("standpoint"), ...reader.idsOf("built_in")];
  return reader.idsOf(group);
}

function checkAll(reader, values) {
  for (const check of CHECKS) check(reader, values);
}

function namesOf(values, key) {
  return [...(values[key] || new Map()).keys()];
}

function credencesAddUp(reader, values) {
  const given = values.credences;
  if (!given || !given.size) return;
  const total = summed([...given.values()]);
  if (isPositive(total) && !isMore(total, ONE)) return;
  const help = "write credences above 0 that add up to 1 at most";
  reader.problem("C055", `the credences add up to ${total}`, "credences", { help });
}

function readingsFit(reader, values) {
  const types = new Map((values.frameworks || []).map((use) => [use.id, use.type]));
  for (const challenge of values.challenges || []) {
    if (!("universal" in challenge)) continue;
    const target = challenge.against || {};
    const type = types.get(target.framework);
    const tests = type && reader.tables.frameworks[type].reads === "universal";
    if (tests && "worse" in target && !("better" in target) && !("voice" in target)) continue;
    const path = `${challenge[HERE]}.universal`;
    const message = `${path}: the challenge is not against a test of one option by universalization`;
    const help = "against: {framework: universalization, worse: the option}, and nothing more";
    reader.problem("C056", message, path, { help });
  }
}

function sourcesAreDistinct(reader) {
  for (const [name, path] of reader.declared.get("by") || []) {
    if (!reader.idsOf("framework").includes(name)) continue;
    const help = "name whoever states the reason; a framework speaks for itself";
    const message = `${path} names the framework ${inQuotes(name)} as the source of a stated reason`;
    reader.problem("C022", message, path, { help });
  }
}

function payoffsAreComplete(reader, values) {
  const name = reader.marks.has("payoffs") ? "payoffs" : "general";
  const people = namesOf(values, "standpoints");
  if (values[name] === undefined || !people.length || reader.marks.has(`${name}.${DEFAULT}`)) return;
  for (const option of namesOf(values, "options")) {
    const row = `${name}.${option}`;
    if (!reader.marks.has(row)) {
      const help = `give {standpoint: number} for ${option}, or state a default`;
      reader.problem("C036", `${row} is missing`, row, { mark: reader.marks.get(name), help });
      continue;
    }
    if (reader.marks.has(`${row}.${DEFAULT}`)) continue;
    for (const cell of people.map((person) => `${row}.${person}`).filter((each) => !reader.marks.has(each))) {
      const help = "give a number (0 if there is no effect), or state a default";
      reader.problem("C036", `${cell} is missing`, cell, { mark: reader.marks.get(row), help });
    }
  }
}

function universalIsComplete(reader, values) {
  if (!values.universal || !values.universal.size) return;
  const lacking = namesOf(values, "options").filter((option) => !reader.marks.has(`universal.${option}`));
  if (!lacking.length) return;
  const help = "give {all, nobody} for every option (refrain for an omission), or for none";
  reader.problem("C037", `universal: data for some options only: ${named(lacking)} missing`, "universal", { help });
}

function shapesFit(reader, values) {
  const readings = (values.challenges || []).filter((c) => "universal" in c).map((c) => c.universal);
  for (const entry of [...(values.universal || new Map()).values(), ...readings]) {
    if (typeof entry === "string" || !("shape" in entry)) continue;
    const given = reader.marks.has(`${entry[HERE]}.threshold`);
    let message = peopleMisfit(entry);
    if (entry.shape === "threshold" && !given) message = "shape: threshold needs threshold: [first harm, collapse]";
    else if (entry.shape !== "threshold" && given) message = "threshold belongs to shape: threshold";
    if (message) reader.problem("C038", `${entry[HERE]}: ${message}`, entry[HERE]);
  }
}

function peopleMisfit({ population, interested = ZERO, threshold }) {
  const [low, high] = threshold || [ZERO, over(ONE, whole(2))];
  if (isLeast(low, high)) return `harm begins at ${low} and is complete at ${high}, not later`;
  if (!population) return "";
  if (isMore(interested, population)) return `interested is ${interested}, more than the population of ${population}`;
  const beyond = threshold && isMore(high, population);
  return beyond ? `harm is complete at ${high}, beyond the population of ${population}` : "";
}

function somethingIsOpen(reader, values) {
  const options = [...(values.options || new Map()).values()];
  if (!options.length || options.some((option) => option.presume !== "forbidden")) return;
  const help = "leave at least one option presumed permitted";
  reader.problem("C040", "presume: forbidden on every option leaves no default", "options", { help });
}

function comparisonsCompare(reader, values) {
  const differ = (entry, one, other) => {
    if (!entry || !(one in entry) || entry[one] !== entry[other]) return;
    const path = `${entry[HERE]}.${other}`;
    const message = `${one} and ${other} are both ${inQuotes(entry[one])}`;
    reader.problem("C041", message, path, { help: "name two different options" });
  };
  for (const entry of values.reasons || []) differ(entry, "favours", "over");
  for (const challenge of values.challenges || []) {
    const target = challenge.against || {};
    differ(target, "better", "worse");
    differ(target.reply, "better", "worse");
    if (!("challenge" in target) || target.challenge !== challenge.id) continue;
    const message = `challenge ${inQuotes(challenge.id)} is directed against itself`;
    reader.problem("C041", message, `${target[HERE]}.challenge`, { help: "name another challenge" });
  }
}

function targetsAreOne(reader, values) {
  for (const { against: target } of values.challenges || []) {
    if (!target) continue;
    const path = target[HERE];
    const kinds = TARGET_KINDS.filter((kind) => reader.marks.has(`${path}.${kind}`));
    if (kinds.length !== 1) {
      const message = `${path} must name one thing; ${kinds.join(" and ") || "none"} given`;
      reader.problem("C044", message, path, { help: `exactly one of ${TARGET_KINDS.join(", ")}` });
    }
    const narrowed = ["better", "worse", "voice"].filter((key) => key in target);
    if (narrowed.length && ["reply", "priority", "reason", "challenge"].includes(kinds[0])) {
      const message = `${path}: ${narrowed.join(", ")} cannot narrow a ${kinds[0]}`;
      reader.problem("C044", message, path, { help: "they narrow the reasons of a source" });
    }
    if (target.reply) replyIsOne(reader, target.reply);
  }
}

function replyIsOne(reader, reply) {
  const path = reply[HERE];
  const kinds = REPLY_KINDS.filter((kind) => reader.marks.has(`${path}.${kind}`));
  if (kinds.length !== 1) {
    const message = `${path} must belong to one thing; ${kinds.join(" and ") || "none"} given`;
    reader.problem("C044", message, path, { help: `exactly one of ${REPLY_KINDS.join(", ")}` });
    return;
  }
  const narrowing = { cap: ["by"], prerogative: ["by"], norm: ["by", "better"] }[kinds[0]] || [];
  for (const key of narrowing.filter((each) => each in reply)) {
    const message = `${path}: ${key} cannot narrow the reply of a ${kinds[0]}`;
    reader.problem("C044", message, `${path}.${key}`, { help: `leave ${key} out` });
  }
}

function capsAreOfAgents(reader, values) {
  for (const entry of (values.standpoints || new Map()).values()) {
    for (const key of ["cap", "prerogative"]) {
      const given = entry[key] instanceof Fraction ? entry[key].top : entry[key] instanceof Map ? entry[key].size : entry[key];
      if (!given || entry.agent) continue;
      const path = `${entry[HERE]}.${key}`;
      const help = `add agent: true, or leave ${key} out`;
      reader.problem("C045", `${path}: a ${key} is for an agent`, path, { help });
    }
  }
}

function harmIsDoneOrAllowed(reader, values) {
  for (const entry of (values.options || new Map()).values()) {
    for (const person of entry.allows_harm_to || []) {
      const done = DONE.filter((key) => (entry[key] || []).includes(person));
      if (!done.length) continue;
      const path = `${entry[HERE]}.allows_harm_to`;
      const message = `${path}: ${person} stands under ${named(done)} as well`;
      reader.problem("C047", message, path, { help: "harm is done or only allowed; leave one of them out" });
    }
  }
}

const CHECKS = [
  credencesAddUp,
  readingsFit,
  sourcesAreDistinct,
  payoffsAreComplete,
  universalIsComplete,
  shapesFit,
  somethingIsOpen,
  comparisonsCompare,
  targetsAreOne,
  capsAreOfAgents,
  harmIsDoneOrAllowed,
  prioritiesAreCoherent,
];
