"""Reports as Markdown (CommonMark with tables); no text of a case can act in it.

Every character that means something to Markdown or HTML is escaped, and what a reader of
Markdown would make a link of by itself is broken up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from argue.report.content import (
    Block,
    Card,
    Code,
    Item,
    Items,
    Paragraph,
    Picture,
    Report,
    Section,
    Table,
    Verdicts,
)
from argue.report.inert import inert
from argue.report.words import GLYPHS, STANDING

_ACTIVE = re.compile(r"([\\`*_{}\[\]<>()#+!|~$^=@:&-])")
"""Characters that begin or end something in Markdown, its tables or common extensions."""
_NUMBERED = re.compile(r"^(\d+)([.)])")
_ADDRESS = re.compile(r"(?i)\b(www)\.")


def render(report: Report) -> str:
    """Answers a report as Markdown, ending in a newline."""
    lines = [f"# {escaped(report.title)}", ""]
    if report.question and report.question != report.title:
        lines += [escaped(report.question), ""]
    for section in report.sections:
        lines += _section(section)
    return "\n".join(lines).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """Answers text that Markdown shows as it stands, on one line."""
    plain = inert(" ".join(text.split()))
    shown = _ACTIVE.sub(r"\\\1", plain).replace("\\&", "&amp;").replace("\\<", "&lt;")
    shown = _ADDRESS.sub(r"\1&#46;", shown.replace("\\:", "&#58;").replace("\\@", "&#64;"))
    return _NUMBERED.sub(r"\1\\\2", shown)


def _section(section: Section) -> Iterator[str]:
    yield from (f"## {escaped(section.title)}", "")
    for block in section.blocks:
        yield from _BLOCKS[type(block)](block)
        yield ""


def _paragraph(block: Paragraph) -> Iterator[str]:
    yield escaped(block.text)


def _list(block: Items) -> Iterator[str]:
    yield from _items(block.items, numbered=block.numbered, indent="")


def _items(items: Sequence[Item], *, numbered: bool, indent: str) -> Iterator[str]:
    for number, item in enumerate(items, 1):
        mark = f"{number}." if numbered else "-"
        yield f"{indent}{mark} {escaped(item.text)}"
        yield from _items(item.below, numbered=False, indent=f"{indent}{' ' * (len(mark) + 1)}")


def _verdicts(block: Verdicts) -> Iterator[str]:
    yield from ("| | option | status | what it is |", "| --- | --- | --- | --- |")
    for option, status, text, remark in block.rows:
        said = f"{text} ({remark})" if remark else text
        yield _row((GLYPHS[status], option, str(status), said))


def _table(block: Table) -> Iterator[str]:
    if block.caption:
        yield from (f"**{escaped(block.caption)}**", "")
    yield _row(block.head)
    yield "|" + " --- |" * len(block.head)
    yield from (_row(row) for row in block.rows)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(escaped(cell) for cell in cells) + " |"


def _card(block: Card) -> Iterator[str]:
    yield f"**{STANDING[block.standing]} {escaped(block.claim)}** ({block.standing})"
    yield ""
    yield f"- id: {escaped(block.id)}"
    yield from (f"- {escaped(name)}: {escaped(text)}" for name, text in block.remarks)


def _picture(block: Picture) -> Iterator[str]:
    yield from _items(block.outline.items, numbered=False, indent="")


def _code(block: Code) -> Iterator[str]:
    lines = [inert(line) for line in block.text.splitlines()]
    longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    yield from (f"{fence}{block.language}", *lines, fence)


_BLOCKS: Mapping[type[Block], Callable[[Any], Iterator[str]]] = MappingProxyType(
    {
        Paragraph: _paragraph,
        Items: _list,
        Verdicts: _verdicts,
        Table: _table,
        Card: _card,
        Picture: _picture,
        Code: _code,
    }
)
"""Kind of block -> the lines it is written as."""
