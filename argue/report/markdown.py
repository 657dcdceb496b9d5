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
    Chart,
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

_ACTIVE = re.compile(r"[\\`*{}\[\]|~$]|(?<![^\W_])_|_(?![^\W_])|#(?=#*$)")
"""What begins or ends something in Markdown, in its tables or in common extensions of it."""
_AT_START = re.compile(r"^([#>+=:-])")
_NUMBERED = re.compile(r"^(\d+)([.)])")
_ENTITIES = {"&": "&amp;", "<": "&lt;"}
_ADDRESSES = re.compile(r"(?i)(?<=\bwww)\.|:(?=//)|:(?=\S+@)|@(?=\w)")
"""Where a reader of Markdown would begin to see an address."""


def render(report: Report) -> str:
    """Answers a report as Markdown, ending in a newline."""
    lines = [f"# {escaped(report.title, start=False)}", ""]
    if report.question and report.question != report.title:
        lines += [escaped(report.question), ""]
    for section in report.sections:
        lines += _section(section)
    return "\n".join(lines).rstrip("\n") + "\n"


def escaped(text: str, *, start: bool = True) -> str:
    """Answers text that Markdown shows as it stands, on one line.

    `start` says that it begins a line or an entry of a list, where more signs have a meaning.
    """
    shown = _ACTIVE.sub(r"\\\g<0>", inert(" ".join(text.split())))
    for sign, entity in _ENTITIES.items():
        shown = shown.replace(sign, entity)
    shown = _ADDRESSES.sub(lambda found: f"&#{ord(found[0])};", shown)
    if start:
        shown = _NUMBERED.sub(r"\1\\\2", _AT_START.sub(r"\\\1", shown))
    return shown


def _section(section: Section) -> Iterator[str]:
    yield from (f"## {escaped(section.title, start=False)}", "")
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
    return "| " + " | ".join(escaped(cell, start=False) for cell in cells) + " |"


def _card(block: Card) -> Iterator[str]:
    yield f"**{STANDING[block.standing]} {escaped(block.claim)}** ({block.standing})"
    yield ""
    yield f"- id: {escaped(block.id, start=False)}"
    yield from (f"- {escaped(name)}: {escaped(text, start=False)}" for name, text in block.remarks)


def _picture(block: Picture) -> Iterator[str]:
    yield from _items(block.outline.items, numbered=False, indent="")


def _chart(block: Chart) -> Iterator[str]:
    yield from _table(block.table)


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
        Chart: _chart,
        Code: _code,
    }
)
"""Kind of block -> the lines it is written as."""
