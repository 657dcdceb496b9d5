"""What a report is made of: sections of typed blocks, of which renderers know nothing more.

Texts are plain and come partly from case files: every renderer makes them inert in its own way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from argue.model.record import field, record
from argue.model.verdict import Status
from argue.report.pictures.drawing import Drawing

if TYPE_CHECKING:
    from argue.report.pictures.chart_data import Chart as ChartData


@record
class Paragraph:
    """A running text."""

    text: str


@record
class Item:
    """One entry of a list, with entries below it."""

    text: str
    below: tuple[Item, ...] = ()


@record
class Items:
    """A list, perhaps nested, perhaps numbered."""

    items: tuple[Item, ...]
    numbered: bool = False


@record
class Table:
    """A table with a heading row; `caption` says what it shows where no heading does."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


@record
class Verdicts:
    """Every option with its status and its text, and a word on each where there is one."""

    rows: tuple[tuple[str, Status, str, str], ...]


@record
class Code:
    """Text to copy as it is."""

    text: str
    language: str = ""


@record
class Card:
    """One argument in full: its id, what it claims, how it stands, and named remarks."""

    id: str
    claim: str
    standing: str
    remarks: tuple[tuple[str, str], ...]


@record
class Picture:
    """A drawing of arguments and, as its equal, the same as a nested outline."""

    drawing: Drawing
    outline: Items


@record
class Chart:
    """A chart of numbers and statuses and, as its equal, the same as a table."""

    chart: ChartData
    table: Table


Block: TypeAlias = "Paragraph | Items | Table | Verdicts | Code | Card | Picture | Chart"


@record
class Section:
    """A titled part of a report; `key` is its stable name."""

    key: str
    title: str
    blocks: tuple[Block, ...] = field(default_factory=tuple)


@record
class Report:
    """A whole report on one case."""

    title: str
    question: str
    sections: tuple[Section, ...]

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        """Answers what a notebook displays for it."""
        from argue.report.notebook import report_bundle  # noqa: PLC0415  (only in notebooks)

        return report_bundle(self)
