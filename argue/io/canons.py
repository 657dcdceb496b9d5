"""The canons that order conflicting norms where neither rank nor a declared priority does.

A special norm goes before the general one it is special to (`special_to`, lex specialis); failing
that, a later norm goes before an earlier one (`since`, lex posterior). Each preference is a
priority of its own, `specialis:a>b` or `posterior:a>b`, which can be challenged like any other.
Rank (lex superior) and declared priorities are stronger; a preference that would close a circle
is not used. Source: [PrakkenSartor97].
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import product
from typing import Any

from argue.io.not_used import PERMISSION_RANKED, permitting
from argue.io.reading import HERE, Reader
from argue.model.case import NotUsed

Pair = tuple[str, str]

BECAUSE = {
    "specialis": "the special norm goes before the general one (lex specialis)",
    "posterior": "the later norm goes before the earlier one (lex posterior)",
}
"""Canon -> the reason it gives."""

KEYS = {"specialis": "special_to", "posterior": "since"}
"""Canon -> the key of a norm it reads."""


def with_canons(reader: Reader, values: dict[str, Any]) -> tuple[NotUsed, ...]:
    """Adds the priorities of the canons to those that were read; answers which are not used."""
    norms: Mapping[str, Mapping[str, Any]] = values.get("norms", {})
    permits = permitting(values)
    binding = {name: norm for name, norm in norms.items() if f"norm:{name}" not in permits}
    if reader.problems or not any(set(KEYS.values()) & norm.keys() for norm in norms.values()):
        return ()
    order = {pair for pair in _declared(values, binding) if not permits.intersection(pair)}
    unused = [
        NotUsed(f"norms.{name}.{key}", PERMISSION_RANKED)
        for name, norm in norms.items()
        for key in KEYS.values()
        if key in norm and name not in binding
    ]
    for canon, wanted in (("specialis", _special(binding)), ("posterior", _later(binding))):
        known = _reachable(order)
        fresh = {(a, b) for a, b in wanted if (a, b) not in known and (b, a) not in known}
        together = _reachable(order | fresh)
        kept = {(a, b) for a, b in fresh if (b, a) not in together}
        order |= kept
        for pair in sorted(kept):
            _add(reader, values, canon, pair)
        unused += [_circle(values, canon, pair) for pair in sorted(fresh - kept)]
    return tuple(unused)


def _declared(values: Mapping[str, Any], norms: Mapping[str, Mapping[str, Any]]) -> set[Pair]:
    """Answers what outranks what by rank or declared priorities, whatever their conditions."""
    names = [f"norm:{name}" for name in norms]
    ranks = {f"norm:{name}": norm.get("rank", Fraction(0)) for name, norm in norms.items()}
    order = {(a, b) for a, b in product(names, names) if ranks[a] > ranks[b]}
    for entry in values.get("priorities", ()):
        sides = [names if s == "norms" else [s] for s in (entry["higher"], entry["lower"])]
        order |= {(a, b) for a, b in product(*sides) if a != b}
    return order


def _special(norms: Mapping[str, Mapping[str, Any]]) -> set[Pair]:
    return {
        (f"norm:{name}", f"norm:{general}")
        for name, norm in norms.items()
        for general in norm.get("special_to", ())
        if general in norms
    }


def _later(norms: Mapping[str, Mapping[str, Any]]) -> set[Pair]:
    dated = {f"norm:{name}": norm["since"] for name, norm in norms.items() if "since" in norm}
    return {(a, b) for a, b in product(dated, dated) if dated[a] > dated[b]}


def _reachable(order: Iterable[Pair]) -> set[Pair]:
    below = dict[str, set[str]]()
    for high, low in order:
        below.setdefault(high, set()).add(low)
    found = set[Pair]()
    for start in below:
        waiting, seen = [start], set[str]()
        while waiting:
            fresh = below.get(waiting.pop(), set()) - seen
            seen |= fresh
            waiting += fresh
        found |= {(start, low) for low in seen}
    return found


def _add(reader: Reader, values: dict[str, Any], canon: str, pair: Pair) -> None:
    high, low = _names(pair)
    where = _where(values, canon, high)
    entry = {
        HERE: where,
        "id": f"{canon}:{high}>{low}",
        "higher": pair[0],
        "lower": pair[1],
        "because": BECAUSE[canon],
    }
    values["priorities"] = (*values.get("priorities", ()), entry)
    reader.enter(entry["id"], "priority", where, reader.marks[where])


def _circle(values: Mapping[str, Any], canon: str, pair: Pair) -> NotUsed:
    high, low = _names(pair)
    why = f"by lex {canon} {high} would go before {low}, but that would close a circle of ranks"
    return NotUsed(_where(values, canon, high), why)


def _names(pair: Pair) -> tuple[str, str]:
    high, low = (source.removeprefix("norm:") for source in pair)
    return high, low


def _where(values: Mapping[str, Any], canon: str, high: str) -> str:
    """Answers where a canon's key is written: an interpretation has it from its norm."""
    return f"norms.{values['norms'][high].get('reading_of', high)}.{KEYS[canon]}"
