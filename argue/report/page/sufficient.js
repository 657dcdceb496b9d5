"use strict";

// What suffices for a position, and everything a page tells of a setting.

// The least, or one from which nothing can be left out, that makes a position the only one.
function sufficient(data, setting, found, position) {
  const items = settlements(data, setting, found);
  const alone = (chosen) => {
    const tried = solve(data, added(setting, chosen));
    return Boolean(tried.states && tried.positions.length) && tried.positions.every((other) => alike(other, position));
  };
  for (const chosen of smallSets(items)) if (alone(chosen)) return chosen;
  const possible = (chosen) => {
    const tried = solve(data, added(setting, chosen));
    return Boolean(tried.states) && tried.positions.some((other) => alike(other, position));
  };
  let held = [];
  for (const item of items) if (possible([...held, item])) held.push(item);
  if (!alone(held)) return null;
  for (const item of [...held].reverse()) {
    const rest = held.filter((other) => other !== item);
    if (alone(rest)) held = rest;
  }
  return held;
}

function alike(one, other) {
  return one.permitted === other.permitted && one.undecided === other.undecided;
}

function smallSets(items) {
  const pairs = items.flatMap((one, index) => items.slice(index + 1).map((other) => [one, other]));
  return [[], ...items.map((item) => [item]), ...pairs];
}

function added(setting, chosen) {
  return {
    ...setting,
    order: [...setting.order, ...chosen.filter((item) => item.pair).map((item) => item.pair)],
    accepted: [...(setting.accepted || []), ...chosen.filter((item) => item.accepted).map((item) => item.accepted)],
  };
}

// What can be settled further in a setting: open points, then pairs of sources that get ranked.
function settlements(data, setting, found) {
  const { view, kept, world } = found;
  const columns = view.arguments;
  const open = columns.id
    .map((id, argument) => ({ id, argument, kind: columns.kind[argument] }))
    .filter(({ argument, kind }) => {
      if (!["fact", "challenge", "aside", "numbers"].includes(kind)) return false;
      const held = world.branches.filter((number) => view.branches[number].includes(argument)).length;
      return held > 0 && held < world.branches.length;
    })
    .map(({ id, argument, kind }) => ({ accepted: id, text: settlementText(columns, argument, kind) }));
  const standing = world.branches.map((number) => new Set(view.branches[number]));
  const direct = new Set();
  for (const [attacker, target] of view.conflicts) {
    if (!standing.some((accepted) => accepted.has(attacker) && accepted.has(target))) continue;
    const pair = [columns.source[attacker], columns.source[target]];
    if (pair.every((source) => kept[source])) direct.add(pair.join());
  }
  const involved = view.sources.map((_, s) => s).filter((s) => [...direct].some((pair) => pair.split(",").includes(String(s))));
  const pairs = involved
    .flatMap((high) => involved.filter((low) => low !== high).map((low) => [high, low]))
    .filter(([high, low]) => !(found.order[high] & (1 << low)) && !(found.order[low] & (1 << high)))
    .map((pair) => ({ pair: pair.map((source) => view.sources[source].id), direct: direct.has(pair.join()), sources: pair }));
  pairs.sort((one, other) => Number(other.direct) - Number(one.direct) || byList(one.pair, other.pair));
  return [...open, ...pairs];
}

function settlementText(columns, argument, kind) {
  if (kind === "numbers") return columns.said[argument];
  const name = QUOTED(columns.name[argument].replaceAll("_", " "));
  if (kind === "fact") return `${name} ${columns.id[argument].startsWith("fact:not ") ? "does not hold" : "holds"}`;
  return `the challenge ${name} is ${kind === "challenge" ? "upheld" : "dismissed"}`;
}

// Priorities as a phrase: `rejection ranks above welfare and veil`; equal parts said together.
function rankingText(view, pairs) {
  const name = (id) => view.sources.find((source) => source.id === id).name;
  const below = new Map();
  for (const [high, low] of pairs) below.set(high, [...(below.get(high) || []), name(low)]);
  const together = new Map();
  for (const [high, lows] of below) {
    const key = lows.join("\n");
    together.set(key, { lows, highs: [...(together.has(key) ? together.get(key).highs : []), name(high)] });
  }
  return listed(
    [...together.values()].map(
      ({ highs, lows }) => `${listed(highs)} ${highs.length > 1 ? "rank" : "ranks"} above ${listed(lows)}`,
    ),
  );
}

function sufficientText(found, chosen) {
  if (chosen === null) return "never the only position, since one source is at odds with itself";
  if (!chosen.length) return "whatever is settled";
  const said = chosen.filter((item) => item.accepted).map((item) => item.text);
  const ranked = rankingText(found.view, chosen.filter((item) => item.pair).map((item) => item.pair));
  return `it is enough that ${listed(ranked ? [...said, ranked] : said)}`;
}

// Everything the page tells of a setting, but for the pictures.
function tell(data, setting) {
  const found = solve(data, setting);
  if (found.refused) return { refused: found.refused, found };
  const statuses = statusesOf(data, found.positions);
  const told = {
    found,
    statuses,
    flags: flagsOf(data, found.positions, statuses),
    outcome: outcomeOf(data, found, statuses),
    labels: labelsIn(found, found.states),
  };
  told.remarks = statuses.map((_, option) => remarkOf(data, found, told, option));
  told.verdict = verdictText(data, found, told);
  told.why = whyTexts(data, found, told);
  told.positions = found.positions.map((position) => {
    const one = found.positions.length === 1;
    const chosen = one ? [] : sufficient(data, setting, found, position);
    return { ...position, text: positionText(data, position), chosen, suffices: one ? "" : sufficientText(found, chosen) };
  });
  return told;
}

// The command that comes to the same, as words of a shell.
function commandOf(data, setting) {
  const { name, questions, frameworks, facts, priorities, compliance, kept } = data.case;
  const words = ["argue", "analyze", name];
  const settled = Object.entries(facts).map(([fact, holds]) => `${fact}=${holds}`);
  questions.forEach((question, index) => {
    const mark = setting.settled[index];
    if (question.kind === "fact" && mark !== "-") settled.push(`${question.id}=${mark === "1"}`);
  });
  if (settled.length) words.push("--facts", settled.join(","));
  for (const pair of [...priorities, ...setting.order]) words.push("--prioritize", pair.join(">"));
  const left = frameworks.filter((id) => !setting.without.has(id));
  if (left.length < frameworks.length || kept) words.push("--frameworks", left.join(","));
  if (compliance) words.push("--compliance", compliance);
  return words.map(shellWord).join(" ");
}

function shellWord(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'"'"'`)}'`;
}
