"use strict";

// The graph of a case: its sources' reasons as arguments, and what attacks what, as the engine builds it.

class GraphBuilder {
  constructor(kase) {
    this.kase = kase;
    this.arguments = new Map();
    this.reasons = new Map();
    this.attacks = new Map();
  }

  add(argument) {
    const whole = { source: null, better: null, worse: null, voice: null, by: null, margin: null, premises: [], ...argument };
    if (this.arguments.has(whole.id)) return whole.id;
    this.arguments.set(whole.id, whole);
    if (whole.kind === "reason") {
      const pair = `${whole.better}>${whole.worse}`;
      this.reasons.set(pair, [...(this.reasons.get(pair) || []), whole]);
    }
    return whole.id;
  }

  about(better, worse) {
    return this.reasons.get(`${better}>${worse}`) || [];
  }

  attack(attacker, target, kind, [higher, lower] = [null, null]) {
    const key = [attacker, target, kind, higher, lower].join("\n");
    if (!this.attacks.has(key)) this.attacks.set(key, { attacker, target, kind, higher, lower });
  }

  premises(answers) {
    return answers.map(([question, holds]) => {
      const [kind, name] = question.split(" ");
      if (kind === "fact") return this.fact(this.kase.facts.get(name), holds);
      return holds ? `challenge:${name}` : `aside:${name}`;
    });
  }

  fact(fact, holds) {
    const ids = { true: `fact:${fact.id}`, false: `fact:not ${fact.id}` };
    if (!this.arguments.has(ids.true)) {
      const said = fact.text || spaced(fact.id);
      this.add({ id: ids.true, kind: "fact", text: said, source: fact.id });
      this.add({ id: ids.false, kind: "fact", text: `It is not so: ${said}`, source: fact.id });
      for (const side of [true, false]) {
        if (fact.lean === undefined || fact.lean === side) this.attack(ids[side], ids[!side], "contrary");
      }
    }
    return ids[holds];
  }
}

// The end of an id that says on which answers the argument rests.
function suffixOf(answers) {
  const said = answers.map(([question, holds]) => {
    const [kind, name] = question.split(" ");
    return `${holds ? "" : "not "}${kind === "fact" ? "" : `${kind}:`}${name}`;
  });
  return said.length ? `@${said.join(",")}` : "";
}

function maskOf(worlds) {
  return [...worlds].reduce((mask, world) => mask | (1n << BigInt(world)), 0n);
}

function graphOf(kase, sources) {
  const build = new GraphBuilder(kase);
  for (const option of kase.options.keys()) {
    build.add({ id: `permission:${option}`, kind: "permission", text: `"${option}" may be done`, better: option });
  }
  addChallenges(build);
  for (const source of sources) for (const reason of source.reasons) addReason(build, source, reason);
  for (const source of sources) addReplies(build, source);
  addCaps(build);
  addExpressPermissions(build);
  addPriorities(build);
  addConflicts(build);
  addObjections(build);
  addPresumptions(build);
  aimChallenges(build);
  return {
    options: [...kase.options.keys()],
    sources: sources.map((source) => source.id),
    arguments: build.arguments,
    attacks: [...build.attacks.values()],
    ranked: fixedPairs(kase),
    order: closedOrder(fixedPairs(kase)),
  };
}

function addReason(build, source, reason) {
  const middle = reason.voice || reason.name ? `${reason.voice || reason.name}:` : "";
  for (const answers of source.worlds.implicants(maskOf(reason.margins.keys()))) {
    const margins = source.worlds.covered(answers).map((world) => reason.margins.get(world));
    build.add({
      id: `reason:${source.id}:${middle}${reason.better}>${reason.worse}${suffixOf(answers)}`,
      kind: "reason",
      text: reason.text(margins),
      source: source.id,
      better: reason.better,
      worse: reason.worse,
      voice: reason.voice,
      by: reason.name || null,
      margin: [smallest(margins), largest(margins)],
      premises: build.premises(answers),
    });
  }
}

// The challenges that can stand: not refuted, their conditions not known false.
function standingChallenges(kase) {
  return [...kase.challenges.values()].filter(
    ({ status, condition }) => status !== "refuted" && openAnswers(kase, condition) !== null,
  );
}

function addChallenges(build) {
  for (const challenge of standingChallenges(build.kase)) {
    const said = challengeWords(build.kase, challenge);
    const name = challenge.id;
    const doubt = build.add({
      id: `challenge:${name}`,
      kind: "challenge",
      text: said,
      source: name,
      by: challenge.by === undefined ? null : challenge.by,
      premises: build.premises(openAnswers(build.kase, challenge.condition)),
    });
    const text = `It is set aside that ${said.slice(0, 1).toLowerCase()}${said.slice(1)}`;
    const aside = build.add({ id: `aside:${name}`, kind: "aside", text, source: name });
    build.attack(doubt, aside, "setting aside");
    if (challenge.status === "raised") build.attack(aside, doubt, "setting aside");
  }
}

function challengeWords(kase, { id, text, against, question: pressed }) {
  if (text) return text;
  const use = kase.frameworks.find((each) => each.id === against.name);
  if (use && ["source", "reply"].includes(against.kind)) {
    const question = use.framework.questions.find(([name, doubt]) => name === pressed && doubt);
    if (question) {
      const said = question[1].replace("{voice}", () => called(kase, against.voice || against.by || "somebody"));
      return `${said.slice(0, 1).toUpperCase()}${said.slice(1)}`;
    }
  }
  return spaced(pressed || id);
}

function aimChallenges(build) {
  for (const challenge of standingChallenges(build.kase)) {
    if (changesWhatIsRead(build.kase, challenge)) continue;
    for (const argument of [...build.arguments.values()]) {
      if (isAimedAt(challenge.against, argument)) build.attack(`challenge:${challenge.id}`, argument.id, "challenge");
    }
  }
}

function changesWhatIsRead(kase, { against, universal }) {
  if (universal) return true;
  if (against.kind !== "source" || against.better !== undefined || !kase.standpoints.has(against.voice)) return false;
  const use = kase.frameworks.find((each) => each.id === against.name);
  return Boolean(use && use.framework.complaints);
}

const AIMED_KINDS = { source: "reason", reply: "reply", priority: "priority", challenge: "challenge" };

function isAimedAt(target, argument) {
  if (target.kind === "reason") return argument.kind === "reason" && argument.by === target.name;
  if (argument.kind !== AIMED_KINDS[target.kind] || argument.source !== target.name) return false;
  return ["better", "worse", "voice", "by"].every((key) => target[key] === undefined || target[key] === argument[key]);
}

function addPriorities(build) {
  for (const priority of expandedPriorities(build.kase)) {
    if (!isOpenPriority(build.kase, priority)) continue;
    const answers = openAnswers(build.kase, priority.when) || [];
    build.add({
      id: `priority:${priority.higher}>${priority.lower}`,
      kind: "priority",
      text: `${priority.higher} outranks ${priority.lower}`,
      better: priority.higher,
      worse: priority.lower,
      source: priority.id,
      by: priority.by === undefined ? null : priority.by,
      premises: build.premises(answers),
    });
  }
}

// Opposed reasons of two sources attack each other, each if its source is the higher.
function addConflicts(build) {
  for (const ours of [...build.reasons.values()]) {
    for (const theirs of build.about(ours[0].worse, ours[0].better)) {
      for (const mine of ours) {
        if (mine.source !== theirs.source) build.attack(mine.id, theirs.id, "outranks", [mine.source, theirs.source]);
      }
    }
  }
}

function addObjections(build) {
  for (const reason of [...build.arguments.values()].filter(({ kind }) => kind === "reason")) {
    const objection = build.add({
      ...reason,
      id: reason.id.replace("reason:", "objection:"),
      kind: "objection",
      text: `"${reason.worse}" may not be done, for "${reason.better}" may: ${reason.text}`,
      premises: [reason.id, `permission:${reason.better}`],
    });
    build.attack(objection, `permission:${reason.worse}`, "objection");
  }
}

// What is presumed forbidden needs a standing reason over every option that is not.
function addPresumptions(build) {
  const options = [...build.kase.options.values()];
  for (const option of options.filter((each) => each.forbidden)) {
    for (const fallback of options.filter((each) => !each.forbidden)) {
      const presumption = build.add({
        id: `presumption:${option.id}:${fallback.id}`,
        kind: "presumption",
        text: `"${option.id}" may not be done unless there is reason to prefer it to "${fallback.id}"`,
        better: fallback.id,
        worse: option.id,
      });
      build.attack(presumption, `permission:${option.id}`, "presumption");
      for (const reason of build.about(option.id, fallback.id)) build.attack(reason.id, presumption, "presumption");
    }
  }
}
