"""Charts of numbers: the same bytes each time, nothing active in them, words beside colour."""

import os
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from argue.analysis import analyze
from argue.explain.break_even import break_evens
from argue.explain.flip_map import course, flip_map
from argue.io.case import load_case
from argue.report.full import full_report
from argue.report.pictures import chart_data, chart_tables
from argue.report.pictures.chart_data import Chart
from argue.report.pictures.charts import chart_svg
from tests.hostile.mixed import TEXTS

GOLDEN = Path(__file__).parents[1] / "golden" / "charts"


def charts() -> dict[str, Chart]:
    analysis = analyze(load_case("mask-mandate"))
    paths = ("payoffs.continue.ordinary", "payoffs.end.high_risk.then")
    return {
        "tornado": chart_data.tornado(break_evens(analysis)),
        "strip": chart_data.strip(course(analysis, paths[0])),
        "areas": chart_data.areas(flip_map(analysis, paths)),
    }


@pytest.fixture(scope="module", name="drawn")
def drawn_once() -> dict[str, Chart]:
    return charts()


@pytest.mark.parametrize("name", ["tornado", "strip", "areas"])
def test_a_chart_is_drawn_as_it_was_looked_at(drawn: dict[str, Chart], name: str):
    written = chart_svg(drawn[name])
    file = GOLDEN / f"{name}.svg"
    if os.environ.get("ARGUE_WRITE_GOLDEN") == "1":
        file.write_text(written, encoding="utf-8", newline="\n")
    assert written == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["tornado", "strip", "areas"])
def test_a_chart_says_in_words_what_it_shows_and_runs_nothing(drawn: dict[str, Chart], name: str):
    text = chart_svg(drawn[name])
    root = ElementTree.fromstring(text)
    assert root.get("role") == "img"
    label = root.get("aria-label") or ""
    assert drawn[name].title in label
    assert drawn[name].description in label
    assert not re.search(r"<script|<style|\bon\w+=|href|style=", text)
    words = " ".join(root.itertext())
    assert "contested" in words


def test_every_mark_stays_inside_its_picture(drawn: dict[str, Chart]):
    for chart in drawn.values():
        root = ElementTree.fromstring(chart_svg(chart))
        width, height = float(root.get("width") or 0), float(root.get("height") or 0)
        for mark in root.iter():
            if mark.tag.endswith("rect") and mark.get("x"):
                x, wide = float(mark.get("x") or 0), float(mark.get("width") or 0)
                assert 0 <= x <= x + wide <= width
            if mark.tag.endswith("text"):
                assert 0 <= float(mark.get("x") or 0) <= width
                assert 0 <= float(mark.get("y") or 0) <= height


def test_tables_say_the_same_as_the_charts():
    analysis = analyze(load_case("mask-mandate"))
    found = break_evens(analysis)
    table = chart_tables.of_tornado(found)
    assert len(table.rows) == min(
        chart_data.MOST_BARS, sum(t.nearest is not None for t in found.turnings)
    )
    paths = ("payoffs.end.driver.then", "universal.end.all.then")
    areas = chart_data.areas(flip_map(analysis, paths))
    rows = chart_tables.of_areas(areas).rows
    assert [row[0] for row in rows] == [part.letter for part in areas.fields]
    assert sum("where the numbers are now" in row[1] for row in rows) == 1


def test_charts_say_where_a_principle_has_no_answer():
    document = {
        "title": "Logarithms",
        "options": {"a": "a", "b": "b"},
        "standpoints": {"p": {"level": 1}, "q": {"level": 2}},
        "payoffs": {"a": {"p": 5, "q": 0}, "b": {"p": "-1/2", "q": 1}},
        "frameworks": [{"id": "priority", "curve": "power"}],
    }
    analysis = analyze(load_case(document))
    areas = chart_data.areas(flip_map(analysis, ("payoffs.a.p", "payoffs.b.p")))
    assert [part.text == chart_data.NO_ANSWER for part in areas.fields] == [False, False, True]
    assert chart_data.NO_ANSWER in chart_tables.of_areas(areas).rows[-1][1]
    (left, right), (bottom, top) = areas.ends
    drawn = sum(chart_data.area_of(p) for part in areas.fields for p in part.polygons)
    assert drawn == pytest.approx((right - left) * (top - bottom))
    strip = chart_data.strip(course(analysis, "payoffs.b.p"))
    assert strip.description.endswith(f"Where nothing is drawn there is {chart_data.NO_ANSWER}.")
    whole = chart_data.strip(course(analyze(load_case("mask-mandate")), "payoffs.end.driver.then"))
    assert chart_data.NO_ANSWER not in whole.description


def test_a_report_shows_three_charts_and_a_short_one_the_first():
    analysis = analyze(load_case("mask-mandate"))
    kinds = {
        audience: [
            type(block.chart).__name__
            for section in full_report(analysis, audience).sections
            for block in section.blocks
            if type(block).__name__ == "Chart"
        ]
        for audience in ("analyst", "student", "engineer")
    }
    assert kinds == {
        "analyst": ["Tornado", "Strip", "Areas"],
        "student": ["Tornado"],
        "engineer": [],
    }


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_text_is_inert_in_a_chart(text: str):
    bar = chart_data.Bar(text, text, None, chart_data.End(0.5, text))
    drawn = chart_svg(chart_data.Tornado(text, text, (bar,)))
    root = ElementTree.fromstring(drawn)
    tags = {element.tag.split("}")[1] for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "rect", "path", "g", "text"}
    assert not any(attribute.startswith("on") for e in root.iter() for attribute in e.attrib)
