"use strict";

// Replies: critical questions that the data of a case themselves answer.

function addReplies(build, source) {
  for (const { by, better, worse, voices, text } of source.replies) {
    for (const [voice, holds] of voices) {
      for (const answers of source.worlds.implicants(holds)) {
        const name = build.add({
          id: `reply:${source.id}:${by}:${better}>${worse}${suffixOf(answers)}`,
          kind: "reply",
          text: text || `a complaint at least as strong by ${called(build.kase, by)} speaks against "${better}"`,
          source: source.id,
          better,
          worse,
          by,
          premises: build.premises(answers),
        });
        for (const target of build.about(better, worse)) {
          if (target.source === source.id && target.voice === voice) build.attack(name, target.id, "reply");
        }
      }
    }
  }
}

// For every agent with a cap, replies to reasons that ask more than the cap: what costs the agent
// at least that much more than the cheapest option, and more than the option it is preferred to.
function addCaps(build) {
  for (const person of build.kase.standpoints.values()) {
    if (person.agent && person.cap.size && build.kase.payoffs.size) addCap(build, person);
  }
}

function addCap(build, person) {
  const { kase } = build;
  const cells = [...kase.options.keys()].map((option) => [option, kase.payoffs.get(option).get(person.id)]);
  const worlds = worldsOver(factQuestions(kase, cells.flatMap(([, cell]) => factsInCell(cell))), `${person.id}'s payoffs`);
  const asked = new Map();
  for (const index of range(worlds.size)) {
    const world = worlds.at(index);
    const mine = cells.map(([option, cell]) => [option, readIn(kase, cell, world) || ZERO]);
    const cheapest = largest(mine.map(([, number]) => number));
    for (const [scope, cap] of person.cap) {
      for (const [better, got] of mine.filter(([, number]) => isLeast(minus(cheapest, number), cap))) {
        for (const [worse] of mine.filter(([, instead]) => isMore(instead, got))) {
          const key = [better, worse, scope].join("\n");
          if (!asked.has(key)) asked.set(key, { better, worse, scope, holds: 0n });
          asked.get(key).holds |= 1n << BigInt(index);
        }
      }
    }
  }
  for (const found of asked.values()) addCapReply(build, person, found, worlds);
}

function addCapReply(build, person, { better, worse, scope, holds }, worlds) {
  const { kase } = build;
  const middle = scope === "*" ? "" : `${scope}:`;
  for (const answers of worlds.implicants(holds)) {
    const name = build.add({
      id: `reply:cap:${person.id}:${middle}${better}>${worse}${suffixOf(answers)}`,
      kind: "reply",
      text: `"${better}" costs ${called(kase, person.id)} more than can be asked`,
      source: "cap",
      better,
      worse,
      by: person.id,
      premises: build.premises(answers),
    });
    for (const target of build.about(better, worse)) {
      const own = !person.cap.has(target.source);
      if (scope === target.source || (scope === "*" && own)) build.attack(name, target.id, "reply");
    }
  }
}

// Replies of norms that permit an option to norms of no higher rank against it.
function addExpressPermissions(build) {
  const { kase } = build;
  const ranks = new Map([...kase.norms.values()].map((norm) => [norm.source, norm.rank]));
  for (const norm of permittingNorms(kase)) {
    const worlds = worldsOver(normQuestions(kase, norm), norm.source);
    const holds = maskOf(range(worlds.size).filter((index) => normApplies(kase, norm, worlds.at(index))));
    const below = ({ source }) => ranks.has(source) && isLeast(norm.rank, ranks.get(source));
    const targets = [...build.reasons.values()].flat().filter((r) => norm.permits.includes(r.worse) && below(r));
    for (const answers of holds ? worlds.implicants(holds) : []) {
      for (const target of targets) {
        const name = build.add({
          id: `reply:${norm.source}:${target.worse}${suffixOf(answers)}`,
          kind: "reply",
          text: `the norm "${spaced(norm.id)}" expressly permits "${target.worse}"`,
          source: norm.source,
          worse: target.worse,
          premises: build.premises(answers),
        });
        build.attack(name, target.id, "reply");
      }
    }
  }
}
