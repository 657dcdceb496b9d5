"""The words of the interface in the languages of the catalogues, one TOML file a language.

A catalogue is a file `languages/CODE.toml`: a table for each part of the interface, in it
`key = "text with {values}"`. English is complete; a catalogue lacking a text falls back to it,
and `missing` says where. A translation is such a file and needs no code.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast

from argue.errors import UnknownId

DEFAULT = "en"
"""The language that is complete."""


@dataclass(frozen=True, slots=True)
class Language:
    """The texts of the interface in one language, each under a key such as `quiz.right`."""

    code: str
    name: str
    texts: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """Answers the text of a key with its values filled in.

        Raises: UnknownId for a key that not even the English catalogue has.
        """
        text = self.texts.get(key)
        if text is None:
            text = _file(DEFAULT).get(key)
        if text is None:
            raise UnknownId("text", key, _file(DEFAULT))
        return text.format(**values)


def language(code: str = DEFAULT) -> Language:
    """Answers the catalogue of a language by its code.

    Raises: UnknownId naming the languages there are.
    """
    if code not in languages():
        raise UnknownId("language", code, languages())
    texts = _file(code)
    return Language(code, texts["language.name"], texts)


def languages() -> tuple[str, ...]:
    """Answers the codes of all languages that have a catalogue, English first."""
    here = files("argue.seminar").joinpath("languages").iterdir()
    codes = {path.name.removesuffix(".toml") for path in here if path.name.endswith(".toml")}
    return (DEFAULT, *sorted(codes - {DEFAULT}))


def missing(code: str) -> tuple[str, ...]:
    """Answers the keys of the English catalogue that a language has no text for."""
    return tuple(key for key in _file(DEFAULT) if key not in _file(code))


@cache
def _file(code: str) -> Mapping[str, str]:
    path = files("argue.seminar").joinpath("languages", f"{code}.toml")
    return dict(_flat(tomllib.loads(path.read_text(encoding="utf-8"))))


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(cast("dict[str, Any]", value), f"{before}{key}.")
        else:
            yield before + key, value
