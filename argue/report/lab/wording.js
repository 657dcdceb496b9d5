"use strict";

// Reasons of frameworks in words, as each framework's own module puts them.

const VERBS = {
  uses_as_means: "uses",
  deceives: "deceives",
  coerces: "coerces",
  breaches_right_of: "breaches a right of",
  does_harm_to: "does harm to",
};

function verbsOf(names) {
  return joined(names.map((name) => VERBS[name]), "or");
}

// A setting in decimals where these are all of it, else as a fraction.
function settingText(setting) {
  if (!(setting instanceof Fraction)) return String(setting);
  const text = significant(toFloat(setting), 9);
  return compared(numberIn(text), setting) ? String(setting) : text;
}

const VEIL_WORDS = {
  leximin: (c) =>
    `behind the veil "${c.better}" comes first: the worst-off who fare differently are ${c.margin} ` +
    `better off than under "${c.worse}"`,
  maximin: (c) =>
    `behind the veil "${c.better}" comes first: the worst-off are ${c.margin} better off than under "${c.worse}"`,
  average: (c) => `with an equal chance of being anyone, "${c.better}" promises ${c.margin} more than "${c.worse}"`,
  total: (c) => `by the sum over all who exist, "${c.better}" comes to ${c.margin} more than "${c.worse}"`,
  gini: (c) => `by the average lessened by inequality (Gini), "${c.better}" is worth ${c.margin} more than "${c.worse}"`,
  floor: (c) =>
    `by the average with nobody below ${settingText(c.given.floor)}, or nearness to that floor, ` +
    `"${c.better}" is ${c.margin} ahead of "${c.worse}"`,
  range: (c) =>
    `by the average with a range of at most ${settingText(c.given.range)}, or nearness to that range, ` +
    `"${c.better}" is ${c.margin} ahead of "${c.worse}"`,
  sufficientarian: (c) =>
    `by the least total shortfall from ${settingText(c.given.sufficiency)}, then the average, ` +
    `"${c.better}" is ${c.margin} ahead of "${c.worse}"`,
};

function ruleWords(c) {
  if (c.voice === "catastrophe") {
    return (
      `"${c.worse}" would here bring a catastrophe on somebody, a loss of ${c.margin}; ` +
      `rules give way to "${c.better}", which brings none`
    );
  }
  const share = c.given.compliance;
  const kept = compared(share, ONE) ? `, kept by ${significant(toFloat(times(whole(100), share)), 6)} %,` : "";
  return (
    `a rule permitting "${c.better}"${kept} does better than one permitting "${c.worse}", ` +
    `by ${c.margin} a person on average`
  );
}

function rejectionWords(c) {
  if (c.voice === "spared") {
    return (
      `"${c.worse}" leaves somebody with a complaint ${c.margin} stronger than "${c.better}" does, ` +
      "and nobody with a weaker one"
    );
  }
  if (c.voice === "numbers" && c.given.aggregation !== "none") {
    return (
      `the relevant complaints against "${c.worse}" add up to ${c.margin} more than those against "${c.better}"`
    );
  }
  if (c.voice === "numbers") {
    return (
      `the strongest complaints are equal; more people would have one of ${c.margin} against "${c.worse}" ` +
      `than against "${c.better}"`
    );
  }
  const asides = c.given.when === "ex_post" ? ["counted ex post"] : [];
  if (c.start) asides.push(`compared with ${c.start === "before" ? "before" : `"${c.start}"`}`);
  const aside = asides.length ? `, ${asides.join(", ")},` : "";
  return `a complaint of ${c.margin} by ${c.voice}${aside} speaks against "${c.worse}"`;
}

function universalWords(c) {
  if (c.voice === "conception") {
    return `"${c.worse}" cannot even be conceived as what everyone does; "${c.better}" passes this test`;
  }
  if (c.voice === "means") {
    return (
      `if everyone who wants to did "${c.worse}", it would no longer bring about its own end; ` +
      `"${c.better}" passes this test`
    );
  }
  if (c.given.rule === "best") {
    return `if everyone who wants to did it, "${c.better}" would go better than "${c.worse}", by ${c.margin}`;
  }
  if (c.given.will === "own") {
    return (
      `whoever does "${c.worse}" would be worse off if everyone did it, by ${c.margin}, and cannot will that; ` +
      `"${c.better}" passes`
    );
  }
  return (
    `if everyone who wants to did "${c.worse}", things would go worse than if nobody did, by ${c.margin}; ` +
    `"${c.better}" passes this test`
  );
}

function constraintWords(c) {
  const done = `"${c.worse}" ${verbsOf(c.given.wrongs)} ${c.voice}`;
  if (c.given.threshold === null) return `${done}, which no good may be weighed against; "${c.better}" does not`;
  return `${done}, doing ${c.margin} too little good to excuse it; "${c.better}" passes`;
}

function sufficiencyWords(c) {
  if (c.voice === "above") {
    return (
      `as much is lacking from enough either way, and "${c.better}" gives ${c.margin} more than "${c.worse}" on average`
    );
  }
  if (c.given.measure === "headcount") {
    return `"${c.worse}" leaves more people with less than enough than "${c.better}"`;
  }
  return `"${c.worse}" leaves people further below enough than "${c.better}", by ${c.margin} in all`;
}

// Framework -> its sentence for a claim: the options, whose voice it is, the margin, the parameters.
const WORDINGS = {
  welfare: (c) => `"${c.better}" has better effects than "${c.worse}", by ${c.margin} a person on average`,
  rule_utilitarian: ruleWords,
  veil: (c) => `${c.given.when === "ex_post" ? "ex post, " : ""}${VEIL_WORDS[c.given.rule](c)}`,
  rejection: rejectionWords,
  universalization: universalWords,
  pareto: (c) =>
    `${c.voice} would have ${c.margin} more from "${c.better}" than from "${c.worse}", ` +
    `and ${c.given.form === "weak" ? "everyone gains" : "nobody loses"}`,
  humanity: (c) =>
    `"${c.worse}" ${verbsOf(c.given.wrongs)} ${c.voice} without consent; "${c.better}" does so to nobody`,
  deontic: constraintWords,
  precaution: (c) =>
    `"${c.worse}" threatens ${c.voice} with a credible catastrophe, a loss of ${c.margin}; ` +
    `"${c.better}" threatens nobody with one`,
  equality: (c) => `"${c.better}" leaves people less unequal than "${c.worse}", by ${c.margin}`,
  sufficiency: sufficiencyWords,
  virtual_bargaining: bargainWords,
  autonomy: autonomyWords,
  rules: (c) => `"${c.worse}" breaks a rule that is in force; "${c.better}" breaks none`,
};
