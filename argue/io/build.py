"""Builds the frozen case out of the plain values that were read and found in order."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from argue.io.cells import DEFAULT
from argue.io.checks import priority_condition
from argue.io.norm_fields import PATTERN_KINDS
from argue.io.reading import HERE
from argue.model.case import (
    Case,
    Cell,
    Challenge,
    ChallengeStatus,
    Compliance,
    Considered,
    Fact,
    FactStatus,
    Maxim,
    Modality,
    Norm,
    Option,
    Pattern,
    Priority,
    Scale,
    Shape,
    Standpoint,
    StatedReason,
    Table,
    Target,
    TargetKind,
    Universal,
    UniversalShape,
    nothing,
)

Values = Mapping[str, Any]

ONE = Fraction(1)


def build_case(values: Values, **about: Any) -> Case:
    """Answers the case; `about` are the fields that do not stand in the file."""
    options, standpoints = values["options"], values.get("standpoints", {})
    facts = values.get("facts", {})
    payoffs = _complete(values.get("payoffs"), options, standpoints)
    simple = ("title", "question", "source", "text", "tags", "frameworks")
    return Case(
        **{key: values[key] for key in simple if key in values},
        **{key: values[key] for key in ("game", "rules") if key in values},
        **about,
        context=_frozen(_plain(values.get("context", {}))),
        options=_frozen({name: _option(name, entry) for name, entry in options.items()}),
        standpoints=_frozen({k: _standpoint(k, v, options) for k, v in standpoints.items()}),
        facts=_frozen({name: _fact(name, entry) for name, entry in facts.items()}),
        scale=Scale(**_plain(values.get("scale", {}))),
        payoffs=payoffs,
        general=_complete(values.get("general"), options, standpoints, payoffs),
        universal=_universals(values, options),
        influence=_complete(values.get("influence"), options, standpoints),
        norms=_frozen({k: _norm(k, v) for k, v in values.get("norms", {}).items()}),
        compliance=Compliance(values.get("compliance", "mere")),
        reasons=tuple(StatedReason(**_plain(entry)) for entry in values.get("reasons", ())),
        priorities=tuple(_priority(entry, facts) for entry in values.get("priorities", ())),
        challenges=_frozen({c["id"]: _challenge(c, facts) for c in values.get("challenges", ())}),
        considered=_considered(values.get("considered", ())),
        credences=_frozen(values.get("credences", {})),
    )


def _frozen(mapping: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(mapping)) if mapping else nothing()


def _plain(entry: Values) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key != HERE}


def _complete(
    given: Values | None, options: Values, standpoints: Values, otherwise: Table | None = None
) -> Table:
    """Answers a table with every cell: as given, by the nearest default, or as in another table."""
    if given is None or not standpoints:
        return otherwise or nothing()
    rows: dict[str, Mapping[str, Cell]] = {}
    for option in options:
        row = given.get(option, {})
        fallback = row.get(DEFAULT, given.get(DEFAULT))
        other: Mapping[str, Cell] = (otherwise or nothing()).get(option, nothing())
        rows[option] = MappingProxyType(
            {k: row[k] if k in row else other.get(k, fallback) for k in standpoints}
        )
    return MappingProxyType(rows)


def _option(name: str, entry: Any) -> Option:
    if isinstance(entry, str):
        return Option(name, entry)
    fields = _plain(entry)
    presume = fields.pop("presume", None)
    features = _frozen(fields.pop("features", {}))
    return Option(name, presume_forbidden=presume == "forbidden", features=features, **fields)


def _standpoint(name: str, entry: Values, options: Values) -> Standpoint:
    fields: dict[str, Any] = {"text": name, **_plain(entry)}
    count = fields.pop("count", ONE)
    heads: Mapping[str, Fraction] = {"payoffs": count} if isinstance(count, Fraction) else count
    consent = fields.pop("consent", False)
    if isinstance(consent, bool):
        consent = options if consent else ()
    responsible = fields.pop("responsible", {})
    if isinstance(responsible, Fraction):
        responsible = dict.fromkeys(options, responsible)
    cap = fields.pop("cap", {})
    return Standpoint(
        name,
        count=heads["payoffs"],
        general_count=heads.get("general", heads["payoffs"]),
        consent=frozenset(consent),
        responsible=_frozen(responsible),
        cap=_frozen({"*": cap} if isinstance(cap, Fraction) else cap),
        **fields,
    )


def _fact(name: str, entry: Values) -> Fact:
    fields: dict[str, Any] = {"text": name, **_plain(entry)}
    return Fact(name, status=FactStatus(fields.pop("status", "agreed")), **fields)


def _universals(values: Values, options: Values) -> Mapping[str, Universal | UniversalShape]:
    given = values.get("universal", {})
    return _frozen({option: _universal(given[option]) for option in options if option in given})


def _universal(entry: Any) -> Universal | UniversalShape:
    if isinstance(entry, str):
        return Universal(Fraction(0), Fraction(0), refrain=True)
    fields = _plain(entry)
    maxim = Maxim(
        conceivable=fields.pop("conceivable", True),
        own=_both(fields.pop("own", None), "nobody"),
        means=_both(fields.pop("means", None), "alone"),
    )
    if "all" in fields:
        return Universal(fields["all"], fields["nobody"], maxim=maxim)
    return UniversalShape(shape=Shape(fields.pop("shape")), maxim=maxim, **fields)


def _both(entry: Values | None, other: str) -> tuple[Fraction, Fraction] | None:
    return None if entry is None else (entry["all"], entry[other])


def _norm(name: str, entry: Values) -> Norm:
    fields: dict[str, Any] = {"text": name, **_plain(entry)}
    pattern = fields.pop("pattern", None)
    return Norm(
        name,
        modality=Modality(fields.pop("modality", "forbid")),
        pattern=None if pattern is None else _pattern(_plain(pattern)),
        limits=_frozen(fields.pop("limits", {})),
        **fields,
    )


def _pattern(entry: dict[str, Any]) -> Pattern:
    """The reader has seen to it that one kind stands there."""
    (kind,) = (key for key in PATTERN_KINDS if key in entry)
    within = entry.get("within")
    scopes = {key: entry.get(key) for key in ("after", "until", "before")}
    steps = None if within is None else int(within)
    return Pattern(kind, entry[kind], within=steps, **scopes)


def _words(because: Any) -> str | None:
    """Answers `because` in words; a list of literals is joined by `and`."""
    return (
        because if because is None or isinstance(because, str) else " and ".join(map(str, because))
    )


def _priority(entry: Values, facts: Values) -> Priority:
    fields = _plain(entry)
    because = fields.pop("because", None)
    return Priority(because=_words(because), when=priority_condition(because, facts), **fields)


def _challenge(entry: Values, facts: Values) -> Challenge:
    fields = _plain(entry)
    because = fields.pop("because", None)
    condition = (*fields.pop("if", ()), *priority_condition(because, facts))
    reading = fields.pop("universal", None)
    return Challenge(
        universal=None if reading is None else _universal(reading),
        against=_target(fields.pop("against")),
        status=ChallengeStatus(fields.pop("status", "raised")),
        because=_words(because),
        condition=tuple(dict.fromkeys(condition)),
        **fields,
    )


def _target(entry: Values) -> Target:
    fields = _plain(entry)
    narrowed = {key: fields[key] for key in ("voice", "better", "worse") if key in fields}
    if "norm" in fields:
        return Target(TargetKind.SOURCE, f"norm:{fields['norm']}", **narrowed)
    if "reply" in fields:
        return _reply_target(_plain(fields["reply"]))
    if "framework" in fields:
        return Target(TargetKind.SOURCE, fields["framework"], **narrowed)
    kind = next(kind for kind in TargetKind if kind in fields)
    return Target(kind, fields[kind], **narrowed)


def _reply_target(reply: dict[str, Any]) -> Target:
    if "norm" in reply:
        return Target(TargetKind.REPLY, f"norm:{reply.pop('norm')}", **reply)
    agents = [(kind, reply.pop(kind)) for kind in ("cap", "prerogative") if kind in reply]
    for kind, agent in agents:
        return Target(TargetKind.REPLY, kind, **{**reply, "by": agent})
    return Target(TargetKind.REPLY, reply.pop("framework"), **reply)


def _considered(given: Mapping[str, str] | tuple[Values, ...]) -> tuple[Considered, ...]:
    if isinstance(given, tuple):
        return tuple(Considered(**_plain(entry)) for entry in given)
    return tuple(Considered(option, status) for option, status in given.items())
