"""Pictures: complete, well-formed, nothing cut off or on top of something else, reproducible."""

import re
import sys
from ctypes.util import find_library
from importlib.util import find_spec
from itertools import combinations, pairwise
from math import dist
from xml.etree import ElementTree

import networkx
import pytest

from argue.analysis import analyze
from argue.errors import ArgueError, UnknownId
from argue.io.case import load_case
from argue.model.argument import AttackKind, Kind
from argue.model.verdict import Label
from argue.report.content import Picture, Table
from argue.report.pictures.bands import bands_of
from argue.report.pictures.boxes import label_size, laid_out
from argue.report.pictures.drawing import Drawing
from argue.report.pictures.formats import draw, picture
from argue.report.pictures.labels import Area
from argue.report.pictures.selection import complete, folded
from argue.report.sections import map as map_section
from tests.bundled import analysis_of, some_cases

SVG = "{http://www.w3.org/2000/svg}"
NO_CAIRO = pytest.mark.skipif(
    find_library("cairo") is None or find_spec("cairosvg") is None,
    reason="the extra `pictures` or the Cairo library is missing; .ci/browser has both",
)

FLAGSHIPS = ("mask-mandate", "mask-mandate-exemptions", "fishing-commons", "windfall-sharing")


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


@pytest.mark.parametrize("case", some_cases())
def test_the_complete_picture_is_the_graph_of_the_data(case: str):
    data = analysis_of(case).to_dict()["graph"]
    drawing = complete(analysis_of(case))
    assert [node.id for node in drawing.nodes] == [a["id"] for a in data["arguments"]]
    assert attacks_of(drawing) == {(a["from"], a["to"], a["if"] or "") for a in data["attacks"]}
    assert {(a.tail, a.head) for a in drawing.arrows if a.support} == {
        (premise, a["id"]) for a in data["arguments"] for premise in a["premises"]
    }


@pytest.mark.parametrize("case", some_cases())
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


@pytest.mark.parametrize("case", some_cases())
def test_a_rejected_reason_is_never_left_without_what_defeats_it(case: str):
    analysis = analysis_of(case)
    drawing = folded(analysis)
    for node in drawing.nodes:
        if node.kind is Kind.REASON and analysis.labels[node.id] == frozenset({Label.OUT}):
            met = [a for a in drawing.arrows if a.head == node.id]
            premises = analysis.graph.arguments[node.id].premises
            assert met or any(Label.OUT in analysis.labels[p] for p in premises)


def test_numbers_known_within_limits_are_told_where_reasons_rest_on_them():
    analysis = analyze(
        load_case(
            {
                "title": "Delay",
                "options": {"rescue": "Rescue", "wait": "Wait"},
                "standpoints": {"worker": {}, "viewers": {"count": 9}},
                "payoffs": {
                    "rescue": {"worker": 0, "viewers": -1},
                    "wait": {"worker": [-20, -2], "viewers": 0},
                },
                "frameworks": ["welfare"],
            }
        )
    )
    below = "payoffs.wait.worker lies between -20 and -9"
    numbers = [node for node in complete(analysis).nodes if node.kind is Kind.NUMBERS]
    assert {node.heading for node in numbers} == {"numbers"}
    assert below in {node.text for node in numbers}
    reasons = [node.condition for node in folded(analysis).nodes if node.kind is Kind.REASON]
    assert f"if {below}" in reasons
    _, (_, defeated) = bands_of(analysis, 1).bands
    said = {node.condition for node in defeated if node.kind is Kind.NUMBERS}
    assert said == {"defeated by other numbers"}


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


@pytest.mark.parametrize("case", some_cases())
def test_a_label_stands_on_its_own_arrow_and_on_no_box(case: str):
    drawing = folded(analysis_of(case))
    boxes, layout = laid_out(drawing)
    areas = [Area(layout.middles[name], size) for name, size in boxes.items()]
    for arrow, route in zip(drawing.arrows, layout.routes, strict=True):
        assert bool(arrow.label) == (route.label is not None)
        if route.label is not None:
            x, y = route.label
            lines = [
                abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / max(1, dist((ax, ay), (bx, by)))
                for (ax, ay), (bx, by) in pairwise(route.points)
                if min(ax, bx) - 2 <= x <= max(ax, bx) + 2
                and min(ay, by) - 2 <= y <= max(ay, by) + 2
            ]
            assert min(lines) <= 2
            label = Area(route.label, label_size(arrow.label))
            assert not any(label.overlap(area) for area in areas)


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


@pytest.mark.parametrize("case", FLAGSHIPS)
def test_bands_show_every_argument_once_where_it_stands_in_the_position(case: str):
    analysis = analysis_of(case)
    hidden = (Kind.OBJECTION, Kind.ASIDE)
    wanted = sorted(a.id for a in analysis.graph.arguments.values() if a.kind not in hidden)
    for number, position in enumerate(analysis.positions, 1):
        bands = bands_of(analysis, number)
        assert sorted(node.id for _, nodes in bands.bands for node in nodes) == wanted
        accepted = {node.id for node in bands.bands[0][1]}
        for option in analysis.graph.options:
            assert (f"permission:{option}" in accepted) == (option in position.permissible)
        for _, nodes in bands.bands[1:]:
            for node in nodes:
                assert node.condition or node.standing != "rejected"
        root = ElementTree.fromstring(draw(analysis, position=number))
        width, height = int(root.attrib["width"]), int(root.attrib["height"])
        boxes = [g.find(f"{SVG}rect") for g in root.findall(f"{SVG}g")]
        assert len(boxes) == len(wanted)
        for box in boxes:
            assert box is not None
            x, y, w, h = (int(box.attrib[name]) for name in ("x", "y", "width", "height"))
            assert 0 <= x <= width - w
            assert 0 <= y <= height - h


def test_a_position_there_is_none_of_or_that_cannot_be_drawn_so_is_refused():
    with pytest.raises(UnknownId, match="position"):
        draw(analysis_of("mask-mandate"), position=2)
    with pytest.raises(ArgueError, match="svg, png or pdf"):
        draw(analysis_of("mask-mandate"), "dot", position=1)


@NO_CAIRO
@pytest.mark.parametrize(("form", "start"), [("png", b"\x89PNG"), ("pdf", b"%PDF")])
def test_pictures_become_png_and_pdf_with_the_extra(form: str, start: bytes):
    assert picture(analysis_of("kidney"), form).startswith(start)


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "cairosvg", None)
    with pytest.raises(ArgueError, match=r"argue-norms\[pictures\]"):
        picture(analysis_of("kidney"), "png")


def test_a_large_map_is_a_table_and_a_neighbourhood(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(map_section, "MOST_BOXES", 5)
    analysis = analysis_of("windfall-sharing")
    blocks = map_section.section(analysis).blocks
    pictures = [block for block in blocks if isinstance(block, Picture)]
    tables = [block for block in blocks if isinstance(block, Table)]
    assert len(pictures) == len(tables) == 1
    drawing = folded(analysis)
    assert [row[0] for row in tables[0].rows] == [node.id for node in drawing.nodes]
    assert 1 < len(pictures[0].drawing.nodes) < len(drawing.nodes)
