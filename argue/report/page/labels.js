"use strict";

// Statuses of options, and labels of arguments, over the states of a setting.

// The statuses of the options over all positions, and what else is to be said of each.
function statusesOf(data, positions) {
  const options = data.case.options.map((_, option) => 1 << option);
  if (!positions.length) return options.map(() => "undefined");
  const plain = options.map((bit) => {
    const permitted = positions.map((p) => Boolean(p.permitted & bit));
    const out = positions.map((p) => !((p.permitted | p.undecided) & bit));
    if (permitted.every(Boolean)) return "permissible";
    if (permitted.some(Boolean) && out.some(Boolean)) return "contested";
    const gone = positions.every((p, index) => out[index] || p.eliminated & bit);
    return gone ? "impermissible" : "unresolved";
  });
  return plain.map((status, option) => {
    const others = plain.filter((_, other) => other !== option);
    const required = status === "permissible" && others.length;
    return required && others.every((other) => other === "impermissible") ? "obligatory" : status;
  });
}

function flagsOf(data, positions, statuses) {
  return statuses.map((status, option) => {
    const undecided = positions.some((p) => p.undecided & (1 << option));
    if (undecided && status === "impermissible") return ["eliminated"];
    return undecided && status === "contested" ? ["undecided in some position"] : [];
  });
}

function outcomeOf(data, found, statuses) {
  if (statuses.includes("undefined")) return "undefined";
  const speaking = found.view.sources.some((s, index) => found.kept[index] && !found.world.silent.includes(s.id));
  if (!speaking && !data.case.options.some((option) => option.forbidden)) return "silent";
  if (statuses.includes("contested")) return "contested";
  return statuses.includes("unresolved") ? "unresolved" : "decided";
}

// The labels every argument has in some of these states, as bits; of a reason also those of its
// objection. What only sources left out say has none.
function labelsIn(found, states) {
  const { view, kept } = found;
  const columns = view.arguments;
  const own = new Array(columns.id.length).fill(0);
  const objections = new Array(columns.id.length).fill(0);
  for (const state of states) {
    const accepted = new Set(state.accepted);
    columns.kind.forEach((kind, argument) => {
      const [label, objection] = labelIn(columns, state, accepted, argument, kind);
      if (kind === "reason" && !kept[columns.source[argument]]) return;
      own[argument] |= label;
      objections[argument] |= objection;
    });
  }
  return { own, objections };
}

function labelIn(columns, state, accepted, argument, kind) {
  if (kind === "permission") return [optionLabel(state.labels, columns.better[argument]), 0];
  if (kind === "presumption") {
    const met = state.rows[columns.worse[argument]] & (1 << columns.better[argument]);
    return [met ? OUT : IN, 0];
  }
  if (!accepted.has(argument)) return [OUT, OUT];
  if (kind !== "reason") return [IN, 0];
  const [key, side] = pairOf(columns, argument);
  const speakers = state.said.get(key);
  if (!speakers) return [OUT, OUT];
  const first = state.first.get(key);
  const own = first === columns.source[argument];
  if (!own && standingSides(speakers, first) & ~side && first !== undefined) return [OUT, OUT];
  if (state.answered.has(argument)) return [IN, OUT];
  return [IN, optionLabel(state.labels, columns.better[argument])];
}

function optionLabel(labels, option) {
  if (labels.permitted & (1 << option)) return IN;
  return labels.undecided & (1 << option) ? UNDECIDED : OUT;
}
