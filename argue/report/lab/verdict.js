"use strict";

// What a case comes to, in the shape in which the script of a report's page puts it into words.

const MOST_WORDS = 25;
const MOST_STATES = 2_000;

// Judges a case: `run` asks the solver for the answer sets of a program.
async function judged(kase, tables, run) {
  const reviewed = await reviewOf(kase, tables, run);
  const silenced = new Set(reviewed.filter(({ acted }) => acted).map(({ norm }) => norm.source));
  const sources = sourcesOf(kase).map((source) => (silenced.has(source.id) ? silencedNorm(source) : source));
  const graph = graphOf(kase, sources);
  const branches = branchesOf(graph);
  const program = `${tables.positions}\n${factsFor(graph, branches)}`;
  const every = graph.sources.map(() => true);
  const states = await positionsOf(run, program, graph, every);
  const labels = await labelsOf(run, `${program}\n${tables.labels}`, graph, states);
  const data = dataOf(kase, graph, { sources, branches, tables });
  const told = tellingOf(data, states, labels);
  told.alone = await aloneOf(run, program, graph, { sources, data });
  told.reviewed = reviewed;
  told.residue = sources.filter((source) => source.residue).map((source) => source.id);
  return { sources, graph, branches, data, told, labels };
}

// Everything that is told of the positions that the solver found.
function tellingOf(data, states, labels) {
  const view = data.views[0];
  const kept = view.sources.map(() => true);
  const order = telling.closure(view.order, kept.length);
  const positions = telling.distinct(data, states);
  const found = { view, world: data.worlds[""], kept, order, declared: view.order, positions };
  const own = view.arguments.id.map((id) => labels.get(id));
  const objections = view.arguments.id.map((id) => labels.get(id.replace("reason:", "objection:")) || 0);
  const statuses = telling.statusesOf(data, positions);
  const flags = telling.flagsOf(data, positions, statuses);
  const told = { found, statuses, flags, outcome: telling.outcomeOf(data, found, statuses), labels: { own, objections } };
  told.remarks = statuses.map((_, option) => telling.remarkOf(data, found, told, option));
  told.verdict = telling.verdictText(data, found, told);
  told.why = telling.whyTexts(data, found, told);
  const setting = { settled: "", without: new Set(), order: [] };
  told.bounded = statesToSearch(view) > MOST_STATES;
  told.positions = positions.map((position) => {
    const searched = positions.length > 1 && !told.bounded;
    const suffices = searched ? telling.sufficientText(found, telling.sufficient(data, setting, found, position)) : "";
    return { ...position, text: telling.positionText(data, position), suffices };
  });
  return told;
}

// How many rankings of sources in conflict, in all branches, a search for what suffices goes through.
function statesToSearch({ arguments: { source }, branches, conflicts }) {
  const held = branches.map((branch) => new Set(branch));
  const live = conflicts.filter(([one, other]) => held.some((branch) => branch.has(one) && branch.has(other)));
  const involved = new Set(live.flat().map((argument) => source[argument]));
  return range(involved.size).reduce((ways, number) => ways * (number + 1), branches.length);
}

const ALONE = {
  obligatory: "required",
  permissible: "allowed",
  impermissible: "forbidden",
  contested: "contested",
  unresolved: "unresolved",
  undefined: "undefined",
};

const ANY = ["obligatory", "permissible", "impermissible", "contested", "unresolved"];
const ANY_ALONE = ["required", "allowed", "forbidden", "indifferent"];
const FITTING = {
  obligatory: ["obligatory", "required"],
  required: ["obligatory", "required"],
  permissible: ["permissible", "obligatory", "allowed", "required", "indifferent"],
  allowed: ["permissible", "obligatory", "allowed", "required", "indifferent"],
  impermissible: ["impermissible", "forbidden"],
  forbidden: ["impermissible", "forbidden"],
  disputed: [...ANY, ...ANY_ALONE],
};

// Every judgement held before beside what came out; that of a source, beside what it says alone.
function comparedWithHeld(kase, { graph, told }) {
  return kase.considered.map((held) => {
    const option = graph.options.indexOf(held.option);
    const source = graph.sources.indexOf(held.by);
    const got = source < 0 ? told.statuses[option] : told.alone[source][option];
    return { ...held, got, agrees: (FITTING[held.status] || [held.status]).includes(got) };
  });
}

// What each source would say of every option if it were the only one.
async function aloneOf(run, program, graph, { sources, data }) {
  const found = [];
  for (const [place, source] of sources.entries()) {
    if (source.missing) found.push(graph.options.map(() => "silent"));
    else if (!source.reasons.length && !source.passes.size) found.push(graph.options.map(() => "indifferent"));
    else {
      const kept = sources.map((_, index) => index === place);
      const positions = telling.distinct(data, await positionsOf(run, program, graph, kept));
      found.push(telling.statusesOf(data, positions).map((status) => ALONE[status]));
    }
  }
  return found;
}

// The case and its graph as the page of a report ships them, but for pictures.
function dataOf(kase, graph, { sources, branches, tables }) {
  const shown = [...graph.arguments.values()].filter(({ kind }) => kind !== "objection");
  const place = new Map(shown.map((argument, index) => [argument.id, index]));
  const source = new Map(graph.sources.map((id, index) => [id, index]));
  const view = {
    sources: sources.map(({ id }) => ({ id, name: sourceName(id), framework: kase.frameworks.some((use) => use.id === id) })),
    arguments: columnsOf(kase, graph, shown),
    attacks: alwaysAttacks(graph, place),
    conflicts: rankedAttacks(graph, place),
    excused: excusedOf(graph, source),
    order: graph.ranked.filter((pair) => pair.every((id) => source.has(id))).map((pair) => pair.map((id) => source.get(id))),
    branches: branches.map((held) => [...held].map((id) => place.get(id)).sort((one, other) => one - other)),
  };
  const options = [...kase.options.values()].map(({ id, text, forbidden }) => ({ id, text, forbidden }));
  const silent = sources.filter(({ missing }) => missing).map(({ id }) => id);
  const named = Object.fromEntries(sources.map((each) => [each.id, options.map((_, o) => o).filter((o) => names(each, options[o].id))]));
  return {
    case: { name: "", options, questions: [], frameworks: [], entangled: false, facts: {}, priorities: [], kept: null },
    words: tables.words,
    views: [view],
    worlds: { "": { view: 0, branches: range(branches.length), silent, named } },
  };
}

function names(source, option) {
  return source.passes.has(option) || source.reasons.some(({ better, worse }) => [better, worse].includes(option));
}

function sourceName(id) {
  return id.startsWith("norm:") ? `the norm ${spaced(id.slice("norm:".length))}` : spaced(id);
}

function columnsOf(kase, graph, shown) {
  const place = new Map(shown.map((argument, index) => [argument.id, index]));
  const source = new Map(graph.sources.map((id, index) => [id, index]));
  const option = new Map(graph.options.map((id, index) => [id, index]));
  const side = (argument, id) => (argument.kind === "priority" ? source : option).get(id) ?? -1;
  const margin = ({ margin: both }) => (both ? both[1] : ZERO);
  const margins = [...new Map(shown.map((a) => [`${margin(a)}`, margin(a)])).values()].sort(compared).map(String);
  const tells = ["reason", "reply", "challenge", "priority"];
  const premises = new Set(shown.filter(({ kind }) => kind === "reason").flatMap((reason) => reason.premises));
  return {
    id: shown.map(({ id }) => id),
    kind: shown.map(({ kind }) => kind),
    source: shown.map((a) => source.get(a.source) ?? -1),
    name: shown.map((a) => (["fact", "challenge", "aside"].includes(a.kind) ? a.source : "")),
    better: shown.map((a) => side(a, a.better)),
    worse: shown.map((a) => side(a, a.worse)),
    premises: shown.map((a) => a.premises.map((premise) => place.get(premise))),
    said: shown.map((a) => (tells.includes(a.kind) ? becauseText(a.text) : "")),
    needs: shown.map((a) => (a.kind === "reason" ? needsText(a) : "")),
    falls: shown.map((a) => (premises.has(a.id) ? fallsText(kase, graph, a) : "")),
    weight: shown.map((a) => margins.indexOf(`${margin(a)}`)),
  };
}

// A text as it follows `because`: at most so many words and no full stop.
function becauseText(text) {
  const said = text.replace(/\.+$/, "").split(/\s+/).filter(Boolean);
  const cut = said.length > MOST_WORDS ? `${said.slice(0, MOST_WORDS).join(" ")} …` : said.join(" ");
  return uncapitalized(cut);
}

function uncapitalized(text) {
  const [first] = text.split(" ", 1);
  const capitals = first.length > 1 && first === first.toUpperCase() && first !== first.toLowerCase();
  return capitals ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}

function needsText({ premises }) {
  const needs = premises.map((premise) => {
    const [kind, name] = [premise.split(":")[0], premise.slice(premise.indexOf(":") + 1)];
    if (kind === "fact") {
      const denied = name.startsWith("not ");
      return `if "${spaced(name.replace(/^not /, ""))}" ${denied ? "does not hold" : "holds"}`;
    }
    return `${kind === "challenge" ? "if" : "unless"} the challenge "${spaced(name)}" is upheld`;
  });
  return needs.length ? ` (${joined(needs)})` : "";
}

// In words that what a reason rests on may fall.
function fallsText(kase, graph, argument) {
  if (argument.kind === "fact") {
    const fact = kase.facts.get(argument.source);
    const said = uncapitalized(fact.text || `"${fact.id}"`);
    const denied = argument.id.startsWith("fact:not ");
    return denied ? `it rests on the denial of a disputed fact: ${said}` : `it rests on a disputed fact: ${said}`;
  }
  if (argument.kind === "aside") {
    return `it is challenged: ${uncapitalized(graph.arguments.get(`challenge:${argument.source}`).text)}`;
  }
  return `the challenge it rests on may fall: ${uncapitalized(argument.text)}`;
}

// The attacks on reasons that need no ranking, and with a 1 those on objections.
function alwaysAttacks(graph, place) {
  return graph.attacks.flatMap(({ attacker, target, higher }) => {
    const { kind, premises } = graph.arguments.get(target);
    if (higher !== null || !["reason", "objection"].includes(kind)) return [];
    return [kind === "reason" ? [place.get(attacker), place.get(target), 0] : [place.get(attacker), place.get(premises[0]), 1]];
  });
}

// The attacks that need a ranking, but for those between reasons that rest on opposite answers.
function rankedAttacks(graph, place) {
  const opposite = (premise) => {
    const [kind, name] = [premise.split(":")[0], premise.slice(premise.indexOf(":") + 1)];
    if (kind === "fact") return name.startsWith("not ") ? `fact:${name.slice(4)}` : `fact:not ${name}`;
    return `${kind === "challenge" ? "aside" : "challenge"}:${name}`;
  };
  return graph.attacks
    .filter(({ attacker, target, higher }) => {
      const { premises } = graph.arguments.get(target);
      return higher !== null && !graph.arguments.get(attacker).premises.some((premise) => premises.includes(opposite(premise)));
    })
    .map(({ attacker, target }) => [place.get(attacker), place.get(target)]);
}

function excusedOf(graph, source) {
  const option = new Map(graph.options.map((id, index) => [id, index]));
  return graph.attacks
    .filter(({ attacker, kind }) => kind === "reply" && graph.arguments.get(attacker).source === "cap")
    .map(({ attacker, target }) => [
      option.get(graph.arguments.get(attacker).better),
      source.get(graph.arguments.get(target).source),
    ]);
}
