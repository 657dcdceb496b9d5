"""A picture as a DOT file for Graphviz; text is written so that none of it is markup there."""

from __future__ import annotations

from textwrap import wrap

from argue.model.argument import Kind
from argue.report.inert import inert
from argue.report.pictures.drawing import Arrow, Drawing, Node

COLUMNS = 26
STYLES = {
    "accepted": "penwidth=3",
    "obligatory": "penwidth=3",
    "permissible": "penwidth=3",
    "rejected": 'style="dashed"',
    "impermissible": 'style="dashed"',
    "varies": "peripheries=2",
    "contested": "peripheries=2",
}
"""Word of standing -> how the border of a box tells it; any other word is dotted."""


def dot(drawing: Drawing) -> str:
    """Answers a picture in the DOT language, options in the first rank, ending in a newline."""
    lines = [
        "digraph argue {",
        '  graph [rankdir=BT, fontname="DejaVu Sans", '
        f"label={quoted(drawing.title)}, tooltip={quoted(drawing.description)}];",
        '  node [shape=box, fontname="DejaVu Sans", fontsize=11];',
        '  edge [fontname="DejaVu Sans", fontsize=9];',
    ]
    lines += [_node(node) for node in drawing.nodes]
    tops = [quoted(node.id) for node in drawing.nodes if node.kind is Kind.PERMISSION]
    if tops:
        lines.append(f"  {{ rank=max; {'; '.join(tops)}; }}")
    lines += [_arrow(arrow) for arrow in drawing.arrows]
    return "\n".join([*lines, "}"]) + "\n"


def quoted(text: str, *, broken: bool = False) -> str:
    """Answers text as a quoted string of DOT; `broken` wraps it into lines set to the left."""
    lines = wrap(inert(text), COLUMNS, break_on_hyphens=False) if broken else [inert(text)]
    escaped = [line.replace("\\", "\\\\").replace('"', '\\"') for line in lines or [""]]
    # An ampersand would begin an entity of HTML, which Graphviz resolves in every label.
    joined = ("\\l".join(escaped) + ("\\l" if broken else "")).replace("&", "&amp;")
    return f'"{joined}"'


def _node(node: Node) -> str:
    parts = [f"{node.glyph} {node.standing}", node.heading, node.text]
    parts += [f"({node.condition})"] if node.condition else []
    label = "".join(quoted(part, broken=True)[1:-1] for part in parts)
    style = STYLES.get(node.standing, 'style="dotted"')
    return f'  {quoted(node.id)} [label="{label}", {style}];'


def _arrow(arrow: Arrow) -> str:
    marks = [f"label={quoted(arrow.label)}", "style=dashed"] if arrow.label else []
    marks += ["dir=both"] if arrow.mutual else []
    marks += ["style=dotted", "dir=none"] if arrow.support else []
    shown = f" [{', '.join(marks)}]" if marks else ""
    return f"  {quoted(arrow.tail)} -> {quoted(arrow.head)}{shown};"
