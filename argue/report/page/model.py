"""What a page ships for its what-if: graphs with their texts, and the worlds that choose in them.

A *view* is a graph; nearly always one does. A *world* names its view and which branches of it are
left. What a ranking decides, and what a framework left out changes, the page's script works out
from these, as the engine does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from argue.analysis import analyze_under
from argue.construct.said import Source
from argue.errors import ArgueError
from argue.model.verdict import Status
from argue.report.inert import inert
from argue.report.page.views import View, view_data
from argue.report.page.worlds import Choice, World, Worlds, matching
from argue.report.pictures.svg import LINES, UNDECIDED, Line
from argue.report.sections.method import named
from argue.report.words import GLYPHS, STANDING, plain
from argue.semantics.table import Semantics
from argue.verdict.result import Analysis

Data = dict[str, Any]

MOST_OPTIONS = 10
"""Options up to which a page goes through the labellings of all of them."""
MOST_VIEWS = 9
"""Graphs that the worlds of one page may have between them."""
MOST_ARGUMENTS = 600
"""Arguments of a graph up to which it is shipped."""
MOST_SOURCES = 9
"""Sources up to which a page ranks them."""


def whatif_data(analysis: Analysis) -> Data | str:
    """Answers what a page ships for its what-if, or in a sentence why it offers none."""
    refused = _refused(analysis)
    if refused:
        return refused
    worlds = Worlds(analysis)
    first = next(worlds.choices)
    base = worlds.world(first)
    if base is None or not base.branches:
        return "The points this case leaves open combine in too many ways to go through on a page."
    views = [View(base, analysis)]
    entries: dict[str, Data] = {}
    for choice in worlds.choices:
        found = base if choice == first else worlds.world(choice)
        entry = {} if found is None else _entry(worlds, views, choice, found)
        if len(views) > MOST_VIEWS:
            return "Settling its points changes the graph of this case in too many ways for a page."
        entries[_key(worlds, choice)] = entry
    return {
        "case": _case(analysis, worlds),
        "words": _words(),
        "views": [view_data(view, f"map-{index}") for index, view in enumerate(views)],
        "worlds": entries,
    }


def _refused(analysis: Analysis) -> str:
    if analysis.setup.semantics != Semantics.PREFERRED or analysis.setup.flat:
        return "What-if goes by the standard semantics; this report was asked for under another."
    if len(analysis.graph.options) > MOST_OPTIONS:
        return f"What-if on the page is offered for up to {MOST_OPTIONS} options."
    if len(analysis.graph.sources) > MOST_SOURCES:
        return f"What-if on the page is offered for up to {MOST_SOURCES} principles and norms."
    if len(analysis.graph.arguments) > MOST_ARGUMENTS:
        return f"What-if on the page is offered for up to {MOST_ARGUMENTS} arguments."
    return ""


def _key(worlds: Worlds, choice: Choice) -> str:
    """Answers the name of a world: how the questions are settled, and the frameworks if need be."""
    if choice.kept is None:
        return choice.settled
    marks = "".join("1" if name in choice.kept else "0" for name in worlds.frameworks)
    return f"{choice.settled}/{marks}"


def _entry(worlds: Worlds, views: list[View], choice: Choice, world: World) -> Data:
    """Answers a world as plain data; a graph that no view holds becomes a view of its own."""
    for index, view in enumerate(views):
        branches = matching(view.world, world)
        if branches is not None:
            return _world(index, branches, world)
    if not world.branches:
        return {}
    try:
        analysed = analyze_under(*worlds.changed(choice))
    except ArgueError:
        return {}
    views.append(View(world, analysed))
    return _world(len(views) - 1, tuple(range(len(world.branches))), world)


def _world(view: int, branches: Sequence[int], world: World) -> Data:
    """Answers a world: its view, what is left of it, and which sources have something to say.

    `named` holds for every source the options it says something about.
    """
    options = tuple(world.case.options)
    return {
        "view": view,
        "branches": list(branches),
        "silent": [inert(s.id) for s in world.sources if s.missing],
        "named": {
            inert(s.id): [o for o, n in enumerate(options) if _names(s, n)] for s in world.sources
        },
    }


def _names(source: Source, option: str) -> bool:
    """Answers whether a source gives a reason about an option, or lets it pass its test."""
    return option in source.passes or any(
        option in (reason.better, reason.worse) for reason in source.reasons
    )


def _case(analysis: Analysis, worlds: Worlds) -> Data:
    setup = analysis.setup
    return {
        "name": inert(named(analysis.case)),
        "options": [
            {"id": inert(o.id), "text": inert(o.text), "forbidden": o.presume_forbidden}
            for o in analysis.case.options.values()
        ],
        "questions": [
            {
                "kind": q.kind,
                "id": inert(q.name),
                "name": inert(plain(q.name)),
                "text": inert(q.text),
            }
            for q in worlds.questions
        ],
        "frameworks": [inert(name) for name in worlds.frameworks] if worlds.droppable else [],
        "entangled": worlds.entangled,
        "facts": {inert(name): holds for name, holds in setup.facts.items()},
        "priorities": [[inert(high), inert(low)] for high, low in setup.priorities],
        "compliance": setup.compliance or "",
        "kept": None if setup.frameworks is None else [inert(f) for f in setup.frameworks],
    }


def _words() -> Data:
    """Answers the signs and lines by which standing is told, so that they are said once."""
    return {
        "statuses": [str(status) for status in Status],
        "glyphs": {**{str(s): glyph for s, glyph in GLYPHS.items()}, **STANDING},
        "lines": {name: _line(line) for name, line in LINES.items()},
        "undecided": _line(UNDECIDED),
    }


def _line(line: Line) -> list[str]:
    return [line.width, line.dashes, line.colour, line.ground]
