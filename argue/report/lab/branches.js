"use strict";

// What stands below objections in every branch: one way the open facts and challenges fall.
//
// There, and before sources outrank each other, the graph is well founded, so that its grounded
// labelling decides it (Dung 1995). An attack on an argument is one on all that rest on it.

const MOST_BRANCHES = 64;
const SETTLED_KINDS = ["fact", "challenge", "aside", "reason", "reply", "priority"];
const TWO_SIDED = ["contrary", "setting aside"];

// What may fall in two ways: [kind, name, the argument that it holds, the argument that it does not].
function openQuestions(graph) {
  const mutual = new Set(graph.attacks.filter((a) => TWO_SIDED.includes(a.kind)).map((a) => `${a.attacker}\n${a.target}`));
  const found = [];
  for (const [kind, opposite] of [["fact", "fact:not "], ["challenge", "aside:"]]) {
    for (const argument of graph.arguments.values()) {
      const other = `${opposite}${argument.source}`;
      if (argument.kind !== kind || argument.id === other) continue;
      if (mutual.has(`${argument.id}\n${other}`) && mutual.has(`${other}\n${argument.id}`)) {
        found.push([kind, argument.source, argument.id, other]);
      }
    }
  }
  return found;
}

// The arguments accepted in every branch, as Sets of ids; branches that come to the same once.
function branchesOf(graph) {
  const questions = openQuestions(graph);
  if (2 ** questions.length > MOST_BRANCHES) {
    throw new Limit(`the points left open fall in more than ${MOST_BRANCHES} ways: settle some facts or challenges`);
  }
  if (circling(graph)) throw new Limit("challenges attack each other in a circle, which this page cannot do");
  const found = new Map();
  for (const index of range(2 ** questions.length)) {
    const fallen = new Set(questions.map(([, , holds, not], place) => falls(index, place, questions.length, holds, not)));
    const accepted = groundedIn(graph, fallen);
    const key = [...graph.arguments.values()]
      .filter((a) => a.id === `${a.kind}:${a.source}` && ["fact", "challenge"].includes(a.kind))
      .map((a) => Number(accepted.has(a.id)))
      .join("");
    if (!found.has(key)) found.set(key, accepted);
  }
  return [...found.values()];
}

// Which of two opposite arguments falls in a branch; the first question changes slowest.
function falls(index, place, size, holds, not) {
  return (index >> (size - 1 - place)) & 1 ? not : holds;
}

// Whether challenges attack each other in a circle; each has one target.
function circling(graph) {
  const isChallenge = (id) => id.startsWith("challenge:");
  const target = new Map(
    graph.attacks.filter((a) => isChallenge(a.attacker) && isChallenge(a.target)).map((a) => [a.attacker, a.target]),
  );
  return [...target.keys()].some((start) => {
    let name = target.get(start);
    for (let steps = 0; steps < target.size && name !== start && target.has(name); steps++) name = target.get(name);
    return name === start;
  });
}

// The grounded extension below objections, where of two-sided pairs these arguments fall.
function groundedIn(graph, fallen) {
  const below = [...graph.arguments.values()].filter(({ kind }) => SETTLED_KINDS.includes(kind));
  const attackers = new Map(below.map(({ id }) => [id, []]));
  const parts = new Map(below.map((argument) => [argument.id, partsOf(graph, argument)]));
  const effective = graph.attacks.filter(
    (a) => a.higher === null && attackers.has(a.attacker) && attackers.has(a.target) && !(fallen.has(a.attacker) && TWO_SIDED.includes(a.kind)),
  );
  const byTarget = new Map();
  for (const { attacker, target } of effective) byTarget.set(target, [...(byTarget.get(target) || []), attacker]);
  for (const [id, parts_] of parts) attackers.set(id, parts_.flatMap((part) => byTarget.get(part) || []));
  const [accepted, rejected] = [new Set(), new Set()];
  for (let size = -1; size !== accepted.size + rejected.size; ) {
    size = accepted.size + rejected.size;
    for (const [id, by] of attackers) {
      if (by.every((attacker) => rejected.has(attacker))) accepted.add(id);
      else if (by.some((attacker) => accepted.has(attacker))) rejected.add(id);
    }
  }
  return accepted;
}

// An argument and everything it rests on.
function partsOf(graph, argument) {
  const found = [argument.id];
  for (const id of found) for (const premise of graph.arguments.get(id).premises) if (!found.includes(premise)) found.push(premise);
  return found;
}
