"use strict";

// Builds the case out of the values that were read: every default filled in, every table complete.

function caseOf(values, tables) {
  const options = values.options;
  const standpoints = values.standpoints || new Map();
  const facts = values.facts || new Map();
  const payoffs = completeTable(values.payoffs, options, standpoints);
  const names = [...options.keys()];
  return {
    title: values.title,
    question: values.question || "",
    options: mapped(options, optionOf),
    standpoints: mapped(standpoints, (name, entry) => standpointOf(name, entry, names)),
    facts: mapped(facts, (name, entry) => ({ text: name, status: "agreed", ...entry, id: name })),
    scale: { unit: null, comparable: true, ...values.scale },
    payoffs,
    general: completeTable(values.general, options, standpoints, payoffs),
    universal: new Map(names.filter((o) => (values.universal || new Map()).has(o)).map((o) => [o, universalOf(values.universal.get(o))])),
    frameworks: (values.frameworks || []).map((use) => useOf(use, tables)),
    norms: mapped(values.norms || new Map(), normOf),
    compliance: values.compliance || "mere",
    reasons: (values.reasons || []).map((entry) => ({ because: [], strength: ONE, text: "", ...entry })),
    priorities: (values.priorities || []).map((entry) => ({ ...entry, when: conditionIn(entry.because, facts) })),
    challenges: new Map((values.challenges || []).map((entry) => [entry.id, challengeOf(entry, facts)])),
    considered: consideredOf(values.considered || []),
  };
}

function mapped(entries, make) {
  return new Map([...entries].map(([name, entry]) => [name, make(name, entry)]));
}

// A table with every cell: as given, by the nearest default, or as in another table.
function completeTable(given, options, standpoints, otherwise = new Map()) {
  if (given === undefined || !standpoints.size) return otherwise;
  const rows = new Map();
  for (const option of options.keys()) {
    const row = given.get(option) || new Map();
    const fallback = row.has(DEFAULT) ? row.get(DEFAULT) : given.get(DEFAULT);
    const other = otherwise.get(option) || new Map();
    const cell = (k) => (row.has(k) ? row.get(k) : other.has(k) ? other.get(k) : fallback);
    rows.set(option, new Map([...standpoints.keys()].map((k) => [k, cell(k)])));
  }
  return rows;
}

function optionOf(name, entry) {
  const given = typeof entry === "string" ? { text: entry } : entry;
  const nobody = { uses_as_means: [], breaches_right_of: [], deceives: [], coerces: [], does_harm_to: [], allows_harm_to: [] };
  return { ...nobody, irreversible: false, ...given, id: name, forbidden: given.presume === "forbidden" };
}

function standpointOf(name, entry, options) {
  const heads = entry.count === undefined || entry.count instanceof Fraction ? { payoffs: entry.count || ONE } : entry.count;
  let consent = entry.consent || [];
  if (consent === true) consent = options;
  let responsible = entry.responsible || new Map();
  if (responsible instanceof Fraction) responsible = new Map(options.map((option) => [option, entry.responsible]));
  const cap = entry.cap instanceof Fraction ? new Map([["*", entry.cap]]) : entry.cap || new Map();
  return {
    id: name,
    name: entry.name || "",
    count: heads.payoffs,
    generalCount: heads.general || heads.payoffs,
    level: entry.level || ZERO,
    consent: new Set(consent),
    responsible,
    agent: Boolean(entry.agent),
    cap,
  };
}

function useOf(use, tables) {
  const framework = tables.frameworks[use.type];
  const parameters = {};
  for (const [name, value] of Object.entries(framework.defaults)) {
    parameters[name] = value !== null && typeof value === "object" && "number" in value ? numberIn(value.number) : value;
  }
  return { ...use, framework, parameters: { ...parameters, ...use.given }, mode: use.mode || framework.mode };
}

function universalOf(entry) {
  if (typeof entry === "string") return { everyone: ZERO, nobody: ZERO, conceivable: true };
  const said = {
    conceivable: entry.conceivable !== false,
    own: entry.own && [entry.own.all, entry.own.nobody],
    means: entry.means && [entry.means.all, entry.means.alone],
  };
  if ("all" in entry) return { everyone: entry.all, nobody: entry.nobody, ...said };
  return { gain: ZERO, loss: ZERO, ...entry, ...said };
}

function normOf(name, entry) {
  const none = { breached_by: [], when: [], frustrates_purpose: [], purpose_exempts: [], exceptions: [], permits: [], principles: [] };
  return { text: name, modality: "forbid", rank: ZERO, ...none, ...entry, id: name, source: `norm:${name}` };
}

function challengeOf(entry, facts) {
  const { because, if: given = [], against, universal, ...rest } = entry;
  return {
    status: "raised",
    factor: ZERO,
    text: "",
    ...rest,
    universal: universal === undefined ? null : universalOf(universal),
    against: targetOf(against),
    condition: distinctLiterals([...given, ...conditionIn(because, facts)]),
  };
}

function targetOf(entry) {
  const { voice, better, worse } = entry;
  if ("norm" in entry) return { kind: "source", name: `norm:${entry.norm}`, voice, better, worse };
  if ("reply" in entry) return replyTargetOf(entry.reply);
  if ("framework" in entry) return { kind: "source", name: entry.framework, voice, better, worse };
  const kind = ["source", "priority", "reason", "challenge"].find((each) => each in entry);
  return { kind, name: entry[kind], voice, better, worse };
}

function replyTargetOf({ framework, cap, norm, by, better, worse }) {
  if (norm !== undefined) return { kind: "reply", name: `norm:${norm}`, by, better, worse };
  if (cap !== undefined) return { kind: "reply", name: "cap", by: cap, better, worse };
  return { kind: "reply", name: framework, by, better, worse };
}

function consideredOf(given) {
  return given instanceof Map ? [...given].map(([option, status]) => ({ option, status })) : given;
}
