"use strict";

// The positions of a view under a setting: the engine's construction above the lower layer.
//
// What stands before sources are ranked comes from the engine, branch by branch. Left to do: the
// rankings that keep an order, which of opposed reasons they let stand, and the preferred
// labellings of the options. Of opposed reasons about a pair of options those of the highest
// source that speaks about it stand, and whatever agrees with all it says.

const IN = 1;
const OUT = 2;
const UNDECIDED = 4;

// Answers the transitive closure of pairs [higher, lower] as rows of bits; null for a cycle.
function closure(pairs, size) {
  const below = new Array(size).fill(0);
  for (const [high, low] of pairs) below[high] |= 1 << low;
  for (let middle = 0; middle < size; middle++) {
    for (let high = 0; high < size; high++) {
      if (below[high] & (1 << middle)) below[high] |= below[middle];
    }
  }
  return below.some((row, source) => row & (1 << source)) ? null : below;
}

// What a branch says, given the sources that are kept: for every pair of options a < b the
// sources that speak about it, in bits: 1 for a over b, 2 for b over a. Reasons in `besides` are
// left out.
function saidIn(view, accepted, kept, besides = new Set()) {
  const columns = view.arguments;
  const said = new Map();
  for (const argument of accepted) {
    if (columns.kind[argument] !== "reason" || !kept[columns.source[argument]]) continue;
    if (besides.has(argument)) continue;
    const [key, side] = pairOf(columns, argument);
    if (!said.has(key)) said.set(key, new Map());
    const speakers = said.get(key);
    const source = columns.source[argument];
    speakers.set(source, (speakers.get(source) || 0) | side);
  }
  return said;
}

function pairOf(columns, reason) {
  const better = columns.better[reason];
  const worse = columns.worse[reason];
  return better < worse ? [better * 32 + worse, 1] : [worse * 32 + better, 2];
}

// The ways in which a ranking that keeps an order can decide which source speaks first on every
// pair of options: one Map (pair -> source) for each.
function firstSpeakers(said, below) {
  const opposed = [...said].filter(([, speakers]) => sidesOf(speakers) === 3);
  const involved = [...new Set(opposed.flatMap(([, speakers]) => [...speakers.keys()]))];
  const memo = new Map();
  const after = (chosen) => {
    if (memo.has(chosen)) return memo.get(chosen);
    const open = opposed.filter(([, speakers]) => ![...speakers.keys()].some((s) => chosen & (1 << s)));
    if (!open.length) return [new Map()];
    const left = involved.filter((source) => !(chosen & (1 << source)));
    const found = new Map();
    for (const next of left) {
      if (left.some((other) => below[other] & (1 << next))) continue;
      const decided = open.filter(([, speakers]) => speakers.has(next)).map(([key]) => [key, next]);
      for (const rest of after(chosen | (1 << next))) {
        const whole = new Map([...decided, ...rest].sort((one, other) => one[0] - other[0]));
        found.set([...whole].join(";"), whole);
      }
    }
    memo.set(chosen, [...found.values()]);
    return memo.get(chosen);
  };
  return after(0);
}

function sidesOf(speakers) {
  let sides = 0;
  for (const side of speakers.values()) sides |= side;
  return sides;
}

// Which side of a pair stands, given the source that speaks first on it.
function standingSides(speakers, first) {
  return first === undefined ? sidesOf(speakers) : speakers.get(first);
}

// The reasons of a branch that stand but object to nothing, since a reply answers their objection.
function answeredIn(view, accepted) {
  const held = new Set(accepted);
  const replies = view.attacks.filter(([attacker, , onObjection]) => onObjection && held.has(attacker));
  return new Set(replies.map(([, reason]) => reason));
}

// Row a has bit b where a standing reason favours option a over option b. `counted` is what of
// all that is said counts: all of it, or what objects.
function favoured(said, counted, first, size) {
  const rows = new Array(size).fill(0);
  for (const [key, speakers] of counted) {
    const sides = countedSides(said.get(key), speakers, first.get(key));
    if (sides & 1) rows[key >> 5] |= 1 << (key & 31);
    if (sides & 2) rows[key & 31] |= 1 << (key >> 5);
  }
  return rows;
}

// Which of the sides that stand on a pair are said by what counts.
function countedSides(speakers, counted, first) {
  const standing = standingSides(speakers, first);
  let sides = 0;
  for (const [source, own] of counted) {
    if (first === undefined || source === first || standing !== 3) sides |= own & standing;
  }
  return sides;
}

// The preferred labellings of the options, given who objects to what and in `unmet` the options
// whose presumption stands: as bits of permitted, undecided and, beside a cycle, eliminated options.
function labellings(rows, unmet) {
  const size = rows.length;
  const whole = (1 << size) - 1;
  const attackers = rows.map((_, option) => rows.reduce((set, row, a) => (row & (1 << option) ? set | (1 << a) : set), 0));
  const found = [];
  for (let permitted = 0; permitted <= whole; permitted++) {
    let out = unmet;
    for (let option = 0; option < size; option++) if (attackers[option] & permitted) out |= 1 << option;
    const complete = rows.every((_, option) => {
      const defended = !(attackers[option] & ~out) && !(unmet & (1 << option));
      return Boolean(permitted & (1 << option)) === defended;
    });
    if (!complete || permitted & out) continue;
    const undecided = whole & ~permitted & ~out;
    if (undecided && defensible(undecided, rows, attackers)) continue;
    const eliminated = undecided ? undecided & ~topCycle(rows, whole) : 0;
    found.push({ permitted, undecided, eliminated });
  }
  return found;
}

// The options presumed forbidden that nothing standing favours over their default.
function unmetIn(rows, presumed) {
  let unmet = 0;
  for (const [option, fallback] of presumed) if (!(rows[option] & (1 << fallback))) unmet |= 1 << option;
  return unmet;
}

// Whether some undecided options could be permitted together after all.
function defensible(undecided, rows, attackers) {
  for (let chosen = undecided; chosen; chosen = (chosen - 1) & undecided) {
    let attacked = 0;
    let against = 0;
    for (let option = 0; option < rows.length; option++) {
      if (!(chosen & (1 << option))) continue;
      attacked |= rows[option] & undecided;
      against |= attackers[option] & undecided;
    }
    if (!(attacked & chosen) && !(against & ~attacked)) return true;
  }
  return false;
}

// The smallest set of options each favoured over every option outside.
function topCycle(rows, whole) {
  let found = whole;
  for (let start = 0; start < rows.length; start++) {
    let inside = 1 << start;
    for (let grown = -1; grown !== inside; ) {
      grown = inside;
      for (let option = 0; option < rows.length; option++) {
        const beaten = rows.every((row, member) => !(grown & (1 << member)) || row & (1 << option));
        if (!beaten) inside |= 1 << option;
      }
    }
    if (bitCount(inside) < bitCount(found)) found = inside;
  }
  return found;
}

function bitCount(bits) {
  let count = 0;
  for (let rest = bits; rest; rest &= rest - 1) count++;
  return count;
}

// Which world of the page a setting is in.
function worldOf(data, setting) {
  const { frameworks, entangled } = data.case;
  const some = entangled && frameworks.some((name) => setting.without.has(name));
  const marks = frameworks.map((name) => (setting.without.has(name) ? "0" : "1")).join("");
  return data.worlds[some ? `${setting.settled}/${marks}` : setting.settled];
}

// What a setting comes to. A setting has `settled` (a sign for every question), `without` (a Set
// of ids of frameworks), `order` (pairs of ids of sources, higher first) and, to try what
// suffices, `accepted` (ids of arguments that must stand). The answer has every state (branch,
// first speakers, labelling) and the distinct positions; `refused` where the engine would refuse.
function solve(data, setting) {
  const world = worldOf(data, setting);
  if (world.view === undefined) return { refused: "rules" };
  const view = data.views[world.view];
  const place = new Map(view.sources.map((source, index) => [source.id, index]));
  const kept = view.sources.map((source) => !setting.without.has(source.id));
  const ranked = setting.order.map((pair) => pair.map((id) => place.get(id)));
  const declared = view.order.filter((pair) => pair.every((source) => kept[source]));
  const fixed = [...declared, ...ranked];
  const order = closure(fixed, kept.length);
  if (!order) return { refused: "order", view, kept, declared };
  const wanted = (setting.accepted || []).map((id) => view.arguments.id.indexOf(id));
  const states = [];
  for (const number of world.branches) {
    const accepted = view.branches[number];
    if (!wanted.every((argument) => argument < 0 || accepted.includes(argument))) continue;
    for (const state of statesOf(data, view, { number, accepted, kept, fixed })) states.push(state);
  }
  return { view, world, kept, order, declared, states, positions: distinct(data, states) };
}

function statesOf(data, view, { number, accepted, kept, fixed }) {
  const columns = view.arguments;
  const standing = accepted.filter((argument) => columns.kind[argument] === "priority");
  const priorities = standing
    .map((argument) => [columns.better[argument], columns.worse[argument]])
    .filter((pair) => pair.every((source) => source >= 0 && kept[source]));
  const below = closure([...fixed, ...priorities], kept.length);
  if (!below) return [];
  const size = data.case.options.length;
  const said = saidIn(view, accepted, kept);
  const answered = answeredIn(view, accepted);
  const objecting = answered.size ? saidIn(view, accepted, kept, answered) : said;
  const found = [];
  const known = new Map();
  for (const first of firstSpeakers(said, below)) {
    const rows = favoured(said, said, first, size);
    const objected = answered.size ? favoured(said, objecting, first, size) : rows;
    const unmet = unmetIn(rows, presumedIn(view));
    const key = [...objected, unmet].join();
    if (!known.has(key)) known.set(key, labellings(objected, unmet));
    for (const labels of known.get(key)) found.push({ number, accepted, answered, said, first, rows, labels });
  }
  return found;
}

function presumedIn(view) {
  const columns = view.arguments;
  const found = [];
  columns.kind.forEach((kind, argument) => {
    if (kind === "presumption") found.push([columns.worse[argument], columns.better[argument]]);
  });
  return found;
}

// The distinct labels of the options, eliminated only if so everywhere, in the engine's order.
function distinct(data, states) {
  const merged = new Map();
  for (const { labels } of states) {
    const key = `${labels.permitted},${labels.undecided}`;
    const before = merged.get(key);
    merged.set(key, { ...labels, eliminated: before ? before.eliminated & labels.eliminated : labels.eliminated });
  }
  const names = data.case.options.map((option) => option.id);
  const sorted = (bits) => names.filter((_, option) => bits & (1 << option)).sort(byCharacter);
  return [...merged.values()].sort(
    (one, other) =>
      byList(sorted(one.permitted), sorted(other.permitted)) ||
      byList(sorted(one.undecided), sorted(other.undecided)),
  );
}

function byCharacter(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}

function byList(one, other) {
  for (let index = 0; index < Math.min(one.length, other.length); index++) {
    const found = byCharacter(one[index], other[index]);
    if (found) return found;
  }
  return one.length - other.length;
}
