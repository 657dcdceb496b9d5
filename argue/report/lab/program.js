"use strict";

// The graph of a case as facts for the engine's own encoding, and what the solver answers.

// Only conflicts between reasons that stand together in some branch need a ranking.
function liveAttacks(graph, branches) {
  return graph.attacks.filter(
    ({ attacker, target, higher }) => higher === null || branches.some((held) => held.has(attacker) && held.has(target)),
  );
}

// The facts that positions.lp reads of a graph: arguments, sources and options by number.
function factsFor(graph, branches) {
  const number = new Map([...graph.arguments.keys()].map((id, index) => [id, index]));
  const source = new Map(graph.sources.map((id, index) => [id, index]));
  const option = new Map(graph.options.map((id, index) => [id, index]));
  const lines = [];
  const fact = (name, ...terms) => lines.push(`${name}(${terms.join(",")}).`);
  for (const argument of graph.arguments.values()) {
    const own = number.get(argument.id);
    fact("arg", own);
    if (SETTLED_KINDS.includes(argument.kind)) fact("settled", own);
    if (argument.kind === "permission") fact("permission", own, option.get(argument.better));
    if (argument.kind === "reason") {
      fact("reason", own, source.get(argument.source), option.get(argument.better), option.get(argument.worse));
    }
    if (argument.kind === "priority") fact("priority", own, source.get(argument.better), source.get(argument.worse));
    for (const premise of argument.premises) fact("premise", own, number.get(premise));
  }
  const live = liveAttacks(graph, branches);
  for (const { attacker, target, higher, lower } of live) {
    const ends = [number.get(attacker), number.get(target)];
    if (higher === null) fact("attack", ...ends);
    else fact("attack_if", ...ends, source.get(higher), source.get(lower));
  }
  for (const each of source.values()) fact("source", each);
  const involved = graph.sources.filter((id) => live.some(({ higher, lower }) => higher !== null && [higher, lower].includes(id)));
  involved.forEach((high, index) => {
    for (const low of involved.slice(index + 1)) fact("conflict", source.get(high), source.get(low));
  });
  for (const [high, low] of graph.order) if (source.has(high) && source.has(low)) fact("order", source.get(high), source.get(low));
  return lines.join("\n");
}

// Answers the positions of a graph, as bits, where only these sources speak.
async function positionsOf(run, program, graph, kept) {
  const answer = await run(`${program}\n${asideOf(graph, kept)}`, ["--project=show", "0"]);
  const found = [];
  for (const atoms of answer) {
    const bits = (name) => atoms.filter((atom) => atom[0] === name).reduce((set, atom) => set | (1 << atom[1]), 0);
    const [whole, permitted] = [2 ** graph.options.length - 1, bits("permitted")];
    const undecided = whole & ~permitted & ~bits("forbidden");
    const rows = graph.options.map(() => 0);
    for (const atom of atoms) if (atom[0] === "favoured_in_cycle") rows[atom[1]] |= 1 << atom[2];
    const attackers = rows.map((_, option) => rows.reduce((set, row, a) => (row & (1 << option) ? set | (1 << a) : set), 0));
    if (undecided && telling.defensible(undecided, rows, attackers)) continue;
    const eliminated = undecided ? undecided & ~telling.topCycle(rows, whole) : 0;
    found.push({ labels: { permitted, undecided, eliminated } });
  }
  return found;
}

function asideOf(graph, kept) {
  return graph.sources.map((_, source) => `:- ${kept[source] ? "" : "not "}aside(${source}).`).join("\n");
}

// The labels that every argument has in some position, as bits, by id.
async function labelsOf(run, program, graph, positions) {
  const decided = positions.every(({ labels }) => !labels.undecided);
  const every = graph.sources.map(() => true);
  const asked = `${program}\n${asideOf(graph, every)}\n${decided ? ":- undecided." : ""}`;
  const answer = positions.length ? await run(asked, ["--enum-mode=brave", "0"]) : [];
  const ids = [...graph.arguments.keys()];
  const found = new Map(ids.map((id) => [id, 0]));
  // The solver approaches the answer model by model; the last one is it.
  for (const [name, argument, label] of answer.length ? answer[answer.length - 1] : []) {
    if (name === "label") found.set(ids[argument], found.get(ids[argument]) | label);
  }
  return found;
}

// The answer sets in what clingo printed as JSON, as lists of [name, number, ...].
function modelsIn(printed) {
  const witnesses = (JSON.parse(printed).Call || []).flatMap((call) => call.Witnesses || []);
  return witnesses.map(({ Value = [] }) =>
    Value.map((atom) => {
      const [, name, terms] = /^([a-z_]+)(?:\((.*)\))?$/.exec(atom);
      return [name, ...(terms ? terms.split(",").map(Number) : [])];
    }),
  );
}
