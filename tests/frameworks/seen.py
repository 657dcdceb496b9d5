"""Views of small cases, and what a framework makes of them."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from argue.analysis import analyze
from argue.io.case import load_case
from argue.model.framework import Claim, Findings, Framework, View
from argue.model.numbers import EXACT
from argue.verdict.result import Analysis

Row = Sequence[Any]


def view_for(
    kind: Framework,
    rows: Mapping[str, Row],
    *,
    counts: Row = (),
    factors: Sequence[Row] = (),
    **given: Any,
) -> View:
    """The view of options with these effects, one person each unless told otherwise."""
    size = len(next(iter(rows.values())))
    return View(
        options=tuple(rows),
        standpoints=tuple(f"p{index}" for index in range(size)),
        cells=[[Fraction(cell) for cell in row] for row in rows.values()],
        counts=[Fraction(count) for count in counts or [1] * size],
        levels=[Fraction(0)] * size,
        factors=factors or [[1] * size for _ in rows],
        prospects=[[((1, Fraction(cell)),) for cell in row] for row in rows.values()],
        irreversible=[False] * len(rows),
        parameters={**kind.defaults(), **given},
    )


def found(kind: Framework, rows: Mapping[str, Row], **given: Any) -> Findings:
    """What the framework finds in the options with these effects."""
    return kind.compare(view_for(kind, rows, **given), EXACT)


def favoured(kind: Framework, rows: Mapping[str, Row], **given: Any) -> set[tuple[str, str]]:
    """The pairs (better, worse) for which the framework has a reason."""
    names = tuple(rows)
    margins = found(kind, rows, **given).margins
    return {(names[a], names[b]) for (_, a, b), margin in margins.items() if margin > 0}


def analysed(text: str) -> Analysis:
    """The analysis of a case written as YAML."""
    return analyze(load_case(text))


def statuses(text: str) -> dict[str, str]:
    """The status of every option of a case."""
    return {option: str(status) for option, status in analysed(text).statuses.items()}


def said_alone(text: str, source: str) -> dict[str, str]:
    """What one source alone says of every option of a case."""
    return {option: str(word) for option, word in analysed(text).alone[source].items()}


def sentence(kind: Framework, **given: Any) -> str:
    """The sentence for a claim of this framework, to see how long and how readable it is."""
    claim = Claim("keep", "sell", "the tenants", "2.5 points", {**kind.defaults(), **given})
    text = kind.word(claim)
    assert len(text.split()) <= 25, text
    return text
