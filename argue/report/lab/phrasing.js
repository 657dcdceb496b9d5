"use strict";

// Pieces of messages: what was written, quoted safely, and what may have been meant.

const MOST_SHOWN = 60;
const MOST_COMPARED = 80;
const MOST_LISTED = 25;
const NEAR = 0.6;

function visible(text) {
  return text.replace(/[\p{C}\p{Z}]/gu, (character) => (character === " " ? character : escaped(character)));
}

function escaped(character) {
  const common = { "\t": "\\t", "\n": "\\n", "\r": "\\r" };
  const code = character.codePointAt(0);
  const hexadecimal = (digits) => code.toString(16).padStart(digits, "0");
  return common[character] || (code < 256 ? `\\x${hexadecimal(2)}` : `\\u${hexadecimal(4)}`);
}

function inQuotes(text) {
  const letters = [...text];
  const shown = letters.length <= MOST_SHOWN ? text : `${letters.slice(0, MOST_SHOWN - 3).join("")}...`;
  return `"${visible(shown)}"`;
}

function named(names) {
  const shown = names.slice(0, MOST_LISTED).map((name) => visible(name.slice(0, MOST_COMPARED)));
  return shown.join(", ") + (names.length > MOST_LISTED ? ", ..." : "");
}

// Which known name comes nearest, if one does, and which there are.
function didYouMean(name, names) {
  if (!names.length) return "there is none in this case";
  const folded = new Map([...names].reverse().map((each) => [each.toLowerCase(), each]));
  const meant = name.slice(0, MOST_COMPARED).toLowerCase().replaceAll("-", "_");
  const scored = [...folded.keys()].map((each) => [likeness(each, meant), each]).filter(([score]) => score >= NEAR);
  scored.sort((one, other) => other[0] - one[0] || (other[1] > one[1] ? 1 : -1));
  const hint = scored.length ? `did you mean "${visible(folded.get(scored[0][1]))}"? ` : "";
  return `${hint}one of: ${named(names)}`;
}

// How much of two texts is alike, 0 to 1, by their longest common blocks (Ratcliff and Obershelp).
function likeness(one, other) {
  const size = one.length + other.length;
  return size ? (2 * matching(one, other)) / size : 1;
}

function matching(one, other) {
  let best = { size: 0, start: 0, at: 0 };
  let before = new Array(other.length + 1).fill(0);
  for (let i = 0; i < one.length; i++) {
    const row = new Array(other.length + 1).fill(0);
    for (let j = 0; j < other.length; j++) {
      if (one[i] !== other[j]) continue;
      row[j + 1] = before[j] + 1;
      if (row[j + 1] > best.size) best = { size: row[j + 1], start: i - row[j + 1] + 1, at: j - row[j + 1] + 1 };
    }
    before = row;
  }
  if (!best.size) return 0;
  const left = matching(one.slice(0, best.start), other.slice(0, best.at));
  const right = matching(one.slice(best.start + best.size), other.slice(best.at + best.size));
  return best.size + left + right;
}

function spaced(name) {
  return name.replaceAll("_", " ");
}

function joined(items, last = "and") {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${last} ${items[items.length - 1]}`;
}
