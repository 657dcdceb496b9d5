"""Analyses, reports and attack graphs as notebooks display them: text, and HTML without script.

What is displayed shares its page with everything else in the notebook. So each style is bound to
the id of what it is for, and nothing typesets what a case writes between dollar signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from html import escape
from importlib import resources
from typing import TYPE_CHECKING

from argue.model.argument import Kind
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
from argue.report.pictures.drawing import Arrow, Drawing, Node
from argue.report.words import GLYPHS, STANDING, plural

if TYPE_CHECKING:
    from argue.model.af import AF
    from argue.verdict.result import Analysis

MOST_DRAWN = 60
"""A graph of more arguments is told and not drawn, and so is one of five times as many attacks."""

_PATTERN = re.compile(r"""(id="|url\(#)argue-(?=field-\d)""")
"""Where a chart gives a pattern its id or asks for it by that."""

Bundle = dict[str, str]
"""Media type -> the same in this form."""


def analysis_bundle(analysis: Analysis) -> Bundle:
    """Answers the short report of an analysis, in HTML with the map of its arguments."""
    from argue.report import text  # noqa: PLC0415  (HTML needs none of it)
    from argue.report.sections import map  # noqa: PLC0415  (it draws, which graphs do alone)
    from argue.report.summary import summary  # noqa: PLC0415  (of analyses only)

    short = summary(analysis)
    drawn = Report(short.title, short.question, (*short.sections, map.section(analysis)))
    return {"text/plain": text.render(short), "text/html": fragment(drawn)}


def report_bundle(report: Report) -> Bundle:
    """Answers a report as text and as HTML."""
    from argue.report import text  # noqa: PLC0415  (HTML needs none of it)

    return {"text/plain": text.render(report), "text/html": fragment(report)}


def af_bundle(af: AF) -> Bundle:
    """Answers an attack graph, in HTML as a picture with the standing of every argument.

    Arguments stand as in the grounded labelling. A graph too large to be drawn is only counted.
    """
    size = f"{plural(len(af), 'argument')} and {plural(len(af.sources), 'attack')}"
    if len(af) > MOST_DRAWN or len(af.sources) > 5 * MOST_DRAWN:
        said = f"{size}; graphs of up to {MOST_DRAWN} arguments are drawn."
        blocks: tuple[Block, ...] = (Paragraph(said),)
    elif not len(af):
        blocks = (Paragraph("A graph without arguments."),)
    else:
        drawing = _drawing(af, f"{size}, standing as in the grounded labelling.")
        blocks = (Picture(drawing, Items(())),)
    report = Report("", "", (Section("graph", "", blocks),))
    return {"text/plain": repr(af), "text/html": fragment(report)}


def written_bundle(text: str, form: str) -> Bundle:
    """Answers a written report: text as it is, a page in a frame in which no script runs."""
    if form != "html":
        more = {"text/markdown": text} if form == "markdown" else {}
        return {"text/plain": text, **more}
    size = f"a report in HTML of {len(text.encode()) // 1000} kB; .save(path) keeps it"
    frame = (
        f'<iframe sandbox title="Report" srcdoc="{escape(text)}" '
        'style="width: 100%; height: 40rem; border: 1px solid #ccc"></iframe>'
    )
    return {"text/plain": f"<{size}>", "text/html": frame}


def fragment(report: Report) -> str:
    """Answers a report as one HTML element with a style of its own; all text in it is escaped."""
    blank = "".join(_report(report, "argue-head"))
    name = f"argue-{sha256(blank.encode('utf-8')).hexdigest()[:12]}"
    inside = "".join(_report(report, name))
    # MathJax skips what is of either class, the one in its second version, the other in its third.
    return (
        f'<div id="{name}" class="tex2jax_ignore mathjax_ignore">\n'
        f"<style>{_style(name)}</style>\n{inside}</div>\n"
    )


def _style(name: str) -> str:
    """Answers the packaged style, every selector bound to an id."""
    rules = (line.partition("{") for line in _packaged().splitlines())
    return "".join(
        ", ".join(f"#{name} {one.strip()}".rstrip() for one in selectors.split(","))
        + f" {{{body}\n"
        for selectors, _, body in rules
    )


@cache
def _packaged() -> str:
    return resources.files("argue.report").joinpath("notebook.css").read_text(encoding="utf-8")


def _report(report: Report, name: str) -> Iterator[str]:
    if report.title:
        yield f"<h3>{_text(report.title)}</h3>\n"
    if report.question and report.question != report.title:
        yield f"<p>{_text(report.question)}</p>\n"
    for place, section in enumerate(report.sections):
        if section.title:
            yield f"<h4>{_text(section.title)}</h4>\n"
        for number, block in enumerate(section.blocks):
            yield from _block(block, f"{name}-{place}-{number}")


def _block(block: Block, name: str) -> Iterator[str]:
    """Yields one block; `name` keeps the ids inside its picture apart from those of others."""
    if isinstance(block, Paragraph):
        yield f"<p>{_text(block.text)}</p>\n"
    elif isinstance(block, Items):
        yield from _items(block.items, numbered=block.numbered)
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Verdicts):
        yield from _verdicts(block)
    elif isinstance(block, Card):
        yield from _card(block)
    elif isinstance(block, Picture):
        from argue.report.pictures.svg import svg  # noqa: PLC0415  (only pictures need it)

        yield _figure(svg(block.drawing, name), block.drawing.description)
        yield from _items(block.outline.items, numbered=False)
    elif isinstance(block, Chart):
        from argue.report.pictures.charts import chart_svg  # noqa: PLC0415  (only charts need it)

        yield _figure(_PATTERN.sub(rf"\1{name}-", chart_svg(block.chart)), block.chart.description)
        yield from _table(block.table)
    else:
        yield _code(block)


def _figure(drawn: str, said: str) -> str:
    scroll = f'<div class="wide" tabindex="0" role="region" aria-label="{_text(said)}">'
    caption = f"<figcaption>{_text(said)}</figcaption>"
    return f"<figure>{scroll}\n{drawn}</div>\n{caption}</figure>\n"


def _code(block: Code) -> str:
    return f"<pre><code>{escape(block.text)}</code></pre>\n"


def _items(items: Sequence[Item], *, numbered: bool) -> Iterator[str]:
    if not items:
        return
    kind = "ol" if numbered else "ul"
    yield f"<{kind}>\n"
    for item in items:
        yield f"<li>{_text(item.text)}"
        yield from _items(item.below, numbered=False)
        yield "</li>\n"
    yield f"</{kind}>\n"


def _table(table: Table) -> Iterator[str]:
    yield '<div class="wide"><table>\n'
    if table.caption:
        yield f"<caption>{_text(table.caption)}</caption>\n"
    head = (f'<th scope="col">{_text(cell)}</th>' if cell else "<td></td>" for cell in table.head)
    yield f"<thead><tr>{''.join(head)}</tr></thead>\n<tbody>\n"
    for first, *rest in table.rows:
        cells = "".join(f"<td>{_text(cell)}</td>" for cell in rest)
        yield f'<tr><th scope="row">{_text(first)}</th>{cells}</tr>\n'
    yield "</tbody></table></div>\n"


def _verdicts(block: Verdicts) -> Iterator[str]:
    for option, status, text, remark in block.rows:
        said = f"{text} ({remark})" if remark else text
        yield (
            f'<div class="verdict {status}"><strong>{GLYPHS[status]} {_text(option)}: {status}'
            f"</strong><br>{_text(said)}</div>\n"
        )


def _card(card: Card) -> Iterator[str]:
    claim = f"{STANDING[card.standing]} {card.claim} ({card.standing})"
    yield f'<div class="card {card.standing}"><strong>{_text(claim)}</strong>'
    yield f"<br><code>{_text(card.id)}</code>\n<ul>\n"
    for name, text in card.remarks:
        yield f"<li>{_text(name)}: {_text(text)}</li>\n"
    yield "</ul></div>\n"


def _drawing(af: AF, said: str) -> Drawing:
    """Answers the picture of an attack graph; two that attack each other share one arrow."""
    from argue.semantics.grounded import grounded_labels  # noqa: PLC0415  (graphs only)

    words = ("undecided", "accepted", "rejected")
    standings = [words[label] for label in grounded_labels(af)]
    nodes = tuple(
        Node(argument, Kind.REASON, standing, STANDING[standing], argument, "")
        for argument, standing in zip(af.arguments, standings, strict=True)
    )
    attacks = dict.fromkeys(af.attacks)
    arrows = tuple(
        Arrow(tail, head, mutual=tail != head and (head, tail) in attacks)
        for tail, head in attacks
        if (head, tail) not in attacks or af.index_of(tail) <= af.index_of(head)
    )
    return Drawing("Attack graph", said, nodes, arrows)


def _text(text: str) -> str:
    return escape(inert(text))
