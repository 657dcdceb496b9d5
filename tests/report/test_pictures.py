"""Pictures: complete, well-formed, nothing cut off or on top of something else, reproducible."""

import re
from functools import cache
from itertools import combinations
from xml.etree import ElementTree

import networkx
import pytest

from argue.analysis import analyze
from argue.errors import UnknownId
from argue.io.bundled import bundled_ids
from argue.io.case import load_case
from argue.model.argument import AttackKind, Kind
from argue.model.verdict import Label
from argue.report.pictures.drawing import Drawing
from argue.report.pictures.formats import draw
from argue.report.pictures.selection import complete, folded
from argue.verdict.result import Analysis

SVG = "{http://www.w3.org/2000/svg}"
FLAGSHIPS = ("mask-mandate", "mask-mandate-exemptions", "fishing-commons", "windfall-sharing")


@cache
def analysis_of(case: str) -> Analysis:
    return analyze(load_case(case))


def attacks_of(drawing: Drawing) -> set[tuple[str, str, str]]:
    """Every attack a drawing shows, with the ranking it needs, mutual ones both ways."""
    found: set[tuple[str, str, str]] = set()
    for arrow in drawing.arrows:
        if not arrow.support:
            pair = arrow.ranking or ()
            found.add((arrow.tail, arrow.head, ">".join(pair)))
            if arrow.mutual:
                found.add((arrow.head, arrow.tail, ">".join(pair[::-1])))
    return found


@pytest.mark.parametrize("case", bundled_ids())
def test_the_complete_picture_is_the_graph_of_the_data(case: str):
    data = analysis_of(case).to_dict()["graph"]
    drawing = complete(analysis_of(case))
    assert [node.id for node in drawing.nodes] == [a["id"] for a in data["arguments"]]
    assert attacks_of(drawing) == {(a["from"], a["to"], a["if"] or "") for a in data["attacks"]}
    assert {(a.tail, a.head) for a in drawing.arrows if a.support} == {
        (premise, a["id"]) for a in data["arguments"] for premise in a["premises"]
    }


@pytest.mark.parametrize("case", bundled_ids())
def test_the_folded_picture_shows_options_reasons_and_what_meets_them(case: str):
    analysis = analysis_of(case)
    drawing = folded(analysis)
    ids = [node.id for node in drawing.nodes]
    assert len(set(ids)) == len(ids) <= len(analysis.graph.arguments)
    assert ids[: len(analysis.graph.options)] == [f"permission:{o}" for o in analysis.graph.options]
    assert not {n.kind for n in drawing.nodes} & {Kind.FACT, Kind.ASIDE, Kind.OBJECTION}
    assert {end for a in drawing.arrows for end in (a.tail, a.head)} <= set(ids)
    for option, status in analysis.statuses.items():
        shown = [a.tail for a in drawing.arrows if a.head == f"permission:{option}"]
        assert bool(shown) or status in ("permissible", "obligatory", "unresolved")


@pytest.mark.parametrize("case", bundled_ids())
def test_a_rejected_reason_is_never_left_without_what_defeats_it(case: str):
    analysis = analysis_of(case)
    drawing = folded(analysis)
    for node in drawing.nodes:
        if node.kind is Kind.REASON and analysis.labels[node.id] == frozenset({Label.OUT}):
            met = [a for a in drawing.arrows if a.head == node.id]
            premises = analysis.graph.arguments[node.id].premises
            assert met or any(Label.OUT in analysis.labels[p] for p in premises)


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("case", FLAGSHIPS)
def test_svg_has_one_box_an_argument_all_inside_and_none_over_another(case: str, full: bool):
    analysis = analysis_of(case)
    drawing = complete(analysis) if full else folded(analysis)
    root = ElementTree.fromstring(draw(analysis, "svg", full=full))
    width, height = int(root.attrib["width"]), int(root.attrib["height"])
    groups = root.findall(f"{SVG}g")
    assert [g.attrib["data-id"] for g in groups] == [node.id for node in drawing.nodes]
    boxes: list[tuple[int, int, int, int]] = []
    for group in groups:
        rect = group.find(f"{SVG}rect")
        assert rect is not None
        x, y, w, h = (int(rect.attrib[name]) for name in ("x", "y", "width", "height"))
        assert x >= 0
        assert y >= 0
        assert x + w <= width
        assert y + h <= height
        for text in group.findall(f"{SVG}text"):
            assert y < int(text.attrib["y"]) < y + h
            assert len(text.text or "") * 7 <= w - 18
        boxes.append((x, y, x + w, y + h))
    for (a, b, c, d), (e, f, g, h) in combinations(boxes, 2):
        assert c <= e or g <= a or d <= f or h <= b
    labels = [
        (int(t.attrib["x"]), int(t.attrib["y"]), len(t.text or ""))
        for t in root.findall(f"{SVG}text")
    ]
    for (x, y, size), (other_x, other_y, other_size) in combinations(labels, 2):
        beside = abs(x - other_x) >= 6 * (size + other_size) // 2
        assert full or beside or abs(y - other_y) >= 12
    for label in root.findall(f"{SVG}text"):
        half = len(label.text or "") * 7 // 2
        assert half <= int(label.attrib["x"]) <= width - half
        assert 0 < int(label.attrib["y"]) < height


@pytest.mark.parametrize("case", FLAGSHIPS)
def test_arrows_end_at_the_box_they_attack_which_is_above_unless_both_attack(case: str):
    analysis = analysis_of(case)
    root = ElementTree.fromstring(draw(analysis, "svg"))
    paths = [p for p in root.findall(f"{SVG}path") if "marker-end" in p.attrib]
    arrows = [a for a in folded(analysis).arrows if not a.support]
    assert len(paths) == len(arrows)
    rects = {g.attrib["data-id"]: g.find(f"{SVG}rect") for g in root.findall(f"{SVG}g")}
    for path, arrow in zip(paths, arrows, strict=True):
        assert ("marker-start" in path.attrib) == arrow.mutual
        numbers = [int(n) for n in re.findall(r"-?\d+", path.attrib["d"])]
        for (x, y), name in ((numbers[:2], arrow.tail), (numbers[-2:], arrow.head)):
            rect = rects[name]
            assert rect is not None
            left, top, w, h = (int(rect.attrib[n]) for n in ("x", "y", "width", "height"))
            assert left - 2 <= x <= left + w + 2
            assert top - 2 <= y <= top + h + 2


def test_options_stand_in_the_first_row():
    root = ElementTree.fromstring(draw(analysis_of("windfall-sharing"), "svg"))
    tops = {
        g.attrib["data-id"]: int(rect.attrib["y"]) + int(rect.attrib["height"])
        for g in root.findall(f"{SVG}g")
        if (rect := g.find(f"{SVG}rect")) is not None
    }
    rows = [y for name, y in tops.items() if name.startswith("permission:")]
    others = [y for name, y in tops.items() if not name.startswith("permission:")]
    assert max(rows) < min(others)


def test_standing_is_told_by_glyph_word_and_line():
    source = draw(analysis_of("mask-mandate"), "svg")
    assert "● obligatory" in source
    assert "✗ impermissible" in source
    accepted, rejected = (
        re.search(rf"{word}: .*?</title>\n<rect[^>]*", source, re.DOTALL)
        for word in ("universalization, accepted", "rejection, rejected")
    )
    assert accepted is not None
    assert rejected is not None
    assert 'stroke-width="3"' in accepted[0]
    assert "stroke-dasharray" not in accepted[0]
    assert "stroke-dasharray" in rejected[0]


def test_a_declared_ranking_is_told_as_one_way():
    analysis = analyze(load_case("tax"), priorities=[("veil", "welfare"), ("veil", "rejection")])
    labels = {arrow.label for arrow in folded(analysis).arrows if arrow.ranking}
    assert labels == {"veil > welfare", "veil > rejection"}
    open_labels = {a.label for a in folded(analysis_of("tax")).arrows if a.ranking}
    assert all("⇄" in label for label in open_labels)
    assert open_labels


def test_a_focus_keeps_what_is_near():
    analysis = analysis_of("mask-mandate")
    near = folded(analysis).around("permission:continue", 1)
    assert [node.id for node in near.nodes] == [
        "permission:continue",
        "reason:rejection:sensory_disabled:end>continue",
    ]
    assert len(folded(analysis).around("permission:continue", 2).nodes) == 3
    assert len(folded(analysis).around("permission:continue", 0).arrows) == 0
    with pytest.raises(UnknownId, match="permission:begin"):
        draw(analysis, focus="permission:begin")
    with pytest.raises(UnknownId, match="png"):
        draw(analysis, "png")


@pytest.mark.parametrize("case", FLAGSHIPS)
def test_graphml_holds_the_attacks_of_the_graph(case: str):
    analysis = analysis_of(case)
    graph = networkx.parse_graphml(draw(analysis, "graphml", full=True))
    found = {(a, b, d["if"]) for a, b, d in graph.edges(data=True) if d["relation"] == "attack"}
    assert found == {
        (a.attacker, a.target, "" if a.higher is None else f"{a.higher}>{a.lower}")
        for a in analysis.graph.attacks
    }
    assert any(a.kind is AttackKind.OBJECTION for a in analysis.graph.attacks)


@pytest.mark.parametrize("form", ["svg", "dot", "graphml"])
def test_the_same_case_gives_the_same_picture(form: str):
    first = draw(analyze(load_case("fishing-commons")), form)
    assert first == draw(analyze(load_case("fishing-commons")), form)
    assert first.endswith("\n")
