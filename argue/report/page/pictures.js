"use strict";

// The map under a setting: the same boxes and arrows, told anew.

const STANDINGS = { 1: "accepted", 2: "rejected", 4: "undecided" };
const LABEL_COLUMNS = 20;

// Where every box of a picture stands in some states: a word, `varies` if not the same in all.
function standingsOf(data, told, picture, states, position) {
  const { found, statuses } = told;
  const labels = labelsIn(found, states);
  const columns = found.view.arguments;
  return picture.nodes.map(({ argument }) => {
    const kind = columns.kind[argument];
    if (kind === "permission" && !position) return statuses[columns.better[argument]];
    const bits = kind === "reason" ? labels.objections[argument] : labels.own[argument];
    if (isLeftOut(found, argument)) return "left out";
    if (!bits) return "undefined";
    return STANDINGS[bits] || "varies";
  });
}

// Whether only frameworks that are left out say an argument.
function isLeftOut({ view, kept }, argument) {
  const columns = view.arguments;
  if (columns.kind[argument] === "reason") return !kept[columns.source[argument]];
  if (columns.kind[argument] !== "reply") return false;
  const answered = view.attacks.filter(([attacker]) => attacker === argument);
  return answered.every(([, target]) => !kept[columns.source[target]]);
}

// Whether a picture shows, wherever an option falls or hangs, something that brings this about.
function isAdequate(data, told, picture, states) {
  const { found } = told;
  const columns = found.view.arguments;
  const shown = picture.nodes.map((node) => node.argument);
  return states.every((state) => {
    const labels = labelsIn(found, [state]);
    return data.case.options.every((_, option) => {
      const own = optionLabel(state.labels, option);
      if (own === IN) return true;
      const wanted = own === OUT ? IN : UNDECIDED;
      return shown.some((argument) => {
        if (columns.worse[argument] !== option) return false;
        if (columns.kind[argument] === "presumption") return own === OUT && labels.own[argument] === IN;
        return columns.kind[argument] === "reason" && labels.objections[argument] === wanted;
      });
    });
  });
}

// The picture to be drawn: the first that is adequate, the last if every reason is asked for.
function pictureFor(data, told, states, whole) {
  const { pictures } = told.found.view;
  const last = pictures[pictures.length - 1];
  if (whole) return last;
  return pictures.find((picture) => isAdequate(data, told, picture, states)) || last;
}

// A picture as an element of the page, its boxes and arrows told anew.
function drawn(data, told, picture, standings) {
  const parsed = new DOMParser().parseFromString(picture.svg, "image/svg+xml");
  const svg = document.importNode(parsed.documentElement, true);
  const groups = svg.querySelectorAll("g[data-id]");
  picture.nodes.forEach((node, index) => redrawBox(data, groups[index], node, standings[index]));
  picture.arrows.forEach((arrow, index) => redrawArrow(told, picture, svg, arrow, index));
  const shown = data.case.options.map(({ id }, option) => `${id}: ${standings[option]}`);
  svg.querySelector("desc").textContent = shown.join("; ");
  return svg;
}

function redrawBox(data, group, node, standing) {
  const { lines, undecided, glyphs } = data.words;
  const [width, dashes, colour, ground] = lines[standing] || undecided;
  const box = group.querySelector("rect");
  const attributes = { "stroke-width": width, "stroke-dasharray": dashes || "none", stroke: colour, fill: ground };
  for (const [name, value] of Object.entries(attributes)) box.setAttribute(name, value);
  group.querySelector("text").textContent = `${glyphs[standing] || "·"} ${standing}`;
  group.querySelector("title").textContent = boxText(node, standing);
}

function boxText(node, standing) {
  const condition = node.condition ? ` (${node.condition})` : "";
  return `${node.heading}, ${standing}: ${node.text}${condition}`;
}

function redrawArrow(told, picture, svg, arrow, index) {
  const { view, order } = told.found;
  const [path, ...rest] = svg.querySelectorAll(`[data-arrow="${index}"]`);
  const ends = [arrow.tail, arrow.head].map((node) => picture.nodes[node].argument);
  if (ends.some((argument) => isLeftOut(told.found, argument))) {
    for (const part of [path, ...rest]) part.setAttribute("visibility", "hidden");
    return;
  }
  if (!arrow.ranked) return;
  const [tail, head] = ends.map((argument) => view.arguments.source[argument]);
  const forward = Boolean(order[tail] & (1 << head));
  const backward = Boolean(order[head] & (1 << tail));
  if (backward && !arrow.mutual) {
    for (const part of [path, ...rest]) part.setAttribute("visibility", "hidden");
    return;
  }
  if (!forward && !backward) return;
  path.removeAttribute("stroke-dasharray");
  path.removeAttribute(forward ? "marker-start" : "marker-end");
  const [high, low] = forward ? [tail, head] : [head, tail];
  const lines = wrapped(`${view.sources[high].name} > ${view.sources[low].name}`, LABEL_COLUMNS);
  const labels = rest.filter((part) => part.tagName === "text");
  labels.forEach((label, place) => {
    const last = place === labels.length - 1;
    label.textContent = last ? lines.slice(place).join(" ") : lines[place] || "";
  });
}

function wrapped(text, columns) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines[lines.length - 1];
    if (line && line.length + 1 + word.length > columns) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines;
}

// The same as the picture in words: every box, and what attacks it.
function outlineOf(told, picture, standings) {
  const { view, order } = told.found;
  const source = (node) => view.arguments.source[picture.nodes[node].argument];
  const attackers = (node) => {
    const found = [];
    for (const { tail, head, ranked, mutual, support } of picture.arrows) {
      if (head === node) found.push([tail, ranked, support]);
      if (mutual && tail === node) found.push([head, ranked, support]);
    }
    return found.filter(([by]) => standings[by] !== "left out");
  };
  return picture.nodes.map((node, index) => {
    const below = attackers(index).flatMap(([by, ranked, support]) => {
      const name = `${picture.nodes[by].heading} (${standings[by]})`;
      if (support) return [`rests on ${name}`];
      if (!ranked) return [`attacked by ${name}`];
      const [high, low] = [source(by), source(index)];
      if (order[low] & (1 << high)) return [];
      const given = order[high] & (1 << low) ? "as" : "if";
      return [`attacked by ${name}, ${given} ${view.sources[high].name} ranks above ${view.sources[low].name}`];
    });
    return [boxText(node, standings[index]), below];
  });
}
