"use strict";

// A verdict, or what is wrong with a case, as elements of the page; text is only ever text.

const MOST_COLUMNS = 56;
const BEFORE_CARET = 24;
const STANDINGS = { 1: ["accepted", "✓"], 2: ["rejected", "✗"], 4: ["undecided", "○"] };

function element(name, attributes, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
  made.append(...inside.map((each) => (typeof each === "string" ? inert(each) : each)));
  return made;
}

// Text in which nothing moves a cursor, turns the direction or hides; a line may end.
function inert(text) {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => (character === "\n" ? character : escaped(character)));
}

function heading(text) {
  return element("h3", null, text);
}

function sentenced(text) {
  const ended = /[.!?…]$/.test(text) ? text : `${text}.`;
  return ended.slice(0, 1).toUpperCase() + ended.slice(1);
}

// Everything that is told of a case that was judged.
function verdictElements(kase, found, tables) {
  const { told } = found;
  const parts = [optionCards(kase, told, tables)];
  if (told.positions.length > 1) parts.push(heading("Coherent positions"), positionList(told));
  parts.push(heading("What each principle says alone"), aloneTable(kase, found));
  parts.push(...told.reviewed.map((review) => element("p", null, reviewText(review))));
  if (told.residue.length) parts.push(element("p", null, residueText(told.residue)));
  if (kase.considered.length) parts.push(heading("Judgements held before"), consideredList(kase, found));
  parts.push(heading("Arguments"), argumentOutline(kase, found));
  return parts;
}

function optionCards(kase, told, tables) {
  const cards = [...kase.options.values()].map((option, place) => {
    const status = told.statuses[place];
    const [opening, texts] = told.why[place];
    const remark = told.remarks[place] ? ` (${told.remarks[place]})` : "";
    const card = element(
      "div",
      { class: `verdict ${status}` },
      element("p", { class: "status" }, `${tables.words.glyphs[status] || ""} `, element("b", null, option.id), ` ${status}${remark}`),
      element("p", { class: "text" }, option.text),
      element("p", null, opening),
    );
    if (texts.length) card.append(element("ul", null, ...texts.map((text) => element("li", null, text))));
    return card;
  });
  return element("div", { class: "options" }, ...cards);
}

function positionList(told) {
  const entries = told.positions.map(({ text, suffices }) =>
    element("li", null, sentenced(text), suffices ? ` ${sentenced(suffices)}` : ""),
  );
  const list = element("ol", null, ...entries);
  const more = "What suffices for each is not searched for here, since the sources can be ranked in too many ways.";
  return told.bounded ? element("div", null, list, element("p", null, more)) : list;
}

function aloneTable(kase, { data, told }) {
  const options = [...kase.options.keys()];
  if (!told.alone.length) return element("p", null, "The case names no principle, norm or reason.");
  const head = element("tr", null, element("td", null), ...options.map((o) => element("th", { scope: "col" }, o)));
  const rows = data.views[0].sources.map(({ name }, place) =>
    element(
      "tr",
      null,
      element("th", { scope: "row" }, name),
      ...told.alone[place].map((word) => element("td", { class: word }, word)),
    ),
  );
  const table = element("table", null, element("thead", null, head), element("tbody", null, ...rows));
  const attributes = { class: "wide", tabindex: "0", role: "region", "aria-label": "What each principle says alone" };
  return element("div", attributes, table);
}

function reviewText({ norm, instead, acted }) {
  const against = `The principles behind ${sourceName(norm.source)} (${joined(norm.principles.map(spaced))}) speak against it: `;
  const would = instead.length ? `; they would permit ${joined(instead.map((option) => `"${option}"`))}` : "";
  const then = acted ? "It may act on that, so that the norm says nothing here." : "Its letter still binds.";
  return `${against}they rule out everything that complies with it${would}. ${then}`;
}

function residueText(residue) {
  return `Whatever is done, something is left over by the lights of ${joined(residue.map(sourceName))}.`;
}

function consideredList(kase, found) {
  const entries = comparedWithHeld(kase, found).map(({ option, status, by, got, agrees }) => {
    const held = `"${option}" was held to be ${status}${by === undefined ? "" : ` by ${sourceName(by)}`}`;
    return element("li", null, `${held}; here it is ${got}: ${agrees ? "they agree" : "they differ"}.`);
  });
  return element("ul", null, ...entries);
}

// The arguments as a nested outline: for each option what speaks against it, and what answers that.
function argumentOutline(kase, { graph, labels }) {
  const against = new Map();
  for (const attack of graph.attacks) against.set(attack.target, [...(against.get(attack.target) || []), attack]);
  const sections = [...kase.options.keys()].map((option) => {
    const permission = `permission:${option}`;
    const attacks = against.get(permission) || [];
    const inside = attacks.length
      ? element("ul", null, ...attacks.map(({ attacker }) => objectionItem(graph, labels, against, attacker)))
      : element("p", null, "Nothing speaks against it.");
    return element("details", null, element("summary", null, ...standing(labels, permission), `"${option}" may be done`), inside);
  });
  return element("div", { class: "outline" }, ...sections);
}

function objectionItem(graph, labels, against, id) {
  const argument = graph.arguments.get(id);
  const reason = argument.kind === "objection" ? graph.arguments.get(argument.premises[0]) : argument;
  const source = reason.source === null ? "" : `${sourceName(reason.source)}: `;
  const attacks = reason === argument ? against.get(id) || [] : [...(against.get(id) || []), ...(against.get(reason.id) || [])];
  const item = element("li", null, ...standing(labels, id), sentenced(`${source}${reason.text}${needsText(reason)}`));
  const able = attacks.filter(({ attacker }) => labels.get(attacker) !== 2);
  const answers = able.map((attack) => answerItem(graph, labels, attack));
  const failing = attacks.length - able.length;
  if (failing) answers.push(element("li", null, `${able.length ? `${failing} more` : failing} against that, rejected in every position`));
  if (answers.length) item.append(element("ul", null, ...answers));
  return item;
}

function answerItem(graph, labels, { attacker, higher, lower }) {
  const { text, kind, source } = graph.arguments.get(attacker);
  const said = kind === "challenge" ? `challenged: ${text}` : kind === "reason" ? `${sourceName(source)}: ${text}` : text;
  const given = higher === null ? "" : ` (if ${sourceName(higher)} ranks above ${sourceName(lower)})`;
  return element("li", null, "against that: ", ...standing(labels, attacker), `${said}${given}`);
}

function standing(labels, id) {
  const [word, glyph] = STANDINGS[labels.get(id)] || ["varies", "◐"];
  return [element("span", { class: `standing ${word}` }, `${glyph} ${word}`), " "];
}

// What is wrong with a case, or to be warned of, each with its line, a caret, and what to write instead.
function problemElements(problems, goTo) {
  return problems.map((problem) => {
    const code = problem.code === "page" ? "" : `[${problem.code}]`;
    const place = problem.line ? `line ${problem.line}, column ${problem.column}` : "the case";
    const button = element("button", { type: "button" }, `Go to ${place}`);
    button.addEventListener("click", () => goTo(problem));
    const sort = problem.code.startsWith("W") ? "warning" : "error";
    const said = element("p", null, element("b", null, `${sort}${code} `), visible(problem.message));
    const shown = element("li", { class: sort === "error" ? "problem" : "problem warning" }, said);
    if (problem.text) shown.append(element("pre", { tabindex: "0", "aria-label": place }, caretText(problem)));
    if (problem.help) shown.append(element("p", { class: "help" }, `Help: ${visible(problem.help)}`));
    if (problem.line) shown.append(button);
    return shown;
  });
}

function problemList(problems, goTo) {
  return element("ul", { class: "problems" }, ...problemElements(problems, goTo));
}

// A line with a caret under the place; of a long one only what is around it.
function caretText({ line, column, length, text }) {
  const gutter = " ".repeat(String(line).length);
  const letters = [...text];
  const from = column - 1 + length > MOST_COLUMNS ? Math.max(0, column - 1 - BEFORE_CARET) : 0;
  const shown = letters.slice(from, from + MOST_COLUMNS);
  const dots = [from ? "..." : "", from + MOST_COLUMNS < letters.length ? "..." : ""];
  const start = dots[0].length + column - 1 - from;
  const width = Math.max(1, Math.min(length, shown.length + dots[0].length - start));
  const said = `${line} | ${dots[0]}${visible(shown.join(""))}${dots[1]}`;
  return `${said}\n${gutter} | ${" ".repeat(start)}${"^".repeat(width)}`;
}
