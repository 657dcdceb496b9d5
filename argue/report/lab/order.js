"use strict";

// Who outranks whom: priorities written out, those that hold for good, and whether they are an order.

const MOST_TRIED = 8;
const GATE = "\0";

// The condition that `because` states where it names declared facts, else none.
function conditionIn(because, facts) {
  if (because === undefined) return [];
  if (typeof because !== "string") return because;
  const literal = literalIn(because);
  return literal && facts.has(literal.fact) ? [literal] : [];
}

function prioritiesAreCoherent(reader, values) {
  const cycle = cycleOfPriorities(values);
  if (!cycle.length) return;
  const priorities = values.priorities || [];
  const first = priorities.find((entry) => [...cycle, "norms"].includes(entry.higher));
  const message = `priorities form a cycle: ${[...cycle, cycle[0]].join(" > ")}`;
  const help = "leave one of them out; norms stands for every norm, and rank orders norms too";
  reader.problem("C039", message, first ? first[HERE] : "priorities", { help });
}

// Sources each of which outranks the next and the last the first, under some way facts may fall.
function cycleOfPriorities(values) {
  const facts = values.facts || new Map();
  const gone = setAside(values, facts);
  const written = [...(values.norms || new Map())].map(([name, norm]) => [`norm:${name}`, norm]);
  const permits = new Set(written.filter(([, norm]) => norm.modality === "permit").map(([name]) => name));
  const edges = (values.priorities || [])
    .filter((entry) => "higher" in entry && "lower" in entry && !gone.has(entry.id))
    .filter(({ higher, lower }) => !permits.has(higher) && !permits.has(lower))
    .map((entry) => [entry.higher, entry.lower, conditionIn(entry.because, facts)]);
  const norms = written.filter(([name]) => !permits.has(name)).map(([name, norm]) => [name, norm.rank || ZERO]);
  const settled = (fact) => facts.has(fact) && (facts.get(fact).status || "agreed") !== "disputed";
  const named = edges.flatMap(([, , condition]) => condition.map((literal) => literal.fact));
  const open = [...new Set(named)].filter((fact) => !settled(fact)).sort();
  const free = open.length <= MOST_TRIED ? open : [];
  const structure = [...normGates(edges, norms), ...rankGates(norms)];
  for (let world = 0; world < 1 << free.length; world++) {
    const truth = (fact, otherwise) => {
      if (settled(fact)) return facts.get(fact).status !== "denied";
      const place = free.indexOf(fact);
      return place < 0 ? otherwise : !((world >> (free.length - 1 - place)) & 1);
    };
    const holding = edges.filter(([, , condition]) => condition.every((l) => truth(l.fact, l.holds) === l.holds));
    const cycle = cycleIn([...structure, ...holding.map(throughGates)]);
    if (cycle.length) return cycle.filter((name) => !name.startsWith(GATE));
  }
  return [];
}

// An edge with `norms` as the gate that all norms lead to, or that leads to all.
function throughGates([higher, lower]) {
  return [higher === "norms" ? `${GATE}above` : higher, lower === "norms" ? `${GATE}below` : lower];
}

function normGates(edges, norms) {
  if (!edges.some(([higher, lower]) => higher === "norms" || lower === "norms")) return [];
  return norms.flatMap(([name]) => [
    [name, `${GATE}above`],
    [`${GATE}below`, name],
  ]);
}

// Edges from the norms of each rank to those of the lower ones.
function rankGates(norms) {
  const ranks = new Map(norms.map(([, rank]) => [String(rank), rank]));
  const levels = [...ranks.values()].sort((one, other) => compared(other, one));
  const place = (rank) => levels.findIndex((level) => !compared(level, rank));
  const between = levels.slice(1).map((_, index) => [`${GATE}${index + 1}`, `${GATE}${index + 2}`]);
  const through = norms.flatMap(([name, rank]) => [
    [name, `${GATE}${place(rank) + 1}`],
    [`${GATE}${place(rank)}`, name],
  ]);
  return [...between, ...through];
}

// The priorities that an accepted, unconditional, unchallenged challenge removes.
function setAside(values, facts) {
  const challenges = values.challenges || [];
  const doubted = new Set(challenges.map((c) => (c.against || {}).challenge));
  const gone = challenges.filter(
    (c) =>
      c.against &&
      "priority" in c.against &&
      c.status === "accepted" &&
      !doubted.has(c.id) &&
      !("if" in c) &&
      !conditionIn(c.because, facts).length,
  );
  return new Set(gone.map((c) => c.against.priority));
}

// One cycle of an order, from its first name on; empty if there is none.
function cycleIn(pairs) {
  const [below, above] = [new Map(), new Map()];
  for (const [high, low] of pairs) {
    below.set(high, (below.get(high) || new Set()).add(low));
    if (!below.has(low)) below.set(low, new Set());
    above.set(low, (above.get(low) || new Set()).add(high));
  }
  const left = new Map([...below].map(([node, lower]) => [node, lower.size]));
  const ready = [...left.keys()].filter((node) => !left.get(node));
  for (const node of ready) {
    left.delete(node);
    for (const high of above.get(node) || []) {
      left.set(high, left.get(high) - 1);
      if (!left.get(high)) ready.push(high);
    }
  }
  if (!left.size) return [];
  const walk = [];
  let node = [...left.keys()].sort()[0];
  while (!walk.includes(node)) {
    walk.push(node);
    node = [...below.get(node)].find((low) => left.has(low));
  }
  const cycle = walk.slice(walk.indexOf(node));
  const first = cycle.indexOf(cycle.filter((name) => !name.startsWith(GATE)).sort()[0]);
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}

// The priorities that can hold, with `norms` written out as all norms that speak; what names a norm
// that permits is left out, since it gives no reasons that could be outranked.
function expandedPriorities(kase) {
  const norms = [...kase.norms.values()].map((norm) => norm.source);
  const permits = permittingNorms(kase).map((norm) => norm.source);
  const found = [];
  for (const priority of kase.priorities) {
    if (openAnswers(kase, priority.when) === null) continue;
    const spread = (side) => (side === "norms" ? norms : [side]);
    for (const higher of spread(priority.higher)) {
      for (const lower of spread(priority.lower)) {
        const permit = permits.includes(higher) || permits.includes(lower);
        if (higher !== lower && !permit) found.push({ ...priority, higher, lower });
      }
    }
  }
  return found;
}

function isOpenPriority(kase, priority) {
  const challenged = [...kase.challenges.values()].some(
    ({ against, status }) => against.kind === "priority" && against.name === priority.id && status !== "refuted",
  );
  return challenged || openAnswers(kase, priority.when).length > 0;
}

// The pairs that nobody challenges, ranks of norms among them; closed under transitivity.
function fixedPairs(kase) {
  const norms = speakingNorms(kase);
  const pairs = norms.flatMap((high) => norms.filter((low) => isMore(high.rank, low.rank)).map((low) => [high.source, low.source]));
  const fixed = expandedPriorities(kase).filter((priority) => !isOpenPriority(kase, priority));
  return [...pairs, ...fixed.map((priority) => [priority.higher, priority.lower])];
}

function closedOrder(pairs) {
  const found = new Map(pairs.map((pair) => [pair.join("\n"), pair]));
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const [high, middle] of [...found.values()]) {
      for (const [start, low] of [...found.values()]) if (start === middle) found.set(`${high}\n${low}`, [high, low]);
    }
  }
  return [...found.values()];
}
