"""Random temporal formulas and traces over two propositions."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from argue.logic.temporal.formulas import BINARY, BOUNDED, FALSE, FUTURE, PAST, TRUE, Formula

LEAVES = st.sampled_from([Formula("proposition", (), name) for name in "ab"] + [TRUE, FALSE])
PLAIN = ("!", "&", "|", "->", "<->")


@st.composite
def formulas(draw: st.DrawFn, depth: int = 4, *, past_only: bool = False) -> Formula:
    """A formula of at most so many operators in one another, no future within the past."""
    if depth == 0 or draw(st.integers(0, 5)) == 0:
        return draw(LEAVES)
    operators = PLAIN + PAST if past_only else PLAIN + PAST + FUTURE
    operator = draw(st.sampled_from(operators))
    inner = formulas(depth - 1, past_only=past_only or operator in PAST)
    parts = tuple(draw(inner) for _ in range(2 if operator in BINARY else 1))
    bound = draw(st.integers(0, 3)) if operator in BOUNDED else 0
    return Formula(operator, parts, "", bound)


def traces(longest: int = 6) -> SearchStrategy[list[frozenset[str]]]:
    """Traces of one step or more."""
    step = st.frozensets(st.sampled_from("ab"))
    return st.lists(step, min_size=1, max_size=longest)
