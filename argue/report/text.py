"""Reports as plain text for a terminal or a pipe, wrapped, and inert whatever a case says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

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

WIDTH = 80


def render(report: Report, *, width: int = WIDTH) -> str:
    """Answers a report as text of at most `width` columns, ending in a newline.

    Control and direction characters of the case are shown as escapes.
    """
    lines = list(_wrapped(report.title, width))
    if report.question and report.question != report.title:
        lines += _wrapped(report.question, width)
    for section in report.sections:
        lines += ["", *_section(section, width)]
    return "\n".join(inert(line.rstrip()) for line in lines) + "\n"


def _section(section: Section, width: int) -> Iterator[str]:
    yield section.title
    yield "─" * len(section.title)
    for number, block in enumerate(section.blocks):
        if number and _set_apart(section.blocks[number - 1], block):
            yield ""
        yield from _block(block, width)


def _set_apart(before: Block, block: Block) -> bool:
    """Answers whether an empty line goes between two blocks: not between a lead and its list."""
    return not (isinstance(before, Paragraph) and isinstance(block, Items))


def _block(block: Block, width: int) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from _wrapped(block.text, width)
    elif isinstance(block, Items):
        yield from _items(block.items, width, numbered=block.numbered)
    elif isinstance(block, Table):
        yield from _table(block, width)
    elif isinstance(block, Verdicts):
        yield from _verdicts(block, width)
    elif isinstance(block, Card):
        yield from _card(block, width)
    elif isinstance(block, Picture):
        yield from _items(block.outline.items, width, numbered=False)
    elif isinstance(block, Chart):
        yield from _table(block.table, width)
    else:
        yield from _code(block)


def _card(card: Card, width: int) -> Iterator[str]:
    yield from _wrapped(f"{STANDING[card.standing]} {card.claim} ({card.standing})", width)
    yield from _wrapped(f"id: {card.id}", width, "  ", "    ")
    for name, text in card.remarks:
        yield from _wrapped(f"{name}: {text}", width, "  ", "    ")


def _code(block: Code) -> Iterator[str]:
    yield from (f"    {line}" for line in block.text.splitlines())


def _wrapped(text: str, width: int, first: str = "", later: str = "") -> list[str]:
    clean = " ".join(text.split())
    return wrap(clean, width, initial_indent=first, subsequent_indent=later, break_on_hyphens=False)


def _items(items: Sequence[Item], width: int, *, numbered: bool, indent: str = "") -> Iterator[str]:
    for number, item in enumerate(items, 1):
        mark = f"{indent}{f'{number}.' if numbered else '-'} "
        yield from _wrapped(item.text, width, mark, " " * len(mark))
        yield from _items(item.below, width, numbered=False, indent=" " * len(mark))


def _verdicts(block: Verdicts, width: int) -> Iterator[str]:
    names = max(len(option) for option, *_ in block.rows)
    words = max(len(status) for _, status, *_ in block.rows)
    for option, status, text, remark in block.rows:
        mark = GLYPHS[status]
        first = f"{mark} {option:<{names}}  {status:<{words}}  "
        said = f"{text} ({remark})" if remark else text
        if len(first) > width // 2:
            yield first.rstrip()
            yield from _wrapped(said, width, "    ", "    ")
        else:
            yield from _wrapped(said, width, first, " " * len(first))


def _table(table: Table, width: int) -> Iterator[str]:
    """Yields the table if it fits, else every row as a list under its first cell."""
    if table.caption:
        yield from _wrapped(f"{table.caption}:", width)
    rows = [table.head, *table.rows]
    columns = [max(len(row[i]) for row in rows) for i in range(len(table.head))]
    if sum(columns) + 2 * (len(columns) - 1) <= width:
        for row in rows:
            yield "  ".join(cell.ljust(columns[i]) for i, cell in enumerate(row))
        return
    for row in table.rows:
        if len(row) == 2:
            yield from _wrapped(f"{row[0]}: {row[1]}", width, "", "    ")
            continue
        yield from _wrapped(row[0], width)
        for head, cell in zip(table.head[1:], row[1:], strict=True):
            yield from _wrapped(f"{head}: {cell}", width, "  ", "    ")
