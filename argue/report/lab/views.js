"use strict";

// What a framework gets to see of a case in one world, and on which open questions that turns.

class Unfit extends Error {}

const DOES = {
  uses_as_means: "uses merely as a means",
  breaches_right_of: "breaches a right of",
  deceives: "deceives",
  coerces: "coerces",
  does_harm_to: "does harm to",
};

// Whether a framework that may do without numbers reads them here; null of one that always does.
function wantsNumbers({ type, parameters }) {
  if (type === "humanity" || type === "rules") return false;
  if (type === "autonomy") return parameters.own_good === "excused";
  return type === "deontic" ? parameters.threshold !== null : null;
}

function tableRead(use) {
  if (wantsNumbers(use) === false) return "options";
  return use.parameters.table || use.framework.reads;
}

function readsActs({ type, parameters }) {
  return type === "rule_utilitarian" && (Boolean(compared(parameters.compliance, ONE)) || parameters.catastrophe !== null);
}

function drawOf({ type, parameters }) {
  return ["veil", "rejection"].includes(type) && parameters.when === "ex_post" ? parameters.draw : "";
}

function wrongsRead({ framework, parameters }) {
  const asked = "wrongs" in parameters ? parameters.wrongs : framework.wrongs;
  if (framework.wrongs.length && !asked.length) {
    throw new Unfit(`wrongs are some of ${joined(framework.wrongs)}, not none`);
  }
  return framework.wrongs.filter((name) => asked.includes(name));
}

// In words what keeps a framework silent; empty if it has all it needs.
function missingData(kase, use) {
  const unsaid = unsaidWrongs(kase, use) || unsaidNorms(kase, use);
  const table = tableRead(use);
  if (unsaid || table === "options") return unsaid;
  if (use.framework.persons && !kase.scale.comparable) return "the scale is declared not comparable between persons";
  if (table === "universal") return kase.universal.size ? "" : "the case says nothing of what if everyone did it";
  if (readsActs(use) && !kase.payoffs.size) return "the case gives no payoffs, the effects of this act alone";
  return kase[table].size ? "" : "the case gives no payoffs";
}

function unsaidWrongs(kase, use) {
  const read = wrongsRead(use);
  const said = [...kase.options.values()].some((option) => read.some((name) => option[name].length));
  if (said || !read.length || wantsNumbers(use) === null) return "";
  return `the case says of no option whom it ${joined(read.map((name) => DOES[name]), "or")}`;
}

function unsaidNorms(kase, { type }) {
  return type === "rules" && !speakingNorms(kase).length ? "the case has no norms that forbid or require" : "";
}

function cellsOf(table) {
  return [...table.values()].flatMap((row) => [...row.values()]);
}

function questionsOf(kase, use) {
  const table = tableRead(use);
  let cells = [];
  if (table === "universal") cells = [...kase.universal.values()].filter((e) => !e.shape).flatMap((e) => [e.everyone, e.nobody]);
  else if (table !== "options") cells = [...cellsOf(kase[table]), ...(readsActs(use) ? cellsOf(kase.payoffs) : [])];
  const found = factQuestions(kase, cells.flatMap(factsInCell));
  if (use.type === "rules") for (const norm of kase.norms.values()) found.push(...normQuestions(kase, norm));
  const doubts = [...complaintChallenges(kase, use), ...readingChallenges(kase, use)];
  return [...found, ...doubts.map((challenge) => `challenge ${challenge.id}`)];
}

function viewOf(kase, use, world) {
  const options = [...kase.options.values()];
  const people = [...kase.standpoints.values()];
  const table = tableRead(use);
  const basic = { options: [...kase.options.keys()], parameters: use.parameters, states: [] };
  basic.pairs = options.flatMap((_, a) => options.map((__, b) => [a, b]).filter(([, b]) => a !== b));
  if (table === "universal") return { ...basic, ...universalView(kase, use, world) };
  const rows = table === "options" ? [] : rowsOf(kase, kase[table]);
  const draw = drawOf(use);
  const prospects = rows.map((row) => row.map((cell) => prospectIn(kase, cell, world)));
  const seen = {
    ...basic,
    people: people.map((person) => person.id),
    cells: rows.map((row) => row.map((cell) => readIn(kase, cell, world))),
    counts: people.map((person) => (table === "general" ? person.generalCount : person.count)),
    levels: people.map((person) => person.level),
    factors: use.framework.complaints ? factorsOf(kase, use, world) : [],
    wrongs: wrongsRead(use).map((name) => options.map((option) => people.map((k) => option[name].includes(k.id) && !k.consent.has(option.id)))),
    breaches: use.type === "rules" ? brokenIn(kase, world) : [],
    irreversible: options.map((option) => option.irreversible),
    prospects,
    acts: readsActs(use) ? rowsOf(kase, kase.payoffs).map((row) => row.map((cell) => readIn(kase, cell, world))) : [],
    actCounts: people.map((person) => person.count),
  };
  if (!draw || !rows.length) return seen;
  return draw === "common" ? inStates(seen) : inBranches(seen);
}

function rowsOf(kase, table) {
  return [...kase.options.keys()].map((option) => [...kase.standpoints.keys()].map((k) => table.get(option).get(k)));
}

// The view in which a standpoint is listed once an outcome, with its share of it.
function inBranches(seen) {
  const drawn = seen.people.map((_, k) => outcomesOf(seen.prospects.map((row) => row[k])));
  const copies = drawn.flatMap((found, k) => found.map(() => k));
  const copied = (list) => copies.map((k) => list[k]);
  return {
    ...seen,
    people: copied(seen.people),
    cells: seen.options.map((_, option) => drawn.flatMap((found) => found.map(([, numbers]) => numbers[option]))),
    counts: drawn.flatMap((found, k) => found.map(([chance]) => times(seen.counts[k], chance))),
    levels: copied(seen.levels),
    factors: seen.factors.map(copied),
    wrongs: seen.wrongs.map((rows) => rows.map(copied)),
  };
}

// The view with the cells in every state of one draw for all.
function inStates(seen) {
  const width = seen.people.length;
  const states = outcomesOf(seen.prospects.flat()).map(([chance, numbers]) => [
    chance,
    seen.options.map((_, option) => numbers.slice(option * width, (option + 1) * width)),
  ]);
  return { ...seen, states };
}

function byState(view) {
  return view.states.length ? view.states.map(([, cells]) => ({ ...view, cells, states: [] })) : [view];
}

// By option and standpoint what a complaint is multiplied by in a world.
function factorsOf(kase, use, world) {
  const standing = complaintChallenges(kase, use).filter((c) => world.get(`challenge ${c.id}`));
  return [...kase.options.values()].map((option) =>
    [...kase.standpoints.values()].map((person) =>
      standing
        .filter(({ against }) => against.voice === person.id && [undefined, option.id].includes(against.worse))
        .reduce((factor, challenge) => times(factor, challenge.factor), factorOf(option, person, use.parameters)),
    ),
  );
}

function factorOf(option, person, parameters) {
  if (person.consent.has(option.id)) return ZERO;
  const wronged = option.uses_as_means.includes(person.id) || option.breaches_right_of.includes(person.id);
  let weight = wronged ? parameters.rights_weight : ONE;
  if (option.allows_harm_to.includes(person.id)) weight = times(weight, parameters.allowed_weight);
  const responsible = person.responsible.get(option.id);
  return responsible === undefined ? weight : times(minus(ONE, responsible), weight);
}

// The challenges that change a complaint, rather than undercut one reason.
function complaintChallenges(kase, use) {
  if (!use.framework.complaints) return [];
  return [...kase.challenges.values()].filter(
    ({ status, against, condition }) =>
      status !== "refuted" &&
      against.kind === "source" &&
      against.name === use.id &&
      kase.standpoints.has(against.voice) &&
      against.better === undefined &&
      openAnswers(kase, condition) !== null,
  );
}

// The challenges that can stand and say what this use is to read instead.
function readingChallenges(kase, use) {
  return [...kase.challenges.values()].filter(
    (c) => c.universal && c.status !== "refuted" && c.against.name === use.id && openAnswers(kase, c.condition) !== null,
  );
}

function universalView(kase, use, world) {
  const entries = new Map(kase.universal);
  for (const challenge of readingChallenges(kase, use)) {
    if (world.get(`challenge ${challenge.id}`)) entries.set(challenge.against.worse, challenge.universal);
  }
  const maxims = [...kase.options.keys()].map((option) => entries.get(option));
  const utilities = maxims.map((entry) =>
    entry.shape ? [utilityOfUse(entry), ZERO] : [readIn(kase, entry.everyone, world), readIn(kase, entry.nobody, world)],
  );
  return { people: [], cells: [], maxims, universal: utilities };
}

// The utility if all who are interested do it, nobody's doing it being 0.
function utilityOfUse({ shape, population, interested, gain, loss, threshold }) {
  if (!isPositive(interested)) return ZERO;
  if (shape === "aggregation") return times(interested, minus(gain, loss));
  if (shape === "coordination") {
    const share = over(interested, population);
    return minus(times(gain, share), times(times(whole(4), loss), times(share, minus(ONE, share))));
  }
  const [low, high] = threshold;
  if (isMore(low, interested)) return gain;
  if (isLeast(interested, high)) return negative(loss);
  return minus(gain, over(times(plus(gain, loss), minus(interested, low)), minus(high, low)));
}
