"""What is written about a case for a class: introduction, what-ifs, remarks, what is left out.

It lies in a TOML file, `data/ID.toml` for a bundled case. It holds questions and remarks only: what
comes out is computed whenever a pack is made.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from importlib import resources
from typing import Any, cast

from argue.errors import FileError
from argue.io.document import decoded, read_bytes
from argue.io.value_kinds import MAX_NUMBER, parse_number
from argue.model.deprecating import warn_deprecated


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A question about a changed case: what is asked, and what is changed for it.

    `facts` settles disputed facts, `prioritize` ranks sources, `challenges` rules on challenges
    (True: accepted), `numbers` sets cells by their paths, `without` leaves frameworks out.
    """

    ask: str
    discuss: str = ""
    facts: Mapping[str, bool] = field(default_factory=dict[str, bool])
    prioritize: tuple[tuple[str, str], ...] = ()
    challenges: Mapping[str, bool] = field(default_factory=dict[str, bool])
    numbers: Mapping[str, Fraction] = field(default_factory=dict[str, Fraction])
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """What a student tends to say, and which doubt about what that is, as a challenge would be.

    `question` is a critical question of the framework it is `against`; against what is no framework
    `asks` says the question itself.
    """

    says: str
    against: Mapping[str, Any]
    question: str = ""
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Teaching:
    """What is written about a case for a class; every part may be empty.

    `language` is the language it is written in.
    """

    introduction: str = ""
    discussion: tuple[str, ...] = ()
    whatifs: tuple[WhatIf, ...] = ()
    remarks: tuple[Remark, ...] = ()
    left_out: tuple[str, ...] = ()
    language: str = "en"

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the parts that are not written."""
        parts = ("introduction", "discussion", "whatifs", "remarks", "left_out")
        return tuple(name for name in parts if not getattr(self, name))


NOTHING = Teaching()
"""Of a case that nobody has written about yet."""

_MOST = 10**MAX_NUMBER
"""Whole numbers beyond are not read, as they are not in a case."""

KEYS = ("introduction", "discussion", "whatif", "remark", "left_out")
WHATIF_KEYS = ("ask", "discuss", "facts", "prioritize", "challenges", "numbers", "without")
REMARK_KEYS = ("says", "against", "question", "asks")


def shipped() -> tuple[str, ...]:
    """Answers the ids of the bundled cases that something is written about."""
    names = (
        path.name for path in resources.files("argue.seminar.packs").joinpath("data").iterdir()
    )
    return tuple(sorted(n.removesuffix(".toml") for n in names if n.count(".") == 1))


def teaching_for(case: str, language: str = "en") -> Teaching:
    """Answers what is written about a bundled case, in a language if it is there, else in English.

    Empty for a case that nothing is written about.
    """
    folder = resources.files("argue.seminar.packs").joinpath("data")
    for name, code in ((f"{case}.{language}.toml", language), (f"{case}.toml", "en")):
        path = folder.joinpath(name)
        if path.is_file():
            return read_teaching(path.read_text(encoding="utf-8"), name, language=code)
    return NOTHING


def load_teaching(path: str, language: str = "en") -> Teaching:
    """Answers what a file says about a case.

    Raises: NoSuchInput; CaseError if it is too large or no text; as `read_teaching` does.
    """
    return read_teaching(decoded(read_bytes(path), path), path, language=language)


def read_teaching(text: str, name: str, *, language: str = "en") -> Teaching:
    """Answers what a text in TOML says about a case.

    Raises: FileError naming the file, the key and what to write instead.
    """
    try:
        found = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        place = re.search(r" \(at line (\d+), column (\d+)\)", str(error))
        where = f"{name}:{place[1]}:{place[2]}" if place else name
        what = str(error).replace(place[0], "") if place else str(error)
        raise FileError(f"{where}: this is not TOML: {what}") from error
    _known(found, KEYS, name)
    whatifs = _tables(found, "whatif", name)
    remarks = _tables(found, "remark", name)
    return Teaching(
        introduction=_text(found, "introduction", name),
        discussion=_texts(found, "discussion", name),
        whatifs=tuple(_whatif(e, f"{name}: whatif {n}") for n, e in enumerate(whatifs, 1)),
        remarks=tuple(_remark(e, f"{name}: remark {n}") for n, e in enumerate(remarks, 1)),
        left_out=_texts(found, "left_out", name),
        language=language,
    )


def _whatif(entry: Mapping[str, Any], where: str) -> WhatIf:
    _known(entry, WHATIF_KEYS, where)
    pairs: list[tuple[str, str]] = []
    for ranking in _texts(entry, "prioritize", where):
        ranked = [part.strip() for part in ranking.split(">")]
        if len(ranked) < 2 or not all(ranked):
            raise FileError(f'{where}: prioritize: {ranking!r}; write "higher>lower"')
        pairs += zip(ranked, ranked[1:], strict=False)
    return WhatIf(
        ask=_text(entry, "ask", where, needed=True),
        discuss=_text(entry, "discuss", where),
        facts=_truths(entry, "facts", where),
        prioritize=tuple(pairs),
        challenges=_truths(entry, "challenges", where),
        numbers={path: _number(n, path, where) for path, n in _table(entry, "numbers", where)},
        without=_texts(entry, "without", where),
    )


def _remark(entry: Mapping[str, Any], where: str) -> Remark:
    if "cq" in entry and "question" not in entry:
        warn_deprecated(f"{where}: the key cq", instead="write question", since="0.1.0")
        entry = {"question" if key == "cq" else key: said for key, said in entry.items()}
    _known(entry, REMARK_KEYS, where)
    against = dict(_table(entry, "against", where))
    if not against:
        raise FileError(f"{where}: say in against what it doubts, as a challenge of a case does")
    question, asks = _text(entry, "question", where), _text(entry, "asks", where)
    if not question and not asks:
        raise FileError(f"{where}: name a critical question under question, or write one in asks")
    return Remark(_text(entry, "says", where, needed=True), against, question, asks)


def _known(entry: Mapping[str, Any], keys: Sequence[str], where: str) -> None:
    for key in entry:
        if key not in keys:
            raise FileError(f"{where}: unknown key {key!r}; one of {', '.join(keys)}")


def _text(entry: Mapping[str, Any], key: str, where: str, *, needed: bool = False) -> str:
    found = entry.get(key, "")
    if not isinstance(found, str) or (needed and not found.strip()):
        raise FileError(f"{where}: {key} is a text")
    return " ".join(found.split())


def _texts(entry: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    found = _list(entry, key)
    if found is None or not all(isinstance(text, str) for text in found):
        raise FileError(f"{where}: {key} is a list of texts")
    return tuple(" ".join(str(text).split()) for text in found)


def _tables(entry: Mapping[str, Any], key: str, where: str) -> list[Mapping[str, Any]]:
    found = _list(entry, key)
    if found is None or not all(isinstance(table, dict) for table in found):
        raise FileError(f"{where}: write every {key} as a table [[{key}]]")
    return cast("list[Mapping[str, Any]]", found)


def _list(entry: Mapping[str, Any], key: str) -> list[object] | None:
    """Answers the list under a key, empty if there is none; None if it is something else."""
    found = entry.get(key, [])
    return cast("list[object]", found) if isinstance(found, list) else None


def _table(entry: Mapping[str, Any], key: str, where: str) -> Iterable[tuple[str, Any]]:
    found = entry.get(key, {})
    if not isinstance(found, dict):
        raise FileError(f"{where}: {key} is a table")
    return cast("dict[str, Any]", found).items()


def _truths(entry: Mapping[str, Any], key: str, where: str) -> dict[str, bool]:
    found: dict[str, bool] = {}
    for name, holds in _table(entry, key, where):
        if not isinstance(holds, bool):
            raise FileError(f"{where}: {key}.{name} is true or false")
        found[name] = holds
    return found


def _number(found: object, path: str, where: str) -> Fraction:
    if isinstance(found, int) and abs(found) > _MOST:
        raise FileError(f"{where}: numbers.{path} has more than {MAX_NUMBER} digits; round it")
    number = parse_number(str(found))
    if number is None:
        raise FileError(f'{where}: numbers.{path}: {found!r:.60} is no number; write 2 or "1/3"')
    return number
