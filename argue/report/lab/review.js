"use strict";

// Enlightened compliance: norms reviewed by the principles they rest on.
//
// The case is judged once more with a norm's own principles as the only sources. If they rule out
// everything that complies with the norm, they speak against it; with authority to act that
// silences the norm, without it the letter still binds.

// The norms that their own principles speak against: { norm, instead, acted }.
async function reviewOf(kase, tables, run) {
  const found = [];
  if (kase.compliance !== "enlightened") return found;
  for (const norm of speakingNorms(kase).filter(({ principles }) => principles.length)) {
    const breaching = new Set(breachingOptions(kase, norm));
    const options = [...kase.options.keys()];
    const complying = options.filter((option) => !breaching.has(option));
    if (!complying.length) continue;
    const statuses = await statusesAlone(principled(kase, norm, tables), tables, run);
    const out = (option) => statuses[options.indexOf(option)] === "impermissible";
    if (!complying.every(out)) continue;
    found.push({ norm, instead: options.filter((option) => !out(option)), acted: norm.authority === "act" });
  }
  return found;
}

// The case with a norm's principles as its only sources; one that the case uses keeps its parameters.
function principled(kase, norm, tables) {
  const used = new Map(kase.frameworks.map((use) => [use.id, use]));
  const frameworks = norm.principles.map((id) => used.get(id) || useOf({ id, type: id, given: {} }, tables));
  const names = new Set(frameworks.map(({ id }) => id));
  return {
    ...kase,
    frameworks,
    norms: new Map(),
    reasons: [],
    compliance: "mere",
    priorities: kase.priorities.filter(({ higher, lower }) => names.has(higher) && names.has(lower)),
    challenges: new Map([...kase.challenges].filter(([, { against }]) => names.has(against.name))),
  };
}

// The statuses of a case as it stands, and nothing else about it.
async function statusesAlone(kase, tables, run) {
  const graph = graphOf(kase, sourcesOf(kase));
  const program = `${tables.positions}\n${factsFor(graph, branchesOf(graph))}`;
  const states = await positionsOf(run, program, graph, graph.sources.map(() => true));
  const data = { case: { options: graph.options.map((id) => ({ id })) } };
  return telling.statusesOf(data, telling.distinct(data, states));
}

// A norm that its own principles have set aside, with authority to.
function silencedNorm(source) {
  const missing = "its own principles rule out everything that complies with it";
  return { ...source, worlds: new Worlds([]), reasons: [], missing, passes: new Set(), residue: false };
}
