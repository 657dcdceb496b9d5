"""The formats that maps of arguments and rules of other programs are read from and written to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from argue.errors import ArgueError, FileError
from argue.io.graphs.files import FORMATS, format_by_suffix, graph_bytes, load_af
from argue.io.interchange import aif, argdown, carneades, jiminy, node_link
from argue.io.interchange.map_rules import rules_of_map
from argue.io.interchange.maps import ArgumentMap, map_of_af

CASE = "case"
"""A case of this program, as a source."""

RULES = "rules"
"""The rules of a case, as something to write."""


@dataclass(frozen=True, slots=True)
class MapFormat:
    """A format of maps: how it is read and written."""

    load: Callable[[bytes, str], ArgumentMap]
    dump: Callable[[ArgumentMap], str]


MAPS: Mapping[str, MapFormat] = MappingProxyType(
    {
        "aif": MapFormat(aif.load_map, aif.dump_map),
        "argdown": MapFormat(argdown.load_map, argdown.dump_map),
        "node-link": MapFormat(node_link.load_map, node_link.dump_map),
    }
)


def _jiminy(data: bytes, file: str, facts: Iterable[str] | None) -> dict[str, Any]:
    return jiminy.rules_of(jiminy.load(data, file), facts)


def _carneades(data: bytes, file: str, facts: Iterable[str] | None) -> dict[str, Any]:
    return carneades.rules_of(carneades.load(data, file), facts)


RULE_FORMATS: Mapping[str, Callable[[bytes, str, Iterable[str] | None], dict[str, Any]]] = (
    MappingProxyType({"jiminy": _jiminy, "carneades": _carneades})
)
"""Format -> what reads the rules of a case from its bytes, where some facts hold."""

SUFFIXES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **{name: form.suffixes for name, form in FORMATS.items()},
        **{name: (f".{name}.yaml", f".{name}.yml") for name in RULE_FORMATS},
    }
)
SOURCES = (*FORMATS, *RULE_FORMATS, CASE)
TARGETS = (*FORMATS, RULES)


def source_format(path: str) -> str:
    """Answers the format that a file's suffix means, a case where it means none."""
    return format_by_suffix(path, SUFFIXES) or CASE


def load_map(path: str, form: str) -> ArgumentMap:
    """Answers the map in a file of a bare graph or a map; raises as the format does."""
    if form in MAPS:
        return MAPS[form].load(graph_bytes(path), _name(path))
    return map_of_af(load_af(path, form))


def load_rules(path: str, form: str, facts: Iterable[str] | None = None) -> dict[str, Any]:
    """Answers what a file comes to as the `rules` of a case; `facts` of it hold, by default all.

    Raises: as the format does; FileError where there is nothing in it to follow; ArgueError for
    facts where the format has none.
    """
    if form not in RULE_FORMATS and facts is not None:
        raise ArgueError(
            f"a file in the format {form} has no facts to choose from; leave --facts out, or say "
            f"which format it has: --from {' or --from '.join(RULE_FORMATS)}"
        )
    try:
        if form in RULE_FORMATS:
            return RULE_FORMATS[form](graph_bytes(path), _name(path), facts)
        return rules_of_map(load_map(path, form))
    except FileError as error:
        raise FileError(f"{_name(path)}: {error}") from error


def dump_rules(rules: Mapping[str, Any]) -> str:
    """Answers rules as the YAML of a case, from its key `rules` on; empty lists are left out."""
    import yaml  # noqa: PLC0415  (only to write rules)

    shown = {key: value for key, value in rules.items() if value != []}
    return yaml.safe_dump({RULES: shown}, sort_keys=False, allow_unicode=True, width=100)


def _name(path: str) -> str:
    return "stdin" if path == "-" else path
