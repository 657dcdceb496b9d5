"""Graphs and maps of arguments: what is read once is read again from what is written of it."""

from collections.abc import Iterator
from contextlib import contextmanager

from argue.construct.rules.reading import rule_base
from argue.errors import ArgueError
from argue.io.graphs import dump_af, lines, parse_af
from argue.io.graphs.files import FORMATS
from argue.io.interchange.formats import MAPS, RULE_FORMATS
from argue.io.interchange.map_rules import rules_of_map
from argue.model.af import AF
from argue.semantics.variants.incomplete import IncompleteAF

SLOWLY = {"i23": b"\n# a comment\n", "apx": b"\n% a comment\n", "tgf": b"\n\n"}
"""What says nothing, and keeps a file from the fast way of being read."""


MOST_ARGUMENTS = 2_000
"""Arguments that a graph may announce here: millions are allowed, and take their time."""


@contextmanager
def _few_arguments() -> Iterator[None]:
    most, lines.MAX_ARGUMENTS = lines.MAX_ARGUMENTS, MOST_ARGUMENTS
    try:
        yield
    finally:
        lines.MAX_ARGUMENTS = most


def graph(form: str, data: bytes) -> None:
    """A bare graph, read the fast and the slow way, written and read again."""
    with _few_arguments():
        found = FORMATS[form].load(data, "graph")
        _assert_same(form, found, data)


def _assert_same(form: str, found: AF, data: bytes) -> None:
    try:
        slowly = FORMATS[form].load(data + SLOWLY[form], "graph")
    except ArgueError as error:
        raise AssertionError("the slow way does not read it") from error
    assert found.arguments == slowly.arguments, "the two ways differ"
    assert found == slowly, "the two ways differ"
    assert_written_and_read(found, form)


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
