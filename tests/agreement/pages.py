"""Drawn cases: the script of the what-if page, run by node, and the engine."""

from __future__ import annotations

from argue.analysis import analyze
from argue.io.case import load_case
from argue.report.page.model import whatif_data
from tests.agreement.drawing import every_drawn
from tests.browser import whatif
from tests.browser.settings import sample, some
from tests.laws.cases import ALL, documents
from tests.laws.drawing import Document

SETTINGS = 12
"""So many settings of the controls are compared for every case."""
AT_ONCE = 10

CASES = documents(ALL, options=(2, 3), people=(1, 3), sources=3)


def check(number: int) -> int:
    """Answers how many cases were checked; raises AssertionError where script and engine differ."""
    return every_drawn(CASES, number, _compare, most=AT_ONCE)


def _compare(case: Document) -> None:
    data = whatif_data(analyze(load_case(case)))
    if isinstance(data, str):
        return
    whatif.OWN["drawn"] = case
    try:
        whatif.compare("drawn", sample("drawn", list(some(data)), SETTINGS))
    finally:
        del whatif.OWN["drawn"]
        for kept in (whatif.loaded, whatif.analysis_of, whatif.data_of, whatif.worlds_of):
            kept.cache_clear()
