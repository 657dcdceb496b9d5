"""The page of a report: what it ships for its what-if, how large it is, and when it offers none.

Its script is held against the engine in tests/browser/whatif.py, which needs node.
"""

import json
import re

import pytest

from argue.analysis import analyze
from argue.io.case import load_case
from argue.model.argument import Kind
from argue.report import render
from argue.report.html import SCRIPTS, joined, script
from argue.report.inert_html import embedded
from argue.report.page.model import whatif_data
from argue.report.page.worlds import Worlds, matching
from tests.bundled import analysis_of, some_cases

MOST_BYTES = 300_000


def shipped(page: str) -> dict[str, object]:
    found = re.search(r'<script id="what-if-data" type="application/json">(.*?)</script>', page)
    assert found is not None
    return json.loads(found[1])


@pytest.mark.parametrize("case", ["mask-mandate", "mask-mandate-exemptions", "windfall-sharing"])
def test_a_page_is_one_small_file_with_what_the_engine_ships(case: str):
    page = render(analysis_of(case), "html")
    assert len(page.encode()) <= MOST_BYTES
    assert shipped(page) == whatif_data(analysis_of(case))
    assert script() in page
    assert page == render(analyze(load_case(case)), "html")


@pytest.mark.parametrize("case", some_cases())
def test_a_bundled_case_ships_a_world_for_every_settlement(case: str):
    data = whatif_data(analysis_of(case))
    assert not isinstance(data, str), data
    settlements = 3 ** len(data["case"]["questions"])
    every = {key for key in data["worlds"] if "/" not in key}
    assert len(every) == settlements
    for world in data["worlds"].values():
        view = data["views"][world["view"]]
        assert world["branches"]
        assert max(world["branches"]) < len(view["branches"])
        assert {s["id"] for s in view["sources"]} >= set(world["named"])
    base = data["views"][0]
    graph = analysis_of(case).graph
    assert base["arguments"]["id"] == [
        a.id for a in graph.arguments.values() if a.kind is not Kind.OBJECTION
    ]
    assert len({len(column) for column in base["arguments"].values()}) == 1


def test_a_settlement_that_changes_the_graph_has_a_graph_of_its_own():
    data = whatif_data(analysis_of("animals"))
    assert not isinstance(data, str)
    assert {world["view"] for world in data["worlds"].values()} == {0, 1}
    worlds = Worlds(analysis_of("animals"))
    made = {choice.settled: worlds.world(choice) for choice in worlds.choices}
    first = made["----"]
    assert first is not None
    for settled, entry in data["worlds"].items():
        other = made[settled]
        assert other is not None
        assert (matching(first, other) is None) == (entry["view"] == 1)


def test_what_no_page_can_be_right_about_is_said_instead():
    grounded = analyze(load_case("mask-mandate"), semantics="grounded")
    assert "standard semantics" in str(whatif_data(grounded))
    page = render(grounded, "html")
    assert "standard semantics" in page
    assert "what-if-data" not in page.partition("<script>")[0]
    many = "title: t\noptions: {" + ", ".join(f"o{n}: do it" for n in range(11)) + "}\n"
    assert "up to 10 options" in str(whatif_data(analyze(load_case(many, name="many"))))


def test_a_prerogative_reaches_the_page_as_attacks_on_objections():
    spared = load_case(
        "title: t\noptions: {give: Give, keep: Keep}\n"
        "standpoints: {donor: {agent: true, prerogative: true}, patient: {}}\n"
        "payoffs: {give: {donor: -1, patient: 2}, keep: {donor: 4, patient: 0}}\n"
        "frameworks: [welfare]\n",
        name="spared",
    )
    data = whatif_data(analyze(spared))
    assert not isinstance(data, str), data
    (view,) = data["views"]
    names = view["arguments"]["id"]
    answered = [(names[a], names[b]) for a, b, on_objection in view["attacks"] if on_objection]
    assert [pair[1] for pair in answered] == ["reason:welfare:keep>give"]
    assert answered[0][0].startswith("reply:prerogative:donor:")


def test_data_in_a_page_never_ends_its_element():
    text = "</script><!-- & \u2028 \u2029"
    written = embedded({"text": text})
    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written) == {"text": text}


def test_the_script_is_made_of_its_parts_and_has_no_comment_that_ends_it():
    for name in SCRIPTS:
        assert joined(name) in script()
    assert "</" not in script()


def test_a_setup_asked_for_beside_the_case_is_kept():
    settled = analyze(load_case("mask-mandate-exemptions"), facts={"surge": True})
    data = whatif_data(settled)
    assert not isinstance(data, str)
    assert data["case"]["questions"] == []
    assert data["case"]["facts"] == {"surge": True}
    kept = whatif_data(analyze(load_case("mask-mandate"), frameworks=["veil", "rejection"]))
    assert not isinstance(kept, str)
    assert kept["case"]["kept"] == kept["case"]["frameworks"] == ["veil", "rejection"]


def test_a_level_of_compliance_asked_for_is_kept_by_the_page_and_its_command():
    data = whatif_data(analyze(load_case("vehicles-in-the-park"), compliance="mere"))
    assert not isinstance(data, str)
    assert data["case"]["compliance"] == "mere"
    own = whatif_data(analysis_of("vehicles-in-the-park"))
    assert not isinstance(own, str)
    assert own["case"]["compliance"] == ""
