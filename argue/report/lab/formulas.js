"use strict";

// The comparing formulas of the frameworks the page can do, over exact fractions.
//
// Each answers { margins: [[voice, a, b, number]], complaints, passes, answered } for a view, as its
// module in the package `frameworks` does; a margin above 0 is a reason for option a over option b.

const HALF = over(ONE, whole(2));

function samePeople(view) {
  view.cells.forEach((row, option) => {
    const absent = row.findIndex((cell) => cell === null);
    if (absent < 0) return;
    throw new Unfit(
      `${view.people[absent]} is absent under ${view.options[option]}, and this framework compares the same ` +
        "people: give a number, or take the veil with rule average, total or maximin",
    );
  });
}

function weighted(numbers, counts) {
  return summed(numbers.map((number, k) => times(counts[k], number)));
}

// By how much the first option of every pair leads the second in what each comes to.
function leads(view, values, voice = null) {
  return view.pairs.map(([a, b]) => [voice, a, b, minus(values[a], values[b])]);
}

function averageEffects(view) {
  samePeople(view);
  if (!view.counts.some(isPositive)) throw new Unfit("every standpoint counts 0 persons: give one a count above 0");
  const people = summed(view.counts);
  return view.cells.map((row) => over(weighted(row, view.counts), people));
}

function averageOfRule(view) {
  const accepted = averageEffects(view);
  const share = view.parameters.compliance;
  if (!compared(share, ONE)) return accepted;
  const alone = averageEffects({ ...view, cells: view.acts, counts: view.actCounts });
  return accepted.map((rule, i) => plus(times(share, rule), times(minus(ONE, share), alone[i])));
}

function compareRules(view) {
  const average = averageOfRule(view);
  const bound = view.parameters.catastrophe;
  if (bound === null) return { margins: leads(view, average) };
  if (!isMore(ZERO, bound)) {
    throw new Unfit(
      "catastrophe is the number below 0 from which on an effect on somebody is a catastrophe, such as catastrophe: -100",
    );
  }
  samePeople({ ...view, cells: view.acts });
  const loss = view.acts.map(smallest).map((worst) => (isLeast(bound, worst) ? negative(worst) : ZERO));
  const struck = loss.map(isPositive);
  return {
    margins: view.pairs.flatMap(([a, b]) => [
      [null, a, b, struck[a] === struck[b] ? minus(average[a], average[b]) : ZERO],
      ["catastrophe", a, b, struck[b] && !struck[a] ? loss[b] : ZERO],
    ]),
  };
}

// The positions that somebody holds under every option, level plus effect, and by how many persons.
function profilesOf(view) {
  return view.cells.map((row, option) => {
    const here = row.map((cell, k) => [cell, k]).filter(([cell, k]) => cell !== null && isPositive(view.counts[k]));
    if (!here.length) throw new Unfit(`nobody exists under ${view.options[option]}, so it has no position to be in`);
    return {
      values: here.map(([cell, k]) => plus(view.levels[k], cell)),
      counts: here.map(([, k]) => view.counts[k]),
    };
  });
}

function averageOf({ values, counts }) {
  return over(weighted(values, counts), summed(counts));
}

function shortfallOf({ values, counts }, enough) {
  return weighted(values.map((value) => positive(minus(enough, value))), counts);
}

// The average times one minus the Gini index: of a share s of persons, the worst-off weigh 1-(1-s)^2.
function giniWelfare({ values, counts }) {
  const people = summed(counts);
  const order = values.map((_, k) => k).sort((i, j) => compared(values[i], values[j]));
  let [found, persons, below] = [ZERO, ZERO, ZERO];
  for (const k of order) {
    persons = plus(persons, counts[k]);
    const rest = minus(ONE, over(persons, people));
    const upTo = minus(ONE, times(rest, rest));
    found = plus(found, times(values[k], minus(upTo, below)));
    below = upTo;
  }
  return found;
}

// Left minus right at the lowest rank where two profiles of the same persons differ.
function firstRankDifference(left, right) {
  const sorted = ({ values, counts }) =>
    values.map((value, k) => [value, counts[k]]).sort((one, other) => compared(one[0], other[0]));
  const [first, second] = [sorted(left), sorted(right)];
  let [i, j, doneFirst, doneSecond] = [0, 0, ZERO, ZERO];
  while (i < first.length && j < second.length) {
    if (compared(first[i][0], second[j][0])) return minus(first[i][0], second[j][0]);
    const [endFirst, endSecond] = [plus(doneFirst, first[i][1]), plus(doneSecond, second[j][1])];
    const order = compared(endFirst, endSecond);
    if (order <= 0) [i, doneFirst] = [i + 1, endFirst];
    if (order >= 0) [j, doneSecond] = [j + 1, endSecond];
  }
  return ZERO;
}

function needed(parameters, name) {
  if (parameters[name] === null) {
    throw new Unfit(
      `rule ${parameters.rule} needs a number that suits the unit of the case: write ${name}: 10, for example`,
    );
  }
  return parameters[name];
}

function spreadOf({ values }) {
  return minus(largest(values), smallest(values));
}

// By how much one profile leads another under a floor: on average if both keep it, else in keeping it.
function floorLead(one, other, parameters) {
  const floor = needed(parameters, "floor");
  const [low, otherLow] = [smallest(one.values), smallest(other.values)];
  const mean = minus(averageOf(one), averageOf(other));
  if (isLeast(low, floor)) return isLeast(otherLow, floor) ? mean : minus(floor, otherLow);
  return isLeast(otherLow, floor) ? minus(low, floor) : minus(low, otherLow);
}

function rangeLead(one, other, parameters) {
  const most = needed(parameters, "range");
  const [wide, otherWide] = [spreadOf(one), spreadOf(other)];
  const mean = minus(averageOf(one), averageOf(other));
  if (isLeast(most, wide)) return isLeast(most, otherWide) ? mean : minus(otherWide, most);
  return isLeast(most, otherWide) ? minus(most, wide) : minus(otherWide, wide);
}

function enoughLead(one, other, parameters) {
  const enough = needed(parameters, "sufficiency");
  const gap = minus(shortfallOf(other, enough), shortfallOf(one, enough));
  return compared(gap, ZERO) ? gap : minus(averageOf(one), averageOf(other));
}

// Rule of the veil -> what it gives an option, and how it compares two where that is not enough.
const VEIL_RULES = {
  leximin: { value: ({ values }) => smallest(values), lead: firstRankDifference, samePeople: true },
  maximin: { value: ({ values }) => smallest(values) },
  average: { value: averageOf },
  total: { value: ({ values, counts }) => weighted(values, counts) },
  gini: { value: giniWelfare },
  floor: { value: ({ values }) => smallest(values), lead: floorLead },
  range: { value: (profile) => negative(spreadOf(profile)), lead: rangeLead },
  sufficientarian: { value: (profile, given) => negative(shortfallOf(profile, needed(given, "sufficiency"))), lead: enoughLead },
};

function veilProfiles(view) {
  const rule = VEIL_RULES[view.parameters.rule];
  if (rule.samePeople && view.cells.some((row) => row.includes(null))) {
    throw new Unfit(
      `rule ${view.parameters.rule} compares the same persons, but somebody is absent under some option: ` +
        "take rule average, total, maximin or gini",
    );
  }
  return profilesOf(view);
}

function veilValues(view) {
  const rule = VEIL_RULES[view.parameters.rule];
  const states = byState(view).map((seen) => veilProfiles(seen).map((profile) => rule.value(profile, view.parameters)));
  const columns = view.options.map((_, option) => states.map((state) => state[option]));
  if (view.states.length && view.parameters.states === "expected") {
    return columns.map((column) => summed(column.map((value, i) => times(view.states[i][0], value))));
  }
  return columns.map(smallest);
}

function compareBehindVeil(view) {
  const { lead } = VEIL_RULES[view.parameters.rule];
  if (!lead) return { margins: leads(view, veilValues(view)) };
  if (view.states.length && view.parameters.states === "expected") {
    throw new Unfit(
      `rule ${view.parameters.rule} only orders distributions, so that states cannot be averaged: ` +
        "take states: worst, or another rule",
    );
  }
  const worse = (one, other) => (isLeast(lead(one, other, view.parameters), ZERO) ? other : one);
  const seen = byState(view).map(veilProfiles).reduce((first, state) => first.map((one, i) => worse(one, state[i])));
  return { margins: view.pairs.map(([a, b]) => [null, a, b, lead(seen[a], seen[b], view.parameters)]) };
}

const MEASURES = {
  mean_gap: (profile) => minus(averageOf(profile), giniWelfare(profile)),
  range: spreadOf,
  to_the_best: (profile) => minus(largest(profile.values), averageOf(profile)),
};

function inequalities(view) {
  samePeople(view);
  return profilesOf(view).map(MEASURES[view.parameters.measure]);
}

function compareEquality(view) {
  const found = inequalities(view).map(negative);
  const margins = leads(view, found);
  if (view.parameters.levelling_down === "counts") return { margins };
  const levels = ([a, b]) => view.cells[a].every((cell, k) => !isMore(cell, view.cells[b][k]));
  return { margins, answered: view.pairs.filter(levels).map(([a, b]) => [null, a, b]) };
}

function lacks(view) {
  const enough = view.parameters.sufficiency;
  if (enough === null) throw new Unfit("sufficiency needs `sufficiency`, the position that is enough");
  samePeople(view);
  const short = ({ values, counts }) => summed(counts.filter((_, k) => isMore(enough, values[k])));
  return profilesOf(view).map((p) => (view.parameters.measure === "shortfall" ? shortfallOf(p, enough) : short(p)));
}

function compareSufficiency(view) {
  const lacking = lacks(view);
  const margins = leads(view, lacking.map(negative));
  if (view.parameters.beyond !== "average") return { margins };
  const average = profilesOf(view).map(averageOf);
  const above = view.pairs
    .filter(([a, b]) => !compared(lacking[a], lacking[b]))
    .map(([a, b]) => ["above", a, b, minus(average[a], average[b])]);
  return { margins: [...margins, ...above] };
}

function comparePareto(view) {
  samePeople(view);
  const margins = view.pairs.flatMap(([a, b]) => {
    const gained = view.cells[a].map((cell, k) => minus(cell, view.cells[b][k]));
    const least = smallest(gained);
    const speaks = view.parameters.form === "weak" ? isPositive(least) : isLeast(least, ZERO);
    return speaks ? gained.map((gain, k) => [view.people[k], a, b, gain]) : [];
  });
  return { margins };
}
