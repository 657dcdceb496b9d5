from collections.abc import Callable
from dataclasses import FrozenInstanceError
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.errors import ArgueError, UnknownId
from argue.model.af import AF
from tests.strategies import af, graphs


def test_a_graph_is_written_as_words():
    graph = af("a->b b<->c d e->f->e")
    assert graph.arguments == ("a", "b", "c", "d", "e", "f")
    assert graph.attacks == (
        ("a", "b"), ("b", "c"), ("c", "b"), ("e", "f"), ("f", "e"),
    )  # fmt: skip


def test_an_attack_on_itself_is_an_attack():
    assert af("a->a").attacks == (("a", "a"),)
    assert af("a<->a") == af("a->a")


@pytest.mark.parametrize("text", ["->b", "a->", "a->->b", "<->", "a<->"])
def test_an_arrow_without_an_argument_is_an_error(text: str):
    with pytest.raises(ArgueError, match="lacks an argument"):
        af(text)


def test_arguments_and_attacks_given_twice_count_once():
    graph = AF.of(["b", "a", "b"], [("a", "b"), ("a", "b")])
    assert graph.arguments == ("b", "a")
    assert graph.attacks == (("a", "b"),)
    assert AF.from_indices(["b", "a"], [1, 1], [0, 0]) == graph


@pytest.mark.parametrize("attack", [("a", "z"), ("z", "a")])
def test_an_attack_on_or_from_an_unknown_argument_is_an_error(attack: tuple[str, str]):
    with pytest.raises(UnknownId, match="unknown argument 'z'; known: a, b"):
        AF.of(["a", "b"], [attack])


@pytest.mark.parametrize(
    ("sources", "targets", "wrong"),
    [
        ([0, 1], [1, 2], 2),
        ([-1], [0], -1),
        ([0, 1, 3], [0, 0, 0], 3),
        ([0, 1], [1, -2], -2),
        ([0, 2], [9, 0], 2),
    ],
)
def test_an_index_out_of_range_is_an_error(sources: list[int], targets: list[int], wrong: int):
    with pytest.raises(UnknownId, match=f"unknown argument index '{wrong}'; known: 0 to 1"):
        AF.from_indices(["a", "b"], sources, targets)


def test_an_attack_by_index_on_the_empty_graph_is_an_error():
    with pytest.raises(UnknownId):
        AF.from_indices([], [0], [0])


def test_index_lists_must_fit_and_ids_differ():
    with pytest.raises(ArgueError, match="2 sources but 1 targets"):
        AF.from_indices(["a", "b"], [0, 1], [0])
    with pytest.raises(ArgueError, match="differ"):
        AF.from_indices(["a", "a"], [], [])


@pytest.mark.parametrize("size", [1, 19, 20, 21, 1000])
def test_an_error_names_twenty_arguments_and_says_that_there_are_more(size: int):
    graph = AF.of([f"x{i}" for i in range(size)])
    with pytest.raises(UnknownId) as caught:
        graph.attackers_of("y")
    shown = [*graph.arguments[:20], *(["..."] if size > 20 else [])]
    assert list(caught.value.known) == shown


@pytest.mark.parametrize("question", [AF.attackers_of, AF.attacked_by, AF.without_argument])
def test_questions_about_unknown_arguments_are_errors(question: Callable[[AF, str], object]):
    with pytest.raises(UnknownId):
        question(af("a->b"), "z")


def test_neighbours_are_answered_in_the_order_given():
    graph = af("c->a b->a a->d a->c")
    assert graph.attackers_of("a") == ("c", "b")
    assert graph.attacked_by("a") == ("d", "c")
    assert graph.attackers_of("b") == ()


@given(graphs())
def test_attackers_and_attacked_are_each_others_inverse(graph: AF):
    forward = {(i, j) for i, targets in enumerate(graph.attacked) for j in targets}
    backward = {(i, j) for j, sources in enumerate(graph.attackers) for i in sources}
    assert forward == backward == set(zip(graph.sources, graph.targets, strict=True))
    for source, target in graph.attacks:
        assert source in graph.attackers_of(target)
        assert target in graph.attacked_by(source)


def test_equality_ignores_the_order_given():
    graphs = {AF.of(order, [("a", "b"), ("b", "c")]) for order in permutations("abc")}
    graphs.add(AF.of("abc", [("b", "c"), ("a", "b")]))
    assert len(graphs) == 1


def test_equality_sees_every_difference():
    graph = af("a->b c")
    assert graph != af("b->a c")
    assert graph != af("a->b")
    assert graph != af("a->b c->c")
    assert graph != "a->b c"


def test_a_graph_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        af("a->b").arguments = ("z",)  # type: ignore[misc]  (the point of the test)


@given(graphs(), st.data())
def test_restriction_keeps_exactly_the_attacks_inside(graph: AF, data: st.DataObject):
    kept = data.draw(st.sets(st.sampled_from(graph.arguments))) if len(graph) else set[str]()
    part = graph.restricted_to(kept)
    assert part.arguments == tuple(a for a in graph.arguments if a in kept)
    assert part.attacks == tuple((s, t) for s, t in graph.attacks if {s, t} <= kept)


@given(graphs())
def test_an_argument_added_and_taken_away_leaves_the_graph(graph: AF):
    loops = [("new", "new"), *(("new", a) for a in graph.arguments)]
    larger = graph.with_argument("new", loops)
    assert len(larger) == len(graph) + 1
    assert "new" in larger
    assert set(larger.attacked_by("new")) == {"new", *graph.arguments}
    assert larger.without_argument("new") == graph


def test_restriction_to_an_unknown_argument_is_an_error():
    with pytest.raises(UnknownId):
        af("a->b").restricted_to(["a", "z"])


@given(graphs())
def test_the_way_through_networkx_and_indices_changes_nothing(graph: AF):
    assert AF.from_networkx(graph.to_networkx()) == graph
    assert AF.from_indices(graph.arguments, graph.sources, graph.targets) == graph
    assert AF.of(graph.arguments, graph.attacks) == graph


def test_networkx_nodes_are_named_by_their_text():
    from networkx import DiGraph

    assert AF.from_networkx(DiGraph([(1, 2)])) == af("1->2")
    with pytest.raises(ArgueError, match="differ"):
        AF.from_networkx(DiGraph([(1, "1")]))


def test_the_example_graph_of_dung_1995_example_3():
    graph = af("i1->a a->i1 i2->a")
    assert graph.attackers_of("a") == ("i1", "i2")
    assert graph.attackers_of("i2") == ()
    assert repr(graph) == "<AF of 3 arguments, 3 attacks>"
