"""Reports as LaTeX: one document for any engine and any TeX installation, its picture in TikZ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from argue.report.content import (
    Block,
    Card,
    Chart,
    Code,
    Item,
    Items,
    Paragraph,
    Picture,
    Report,
    Table,
    Verdicts,
)
from argue.report.pictures.tikz import tikzpicture
from argue.report.tex import LONG, PREAMBLE, escaped, escaped_code
from argue.report.words import GLYPHS, STANDING

if TYPE_CHECKING:
    from jinja2 import Template

PAGE = 455
"""Points of text across an upright page, and down one that lies on its side less its caption."""
LYING = 680
MOST_WIDE = 400
"""Points that a column asks for at most when a table's width is shared out."""
LETTER, BOLD_LETTER, BESIDE = 5.6, 6.6, 12
"""Points that a letter takes at most on average in a word, in a heading, and that lie between."""


class Markup(str):
    """LaTeX that has been made here, and is not to be escaped."""

    __slots__ = ()


def render(report: Report) -> str:
    """Answers a report as a LaTeX document, ending in a newline; all text in it is escaped."""
    sections = [
        (section.title, [Markup("\n".join(_BLOCKS[type(b)](b))) for b in section.blocks])
        for section in report.sections
    ]
    return _template().render(report=report, sections=sections, preamble=Markup(PREAMBLE)) + "\n"


@cache
def _template() -> Template:
    """The packaged document, compiled once; it escapes whatever is not LaTeX made here."""
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415  (only documents need it)

    environment = Environment(
        autoescape=False,  # noqa: S701  (escaped for LaTeX by `finalize`, not for HTML)
        block_start_string="<%",
        block_end_string="%>",
        variable_start_string="<<",
        variable_end_string=">>",
        comment_start_string="<#",
        comment_end_string="#>",
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_shown,
    )
    text = resources.files("argue.report").joinpath("templates/report.tex.j2")
    return environment.from_string(text.read_text(encoding="utf-8"))


def _shown(value: object) -> str:
    """Answers what a template writes for a value: LaTeX as it is, all else escaped."""
    return value if isinstance(value, Markup) else escaped(str(value))


def _paragraph(block: Paragraph) -> Iterator[str]:
    yield f"{escaped(block.text)}\\par"


def _items(block: Items) -> Iterator[str]:
    yield from _nested(block.items, depth=0, numbered=block.numbered)


def _nested(items: Sequence[Item], *, depth: int, numbered: bool) -> Iterator[str]:
    for number, item in enumerate(items, 1):
        mark = f"{number}." if numbered else "--"
        yield rf"\arguepoint{{{depth}}}{{{mark}}}{{{escaped(item.text)}}}"
        yield from _nested(item.below, depth=depth + 1, numbered=False)
    if not depth:
        yield r"\smallskip"


def _verdicts(block: Verdicts) -> Iterator[str]:
    for option, status, text, remark in block.rows:
        said = f"{text} ({remark})" if remark else text
        head = f"{GLYPHS[status]} {option}: {status}"
        yield rf"\argueverdict{{{escaped(head)}}}{{{escaped(said)}}}"


def _table(block: Table) -> Iterator[str]:
    rows = (block.head, *block.rows)
    widths = "".join(
        rf">{{\raggedright\arraybackslash}}p{{\dimexpr{share:.3f}\linewidth-2\tabcolsep\relax}}"
        for share in _shares(rows)
    )
    yield r"\begin{longtable}{" + widths + "}"
    head = " & ".join(rf"\textbf{{{escaped(cell)}}}" for cell in block.head)
    if block.caption:
        width = rf"{len(block.head)}}}{{@{{}}p{{\linewidth}}@{{}}"
        yield rf"\multicolumn{{{width}}}{{\textbf{{{escaped(block.caption)}}}}} \\"
    yield rf"\hline {head} \\ \hline\endfirsthead"
    yield rf"\hline {head} \\ \hline\endhead"
    for row in block.rows:
        yield " & ".join(escaped(cell) for cell in row) + r" \\"
    yield r"\hline\end{longtable}"


def _shares(rows: Sequence[Sequence[str]]) -> list[float]:
    """Answers the part of the width for every column.

    Each has room for its longest word; what is left goes to those whose texts are longer.
    """
    columns = list(zip(*rows, strict=True))
    least = [_least(column) for column in columns]
    asked = [min(MOST_WIDE, LETTER * max(map(len, c)) + BESIDE) for c in columns]
    more = [max(0.0, wide - least) for wide, least in zip(asked, least, strict=True)]
    spare = max(0.0, PAGE - sum(least)) / (sum(more) or 1)
    widths = [low + spare * extra for low, extra in zip(least, more, strict=True)]
    return [width / sum(widths) for width in widths]


def _least(column: Sequence[str]) -> float:
    """Answers in points how wide a column must be for its longest word that is not broken."""
    head, *cells = column
    bold = max((len(word) for word in head.split()), default=0) * BOLD_LETTER
    plain = max((min(len(word), LONG) for cell in cells for word in cell.split()), default=0)
    return max(bold, plain * LETTER) + BESIDE


def _card(block: Card) -> Iterator[str]:
    head = f"{STANDING[block.standing]} {block.claim} ({block.standing})"
    yield rf"\arguecard{{{escaped(head)}}}{{{escaped(block.id)}}}"
    for name, text in block.remarks:
        yield rf"\argueremark{{{escaped(name)}}}{{{escaped(text)}}}"


def _picture(block: Picture) -> Iterator[str]:
    """Yields the picture, on a page of its own that lies on its side if it is too wide."""
    picture, (width, height) = tikzpicture(block.drawing)
    if width <= PAGE:
        yield rf"\begin{{center}}{picture}\end{{center}}"
    else:
        scale = min(1.0, LYING / width, PAGE / height)
        yield r"\begin{landscape}\noindent\centering"
        yield rf"\scalebox{{{scale:.3f}}}{{{picture}}}"
        yield r"\end{landscape}"
    yield r"\subsection*{The same as an outline}"
    yield from _items(block.outline)


def _chart(block: Chart) -> Iterator[str]:
    yield from _table(block.table)


def _code(block: Code) -> Iterator[str]:
    yield r"\begin{arguecode}"
    yield from (rf"{escaped_code(line)}\par" for line in block.text.splitlines())
    yield r"\end{arguecode}"


_BLOCKS: Mapping[type[Block], Callable[[Any], Iterator[str]]] = MappingProxyType(
    {
        Paragraph: _paragraph,
        Items: _items,
        Verdicts: _verdicts,
        Table: _table,
        Card: _card,
        Picture: _picture,
        Chart: _chart,
        Code: _code,
    }
)
"""Kind of block -> the lines it is written as."""
