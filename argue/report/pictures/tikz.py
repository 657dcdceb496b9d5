"""A picture as TikZ: a document of its own, or the picture inside another one.

It is laid out like the SVG, so that both show the same; text is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator

from argue.model.argument import Kind
from argue.report.pictures.boxes import BASELINE, LINE, PADDING, label_lines, laid_out, lines_of
from argue.report.pictures.drawing import Arrow, Drawing, Node
from argue.report.pictures.layout import Point, Route, Size
from argue.report.tex import PREAMBLE, escaped

POINTS = 0.75
"""Points of a printer in one unit of the layout."""

STYLES = {
    "accepted": "draw=accepted, line width=2pt",
    "obligatory": "draw=accepted, line width=2pt",
    "permissible": "draw=accepted, line width=2pt",
    "rejected": "draw=rejected, line width=1pt, dash pattern=on 4pt off 3pt",
    "impermissible": "draw=rejected, line width=1pt, dash pattern=on 4pt off 3pt",
    "varies": "draw=varies, line width=1.3pt, dash pattern=on 9pt off 2pt on 1.5pt off 2pt",
    "contested": "draw=varies, line width=1.3pt, dash pattern=on 9pt off 2pt on 1.5pt off 2pt",
}
"""Word of standing -> how its box is drawn; any other word is dotted."""
DOTTED = "draw=undecided, line width=1.3pt, dash pattern=on 1.5pt off 2pt"

FACES = {"bold": r"\bfseries", "plain": "", "slanted": r"\itshape"}
HEAD = "{Latex[length=6pt, width=5pt]}"


def tikz(drawing: Drawing) -> str:
    """Answers a picture as a LaTeX document of its size, ending in a newline.

    What stands between the lines that begin and end the `tikzpicture` can be taken over into
    another document that has the same preamble.
    """
    body, (width, height) = tikzpicture(drawing)
    return "\n".join(
        (
            r"\documentclass{article}",
            rf"\usepackage[paperwidth={width + 8}pt, paperheight={height + 12}pt, margin=4pt]"
            "{geometry}",
            PREAMBLE + r"\pagestyle{empty}",
            r"\setlength{\parindent}{0pt}\setlength{\topskip}{0pt}\setlength{\parskip}{0pt}",
            r"\begin{document}",
            r"\noindent" + body,
            r"\end{document}",
            "",
        )
    )


def tikzpicture(drawing: Drawing) -> tuple[str, tuple[int, int]]:
    """Answers the picture alone, and its width and height in points."""
    boxes, layout = laid_out(drawing)
    width, height = (round(side * POINTS) for side in layout.size)
    lines = [
        rf"\begin{{tikzpicture}}[x={POINTS}pt, y=-{POINTS}pt, inner sep=0pt, outer sep=0pt]",
        rf"\useasboundingbox (0,0) rectangle ({layout.size[0]},{layout.size[1]});",
    ]
    routed = list(zip(drawing.arrows, layout.routes, strict=True))
    lines += [_arrow(arrow, route) for arrow, route in routed]
    for arrow, route in routed:
        if arrow.label and route.label is not None:
            lines.append(_label(arrow.label, route.label))
    for node in drawing.nodes:
        lines += _box(node, layout.middles[node.id], boxes[node.id])
    return "\n".join([*lines, r"\end{tikzpicture}"]), (width, height)


def _arrow(arrow: Arrow, route: Route) -> str:
    way = " -- ".join(f"({x},{y})" for x, y in route.points)
    style = ["draw=black!80", "line width=.8pt"]
    if arrow.support:
        return rf"\draw[{', '.join([*style, 'dash pattern=on .8pt off 3pt'])}] {way};"
    if arrow.ranking is not None and not arrow.declared:
        style.append("dash pattern=on 5pt off 3pt")
    style.append(f"{HEAD}-{HEAD}" if arrow.mutual else f"-{HEAD}")
    return rf"\draw[{', '.join(style)}] {way};"


def _label(text: str, middle: Point) -> str:
    said = r"\\".join(escaped(line) for line in label_lines(text))
    return (
        r"\node[fill=white, inner sep=1.5pt, align=center, font=\sffamily\fontsize{7}{8.5}"
        rf"\selectfont] at ({middle[0]},{middle[1]}) {{{said}}};"
    )


def _box(node: Node, middle: Point, size: Size) -> Iterator[str]:
    left, top = middle[0] - size[0] // 2, middle[1] - size[1] // 2
    corners = "12pt" if node.kind is Kind.PERMISSION else "3pt"
    style = STYLES.get(node.standing, DOTTED)
    yield (
        rf"\draw[{style}, fill=white, rounded corners={corners}] ({left},{top}) rectangle "
        f"({left + size[0]},{top + size[1]});"
    )
    for number, (text, weight) in enumerate(lines_of(node)):
        face = FACES[weight]
        y = top + PADDING + BASELINE + number * LINE
        yield (
            rf"\node[anchor=base west, font=\sffamily{face}\fontsize{{8}}{{9}}\selectfont] "
            rf"at ({left + PADDING},{y}) {{{escaped(text)}}};"
        )
