"use strict";

// The what-if of the page: its controls, and what they come to.

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

function nestedList(entries) {
  return element("ul", {}, ...entries.map(([text, below]) => {
    const rest = below.length ? [nestedList(below.map((one) => [one, []]))] : [];
    return element("li", {}, text, ...rest);
  }));
}

const SETTLEMENTS = {
  fact: [["-", "open"], ["1", "holds"], ["0", "does not hold"]],
  challenge: [["-", "open"], ["1", "upheld"], ["0", "dismissed"]],
};

// --- the controls ---

function controlsOf(data) {
  const form = element("form", { "aria-label": "What if" });
  data.case.questions.forEach((question, index) => form.append(questionField(question, index)));
  const field = principlesField(data);
  if (field) form.append(field);
  form.append(element("p", {}, element("button", { type: "reset" }, "Back to the case as it stands")));
  return form;
}

function questionField(question, index) {
  const what = question.kind === "fact" ? "Disputed" : "Challenge";
  const said = question.text ? `${what}: ${question.text}` : `${what}: ${question.name}`;
  const radios = SETTLEMENTS[question.kind].map(([mark, word]) =>
    element("label", {}, element("input", { type: "radio", name: `question-${index}`, value: mark }), ` ${word}`));
  return element("fieldset", {}, element("legend", {}, said), ...radios);
}

function principlesField(data) {
  const { sources } = data.views[0];
  if (sources.length < 2) return null;
  const rows = sources.map((source, index) => {
    const kept = data.case.frameworks.includes(source.id)
      ? element("input", { type: "checkbox", name: `kept-${index}`, "aria-label": `${source.name} has a say` })
      : "always";
    const ranks = sources.map((_, rank) => element("option", { value: String(rank + 1) }, String(rank + 1)));
    const select = element("select", { name: `rank-${index}`, "aria-label": `Rank of ${source.name}` },
      element("option", { value: "" }, "open"), ...ranks);
    return element("tr", {}, element("th", { scope: "row" }, source.name),
      element("td", {}, kept), element("td", {}, select));
  });
  const head = element("tr", {}, element("th", { scope: "col" }, "principle"),
    element("th", { scope: "col" }, "has a say"), element("th", { scope: "col" }, "rank"));
  return element("fieldset", {}, element("legend", {}, "Principles: who has a say, and who ranks above whom"),
    element("p", { class: "hint" }, "1 is the highest. What is open, or of one rank, is left undecided between them."),
    element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows)));
}

function writeControls(data, form, state) {
  state.settled.forEach((mark, index) => {
    for (const radio of form.elements[`question-${index}`]) radio.checked = radio.value === mark;
  });
  data.views[0].sources.forEach((source, index) => {
    const [kept, rank] = [form.elements[`kept-${index}`], form.elements[`rank-${index}`]];
    if (kept) kept.checked = !state.without.has(source.id);
    if (rank) rank.value = state.ranks.has(source.id) ? String(state.ranks.get(source.id)) : "";
    if (rank) rank.disabled = state.without.has(source.id);
  });
}

function readControls(data, form) {
  const state = startOf(data);
  state.settled = state.settled.map((_, index) => form.elements[`question-${index}`].value);
  data.views[0].sources.forEach((source, index) => {
    const [kept, rank] = [form.elements[`kept-${index}`], form.elements[`rank-${index}`]];
    if (kept && !kept.checked) state.without.add(source.id);
    if (rank && rank.value) state.ranks.set(source.id, Number(rank.value));
  });
  return state;
}

// --- what they come to ---

const REFUSALS = {
  rules: "This cannot be: the rules of the case say otherwise.",
  order: "This ranking goes against itself or a priority that the case declares:",
};

function refusedParts(told) {
  const { refused, found } = told;
  if (refused === "rules") return [element("p", { class: "headline" }, REFUSALS.rules)];
  const names = (pair) => pair.map((source) => found.view.sources[source].name).join(" above ");
  return [element("p", { class: "headline" }, REFUSALS.order), nestedList(found.declared.map((pair) => [names(pair), []]))];
}

function verdictParts(data, told, base) {
  const { glyphs } = data.words;
  const cards = data.case.options.map(({ id, text }, option) => {
    const status = told.statuses[option];
    const remark = told.remarks[option] ? ` (${told.remarks[option]})` : "";
    const before = base.statuses[option];
    const was = before === status ? "" : ` (was ${before})`;
    return element("div", { class: `verdict ${status}` },
      element("p", {}, element("strong", {}, `${glyphs[status]} ${id}: ${status}${was}`)),
      element("p", {}, `${text}${remark}`));
  });
  return [...cards, element("p", { class: "headline" }, told.verdict)];
}

function positionParts(told, state, choose) {
  if (told.positions.length < 2) return [];
  const texts = ["all of them", ...told.positions.map((p) => `${sentence(p.text).slice(0, -1)}: ${p.suffices}.`)];
  const rows = texts.map((text, index) => {
    const radio = element("input", { type: "radio", name: "position", value: String(index) });
    radio.checked = index === state.position;
    radio.addEventListener("change", () => choose({ position: index }, `input[name=position][value="${index}"]`));
    return element("label", { class: "row" }, radio, ` ${text}`);
  });
  return [element("fieldset", {}, element("legend", {}, "Coherent positions: which one to look at"), ...rows)];
}

function mapParts(data, told, state, choose) {
  const position = told.positions[state.position - 1];
  const states = told.found.states.filter((one) => !position || alike(one.labels, position));
  const picture = pictureFor(data, told, states, state.whole);
  const standings = standingsOf(data, told, picture, states, position);
  const { pictures } = told.found.view;
  const parts = [element("h3", {}, "The map under these choices")];
  if (pictures.length > 1) {
    const box = element("input", { type: "checkbox", name: "whole" });
    box.checked = state.whole;
    box.addEventListener("change", () => choose({ whole: box.checked }, "input[name=whole]"));
    parts.push(element("label", { class: "row" }, box, " Draw every reason at play"));
  }
  const fit = element("input", { type: "checkbox", name: "fit" });
  fit.checked = state.fit;
  fit.addEventListener("change", () => choose({ fit: fit.checked }, "input[name=fit]"));
  parts.push(element("label", { class: "row" }, fit, " Fit the map to the page"));
  const where = position ? `position ${state.position}` : "all positions";
  const scroll = element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": `Map of the arguments, ${where}` },
    drawn(data, told, picture, standings));
  const items = outlineOf(told, picture, standings);
  return [...parts, element("figure", { class: state.fit ? "fit" : "" }, scroll), element("details", {},
    element("summary", {}, "The same map in words"), nestedList(items))];
}

function reproductionParts(data, state) {
  const rulings = data.case.questions
    .map((question, index) => [question, state.settled[index]])
    .filter(([question, mark]) => question.kind === "challenge" && mark !== "-")
    .map(([question, mark]) => `challenges, ${question.id}: status: ${mark === "1" ? "accepted" : "refuted"}`);
  const edits = rulings.length ? [element("p", {}, "With this in the case file:"), nestedList(rulings.map((one) => [one, []]))] : [];
  return [...edits, element("p", {}, "The same from the command line; the address of this page keeps it, too:"),
    element("pre", {}, element("code", {}, commandOf(data, settingOf(state))))];
}

function outcomeParts(data, told, { base, state, unknown, choose }) {
  const strange = unknown.length
    ? [element("p", {}, `The address names what this case does not have: ${unknown.join(", ")}.`)]
    : [];
  if (told.refused) return [...strange, ...refusedParts(told)];
  return [
    ...strange,
    ...verdictParts(data, told, base),
    ...positionParts(told, state, choose),
    element("h3", {}, "Why"),
    nestedList(told.why),
    ...reproductionParts(data, state),
  ];
}

function startWhatIf(data) {
  const section = document.getElementById("what-if");
  const [outcome, map] = ["what-if-outcome", "what-if-map"].map((id) => document.getElementById(id));
  const announced = document.getElementById("what-if-announced");
  const form = controlsOf(data);
  document.getElementById("what-if-controls").append(form);
  const base = tell(data, settingOf(startOf(data)));
  let state = startOf(data);

  const show = (unknown = []) => {
    const told = isStart(state) ? base : tell(data, settingOf(state));
    if (!told.positions || state.position > told.positions.length) state.position = 0;
    writeControls(data, form, state);
    section.classList.toggle("unchanged", isStart(state) && !state.position);
    outcome.replaceChildren(...outcomeParts(data, told, { base, state, unknown, choose }));
    map.replaceChildren(...(told.refused ? [] : mapParts(data, told, state, choose)));
    const address = addressOf(data, state);
    if (location.hash.startsWith(PREFIX) || address !== "#what-if") history.replaceState(null, "", address);
    return told;
  };
  // What is chosen inside the outcome is drawn anew with it, so the focus is put back.
  const choose = (change, selector) => {
    state = { ...state, ...change };
    show();
    section.querySelector(selector).focus();
  };
  const announce = (told) => {
    announced.textContent = told.refused ? REFUSALS[told.refused] : told.verdict;
  };
  const readAddress = () => {
    const read = stateOf(data, location.hash);
    state = read.state;
    return show(read.unknown);
  };
  form.addEventListener("change", () => {
    state = { ...readControls(data, form), whole: state.whole, fit: state.fit };
    announce(show());
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    state = startOf(data);
    announce(show());
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", () => {
    if (location.hash.startsWith(PREFIX) && location.hash !== addressOf(data, state)) announce(readAddress());
  });
  readAddress();
  if (location.hash.startsWith(PREFIX)) section.scrollIntoView();
}
