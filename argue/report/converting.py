"""A graph, a map of arguments, rules or a case, written in a format of another program."""

from __future__ import annotations

from collections.abc import Iterable

from argue.errors import ArgueError, UnknownId
from argue.io.graphs.files import FORMATS, dump_af, load_af
from argue.io.interchange.formats import (
    CASE,
    MAPS,
    RULE_FORMATS,
    RULES,
    SOURCES,
    TARGETS,
    dump_rules,
    load_map,
    load_rules,
    source_format,
)
from argue.io.interchange.maps import (
    ArgumentMap,
    Conflict,
    Point,
    af_of_map,
    map_of_graph,
)

BARE = FORMATS.keys() - MAPS.keys()
"""Formats of bare graphs, which go into one another without a map between them."""


def converted(
    path: str, wanted: str, *, form: str | None = None, facts: Iterable[str] | None = None
) -> str:
    """Answers what a file holds, in another format; the format it has is its suffix's by default.

    Raises: UnknownId for a format; ArgueError for what the wanted one cannot hold; CaseError.
    """
    form = form or source_format(path)
    for name, known in ((form, SOURCES), (wanted, TARGETS)):
        if name not in known:
            raise UnknownId("format", name, known)
    if facts is not None and form not in RULE_FORMATS:
        raise ArgueError(f"--facts chooses those of a scenario; a source in {form} has none")
    if wanted == RULES:
        return _rules(path, form, facts)
    if form in BARE and wanted in BARE:
        return dump_af(load_af(path, form), wanted)
    found = _case_map(path, wanted) if form == CASE else _map(path, form, facts)
    return MAPS[wanted].dump(found) if wanted in MAPS else dump_af(af_of_map(found), wanted)


def _rules(path: str, form: str, facts: Iterable[str] | None) -> str:
    """Answers a source as the `rules` of a case, in YAML."""
    if form == CASE:
        raise ArgueError("a case has its rules already, under rules:")
    return dump_rules(load_rules(path, form, facts))


def _map(path: str, form: str, facts: Iterable[str] | None) -> ArgumentMap:
    """Answers a source that is no case as a map; rules as the graph of their arguments."""
    if form not in RULE_FORMATS:
        return load_map(path, form)
    from argue.construct.rules import rule_graph  # noqa: PLC0415  (graphs do without)
    from argue.construct.rules.files import load_base  # noqa: PLC0415  (as above)

    graph = rule_graph(load_base(path, form, facts).base)
    points = tuple(Point(each.id, each.text) for each in graph.derivations)
    return ArgumentMap(points, conflicts=tuple(Conflict(*pair) for pair in graph.af.attacks))


def _case_map(path: str, wanted: str) -> ArgumentMap:
    """Answers the arguments of a case as a map."""
    from argue.analysis import analyze  # noqa: PLC0415  (graphs do without)
    from argue.io.case import load_case  # noqa: PLC0415  (as above)

    if wanted not in MAPS:
        raise ArgueError(
            f"{wanted} holds bare graphs, and the attacks in a case depend on rankings; write one "
            f"of: {', '.join(MAPS)}"
        )
    case = load_case(path)
    return map_of_graph(analyze(case).graph, case.title)
