"""AIF, Argdown and node-link JSON hold maps of arguments and give them back."""

import json
from collections import Counter
from contextlib import suppress
from dataclasses import replace

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.analysis import analyze
from argue.construct.rules import rule_base, solve_rules
from argue.errors import ArgueError, CaseError
from argue.io.case import load_case
from argue.io.graphs import dump_af, parse_af
from argue.io.interchange.formats import MAPS
from argue.io.interchange.map_rules import ids_for, rules_of_map
from argue.io.interchange.maps import (
    INFERENCE,
    REPHRASE,
    ArgumentMap,
    Conflict,
    Inference,
    Point,
    map_of_af,
    map_of_graph,
)
from argue.model.af import AF
from argue.model.case import Literal
from argue.semantics.table import Semantics
from argue.semantics.tasks import extensions
from tests.strategies import af, graphs

EACH = pytest.mark.parametrize("form", MAPS)
TEXT = st.text(st.characters(exclude_categories=("C", "Z")), max_size=12).map(
    lambda text: " ".join(text.split())
)
HARD = st.sampled_from(
    ["", "a // b", "#tag", r"\ {x: 1} \{", "/* no */", "<!-- no", "[a]: <b>", "- a"]
)


@st.composite
def maps(draw: st.DrawFn) -> ArgumentMap:
    """Any map of few points: inferences of one or more premises, undercuts, self-attacks."""
    ids = [f"p {i}>" for i in range(draw(st.integers(1, 5)))]
    kinds = st.sampled_from(["", "claim", "two words"])
    points = tuple(Point(name, draw(TEXT | HARD), draw(kinds)) for name in ids)
    one = st.sampled_from(ids)
    inferences = tuple(
        Inference(
            f"inf {i}",
            tuple(draw(st.lists(one, min_size=1, max_size=3, unique=True))),
            draw(one),
            draw(st.sampled_from([INFERENCE, REPHRASE])),
        )
        for i in range(draw(st.integers(0, 3)))
    )
    targets = st.sampled_from([*ids, *(each.id for each in inferences)])
    pairs = draw(st.lists(st.tuples(one, targets), max_size=6, unique=True))
    return ArgumentMap(points, inferences, tuple(Conflict(*pair) for pair in pairs))


def parts_of(found: ArgumentMap) -> tuple[frozenset[object], ...]:
    inferences = {(e.id, frozenset(e.premises), e.conclusion, e.kind) for e in found.inferences}
    return frozenset(found.points), frozenset(inferences), frozenset(found.conflicts)


def read(form: str, text: str) -> ArgumentMap:
    return MAPS[form].load(text.encode(), "map")


@EACH
@given(found=maps())
def test_a_map_that_is_written_is_read_again(form: str, found: ArgumentMap):
    text = MAPS[form].dump(found)
    again = read(form, text)
    assert parts_of(again) == parts_of(found)
    assert MAPS[form].dump(again) == MAPS[form].dump(read(form, MAPS[form].dump(again)))


NAMES = st.sampled_from(["_", "-", "+x", "a // b", "inference 1", "inference 2", "a]>", " a", "\\"])


@given(found=maps(), names=st.lists(NAMES | TEXT.filter(len), min_size=3, unique=True))
def test_an_inference_with_any_id_is_one_in_argdown(found: ArgumentMap, names: list[str]):
    new = {each.id: name for each, name in zip(found.inferences, names, strict=False)}
    conflicts = tuple(
        replace(one, target=new.get(one.target, one.target)) for one in found.conflicts
    )
    inferences = tuple(replace(each, id=new[each.id]) for each in found.inferences)
    named = ArgumentMap(found.points, inferences, conflicts)
    assert nameless(read("argdown", MAPS["argdown"].dump(named))) == nameless(found)


def nameless(found: ArgumentMap) -> tuple[object, ...]:
    steps = {e.id: (frozenset(e.premises), e.conclusion, e.kind) for e in found.inferences}
    attacked = ((one.attacker, steps.get(one.target, one.target)) for one in found.conflicts)
    return frozenset(found.points), Counter(steps.values()), Counter(attacked)


@EACH
@given(graph=graphs())
def test_a_bare_graph_becomes_a_map_of_points_and_conflicts(form: str, graph: AF):
    found = read(form, dump_af(graph, form))
    assert parts_of(found) == parts_of(map_of_af(graph))


@EACH
def test_a_case_keeps_its_texts_what_rests_on_what_and_its_attacks(form: str):
    case = load_case("mask-mandate")
    graph = analyze(case).graph
    found = read(form, MAPS[form].dump(map_of_graph(graph, case.title)))
    assert [(p.id, p.text, p.kind) for p in found.points] == [
        (a.id, a.text, a.kind) for a in graph.arguments.values()
    ]
    assert {(c.attacker, c.target) for c in found.conflicts} == {
        (a.attacker, a.target) for a in graph.attacks
    }
    assert {e.conclusion: set(e.premises) for e in found.inferences} == {
        a.id: set(a.premises) for a in graph.arguments.values() if a.premises
    }
    if form != "argdown":
        ranked = {c.condition for c in found.conflicts}
        assert "if veil ranks above rejection" in ranked


@given(graph=graphs())
def test_networkx_reads_what_is_written_and_writes_what_is_read(graph: AF):
    data = json.loads(dump_af(graph, "node-link"))
    theirs = networkx.node_link_graph(data, edges="edges")
    assert set(theirs.nodes) == set(graph.arguments)
    assert set(theirs.edges) == set(graph.attacks)
    for key in ("edges", "links"):
        written = json.dumps(networkx.node_link_data(graph.to_networkx(), edges=key))
        assert parse_af(written, "node-link") == graph


def test_node_ids_that_are_numbers_are_read_as_text():
    text = '{"nodes": [{"id": 1}, {"id": 2}], "edges": [{"source": 1, "target": 2}]}'
    assert parse_af(text, "node-link") == af("1->2")


AIFDB = {
    "nodes": [
        {"nodeID": "1", "text": "We should walk", "type": "I", "timestamp": "2020-01-01"},
        {"nodeID": "2", "text": "It is healthy", "type": "I"},
        {"nodeID": "3", "text": "Default Inference", "type": "RA", "schemeID": "72"},
        {"nodeID": "4", "text": "The path is slippery", "type": "I"},
        {"nodeID": "5", "text": "Default Conflict", "type": "CA"},
        {"nodeID": "6", "text": "Ann : we should walk", "type": "L"},
        {"nodeID": "7", "text": "Asserting", "type": "YA"},
        {"nodeID": "8", "text": "Walking is what to do", "type": "I"},
        {"nodeID": "9", "text": "Default Rephrase", "type": "MA"},
    ],
    "edges": [
        {"edgeID": "1", "fromID": "2", "toID": "3"},
        {"edgeID": "2", "fromID": "3", "toID": "1"},
        {"edgeID": "3", "fromID": "4", "toID": "5"},
        {"edgeID": "4", "fromID": "5", "toID": "3"},
        {"edgeID": "5", "fromID": "6", "toID": "7"},
        {"edgeID": "6", "fromID": "7", "toID": "1"},
        {"edgeID": "7", "fromID": "1", "toID": "9"},
        {"edgeID": "8", "fromID": "9", "toID": "8"},
    ],
    "locutions": [],
}


def test_a_file_as_aifdb_writes_it():
    found = read("aif", json.dumps(AIFDB))
    assert [point.id for point in found.points] == ["1", "2", "4", "8"]
    assert found.inferences == (
        Inference("3", ("2",), "1"),
        Inference("9", ("1",), "8", REPHRASE),
    )
    assert found.conflicts == (Conflict("4", "3"),)


def test_an_undercut_of_an_inference_takes_its_conclusion_away():
    rules = rules_of_map(read("aif", json.dumps(AIFDB)))
    solution = solve_rules(rule_base(rules), "grounded")
    assert solution.conclusion(Literal("n2")).standing == "justified"
    assert solution.conclusion(Literal("n1")).standing == "overruled"
    assert solution.conclusion(Literal("n8")).standing == "overruled"
    assert rules["x-texts"]["n4"] == "The path is slippery"


@given(graph=graphs(max_size=5))
def test_a_bare_graph_as_rules_has_the_same_extensions(graph: AF):
    if not graph.arguments:
        with pytest.raises(ArgueError, match="no points"):
            rules_of_map(map_of_af(graph))
        return
    base = rule_base(rules_of_map(map_of_af(graph)))
    for semantics in (Semantics.GROUNDED, Semantics.PREFERRED, Semantics.STABLE):
        solution = solve_rules(base, semantics)
        found = {frozenset(map(str, solution.held_in(each))) for each in solution.extensions}
        assert found == set(extensions(graph, semantics))


@given(st.lists(st.text(max_size=6), unique=True, max_size=8))
def test_ids_for_rules_differ_and_can_be_ids(names: list[str]):
    found = ids_for(names)
    assert len(set(found.values())) == len(names)
    assert all(id_.isidentifier() and id_[0].isalpha() and id_ != "not" for id_ in found.values())


ARGDOWN = """===
author: nobody
===
# Walking

[walk]: We should walk,
  every day. #claim {weight: 3}
  - <rain>: It rains. // or seems to
    <_ [forecast]
  +> [healthy]
  >< [drive]
  + It is a nice day \\#1.

/* <gone>
  - <gone too> */
## More
<rain>
\t+ [clouds]
"""


def test_the_part_of_argdown_that_is_read():
    found = read("argdown", ARGDOWN)
    assert found.title == "Walking"
    texts = {point.id: point.text for point in found.points}
    assert texts == {
        "walk": "We should walk, every day.",
        "rain": "It rains.",
        "forecast": "",
        "healthy": "",
        "drive": "",
        "Untitled 1": "It is a nice day #1.",
        "clouds": "",
    }
    assert found.points[0].kind == "claim"
    assert {(e.premises, e.conclusion) for e in found.inferences} == {
        (("walk",), "healthy"),
        (("Untitled 1",), "walk"),
        (("clouds",), "rain"),
    }
    assert {(c.attacker, c.target) for c in found.conflicts} == {
        ("rain", "walk"),
        ("forecast", "rain"),
        ("walk", "drive"),
        ("drive", "walk"),
    }


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("- <a>\n", 1, 1, "relation to nothing"),
        ("<a>\n- <b>\n", 2, 1, "relation to nothing"),
        ("<a>\n  -\n", 2, 3, "relation to nothing"),
        ("<a>\n  and so on\n", 2, 3, "text below a label"),
        ("[a]: b\n-----\n", 2, 1, "not read"),
        ("[a]: b\n  - [c\n", 2, 5, "without its end"),
        ("[a] b\n", 1, 5, "text behind a label"),
        ("[a]: b\n\n<a>: c\n", 3, 2, "both a statement and an argument"),
        ("[a]: b\n\n[a]: c\n", 3, 2, "two texts"),
        ("[a]: b /* c\n", 1, 8, "comment without its end"),
        ("(1) All men are mortal.\n", 1, 1, "not read"),
        ("[a]: \x07\n", 1, 6, "control character"),
        ("[ ]: b\n", 1, 1, "empty label"),
    ],
)
def test_what_is_wrong_with_argdown_is_named_with_line_and_column(
    text: str, line: int, column: int, said: str
):
    with pytest.raises(CaseError, match=said) as caught:
        read("argdown", text)
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (line, column)
    assert problem.help


@pytest.mark.parametrize(
    ("form", "text", "said"),
    [
        ("aif", "[]", "not an object"),
        ("aif", "{", "not JSON"),
        ("aif", '{"nodes": 1}', "not a list"),
        ("aif", '{"nodes": [{"nodeID": true, "type": "I"}], "edges": []}', "no id"),
        ("aif", '{"nodes": [{"nodeID": 1, "type": "PA"}], "edges": []}', "'PA' are not read"),
        ("aif", '{"nodes": [{"nodeID": 1, "type": "CA"}], "edges": []}', "0 attackers"),
        ("aif", '{"nodes": [{"nodeID": 1, "type": "RA"}], "edges": []}', "concludes nothing"),
        ("aif", '{"nodes": [], "edges": [{"fromID": 1, "toID": 2}]}', "no node '1'"),
        ("node-link", '{"nodes": []}', "no edges"),
        ("node-link", '{"directed": false, "nodes": [], "edges": []}', "undirected"),
        ("node-link", '{"nodes": [{"id": 1}, {"id": "1"}], "edges": []}', "used twice"),
        ("node-link", '{"nodes": [{"nodeID": 1}], "edges": []}', "node of AIF"),
        ("node-link", '{"nodes": [{"id": "a\\nb"}], "edges": []}', "control characters"),
        (
            "node-link",
            '{"nodes": [{"id": 1}], "edges": [{"source": 1, "target": 1, "relation": "x"}]}',
            "relation 'x'",
        ),
        ("aif", "[" * 100_000, "nested more than 100 levels deep"),
        ("node-link", '{"nodes": [{"id": ' + "9" * 5000 + '}], "edges": []}', "digits"),
    ],
)
def test_what_is_wrong_with_json_is_said(form: str, text: str, said: str):
    with pytest.raises(CaseError, match=said) as caught:
        read(form, text)
    assert caught.value.problems[0].help


@pytest.mark.parametrize("name", ["", " a", "a]>", "a // b", "a\nb", "a\\"])
def test_an_id_that_no_label_can_be_is_an_error(name: str):
    with pytest.raises(ArgueError, match="cannot hold"):
        dump_af(AF.of([name]), "argdown")


def test_a_bare_graph_has_no_place_for_inferences():
    with pytest.raises(ArgueError, match="argue rules"):
        parse_af("[a]\n  + [b]\n", "argdown")


@pytest.mark.parametrize("text", [" #(", "{", "[a]: \\", "<!-", "/", "- - ", "[", "<_ ", "=== \n"])
def test_a_long_run_of_signs_is_read_or_refused_at_once(text: str):
    with suppress(ArgueError):
        read("argdown", "[a]: b\n" + text * 50_000)


def test_deep_indentation_is_read():
    lines = (" " * depth + f"- <a{depth}>" for depth in range(1, 2_000))
    found = parse_af("\n".join(["<a0>", *lines]), "argdown")
    assert len(found.attacks) == 1_999


@EACH
@given(text=st.text(max_size=60) | st.text('[]<>-+_:#{}/*\\ \n\tab"nodes,1', max_size=60))
def test_any_text_is_read_or_refused(form: str, text: str):
    with suppress(ArgueError):
        MAPS[form].load(text.encode("utf-8", "surrogatepass"), "map")


@EACH
@given(found=maps(), place=st.integers(0, 2000), change=st.text(max_size=3), cut=st.integers(0, 4))
def test_a_changed_file_is_read_or_refused(
    form: str, found: ArgumentMap, place: int, change: str, cut: int
):
    text = MAPS[form].dump(found)
    place %= len(text)
    try:
        again = MAPS[form].load(
            (text[:place] + change + text[place + cut :]).encode("utf-8", "surrogatepass"), "map"
        )
        rules_of_map(again)
    except ArgueError:
        return
    assert parts_of(read("node-link", MAPS["node-link"].dump(again))) == parts_of(again)
