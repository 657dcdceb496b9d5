"use strict";

// Open questions of a case, the worlds that answer them, and what holds in which of them.
//
// A question is a disputed fact or a challenge that changes what is read, as `fact surge`. A set of
// worlds is the bits of a BigInt; a reason that holds in it becomes one argument a prime implicant.

const MOST_QUESTIONS = 8;

class Limit extends Error {}

class Worlds {
  constructor(questions) {
    this.questions = questions;
    this.size = 1 << questions.length;
  }

  // Answers the truth of every question in the world of this index, by name of the question.
  at(index) {
    return new Map(this.questions.map((question, place) => [question, Boolean(index & (1 << place))]));
  }

  // The prime implicants of a set of worlds, smallest first: lists of [question, whether it holds].
  implicants(holds) {
    if (holds === (1n << BigInt(this.size)) - 1n) return [[]];
    const primes = [];
    for (const [cube, mask] of this.cubes()) {
      if (mask & ~holds || primes.some(([, larger]) => !(mask & ~larger))) continue;
      primes.push([cube, mask]);
    }
    return primes.map(([cube]) => cube.map(([place, value]) => [this.questions[place], Boolean(value)]));
  }

  // Every conjunction of answers with its worlds, fewest answers first.
  cubes() {
    if (this.known) return this.known;
    const places = this.questions.map((_, place) => place);
    this.known = places
      .concat(places.length)
      .flatMap((number) => chosen(places, number))
      .flatMap((kept) => valuesFor(kept).map((cube) => [cube, this.maskOf(cube)]));
    return this.known;
  }

  maskOf(cube) {
    let mask = 0n;
    for (let index = 0; index < this.size; index++) {
      if (cube.every(([place, value]) => ((index >> place) & 1) === value)) mask |= 1n << BigInt(index);
    }
    return mask;
  }

  // The indices of the worlds in which these answers hold.
  covered(answers) {
    const cube = answers.map(([question, holds]) => [this.questions.indexOf(question), Number(holds)]);
    return range(this.size).filter((index) => cube.every(([place, value]) => ((index >> place) & 1) === value));
  }
}

function range(size) {
  return Array.from({ length: size }, (_, index) => index);
}

function chosen(items, number) {
  if (!number) return [[]];
  return items.flatMap((item, index) => chosen(items.slice(index + 1), number - 1).map((rest) => [item, ...rest]));
}

function valuesFor([place, ...rest]) {
  if (place === undefined) return [[]];
  const below = valuesFor(rest);
  return [0, 1].flatMap((value) => below.map((values) => [[place, value], ...values]));
}

function worldsOver(questions, of) {
  const ordered = [...new Set(questions)].sort();
  if (ordered.length <= MOST_QUESTIONS) return new Worlds(ordered);
  const names = ordered.map((question) => question.split(" ")[1]).join(", ");
  throw new Limit(
    `the numbers of ${of} turn on ${ordered.length} open questions (${names}); at most ` +
      `${MOST_QUESTIONS} are possible: settle some facts`,
  );
}

function openFacts(kase) {
  return new Set([...kase.facts.values()].filter((fact) => fact.status === "disputed").map((fact) => fact.id));
}

function holdsAsSettled(kase, fact) {
  return kase.facts.get(fact).status !== "denied";
}

function factHolds(kase, fact, world) {
  const question = `fact ${fact}`;
  return world.has(question) ? world.get(question) : holdsAsSettled(kase, fact);
}

function conditionHolds(kase, condition, world) {
  return condition.every(({ fact, holds }) => factHolds(kase, fact, world) === holds);
}

// What a condition still needs, once settled facts are read; null if it cannot hold.
function openAnswers(kase, condition) {
  const needed = [];
  for (const { fact, holds } of condition) {
    if (kase.facts.get(fact).status === "disputed") needed.push([`fact ${fact}`, holds]);
    else if (holdsAsSettled(kase, fact) !== holds) return null;
  }
  return needed;
}

// Every fact that the conditions of a cell name.
function factsInCell(cell) {
  if (cell.condition) {
    return [...cell.condition.map(({ fact }) => fact), ...factsInCell(cell.then), ...factsInCell(cell.otherwise)];
  }
  return cell.branches ? cell.branches.flatMap(([, branch]) => factsInCell(branch)) : [];
}

function factQuestions(kase, facts) {
  const open = openFacts(kase);
  return [...facts].filter((fact) => open.has(fact)).map((fact) => `fact ${fact}`);
}

// The number a cell comes to in a world: the expectation of a lottery, null if absent.
function readIn(kase, cell, world) {
  if (cell instanceof Fraction) return cell;
  if (cell.condition) return readIn(kase, conditionHolds(kase, cell.condition, world) ? cell.then : cell.otherwise, world);
  if (cell.absent) return null;
  const branches = cell.branches.map(([share, branch]) => [share, readIn(kase, branch, world)]);
  if (branches.some(([, value]) => value === null)) {
    throw new Limit("a lottery cannot hold `absent`: whether somebody exists is no prize");
  }
  return summed(branches.map(([share, value]) => times(share, value)));
}

// What may come of a cell in a world: pairs [chance, number], none if absent.
function prospectIn(kase, cell, world) {
  if (cell.condition) {
    return prospectIn(kase, conditionHolds(kase, cell.condition, world) ? cell.then : cell.otherwise, world);
  }
  if (cell.branches) {
    return cell.branches.flatMap(([share, branch]) =>
      prospectIn(kase, branch, world).map(([chance, number]) => [times(share, chance), number]),
    );
  }
  const number = readIn(kase, cell, world);
  return number === null ? [] : [[ONE, number]];
}

// What one draw comes to for several prospects, with the chance of each: branches lie along it in
// the order written.
function outcomesOf(prospects) {
  const drawn = prospects.map((each) => each.filter(([chance]) => isPositive(chance)));
  const ends = drawn.map((each) => each.map((_, i) => summed(each.slice(0, i + 1).map(([chance]) => chance))));
  const last = ends.some((each) => each.length) ? largest(ends.filter((e) => e.length).map((e) => e[e.length - 1])) : ONE;
  const found = [];
  let places = drawn.map(() => 0);
  for (let start = ZERO; isMore(last, start); ) {
    const reached = ends.map((each, i) => each[places[i]]).filter(Boolean);
    const end = reached.length ? smallest(reached) : last;
    found.push([minus(end, start), drawn.map((each, i) => (each.length ? each[places[i]][1] : null))]);
    places = places.map((place, i) => place + Number(Boolean(ends[i].length) && !compared(ends[i][place], end) && isMore(last, end)));
    start = end;
  }
  return found;
}
