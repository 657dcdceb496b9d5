from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.asp import Session, Term, facts_of
from argue.asp.facts import LARGEST, SMALLEST, atom_of, symbol_of
from argue.errors import SolverError
from argue.model.af import AF
from tests.strategies import af

TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
TERMS = st.recursive(
    TEXTS | st.integers(SMALLEST, LARGEST),
    lambda terms: st.lists(terms, max_size=3).map(tuple),
    max_leaves=6,
)

HOSTILE = (
    'a"). in("b',
    "a). :- arg(X",
    "% comment",
    "%* block",
    "#script (python) import os #end.",
    '\\"',
    "\\",
    "\n",
    "",
    " ",
    "X",
    "_",
    "#inf",
    "ünïcode \N{PILE OF POO}",
    "in",
    "not a",
    "1",
)


@given(TERMS)
def test_terms_come_back_as_they_went(term: Term):
    assert atom_of(symbol_of(("p", (term,)))) == ("p", (term,))


def test_a_text_is_never_a_number_or_a_variable():
    assert symbol_of(("p", ("1",))) != symbol_of(("p", (1,)))
    assert str(symbol_of(("p", ("X",)))) == 'p("X")'


def test_no_id_becomes_program():
    graph = AF.of(HOSTILE, [(HOSTILE[0], HOSTILE[1])])
    (extension,) = Session(("stable",), facts_of(graph)).models()
    assert extension == {("in", (text,)) for text in HOSTILE if text != HOSTILE[1]}


def test_text_the_solver_cannot_hold_is_an_error():
    for text in ("a\0b", "\ud800"):
        with pytest.raises(SolverError):
            Session(("stable",), [("arg", (text,))])


def test_integers_must_fit_32_bits():
    assert atom_of(symbol_of(("p", (LARGEST, SMALLEST)))) == ("p", (2147483647, -2147483648))
    for number in (LARGEST + 1, SMALLEST - 1, 10**30):
        with pytest.raises(SolverError, match="32-bit"):
            symbol_of(("p", (number,)))


def test_a_graph_is_given_by_its_arguments_and_attacks():
    assert list(facts_of(af("a->b c"))) == [
        ("arg", ("a",)), ("arg", ("b",)), ("arg", ("c",)), ("att", ("a", "b")),
    ]  # fmt: skip


def test_only_the_seam_imports_the_solver():
    root = Path(__file__).parents[2]
    sources = [*root.glob("argue/**/*.py"), *root.glob("frameworks/**/*.py")]
    outside = [path for path in sources if path.parent.name != "asp"]
    assert outside
    importers = [path.name for path in outside if "import clingo" in path.read_text("utf-8")]
    assert importers == []
