"""Graphs and maps of arguments: what is read once is read again from what is written of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from zlib import crc32

from argue.construct.rules.reading import rule_base
from argue.errors import ArgueError
from argue.io.graphs import apx, dump_af, i23, lines, parse_af
from argue.io.graphs.files import FORMATS
from argue.io.interchange.formats import MAPS, RULE_FORMATS
from argue.io.interchange.map_rules import rules_of_map
from argue.model.af import AF
from argue.semantics.variants.incomplete import IncompleteAF

MODULES = {"i23": i23, "apx": apx}
"""Formats that are read in a few passes where that can be done, and else line by line."""

MOST_ARGUMENTS, FEW_ARGUMENTS = 2_000, 4
"""Arguments that a graph may announce here: millions are allowed, and take their time."""


@contextmanager
def _limit_of_arguments(at_most: int) -> Iterator[None]:
    most, lines.MAX_ARGUMENTS = lines.MAX_ARGUMENTS, at_most
    try:
        yield
    finally:
        lines.MAX_ARGUMENTS = most


def graph(form: str, data: bytes) -> None:
    """A bare graph, read the fast and the slow way, written and read again."""
    few = crc32(data) % 8 == 0
    with _limit_of_arguments(FEW_ARGUMENTS if few else MOST_ARGUMENTS):
        if form in MODULES:
            _assert_same(form, data)
        found = FORMATS[form].load(data, "graph")
        if not few:
            assert_written_and_read(found, form)


def _assert_same(form: str, data: bytes) -> None:
    """Holds the two ways against each other: the graph, or the error with its line and words."""
    quickly, slowly = _outcomes(form, data)
    if quickly is not None:  # else the slow way is the way
        assert quickly == slowly, "the two ways differ"


def _outcomes(form: str, data: bytes) -> tuple[Any, Any]:
    """Answers what the fast way makes of a file, None if it leaves it; and what the slow way."""
    read = MODULES[form]
    return _outcome(read._load_plain, data), _outcome(read._load_lines, data, "graph")


def _outcome(read: Callable[..., AF | None], *given: Any) -> Any:
    try:
        found = read(*given)
    except ArgueError as error:
        return type(error), str(error), getattr(error, "problems", ())
    return None if found is None else (found.arguments, found)


def assert_written_and_read(af: AF, form: str) -> None:
    """Holds a graph against what is read of what is written of it, if it can be written."""
    try:
        written = dump_af(af, form)
    except ArgueError:
        return
    found = parse_af(written, form)
    # i23 knows arguments by number alone, and argdown by their order alone.
    again = AF(af.arguments, found.sources, found.targets) if form == "i23" else found
    assert again == af, "it is not what was written"


def incomplete(data: bytes) -> None:
    """A graph in the short notation, then a line of elements that may not be there."""
    text, _, uncertain = data.decode("utf-8", "surrogateescape").partition("\n")
    found = IncompleteAF.named(AF.parse(text), uncertain.split(","))
    for number, made in enumerate(found.completions()):
        assert len(made) <= len(found.af)
        if number == 8:
            break


def parts(form: str, data: bytes) -> None:
    """A map of arguments, written and read again, and the rules that it comes to."""
    found = MAPS[form].load(data, "map")
    try:
        written = MAPS[form].dump(found)
    except ArgueError:
        written = ""
    if written:
        again = MAPS[form].load(written.encode(), "map")
        assert len(again.points) == len(found.points), "other points than were written"
        assert len(again.conflicts) == len(found.conflicts), "other conflicts than were written"
    rule_base(rules_of_map(found), file="map")


def foreign_rules(form: str, data: bytes) -> None:
    """Rules of another program: all facts, then none."""
    for facts in (None, ()):
        rule_base(RULE_FORMATS[form](data, "rules", facts), file="rules")
