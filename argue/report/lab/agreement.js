"use strict";

// Frameworks that ask what those concerned would agree to, and whom an option interferes with.

const BEFORE = "before";

// What each standpoint gains under every option over what it has without agreement.
function gainsOver(view) {
  const point = view.parameters.disagreement;
  const fallback = view.options.indexOf(point);
  if (point !== BEFORE && fallback < 0) {
    const known = [BEFORE, ...view.options].join(", ");
    throw new Unfit(`disagreement '${point}' is no option; write one of: ${known}`);
  }
  return view.cells.map((row) => (fallback < 0 ? row : row.map((cell, k) => minus(cell, view.cells[fallback][k]))));
}

// The places of those whose agreement is asked for: everybody's where nobody is named.
function partiesOf(view) {
  const named = view.parameters.parties.length ? view.parameters.parties : view.people;
  const unknown = named.filter((name) => !view.people.includes(name));
  if (unknown.length) {
    const known = view.people.join(", ");
    throw new Unfit(`parties ${unknown.join(", ")} are no standpoints; write some of: ${known}`);
  }
  return range(view.people.length).filter((k) => named.includes(view.people[k]));
}

function compareBargains(view) {
  samePeople(view);
  const parties = partiesOf(view);
  const gains = gainsOver(view);
  const passes = gains.map((row) => parties.every((k) => isLeast(row[k], ZERO)));
  const margins = view.pairs
    .filter(([a, b]) => passes[a] && !passes[b])
    .flatMap(([a, b]) => parties.map((k) => [view.people[k], a, b, positive(negative(gains[b][k]))]));
  return { margins, passes };
}

function bargainWords(c) {
  return (
    `${c.voice} would not agree to "${c.worse}", which leaves them ${c.margin} short; ` +
    `all would agree to "${c.better}"`
  );
}

// With how many persons every option interferes; where their own good excuses it, not with those
// who are left no worse off than before.
function interfered(view) {
  return view.options.map((option, place) => {
    const people = range(view.people.length).filter((k) => wrongedBy(view, place)[k]);
    if (view.parameters.own_good !== "excused") return summed(people.map((k) => view.counts[k]));
    const absent = people.find((k) => view.cells[place][k] === null);
    if (absent !== undefined) {
      throw new Unfit(`${view.people[absent]} is absent under ${option}, which cannot interfere with them`);
    }
    return summed(people.filter((k) => isMore(ZERO, view.cells[place][k])).map((k) => view.counts[k]));
  });
}

function compareAutonomy(view) {
  return { margins: leads(view, interfered(view).map(negative)) };
}

function autonomyWords(c) {
  return `"${c.worse}" ${verbsOf(c.given.wrongs)} more people without their consent than "${c.better}"`;
}
