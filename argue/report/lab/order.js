"use strict";

// Who outranks whom: priorities written out, those that hold for good, and whether they are an order.

const MOST_TRIED = 8;

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
  const edges = (values.priorities || [])
    .filter((entry) => "higher" in entry && "lower" in entry && !gone.has(entry.id))
    .map((entry) => [entry.higher, entry.lower, conditionIn(entry.because, facts)]);
  const norms = [...(values.norms || new Map())].map(([name, norm]) => [`norm:${name}`, norm.rank || ZERO]);
  const settled = (fact) => facts.has(fact) && (facts.get(fact).status || "agreed") !== "disputed";
  const named = edges.flatMap(([, , condition]) => condition.map((literal) => literal.fact));
  const open = [...new Set(named)].filter((fact) => !settled(fact)).sort();
  const free = open.length <= MOST_TRIED ? open : [];
  const ranked = norms.flatMap(([high, rank]) => norms.filter((n) => isMore(rank, n[1])).map(([low]) => [high, low]));
  for (let world = 0; world < 1 << free.length; world++) {
    const truth = (fact, otherwise) => {
      if (settled(fact)) return facts.get(fact).status !== "denied";
      const place = free.indexOf(fact);
      return place < 0 ? otherwise : !(world & (1 << place));
    };
    const holding = edges.filter(([, , condition]) => condition.every((l) => truth(l.fact, l.holds) === l.holds));
    const spread = (side) => (side === "norms" ? norms.map(([name]) => name) : [side]);
    const pairs = holding.flatMap(([high, low]) => spread(high).flatMap((h) => spread(low).map((l) => [h, l])));
    const cycle = cycleIn([...ranked, ...pairs]);
    if (cycle.length) return cycle;
  }
  return [];
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
  const below = new Map();
  for (const [high, low] of pairs) below.set(high, [...(below.get(high) || []), low]);
  const done = new Set();
  const search = (node, walk) => {
    if (walk.includes(node)) return walk.slice(walk.indexOf(node));
    if (done.has(node)) return [];
    for (const next of below.get(node) || []) {
      const found = search(next, [...walk, node]);
      if (found.length) return found;
    }
    done.add(node);
    return [];
  };
  for (const start of [...below.keys()].sort()) {
    const found = search(start, []);
    if (!found.length) continue;
    const first = found.indexOf([...found].sort()[0]);
    return [...found.slice(first), ...found.slice(0, first)];
  }
  return [];
}

// The priorities that can hold, with `norms` written out as all norms that speak.
function expandedPriorities(kase) {
  const norms = speakingNorms(kase).map((norm) => norm.source);
  const found = [];
  for (const priority of kase.priorities) {
    if (openAnswers(kase, priority.when) === null) continue;
    const spread = (side) => (side === "norms" ? norms : [side]);
    for (const higher of spread(priority.higher)) {
      for (const lower of spread(priority.lower)) if (higher !== lower) found.push({ ...priority, higher, lower });
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
