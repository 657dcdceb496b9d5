"""The fast ways must equal the definitions, and so must the plain encodings beside them."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argue.asp.program import Deadline
from argue.errors import OutOfBudget
from argue.model.af import AF
from argue.semantics import TABLE, Semantics, enumerated
from argue.semantics.definitions import characteristic, grounded, is_admissible
from argue.semantics.searches import SEARCHES
from argue.semantics.solving import Solver
from argue.semantics.solving.counting import Counting
from argue.semantics.solving.finders import largest_admissible
from argue.semantics.solving.parts import (
    components,
    cone,
    reduct,
    strong_components,
    whole,
)
from argue.semantics.solving.ways import WAYS, completed
from tests.strategies import CORNER_CASES, af, graphs

SOLVED = pytest.mark.parametrize("semantics", WAYS)
RECURSIVE = [name for name, way in WAYS.items() if way.recursive]


def named(graph: AF, members: frozenset[int]) -> frozenset[str]:
    return frozenset(graph.arguments[i] for i in members)


@pytest.mark.parametrize("semantics", Semantics)
@given(graph=graphs(max_size=6))
def test_the_plain_encodings_find_what_is_defined(semantics: Semantics, graph: AF):
    found = list(SEARCHES[semantics](graph, (), None))
    assert len(found) == len(set(found))
    assert set(found) == TABLE[semantics].definition(graph)


@pytest.mark.parametrize("semantics", Semantics)
@given(graph=graphs(max_size=6), data=st.data())
def test_the_plain_encodings_find_what_fits_the_wanted_members(
    semantics: Semantics, graph: AF, data: st.DataObject
):
    ids = st.sampled_from(graph.arguments or ("none",))
    asked = data.draw(st.dictionaries(ids, st.booleans(), max_size=2 if len(graph) else 0))
    found = list(SEARCHES[semantics](graph, tuple(asked.items()), None))
    assert len(found) == len(set(found))
    assert set(found) == {
        members
        for members in TABLE[semantics].definition(graph)
        if all((argument in members) == value for argument, value in asked.items())
    }


def test_every_semantics_has_a_way():
    assert {*WAYS, "grounded"} == set(Semantics)


@SOLVED
@given(graph=graphs(max_size=7), data=st.data())
def test_a_solver_asked_many_things_answers_as_defined(
    semantics: str, graph: AF, data: st.DataObject
):
    defined = TABLE[Semantics(semantics)].definition(graph)
    solver = Solver(graph, semantics, Deadline())
    for _ in range(6 if len(graph) else 0):
        place = data.draw(st.integers(0, len(graph) - 1))
        wanted = data.draw(st.booleans())
        fitting = {s for s in defined if (graph.arguments[place] in s) == wanted}
        found = solver.find(place, wanted)
        assert (named(graph, found) in fitting) if found is not None else not fitting
    assert {named(graph, members) for members in solver.all()} == defined
    assert solver.count() == len(defined)


@pytest.mark.parametrize("semantics", RECURSIVE)
@given(graph=graphs())
def test_counting_by_strong_components_is_counting(semantics: str, graph: AF):
    defined = TABLE[Semantics(semantics)].definition(graph)
    assert Counting(semantics, WAYS[semantics].make, Deadline()).count(whole(graph)) == len(defined)


@pytest.mark.parametrize("semantics", RECURSIVE)
@pytest.mark.parametrize(
    "text",
    [
        *CORNER_CASES.values(),
        # Into one component lead an attack from a member and one from an undecided argument.
        "u->u v<->w u->x v->x x<->y",
        "u->u v->w u->x v->x x<->y y->z z->x",
        # What an undecided argument attacks leads on, first or second in the graph.
        "a<->b u->u u->a a->c c<->d",
        "b<->a u->u u->a a->c c<->d",
        # Of two components that may come next, either way round, one closes what the other opens.
        "a<->b a->c b->d c<->e d<->f e->g f->g g->h h->g",
    ],
)
def test_components_are_counted_under_all_that_leads_to_them(semantics: str, text: str):
    graph = af(text)
    defined = TABLE[Semantics(semantics)].definition(graph)
    assert Counting(semantics, WAYS[semantics].make, Deadline()).count(whole(graph)) == len(defined)


def chained(size: int) -> AF:
    """Choices that each depend on the one before: connected, but no two strongly."""
    attacks = [(f"a{i}", f"b{i}") for i in range(size)] + [(f"b{i}", f"a{i}") for i in range(size)]
    ids = [f"{kind}{i}" for i in range(size) for kind in "ab"]
    return AF.of(ids, [*attacks, *((f"a{i}", f"b{i + 1}") for i in range(size - 1))])


@pytest.mark.parametrize("semantics", ["preferred", "stable"])
def test_a_long_connected_chain_of_choices_is_counted_without_being_listed(semantics: str):
    for size in (1, 2, 3):
        defined = TABLE[Semantics(semantics)].definition(chained(size))
        assert Solver(chained(size), semantics, Deadline()).count() == len(defined) == size + 1
        by_components = Counting(semantics, WAYS[semantics].make, Deadline())
        assert by_components.count(whole(chained(size))) == size + 1
    assert Solver(chained(100), semantics, Deadline()).count() == 101


def test_apart_from_one_another_choices_multiply():
    pairs = AF.parse(" ".join(f"a{i}<->b{i}" for i in range(40)))
    assert Solver(pairs, "preferred", Deadline()).count() == 2**40
    assert Solver(pairs, "complete", Deadline()).count() == 3**40
    first = [sorted(s) for s in enumerated(AF.parse("a<->b c<->d"), "preferred")]
    assert first == [["a", "c"], ["a", "d"], ["b", "c"], ["b", "d"]]
    assert len(list(enumerated(pairs, "preferred", limit=5))) == 5


@SOLVED
@given(graph=graphs(max_size=6), limit=st.integers(0, 6))
def test_the_first_few_are_the_first_of_all(semantics: str, graph: AF, limit: int):
    everything = list(Solver(graph, semantics, Deadline()).all())
    assert list(Solver(graph, semantics, Deadline()).all(limit)) == everything[:limit]


def test_the_first_of_very_many_are_found_at_once():
    path = AF.parse("->".join(f"a{i}" for i in range(60)))
    first, second = enumerated(path, "conflict-free", limit=2)
    assert first == {f"a{i}" for i in range(0, 60, 2)}
    assert second == first - {"a58"} | {"a59"}


@given(graphs())
def test_the_reduct_is_what_grounded_leaves_undecided(graph: AF):
    _, rest = reduct(graph)
    (inside,) = grounded(graph)
    beaten = {target for member in inside for target in graph.attacked_by(member)}
    assert {graph.arguments[i] for i in rest.places} == set(graph.arguments) - inside - beaten


@given(graphs())
def test_parts_are_what_they_say(graph: AF):
    part = whole(graph)
    pieces = components(part)
    assert sorted(i for piece in pieces for i in piece.places) == list(range(len(graph)))
    assert sum(len(a) for piece in pieces for a in piece.attackers) == len(graph.attacks)
    for i in range(len(graph)):
        area = set(cone(part, i).places)
        assert i in area
        assert all(set(graph.attackers[j]) <= area for j in area)


@given(graphs())
def test_strong_components_are_those_of_networkx_in_order_of_attack(graph: AF):
    from networkx import strongly_connected_components

    found = strong_components(whole(graph))
    expected = strongly_connected_components(graph.to_networkx())
    assert {frozenset(graph.arguments[i] for i in group) for group in found} == set(
        map(frozenset, expected)
    )
    seen: set[int] = set()
    for group in found:
        seen.update(group)
        assert all(set(graph.attackers[i]) <= seen for i in group)


@given(graphs(max_size=6))
def test_completing_an_admissible_set_adds_what_is_defended_until_nothing_is(graph: AF):
    for members in TABLE[Semantics.ADMISSIBLE].definition(graph):
        expected = members
        while (more := characteristic(graph, expected)) != expected:
            expected = more
        places = frozenset(graph.index_of(a) for a in members)
        assert named(graph, completed(whole(graph), places)) == expected


@pytest.mark.parametrize(
    "text",
    [
        *CORNER_CASES.values(),
        "x->a a->b b->c c->d d->e",
        "a->b->c d<->e",
        "x->a y->a y->b b->c",
    ],
)
def test_what_an_admissible_set_defends_is_added_until_nothing_is_left_to_add(text: str):
    graph = af(text)
    complete = TABLE[Semantics.COMPLETE].definition(graph)
    for members in TABLE[Semantics.ADMISSIBLE].definition(graph):
        expected = min((s for s in complete if s >= members), key=len)
        places = frozenset(map(graph.index_of, members))
        assert named(graph, completed(whole(graph), places)) == expected


@given(graphs(max_size=6))
def test_the_largest_admissible_subset_of_a_conflict_free_set(graph: AF):
    check_largest_admissible(graph)


@pytest.mark.parametrize(
    "text",
    [
        *CORNER_CASES.values(),
        "x->a a->b b->c c->d d->e",
        "x->a y->a a->b z->y b->c",
        "x->a a->u a->v u->b v->b b->w w->c",
    ],
)
def test_what_loses_its_defenders_goes_too(text: str):
    check_largest_admissible(af(text))


def check_largest_admissible(graph: AF) -> None:
    for members in TABLE[Semantics.CONFLICT_FREE].definition(graph):
        within = [s for s in TABLE[Semantics.ADMISSIBLE].definition(graph) if s <= members]
        found = largest_admissible(whole(graph), frozenset(map(graph.index_of, members)))
        assert is_admissible(graph, named(graph, found))
        assert named(graph, found) == max(within, key=len)


def test_what_needs_no_search_needs_no_time():
    late = Deadline(time.monotonic() - 1)
    assert list(Solver(af("a->b"), "preferred", late).all()) == [frozenset({0})]


@pytest.mark.parametrize("limit", [None, 4])
def test_a_list_ends_at_the_first_extension_after_its_time(limit: int | None):
    deadline = Deadline()
    found = Solver(af("a<->b c<->d"), "preferred", deadline).all(limit)
    assert next(found) == {0, 2}
    deadline.at = time.monotonic() - 1
    with pytest.raises(OutOfBudget):
        next(found)


def test_a_deadline_can_be_moved_and_the_solver_used_again():
    deadline = Deadline(time.monotonic() - 1)
    solver = Solver(af("a<->b"), "preferred", deadline)
    with pytest.raises(OutOfBudget):
        solver.one()
    deadline.at = None
    assert solver.one() in ({0}, {1})
    assert solver.count() == 2


@pytest.mark.parametrize("text", CORNER_CASES.values(), ids=CORNER_CASES)
@SOLVED
def test_corner_cases_are_solved_as_defined(semantics: str, text: str):
    graph = af(text)
    defined = TABLE[Semantics(semantics)].definition(graph)
    solver = Solver(graph, semantics, Deadline())
    assert {named(graph, members) for members in solver.all()} == defined
    assert solver.count() == len(defined)
    for i, argument in enumerate(graph.arguments):
        for wanted in (True, False):
            expected = any((argument in s) == wanted for s in defined)
            assert (solver.find(i, wanted) is not None) == expected


@settings(max_examples=20)
@given(st.data())
def test_larger_graphs_are_solved_as_the_encodings_solve_them(data: st.DataObject):
    size = data.draw(st.integers(15, 30))
    ids = [f"x{i}" for i in range(size)]
    ends = st.sampled_from(ids)
    attacks = data.draw(st.lists(st.tuples(ends, ends), min_size=size, max_size=3 * size))
    graph = AF.of(ids, attacks)
    for semantics in ("preferred", "stable", "semi-stable", "ideal", "eager"):
        expected = set(SEARCHES[Semantics(semantics)](graph, (), None))
        solver = Solver(graph, semantics, Deadline())
        assert {named(graph, members) for members in solver.all()} == expected
        assert solver.count() == len(expected)


@settings(max_examples=8)
@given(st.data())
def test_a_large_bound_of_the_ideal_extension_shrinks_to_the_same_set(data: st.DataObject):
    size = data.draw(st.integers(120, 160))
    ids = [f"x{i}" for i in range(size)]
    near = st.tuples(st.integers(0, size - 1), st.integers(1, 3), st.booleans())
    drawn = data.draw(st.lists(near, min_size=size, max_size=2 * size))
    pairs = [
        (i, (i + step) % size) if ahead else ((i + step) % size, i) for i, step, ahead in drawn
    ]
    choices = [(f"x{i}", f"y{i}") for i in range(size)] + [(f"y{i}", f"x{i}") for i in range(size)]
    # Whoever is attacked by nobody else is in every preferred extension, and not grounded.
    absurd = data.draw(st.sets(st.integers(0, size - 1), min_size=size // 3))
    own = [(f"y{i}", f"y{i}") for i in sorted(absurd)]
    attacks = [*((ids[a], ids[b]) for a, b in pairs), *choices, *own]
    graph = AF.of([*ids, *(f"y{i}" for i in range(size))], attacks)
    (expected,) = SEARCHES[Semantics.IDEAL](graph, (), None)
    (found,) = Solver(graph, "ideal", Deadline()).all()
    assert named(graph, found) == expected
