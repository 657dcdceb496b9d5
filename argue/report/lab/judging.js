"use strict";

// The frameworks that test options one by one, and rejection, which weighs single complaints.

function wrongedBy(view, option) {
  return view.people.map((_, k) => view.wrongs.some((rows) => rows[option][k]));
}

function compareHumanity(view) {
  const wronged = view.options.map((_, option) => wrongedBy(view, option));
  const passes = wronged.map((row) => !row.includes(true));
  const margins = view.pairs.flatMap(([a, b]) =>
    passes[a] ? view.people.filter((_, k) => wronged[b][k]).map((person) => [person, a, b, ONE]) : [],
  );
  return { margins, passes };
}

function compareConstraints(view) {
  const wronged = view.options.map((_, option) => wrongedBy(view, option));
  const short = shortOfExcuse(view, wronged);
  const passes = short.map((amount) => !isPositive(amount));
  const margins = view.pairs.flatMap(([a, b]) =>
    passes[a] && !passes[b] ? view.people.filter((_, k) => wronged[b][k]).map((person) => [person, a, b, short[b]]) : [],
  );
  return { margins, passes };
}

// By how much the good of each option falls short of what would excuse its wrongs.
function shortOfExcuse(view, wronged) {
  const clean = wronged.map((row) => !row.includes(true));
  const { threshold } = view.parameters;
  if (threshold === null || !clean.includes(true)) return clean.map((innocent) => (innocent ? ZERO : ONE));
  samePeople(view);
  const good = view.cells.map((row) => weighted(row, view.counts));
  const best = largest(good.filter((_, option) => clean[option]));
  return good.map((sum, option) => {
    if (clean[option]) return ZERO;
    const persons = summed(view.counts.filter((_, k) => wronged[option][k]));
    return positive(minus(times(threshold, persons), minus(sum, best)));
  });
}

function compareRulesInForce(view) {
  const passes = view.breaches.map((broken) => !broken);
  return { margins: view.pairs.filter(([a, b]) => passes[a] && !passes[b]).map(([a, b]) => [null, a, b, ONE]), passes };
}

function comparePrecaution(view) {
  const { catastrophe: bound, damage } = view.parameters;
  if (bound === null || !isMore(ZERO, bound)) {
    throw new Unfit(
      "precaution needs `catastrophe`, the number below 0 from which on an effect on somebody is a " +
        "catastrophe, such as catastrophe: -100",
    );
  }
  const threats = view.prospects.map((row, option) => {
    const lasting = view.irreversible[option];
    if (damage === "serious_and_irreversible" && !lasting) return row.map(() => ZERO);
    const anyHarm = damage === "serious_or_irreversible" && lasting;
    return row.map((prospect) => threatOf(view, prospect, anyHarm));
  });
  const passes = threats.map((row) => !row.some(isPositive));
  const margins = view.pairs.flatMap(([a, b]) =>
    passes[a] && !passes[b] ? view.people.map((person, k) => [person, a, b, threats[b][k]]) : [],
  );
  return { margins, passes };
}

// How bad the worst catastrophe of a prospect is, 0 where its chance is not credible.
function threatOf(view, prospect, anyHarm) {
  const bound = view.parameters.catastrophe;
  const harms = ([, number]) => (anyHarm ? isMore(ZERO, number) : isLeast(bound, number));
  const chance = summed(prospect.filter(harms).map(([share]) => share));
  const depths = prospect.filter((branch) => harms(branch) && isPositive(branch[0])).map(([, number]) => negative(number));
  return depths.length && isLeast(chance, view.parameters.credible) ? largest(depths) : ZERO;
}

// For each option how much better all doing it is than nobody doing it.
function surpluses(view) {
  if (view.parameters.will === "social") return view.universal.map(([everyone, nobody]) => minus(everyone, nobody));
  return view.maxims.map(({ own }, option) => {
    if (own) return minus(own[0], own[1]);
    throw new Unfit(
      `will: own needs universal.${view.options[option]}.own, what everyone's doing it is worth to the agent, ` +
        "such as own: {all: -2, nobody: 0}",
    );
  });
}

function compareUniversal(view) {
  if (view.parameters.rule === "best") return { margins: leads(view, view.universal.map(([everyone]) => everyone)) };
  const gain = surpluses(view);
  const counts = view.parameters.conception === "counts";
  const broken = view.maxims.map((maxim) => (counts && !maxim.conceivable ? ONE : ZERO));
  const lost = view.maxims.map(({ means }) => (counts && means ? frustration(view, means) : ZERO));
  const passes = gain.map((value, i) => !isPositive(broken[i]) && !isPositive(lost[i]) && isLeast(value, ZERO));
  const margins = view.pairs
    .filter(([a, b]) => passes[a] && !passes[b])
    .flatMap(([a, b]) => [
      [null, a, b, negative(gain[b])],
      ["conception", a, b, broken[b]],
      ["means", a, b, lost[b]],
    ]);
  return { margins, passes };
}

function frustration(view, [everyone, alone]) {
  const small = view.parameters.frustrated;
  return isLeast(small, everyone) && isMore(alone, small) ? minus(alone, everyone) : ZERO;
}

// What each standpoint loses under an option, from these effects, weighed.
function losses(view, option, from) {
  const before = view.parameters.wronged_from === "before";
  return from.map((top, k) => {
    const wronged = before && view.wrongs.some((rows) => rows[option][k]);
    const start = wronged ? largest([top, ZERO]) : top;
    return times(view.factors[option][k], ceiling(view, positive(minus(start, view.cells[option][k]))));
  });
}

function ceiling(view, loss) {
  const most = view.parameters.at_most;
  return most === null ? loss : smallest([loss, most]);
}

function menuComplaints(view) {
  const best = view.people.map((_, k) => largest(view.cells.map((row) => row[k])));
  return view.options.map((_, option) => losses(view, option, best));
}

function levelComplaints(view) {
  const positions = view.cells.map((row) => row.map((cell, k) => plus(view.levels[k], cell)));
  const top = largest(positions.map(largest));
  const best = view.people.map((_, k) => largest(positions.map((row) => row[k])));
  return positions.map((row, option) =>
    row.map((place, k) => {
      const loss = isMore(best[k], place) ? minus(top, place) : ZERO;
      return times(view.factors[option][k], ceiling(view, loss));
    }),
  );
}

// The option that a complaint is measured from, `before`, or nothing that has a name.
function runsFrom(view, better, worse, person) {
  const kind = view.parameters.complaint;
  if (kind === "level" || view.states.length) return "";
  const effects = view.cells.map((row) => row[person]);
  const start = kind === "pairwise" ? effects[better] : largest(effects);
  const wronged = view.wrongs.some((rows) => rows[worse][person]);
  if (wronged && isMore(ZERO, start) && view.parameters.wronged_from === "before") return "before";
  const first = effects.findIndex((effect) => !compared(effect, start));
  return view.options[compared(effects[better], start) ? first : better];
}

// The complaints that meet in every pair of options: [against the first, against the second].
function complaintsMet(view) {
  if (view.parameters.complaint === "pairwise") {
    return view.pairs.map(([a, b]) => [losses(view, a, view.cells[b]), losses(view, b, view.cells[a])]);
  }
  const menu = (view.parameters.complaint === "menu" ? menuComplaints : levelComplaints)(view);
  return view.pairs.map(([a, b]) => [menu[a], menu[b]]);
}

function largestComplaints(view) {
  samePeople(view);
  const kind = view.parameters.complaint === "level" ? levelComplaints : menuComplaints;
  const states = byState(view).map((seen) => kind(seen).map(largest));
  return view.options.map((_, option) => largest(states.map((state) => state[option])));
}

function compareRejection(view) {
  samePeople(view);
  const states = byState(view).map(complaintsMet);
  const worst = (pair, side) =>
    view.people.map((_, k) => largest(states.map((state) => state[pair][side][k])));
  const complaints = view.pairs.map((_, pair) => [worst(pair, 0), worst(pair, 1)]);
  if (view.parameters.aggregation !== "none") return { margins: aggregated(view, complaints), complaints: [] };
  if (view.parameters.ties === "none") return { margins: [], complaints };
  const margins = view.pairs.flatMap(([a, b], pair) => {
    const byNumbers = tieBroken(view, ...complaints[pair]);
    const found = [["numbers", a, b, byNumbers]];
    const share = view.parameters.relevance;
    if ((share === null || !share.top) && !view.states.length) return found;
    if (compared(byNumbers, ZERO)) return found;
    const tops = complaints[pair].map(largest);
    const sides = [0, 1].map((side) => states.flatMap((state) => state[pair][side]));
    return [...found, ["spared", a, b, compared(...tops) ? ZERO : dominance(...sides)]];
  });
  return { margins, complaints };
}

// The complaints of at least a bound, 0 in place of others.
function relevantOf(complaints, bound) {
  return complaints.map((complaint) => (isLeast(complaint, bound) ? complaint : ZERO));
}

// The level at which numbers speak for the first of two options whose strongest complaints tie.
function tieBroken(view, againstFirst, againstSecond) {
  const top = largest(againstFirst);
  if (compared(top, largest(againstSecond))) return ZERO;
  const bound = times(view.parameters.relevance || ZERO, top);
  const balance = new Map();
  const count = (complaints, sign) =>
    relevantOf(complaints, bound).forEach((value, k) => {
      const [, held] = balance.get(`${value}`) || [value, ZERO];
      balance.set(`${value}`, [value, plus(held, times(sign, view.counts[k]))]);
    });
  count(againstFirst, negative(ONE));
  count(againstSecond, ONE);
  const levels = [...balance.values()].filter(([value, held]) => isPositive(value) && compared(held, ZERO));
  if (!levels.length) return ZERO;
  const [value, held] = levels.sort((one, other) => compared(other[0], one[0]))[0];
  return isPositive(held) ? value : negative(value);
}

function dominance(first, second) {
  const spared = second.map((theirs, k) => minus(theirs, first[k]));
  return isLeast(smallest(spared), ZERO) ? largest(spared) : ZERO;
}

// By how much relevant complaints weigh more against the second option of every pair.
function aggregated(view, complaints) {
  const share = view.parameters.relevance;
  if (share === null) {
    throw new Unfit(
      "aggregation needs `relevance`: the share of the strongest complaint, from 0 to 1, from which on " +
        "another counts; 0 adds up all",
    );
  }
  if (!complaints.length) return [];
  const strongest = largest(complaints.flatMap((both) => both.map(largest)));
  return view.pairs.flatMap(([a, b], pair) => {
    const both = complaints[pair];
    const rivals = view.parameters.aggregation === "global" ? [strongest, strongest] : [largest(both[1]), largest(both[0])];
    const [first, second] = both.map((side, i) => weighted(relevantOf(side, times(share, rivals[i])), view.counts));
    const lead = minus(second, first);
    return [
      ["numbers", a, b, lead],
      ["spared", a, b, compared(lead, ZERO) ? ZERO : dominance(...both)],
    ];
  });
}

// Framework -> how it compares options, and what `mode: enough` measures (a burden, or a good).
const FORMULAS = {
  welfare: { compare: (view) => ({ margins: leads(view, averageEffects(view)) }), value: averageEffects },
  rule_utilitarian: { compare: compareRules, value: averageOfRule },
  veil: { compare: compareBehindVeil, value: veilValues },
  rejection: { compare: compareRejection, value: largestComplaints },
  universalization: { compare: compareUniversal, value: surpluses },
  pareto: { compare: comparePareto },
  humanity: { compare: compareHumanity },
  deontic: { compare: compareConstraints },
  precaution: { compare: comparePrecaution },
  equality: { compare: compareEquality, value: inequalities },
  sufficiency: { compare: compareSufficiency, value: lacks },
  rules: { compare: compareRulesInForce },
  virtual_bargaining: { compare: compareBargains },
  autonomy: { compare: compareAutonomy, value: interfered },
};
