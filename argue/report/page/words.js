"use strict";

// What a setting comes to, in the sentences of the written report.

const QUOTED = (text) => `"${text}"`;
const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const OPENINGS = {
  decided: "Decided",
  contested: "Contested",
  unresolved: "Unresolved",
  silent: "Silent",
  undefined: "Undefined",
};
const MOST_FAILED = 5;

function listed(items, last = "and") {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${last} ${items[items.length - 1]}`;
}

function sentence(text) {
  const ended = /[.!?]$/.test(text) ? text : `${text}.`;
  return ended.slice(0, 1).toUpperCase() + ended.slice(1);
}

function counted(number, noun) {
  return `${NUMBERS[number] || number} ${noun}${number === 1 ? "" : "s"}`;
}

function plural(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

// How options stand, as a phrase: `"a" is obligatory and "b" is impermissible`.
function statusPhrase(data, statuses) {
  const names = data.case.options.map((option) => QUOTED(option.id));
  return listed(
    data.words.statuses
      .map((status) => [status, names.filter((_, option) => statuses[option] === status)])
      .filter(([, group]) => group.length)
      .map(([status, group]) => `${listed(group)} ${group.length === 1 ? "is" : "are"} ${status}`),
  );
}

// The outcome in one or two sentences.
function verdictText(data, found, told) {
  const opening = OPENINGS[told.outcome];
  if (told.outcome === "silent") {
    return `${opening}: no source had anything to say. That nothing speaks against an option is not a permission.`;
  }
  if (told.outcome === "undefined") {
    return `${opening}: under preferred semantics there is no position here.`;
  }
  const all = told.statuses.length > 1 && told.statuses.every((status) => status === "permissible");
  const names = data.case.options.map((option) => QUOTED(option.id));
  const said = all ? `every option is permissible, ${listed(names)} alike` : statusPhrase(data, told.statuses);
  return `${opening}: ${said}. ${scopeText(data, found)}`;
}

function scopeText(data, found) {
  if (found.positions.length !== 1) {
    return `What the case leaves open allows ${counted(found.positions.length, "coherent position")}.`;
  }
  const speaking = found.view.sources.filter((s, i) => found.kept[i] && !found.world.silent.includes(s.id));
  const said = [];
  if (speaking.length > 1) {
    const ranked = found.order.some(Boolean);
    said.push(ranked ? "under the declared priorities" : "whichever principle ranks first");
  }
  if (openBranches(found) > 1) said.push("however the disputed points are settled");
  return said.length ? `This holds ${listed(said)}.` : "Nothing in the case leaves this open.";
}

// In how many ways what the kept sources and the challenges rest on can fall.
function openBranches(found) {
  const { view, world, kept } = found;
  const columns = view.arguments;
  const used = new Set();
  columns.kind.forEach((kind, argument) => {
    if (kind === "challenge") used.add(columns.name[argument]);
    const left = (kind === "reason" || kind === "reply") && kept[columns.source[argument]] === false;
    if (!left) for (const premise of columns.premises[argument]) used.add(columns.name[premise]);
  });
  const settled = ["fact", "challenge", "numbers"];
  const falls = world.branches.map((number) =>
    view.branches[number].filter((a) => settled.includes(columns.kind[a]) && used.has(columns.name[a])).join(),
  );
  return new Set(falls).size;
}

// What else is said beside the status of an option.
function remarkOf(data, found, told, option) {
  const said = [...told.flags[option]];
  const excused = found.view.excused.some(([which, source]) => which === option && found.kept[source]);
  if (excused && told.statuses[option] === "permissible") said.push("more than can be asked");
  const named = found.view.sources.some((s, i) => found.kept[i] && found.world.named[s.id].includes(option));
  if (!named && told.outcome !== "silent") said.push("nothing was said for or against it");
  return said.join("; ");
}

// The reasons against an option: standing ones first, one a source and alternative.
function objectionsTo(data, found, labels, option) {
  const { view, kept } = found;
  const columns = view.arguments;
  const best = new Map();
  columns.kind.forEach((kind, reason) => {
    if (kind !== "reason" || columns.worse[reason] !== option || !kept[columns.source[reason]]) return;
    const stands = Boolean(labels.objections[reason] & IN);
    const key = [columns.source[reason], columns.better[reason], stands].join();
    const other = best.get(key);
    if (other && columns.weight[reason] <= columns.weight[other.reason]) return;
    best.set(key, { reason, stands, always: labels.objections[reason] === IN });
  });
  const rank = ({ reason, stands, always }) => [!always, !stands, columns.source[reason], -columns.weight[reason]];
  return [...best.values()]
    .map((objection) => ({
      ...objection,
      source: columns.source[objection.reason],
      said: columns.said[objection.reason] + columns.needs[objection.reason],
      answers: objection.always ? [] : answersTo(data, found, labels, objection.reason),
    }))
    .sort((one, other) => byList(rank(one), rank(other)));
}

// In words what defeats a reason, or the objection it grounds, in some position; each once.
function answersTo(data, found, labels, reason) {
  const { view, order } = found;
  const columns = view.arguments;
  const better = QUOTED(data.case.options[columns.better[reason]].id);
  const permission = columns.id.indexOf(`permission:${data.case.options[columns.better[reason]].id}`);
  const alternative = labels.own[permission];
  const stands = ([attacker, target]) => target === reason && labels.own[attacker] & IN;
  const said = [];
  if (alternative === OUT) said.push(`${better} is itself ruled out`);
  for (const [attacker] of view.attacks.filter(stands)) {
    const challenged = columns.kind[attacker] === "challenge";
    said.push(`${challenged ? "it is challenged: " : ""}${columns.said[attacker]}`);
  }
  for (const premise of columns.premises[reason]) {
    if (labels.own[premise] & OUT) said.push(columns.falls[premise]);
  }
  for (const [attacker] of view.conflicts.filter(stands)) {
    const [high, low] = [columns.source[attacker], columns.source[reason]];
    if (order[low] & (1 << high)) continue;
    const surely = order[high] & (1 << low) ? "outranks" : "may outrank";
    said.push(`${view.sources[high].name} ${surely} it: ${columns.said[attacker]}`);
  }
  if (alternative & OUT && alternative & IN) said.push(`${better} is itself ruled out in some position`);
  return [...new Set(said)];
}

// For every option the decisive reasons and the objections that fail: [text, texts below].
function whyTexts(data, found, told) {
  return data.case.options.map(({ id, forbidden }, option) => {
    const objections = objectionsTo(data, found, told.labels, option);
    const status = told.statuses[option];
    const standing = objections.filter((objection) => objection.stands);
    if (status === "impermissible") return ruledOut(found, QUOTED(id), objections, forbidden);
    if (status === "obligatory" || status === "permissible") return permitted(QUOTED(id), status, objections);
    if (!standing.length) return [`${QUOTED(id)} is ${status}: no reason against it stands in any position.`, []];
    return [`${QUOTED(id)} is ${status}. In some position this stands against it:`, toldOnce(standing)];
  });
}

// Objections as sentences, at most one a source, the rest as a count.
function toldOnce(objections) {
  const first = new Map();
  for (const objection of objections) if (!first.has(objection.source)) first.set(objection.source, objection);
  const texts = [...first.values()].map((objection) => sentence(objection.said));
  const more = objections.length - texts.length;
  if (more) texts.push(`And ${plural(more, "more reason")} from the same sources.`);
  return texts;
}

function ruledOut(found, option, objections, forbidden) {
  const always = objections.filter((objection) => objection.always);
  const standing = objections.filter((objection) => objection.stands);
  if (always.length) {
    const texts = toldOnce(always);
    const named = new Set(always.map((objection) => objection.source));
    const others = new Set(standing.filter((o) => !named.has(o.source)).map((o) => found.view.sources[o.source].name));
    if (others.size) texts.push(`In some positions others speak against it too: ${listed([...others])}.`);
    return [`${option} is ruled out in every position:`, texts];
  }
  if (forbidden && !standing.length) {
    return [`${option} is ruled out: it is presumed forbidden, and nothing stands in favour of it.`, []];
  }
  return [`${option} is ruled out in every position, not always for the same reason:`, toldOnce(standing)];
}

function permitted(option, status, objections) {
  const failed = objections.filter((objection) => objection.answers.length);
  if (!failed.length) return [`${option} is ${status}: no reason speaks against it.`, []];
  const texts = failed.slice(0, MOST_FAILED).map((o) => sentence(`${o.said}; but ${o.answers[0]}`));
  return [`${option} is ${status}: what speaks against it fails.`, texts];
}

// What a position permits.
function positionText(data, position) {
  const names = (bits) =>
    listed(
      data.case.options
        .filter((_, option) => bits & (1 << option))
        .map((option) => option.id)
        .sort(byCharacter)
        .map(QUOTED),
    );
  const said = [];
  if (position.permitted) said.push(`${names(position.permitted)} may be done`);
  if (position.undecided) said.push(`${names(position.undecided)} defeat each other, nothing breaks it`);
  return said.length ? said.join(", ") : "no option may be done";
}
