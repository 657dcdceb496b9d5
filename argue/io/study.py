"""Reads a study: judgements, choices or examples that norms are inferred from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from argue.errors import CaseError
from argue.io.case import READERS
from argue.io.document import Document, decoded, read_bytes, text_document
from argue.io.kinds import (
    FLAG,
    LABEL,
    NUMBER,
    POSITIVE,
    SHARE,
    TEXT,
    Field,
    either,
    list_of,
    map_of,
    new,
    record,
    ref,
    word,
)
from argue.io.reading import HERE, Reader
from argue.io.references import look_up
from argue.model.study import (
    Behaviour,
    Choice,
    Example,
    Family,
    Grid,
    Judgement,
    RoleModel,
    Rule,
    Situation,
    Study,
)

VERDICT = word("permissible", "impermissible")

NORM = record(
    "norm",
    Field("from", NUMBER, "The lowest threshold considered.", "0"),
    Field("to", NUMBER, "The highest.", "1"),
    Field("steps", POSITIVE, "In so many equal steps.", "50"),
    Field("exceptions", list_of(new("fact")), "What may suspend the norm.", "none"),
    Field("rivals", list_of(new("by")), "Other sources that may rank above or below.", "none"),
)

JUDGEMENT = record(
    "judgement",
    Field("id", new("judgement"), "Its name.", "judgement1, ... by position"),
    Field("amount", NUMBER, "How much of what the norm limits.", required=True),
    Field("holds", list_of(ref("fact")), "The exceptions that hold.", "none"),
    Field("favours", list_of(ref("source")), "The rivals that speak for the act.", "none"),
    Field("opposes", list_of(ref("source")), "The rivals that speak against it.", "none"),
    Field("verdict", VERDICT, "What was judged."),
    Field("people", POSITIVE, "How many people judged it, in place of a verdict."),
    Field("permissible", NUMBER, "How many of them found it permissible."),
)

RULE = record(
    "rule",
    Field("forbid", LABEL, "The act it forbids."),
    Field("require", LABEL, "Or the act it requires."),
    Field("when", list_of(TEXT), "What must hold for it to apply.", "always"),
    Field("prior", SHARE, "How probable it was beforehand.", "1/2"),
)

CHOICE = record(
    "choice",
    Field("holds", list_of(TEXT), "What held.", "nothing"),
    Field("desires", map_of(LABEL, NUMBER), "How each act was desired.", required=True),
    Field("did", LABEL, "The act that was done.", required=True),
)

EXAMPLE = record(
    "example",
    Field("id", new("example"), "Its name.", "example1, ... by position"),
    Field("features", list_of(TEXT), "What is there.", required=True),
    Field("verdict", VERDICT, "What was judged.", required=True),
)

ROLE = record(
    "role",
    Field("prior", SHARE, "How probable it is beforehand.", "the same for all"),
    Field("signals", map_of(LABEL, SHARE), "How likely each signal is in it.", required=True),
    Field("facts", map_of(LABEL, FLAG), "What holds of the case in it.", "nothing"),
)

STUDY = record(
    "study",
    Field("schema", word("argue/study/v1"), "Which form of file this is.", "argue/study/v1"),
    Field("title", LABEL, "A short name.", required=True),
    Field("source", TEXT, "Where it comes from."),
    Field("noise", SHARE, "How often a judgement is not what the norm says.", "1/10"),
    Field("norm", NORM, "The family of norms that judgements may come from."),
    Field("judgements", list_of(JUDGEMENT, least=1), "What people judged."),
    Field("rules", map_of(new("rule"), RULE), "The rules that may lie behind choices."),
    Field("obedience", SHARE, "How reliably a rule that is held is acted by.", "9/10"),
    Field("temperature", POSITIVE, "How unsurely desires decide.", "1"),
    Field("choices", list_of(CHOICE, least=1), "What people did."),
    Field("examples", list_of(EXAMPLE, least=1), "Situations by features, to learn rules from."),
    Field("roles", map_of(LABEL, ROLE), "Roles a system may be in, and their signals."),
    Field(
        "observed",
        either(map_of(LABEL, FLAG), list_of(list_of(TEXT), least=1)),
        "Which signals were there, and which were not; or at each step, those that were there.",
    ),
    Field("case", LABEL, "The case that is judged in each role: a bundled id or a file."),
    Field("price", POSITIVE, "What an unexplained example costs, in features named.", "2"),
)

MOST_PEOPLE = 10**9
MOST_PRICE = 100

SORTS = ("judgements", "choices", "examples", "observed")
"""The keys of which exactly one stands in a study."""


def load_study(source: str | Path) -> Study:
    """Answers the study in a file, or of `-` (standard input).

    Raises: CaseError with all that is wrong with it; NoSuchInput if there is no such file.
    """
    text = decoded(read_bytes(source), str(source))
    return _read(text_document(text, str(source)))


def read_study(text: str, file: str = "study") -> Study:
    """Answers the study in a text; `file` is what problems are said to be in."""
    return _read(text_document(text, file))


def _read(document: Document) -> Study:
    if document.root is None:
        raise CaseError(document.problems, document.file)
    reader = Reader(READERS)
    values: dict[str, Any] = reader.read(document.root, STUDY, "")
    look_up(reader)
    if not reader.problems:
        _check(reader, values)
    problems = sorted([*document.problems, *reader.problems], key=lambda p: (p.line, p.column))
    if problems:
        raise CaseError(problems, document.file)
    return _study(values)


def _check(reader: Reader, values: Mapping[str, Any]) -> None:
    if "observed" in values and not values.get("roles"):
        message = "observed signals tell nothing without roles"
        reader.problem("C044", message, "observed", advice="roles: {child: {signals: {...}}}")
    given = [key for key in SORTS if key in values]
    if len(given) != 1:
        message = f"a study has exactly one of {', '.join(SORTS)}; {len(given)} are given"
        reader.problem("C044", message, given[0] if given else "title", advice="split the study")
    grid = values.get("norm", {})
    if grid.get("from", 0) >= grid.get("to", 1) or grid.get("steps", 50) % 1:
        message = "the thresholds must rise from `from` to `to` in a whole number of steps"
        reader.problem("C044", message, "norm", advice="for example {from: 0, to: 1, steps: 50}")
    _check_numbers(reader, values)
    for entry in values.get("judgements", ()):
        _check_judgement(reader, entry)
    for name, rule in values.get("rules", {}).items():
        if ("forbid" in rule) is ("require" in rule):
            message = f"the rule {name} must forbid an act or require one"
            reader.problem("C044", message, f"rules.{name}", advice="forbid: take")
    for entry in values.get("choices", ()):
        if entry["did"] not in entry["desires"]:
            message = f"{entry['did']!r} was done, but is none of the acts desired"
            advice = "give each act that could be done a number under desires"
            reader.problem("C044", message, f"{entry[HERE]}.did", advice=advice)


def _check_numbers(reader: Reader, values: Mapping[str, Any]) -> None:
    noise = values.get("noise")
    if noise is not None and not 0 < noise < Fraction(1, 2) and "judgements" in values:
        message = f"noise must lie between 0 and 1/2, both excluded; {noise} is given"
        reader.problem("C044", message, "noise", advice="noise: 1/10")
    price = values.get("price", 1)
    if price % 1 or price > MOST_PRICE:
        message = f"the price must be a whole number from 1 to {MOST_PRICE}"
        reader.problem("C044", message, "price", advice="price: 2")


def _check_judgement(reader: Reader, entry: Mapping[str, Any]) -> None:
    path = entry[HERE]
    counted = {"people", "permissible"} & entry.keys()
    if ("verdict" in entry) is bool(counted) or len(counted) == 1:
        message = f"{path} needs a verdict, or people and how many of them found it permissible"
        reader.problem("C044", message, path, advice="verdict: permissible")
    elif counted and not _is_count(entry["permissible"], entry["people"]):
        message = (
            f"{path}: permissible and people are whole numbers up to {MOST_PEOPLE:_}, the first "
            "not the larger"
        )
        reader.problem("C044", message, path, advice="permissible: 12, people: 20")
    both = set(entry.get("favours", ())) & set(entry.get("opposes", ()))
    if both:
        message = f"{path}: {', '.join(sorted(both))} cannot favour and oppose the act"
        reader.problem("C044", message, path, advice="leave it out of one of them")


def _is_count(some: Fraction, people: Fraction) -> bool:
    return some % 1 == 0 and people % 1 == 0 and 0 <= some <= people <= MOST_PEOPLE


def _study(values: Mapping[str, Any]) -> Study:
    family = values.get("norm", {})
    grid = Grid(
        family.get("from", Fraction(0)), family.get("to", Fraction(1)), int(family.get("steps", 50))
    )
    judgements = enumerate(values.get("judgements", ()), 1)
    examples = enumerate(values.get("examples", ()), 1)
    return Study(
        title=values["title"],
        source=values.get("source"),
        noise=values.get("noise", Fraction(1, 10)),
        family=Family(grid, tuple(family.get("exceptions", ())), tuple(family.get("rivals", ()))),
        judgements=tuple(_judgement(entry, number) for number, entry in judgements),
        behaviour=_behaviour(values) if "choices" in values else None,
        examples=tuple(_example(entry, number) for number, entry in examples),
        price=int(values.get("price", 2)),
        roles=_roles(values.get("roles", {})),
        observed=_observed(values),
        case=values.get("case"),
    )


def _judgement(entry: Mapping[str, Any], number: int) -> Judgement:
    sets = {key: frozenset(entry.get(key, ())) for key in ("holds", "favours", "opposes")}
    people = int(entry.get("people", 1))
    permissible = int(entry.get("permissible", entry.get("verdict") == "permissible"))
    name = entry.get("id", f"judgement{number}")
    return Judgement(Situation(entry["amount"], **sets), people, permissible, name)


def _behaviour(values: Mapping[str, Any]) -> Behaviour:
    choices = (
        Choice(frozenset(c.get("holds", ())), MappingProxyType(dict(c["desires"])), c["did"])
        for c in values["choices"]
    )
    return Behaviour(
        rules=tuple(_rule(name, entry) for name, entry in values.get("rules", {}).items()),
        choices=tuple(choices),
        obedience=values.get("obedience", Fraction(9, 10)),
        temperature=values.get("temperature", Fraction(1)),
    )


def _observed(values: Mapping[str, Any]) -> tuple[Mapping[str, bool], ...]:
    """Answers what was there at each step; of the steps of a trace, also what was not."""
    given = values.get("observed", {})
    if isinstance(given, Mapping):
        return (MappingProxyType(dict(cast("Mapping[str, bool]", given))),) if given else ()
    models = values.get("roles", {}).values()
    signals = dict.fromkeys(signal for model in models for signal in model["signals"])
    return tuple(
        MappingProxyType(dict.fromkeys(signals, False) | dict.fromkeys(step, True))
        for step in cast("Sequence[Sequence[str]]", given)
    )


def _roles(entries: Mapping[str, Mapping[str, Any]]) -> tuple[RoleModel, ...]:
    return tuple(
        RoleModel(
            name,
            entry.get("prior", Fraction(1, len(entries))),
            MappingProxyType(dict(entry["signals"])),
            MappingProxyType(dict(entry.get("facts", {}))),
        )
        for name, entry in entries.items()
    )


def _rule(name: str, entry: Mapping[str, Any]) -> Rule:
    required = "require" in entry
    act = entry["require" if required else "forbid"]
    prior = entry.get("prior", Fraction(1, 2))
    return Rule(name, act, required, frozenset(entry.get("when", ())), prior)


def _example(entry: Mapping[str, Any], number: int) -> Example:
    forbidden = entry["verdict"] == "impermissible"
    return Example(entry.get("id", f"example{number}"), frozenset(entry["features"]), forbidden)
