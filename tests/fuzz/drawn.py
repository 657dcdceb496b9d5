"""Inputs drawn by grammars: hypothesis makes them of the bytes that a fuzzer gives it.

What is drawn is in order, so it must be read: an error of the project's own is a failure here.
"""

from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argue.analysis import analyze
from argue.io.case import load_case, read_case
from argue.logic.formulas import FormulaError, parse_formula
from argue.logic.temporal.definition import holds
from argue.logic.temporal.formulas import BINARY, BOUNDED, FUTURE, PAST, Formula
from argue.logic.temporal.reading import parse_temporal
from argue.model.af import AF
from tests.fuzz.cases import SECONDS
from tests.fuzz.graphs import assert_written_and_read
from tests.fuzz.refusing import refusing
from tests.fuzz.seeds import as_json
from tests.fuzz.shown import show
from tests.fuzz.texts import TRACE, VALUES, chosen
from tests.io.drawing import documents
from tests.io.texts import as_yaml

QUIET = settings(
    database=None, deadline=None, max_examples=20, suppress_health_check=list(HealthCheck)
)

_NUMBERS = st.one_of(
    st.integers(0, 99).map(str),
    st.sampled_from(["0.1", "1e-3", "12.50"]),
    st.sampled_from(sorted(VALUES)),
)


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    binary = st.tuples(inner, st.sampled_from("+-*/^"), inner).map(lambda p: f"({' '.join(p)})")
    called = st.tuples(st.sampled_from(["abs", "sqrt", "ln", "exp", "min"]), inner)
    return binary | called.map(lambda p: f"{p[0]}({p[1]})") | inner.map(lambda one: f"-{one}")


FORMULAS = st.recursive(_NUMBERS, _larger, max_leaves=8)
"""Formulas of numbers, as they are written."""


def _over_time(inner: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    alone = [operator for operator in (*FUTURE, *PAST) if operator not in (*BINARY, *BOUNDED)]
    single = st.sampled_from([*alone, "!"])
    double = st.sampled_from(BINARY)
    bounded = st.tuples(st.sampled_from(BOUNDED), inner, st.integers(0, 4))
    return st.one_of(
        st.tuples(single, inner).map(lambda p: Formula(p[0], (p[1],))),
        st.tuples(double, inner, inner).map(lambda p: Formula(p[0], p[1:])),
        bounded.map(lambda p: Formula(p[0], (p[1],), "", p[2])),
    )


OVER_TIME = st.recursive(
    st.sampled_from("abc").map(lambda name: Formula("proposition", (), name))
    | st.sampled_from([Formula("true"), Formula("false")]),
    _over_time,
    max_leaves=8,
)
"""Formulas of time."""

IDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs"]), min_size=1)


@st.composite
def attacked(draw: st.DrawFn) -> AF:
    """A graph whose arguments have any names."""
    ids = draw(st.lists(IDS, unique=True, max_size=5))
    ends = st.sampled_from(ids) if ids else st.nothing()
    return AF.of(ids, draw(st.lists(st.tuples(ends, ends), max_size=8)) if ids else [])


@QUIET
@given(documents(), st.sampled_from(["mapping", "json", "yaml", "flow"]))
def case(document: dict[str, object], form: str) -> None:
    """A case in order is read from any form; it is analysed and shown with known errors alone."""
    if form == "mapping":
        found = load_case(document)
    elif form == "json":
        found = read_case(as_json(document).decode(), "case.json")
    else:
        found = read_case(as_yaml(document, flow=form == "flow"))
    if chosen(as_json(document), 16):
        with refusing():  # a drawn game or norm over time may make no sense
            show(analyze(found, timeout=SECONDS), as_json(document))


@QUIET
@given(FORMULAS)
def formula(text: str) -> None:
    """A formula in order is read; it has a value, or an error that says where it has none."""
    found = parse_formula(text)
    try:
        value = found.value(VALUES)
    except FormulaError as error:
        assert 1 <= error.position <= len(text)
    else:
        assert isinstance(value, Fraction | float)


@QUIET
@given(OVER_TIME)
def temporal(written: Formula) -> None:
    """A formula of time says the same once it is written and read."""
    found = parse_temporal(str(written))
    assert found == written
    assert holds(found, TRACE) == holds(written, TRACE)


@QUIET
@given(attacked(), st.sampled_from(["i23", "apx", "tgf", "aif", "argdown", "node-link"]))
def graph(af: AF, form: str) -> None:
    """A graph is written and read again, or the format says which id it cannot hold."""
    assert_written_and_read(af, form)


DRAWN = {"case": case, "formula": formula, "temporal": temporal, "graph": graph}
"""What a grammar draws -> the property that it is held against."""


def one(name: str, data: bytes) -> None:
    """Hold what is drawn from these bytes against its property; too few bytes draw nothing."""
    DRAWN[name].hypothesis.fuzz_one_input(data)
