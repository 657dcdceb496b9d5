"use strict";

// What a reader has chosen on the page, and the address that keeps it, so that a link shares it.
//
// `settled` holds a sign for every question, `ranks` a rank for a source (absent: unranked),
// `without` the frameworks left out, `position` the one looked at (0: all of them), `whole` and
// `fit` whether every reason at play is drawn, and as wide as the page.

const PREFIX = "#what-if?";

function startOf(data) {
  const settled = data.case.questions.map(() => "-");
  return { settled, ranks: new Map(), without: new Set(), position: 0, whole: false, fit: false };
}

function isStart(state) {
  return state.settled.every((mark) => mark === "-") && !state.ranks.size && !state.without.size;
}

function settingOf(state) {
  return { settled: state.settled.join(""), without: state.without, order: orderOf(state) };
}

// The ranks as pairs of neighbours; sources of one rank stay unranked between each other.
function orderOf(state) {
  const ranked = [...state.ranks].filter(([id]) => !state.without.has(id));
  const levels = [...new Set(ranked.map(([, rank]) => rank))].sort((one, other) => one - other);
  const at = levels.map((level) => ranked.filter(([, rank]) => rank === level).map(([id]) => id));
  return at.slice(1).flatMap((lower, index) => at[index].flatMap((high) => lower.map((low) => [high, low])));
}

function addressOf(data, state) {
  const words = new URLSearchParams();
  data.case.questions.forEach(({ kind, id }, index) => {
    if (state.settled[index] !== "-") words.append(`${kind}.${id}`, state.settled[index]);
  });
  for (const id of state.without) words.append("without", id);
  for (const [id, rank] of state.ranks) words.append(`rank.${id}`, String(rank));
  if (state.position) words.append("position", String(state.position));
  if (state.whole) words.append("whole", "1");
  return [...words].length ? `${PREFIX}${words}` : "#what-if";
}

// The state an address holds, and what in it this case does not have.
function stateOf(data, address) {
  const state = startOf(data);
  const unknown = [];
  if (!address.startsWith(PREFIX)) return { state, unknown };
  const sources = data.views[0].sources.map((source) => source.id);
  for (const [word, value] of new URLSearchParams(address.slice(PREFIX.length))) {
    const [kind, id] = [word.split(".", 1)[0], word.slice(word.indexOf(".") + 1)];
    const question = data.case.questions.findIndex((q) => q.kind === kind && q.id === id);
    const number = Number(value);
    const counts = Number.isInteger(number) && number > 0;
    if (question >= 0 && ["0", "1"].includes(value)) state.settled[question] = value;
    else if (word === "without" && data.case.frameworks.includes(value)) state.without.add(value);
    else if (kind === "rank" && sources.includes(id) && counts) state.ranks.set(id, Math.min(number, sources.length));
    else if (word === "position" && counts) state.position = number;
    else if (word === "whole") state.whole = true;
    else unknown.push(`${word}=${value}`);
  }
  return { state, unknown };
}
