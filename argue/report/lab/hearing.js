"use strict";

// What every source of a case says: its reasons and replies by the worlds in which they hold.
//
// A reason is { better, worse, voice, name, margins (world -> number), text (margins -> words) }.

const MOST_COMPLAINTS = 2_000;

function sourcesOf(kase) {
  const by = [...new Set(kase.reasons.map((reason) => reason.by))];
  return [
    ...kase.frameworks.map((use) => frameworkSource(kase, use)),
    ...speakingNorms(kase).map((norm) => normSource(kase, norm)),
    ...by.map((name) => statedSource(kase, name)),
  ];
}

function frameworkSource(kase, use) {
  try {
    const missing = missingData(kase, use);
    const source = { id: use.id, title: use.framework.title, family: familyOf(use), worlds: new Worlds([]) };
    if (missing) return { ...source, reasons: [], replies: [], passes: new Set(), missing, residue: false };
    return { ...source, ...heard(kase, use) };
  } catch (error) {
    if (error instanceof Unfit) error.use = use;
    throw error;
  }
}

function familyOf({ type, parameters }) {
  if (["welfare", "rule_utilitarian"].includes(type)) return "welfare";
  if (["humanity", "deontic"].includes(type)) return "constraints";
  if (type !== "veil") return type;
  const byWorst = parameters.when === "ex_post" && parameters.draw === "common" && parameters.states === "worst";
  return ["average", "total"].includes(parameters.rule) && !byWorst ? "welfare" : "veil";
}

function heard(kase, use) {
  if (kase.options.size * (kase.options.size - 1) * kase.standpoints.size > MOST_COMPLAINTS) {
    throw new Limit(`more than ${MOST_COMPLAINTS} complaints to compare: leave out some options or standpoints`);
  }
  const worlds = worldsOver(questionsOf(kase, use), use.id);
  const found = { margins: new Map(), answers: new Map(), starts: new Map(), passes: new Set() };
  const bound = (use.framework.complaints && use.parameters.residue_above) || null;
  let residue = bound !== null;
  for (const index of range(worlds.size)) {
    const view = viewOf(kase, use, worlds.at(index));
    hear(kase, use, { index, view, found });
    residue = residue && FORMULAS[use.type].value(view).every((value) => isMore(value, bound));
  }
  const silent = use.mode !== "best" && !found.passes.size && !found.margins.size;
  return {
    worlds,
    reasons: reasonsIn(kase, use, found),
    replies: repliesIn(kase, use, found.answers),
    missing: silent ? "no option passes its test" : "",
    passes: found.passes,
    residue,
  };
}

function findingsOf(use, view) {
  if (use.mode !== "enough") return FORMULAS[use.type].compare(view);
  const values = FORMULAS[use.type].value(view);
  const surplus = values.map((value) => (use.framework.burden ? minus(use.enough, value) : minus(value, use.enough)));
  const passes = surplus.map((value) => isLeast(value, ZERO));
  const margins = view.pairs.filter(([a, b]) => passes[a] && !passes[b]).map(([a, b]) => [null, a, b, negative(surplus[b])]);
  return { margins, passes };
}

function hear(kase, use, { index, view, found }) {
  const { margins, complaints = [], passes = [], answered = [] } = findingsOf(use, view);
  const add = (voice, a, b, margin) => {
    const key = [a, b, voice || ""].join("\n");
    if (!found.margins.has(key)) found.margins.set(key, { voice, a, b, at: new Map() });
    found.margins.get(key).at.set(index, margin);
  };
  const answer = (by, a, b, voice) => {
    const key = [by, a, b].join("\n");
    if (!found.answers.has(key)) found.answers.set(key, { by, a, b, voices: new Map() });
    const { voices } = found.answers.get(key);
    voices.set(voice, (voices.get(voice) || 0n) | (1n << BigInt(index)));
  };
  for (const [voice, a, b, margin] of margins) if (isPositive(margin)) add(voice, a, b, margin);
  complaints.forEach(([againstFirst, againstSecond], pair) => {
    const [a, b] = view.pairs[pair];
    const speaking = strongestOf(view.people, againstFirst, againstSecond);
    for (const k of speaking) {
      add(view.people[k], a, b, againstSecond[k]);
      const key = [a, b, view.people[k]].join("\n");
      found.starts.set(key, new Set([...(found.starts.get(key) || []), runsFrom(view, a, b, k)]));
    }
    for (const t of speaking.length ? repliersIn(kase, use, view.people, againstFirst) : []) {
      for (const k of speaking) if (isLeast(againstFirst[t], againstSecond[k])) answer(view.people[t], a, b, view.people[k]);
    }
  });
  for (const [voice, a, b] of answered) answer(use.framework.builtIn.id, a, b, voice);
  view.options.forEach((option, place) => passes[place] && found.passes.add(option));
}

// For each person with the stronger complaint against the second option the place of their strongest.
function strongestOf(people, againstFirst, againstSecond) {
  const best = new Map();
  people.forEach((person, place) => {
    if (!isMore(againstSecond[place], againstFirst[place])) return;
    if (!best.has(person) || isMore(againstSecond[place], againstSecond[best.get(person)])) best.set(person, place);
  });
  return [...best.values()];
}

// Who is heard in reply: all where a challenge picks out single ones, else who bears most.
function repliersIn(kase, use, people, against) {
  const places = people.map((_, place) => place);
  const picked = [...kase.challenges.values()].some(
    ({ against: target }) => target.name === use.id && (target.kind === "reply" || target.better !== undefined),
  );
  if (picked) return places;
  const byWeight = (i, j) => compared(against[j], against[i]) || (people[i] < people[j] ? -1 : people[i] > people[j] ? 1 : i - j);
  return places.sort(byWeight).slice(0, 1);
}

function reasonsIn(kase, use, { margins, starts }) {
  const options = [...kase.options.keys()];
  const sorted = [...margins.values()].sort(
    (one, other) => one.a - other.a || one.b - other.b || byName(one.voice || "", other.voice || ""),
  );
  return sorted.map(({ voice, a, b, at }) => {
    const [better, worse] = [options[a], options[b]];
    const from = [...(starts.get([a, b, voice].join("\n")) || [])];
    const start = from.length === 1 ? from[0] : "";
    return { better, worse, voice, name: "", margins: at, text: wordsFor(kase, use, { voice, better, worse, start }) };
  });
}

// What somebody is called in sentences.
function called(kase, id) {
  const person = kase.standpoints.get(id);
  return (person && person.name) || spaced(id);
}

function byName(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}

function wordsFor(kase, use, { voice, better, worse, start }) {
  const unit = kase.scale.unit;
  if (use.mode === "enough") {
    const { title } = use.framework;
    return (margins) => `"${worse}" falls short of enough by ${measured(margins, unit)} for ${title}; "${better}" does not`;
  }
  let given = use.parameters;
  if (given.wrongs && voice !== null) {
    const done = wrongsRead(use).filter((name) => kase.options.get(worse)[name].includes(voice));
    given = { ...given, wrongs: done.length ? done : given.wrongs };
  }
  const spoken = kase.standpoints.has(voice) ? called(kase, voice) : voice;
  return (margins) => WORDINGS[use.type]({ better, worse, voice: spoken, margin: measured(margins, unit), given, start });
}

function repliesIn(kase, use, answers) {
  const options = [...kase.options.keys()];
  const sorted = [...answers.values()].sort((one, other) => byName(one.by, other.by) || one.a - other.a || one.b - other.b);
  return sorted.map(({ by, a, b, voices }) => {
    const [better, worse] = [options[a], options[b]];
    const words = use.framework.builtIn ? use.framework.builtIn.text : "";
    return { by, better, worse, voices, text: words.replace("{better}", () => better).replace("{worse}", () => worse) };
  });
}

function speakingNorms(kase) {
  return [...kase.norms.values()].filter((norm) => norm.modality !== "permit");
}

function permittingNorms(kase) {
  return [...kase.norms.values()].filter((norm) => norm.modality === "permit");
}

function normQuestions(kase, norm) {
  return factQuestions(kase, [...norm.when.map(({ fact }) => fact), ...norm.exceptions]);
}

function normApplies(kase, norm, world) {
  return conditionHolds(kase, norm.when, world) && !norm.exceptions.some((fact) => factHolds(kase, fact, world));
}

// The options that breach an applying norm at the case's level of compliance.
function breachingOptions(kase, norm) {
  if (kase.compliance === "mere") return norm.breached_by;
  const breached = [...norm.breached_by, ...norm.frustrates_purpose];
  return breached.filter((option) => !norm.purpose_exempts.includes(option));
}

function breachedIn(kase, norm, world) {
  return new Set(normApplies(kase, norm, world) ? breachingOptions(kase, norm) : []);
}

function brokenIn(kase, world) {
  const gone = new Set(speakingNorms(kase).flatMap((norm) => [...breachedIn(kase, norm, world)]));
  return [...kase.options.keys()].map((option) => gone.has(option));
}

// What a norm says: what complies is favoured over what breaches it, by one.
function normSource(kase, norm) {
  const worlds = worldsOver(normQuestions(kase, norm), norm.source);
  const options = [...kase.options.keys()];
  const reasons = new Map();
  let [ever, always] = [false, true];
  const passes = new Set();
  for (const index of range(worlds.size)) {
    const world = worlds.at(index);
    const breached = breachedIn(kase, norm, world);
    for (const option of options) if (!breached.has(option)) passes.add(option);
    always = always && breached.size === options.length;
    ever = ever || normApplies(kase, norm, world);
    for (const better of options.filter((option) => !breached.has(option))) {
      for (const worse of options.filter((option) => breached.has(option))) {
        const key = `${better}>${worse}`;
        const text = () => `"${worse}" breaches the norm "${spaced(norm.id)}"; "${better}" does not`;
        if (!reasons.has(key)) reasons.set(key, { better, worse, voice: null, name: "", margins: new Map(), text });
        reasons.get(key).margins.set(index, ONE);
      }
    }
  }
  return {
    id: norm.source,
    title: `Norm: ${norm.text}`,
    family: norm.source,
    worlds,
    reasons: [...reasons.values()],
    replies: [],
    missing: ever ? "" : "the norm does not apply here",
    passes: ever ? passes : new Set(),
    residue: always && ever,
  };
}

// What somebody says in stated reasons, as written.
function statedSource(kase, by) {
  const stated = kase.reasons.filter((reason) => reason.by === by);
  const worlds = worldsOver(factQuestions(kase, stated.flatMap(({ because }) => because.map(({ fact }) => fact))), by);
  const reasons = stated
    .map((reason) => {
      const where = range(worlds.size).filter((index) => conditionHolds(kase, reason.because, worlds.at(index)));
      const text = reason.text || `${spaced(by)} favours "${reason.favours}"`;
      const margins = new Map(where.map((index) => [index, reason.strength]));
      return { better: reason.favours, worse: reason.over, voice: null, name: reason.id, margins, text: () => text };
    })
    .filter((reason) => reason.margins.size);
  const title = spaced(by);
  return {
    id: by,
    title: title.slice(0, 1).toUpperCase() + title.slice(1).toLowerCase(),
    family: by,
    worlds,
    reasons,
    replies: [],
    missing: reasons.length ? "" : "none of its reasons holds here",
    passes: new Set(),
    residue: false,
  };
}
