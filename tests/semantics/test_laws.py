"""What the literature proves of the semantics, on graphs drawn at random."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.model.af import AF
from argue.semantics import (
    TABLE,
    Label,
    Labelling,
    Semantics,
    extensions,
    is_complete_labelling,
    labelling_of,
    labellings,
    one,
)
from argue.semantics.definitions import is_admissible, is_conflict_free
from tests.strategies import af, graphs

EACH = pytest.mark.parametrize("semantics", Semantics)


def family(graph: AF, semantics: str) -> set[frozenset[str]]:
    return set(extensions(graph, semantics))


def single(graph: AF, semantics: str) -> frozenset[str]:
    (members,) = extensions(graph, semantics)
    return members


@EACH
@given(graph=graphs())
def test_only_stable_extensions_may_be_missing(semantics: Semantics, graph: AF):
    number = len(extensions(graph, semantics))
    assert number >= (0 if TABLE[semantics].may_be_none else 1)
    assert number == 1 or not TABLE[semantics].unique


def test_the_table_says_which_semantics_have_one_extension_and_which_may_have_none():
    assert {s for s, row in TABLE.items() if row.unique} == {"grounded", "ideal", "eager"}
    assert {s for s, row in TABLE.items() if row.may_be_none} == {"stable"}


@given(graphs())
def test_grounded_is_in_every_complete_extension(graph: AF):
    complete = family(graph, "complete")
    assert single(graph, "grounded") in complete
    assert single(graph, "grounded") == frozenset(graph.arguments).intersection(*complete)


@given(graphs())
def test_preferred_is_maximal_complete(graph: AF):
    complete = family(graph, "complete")
    maximal = {s for s in complete if not any(s < other for other in complete)}
    assert family(graph, "preferred") == maximal


@given(graphs())
def test_naive_is_maximal_conflict_free(graph: AF):
    for members in extensions(graph, "naive"):
        assert is_conflict_free(graph, members)
        for argument in set(graph.arguments) - members:
            assert not is_conflict_free(graph, members | {argument})


@given(graphs())
def test_stable_is_semi_stable_is_preferred(graph: AF):
    assert family(graph, "stable") <= family(graph, "semi-stable")
    assert family(graph, "semi-stable") <= family(graph, "preferred")


@given(graphs())
def test_stable_is_stage_is_naive(graph: AF):
    assert family(graph, "stable") <= family(graph, "stage") <= family(graph, "naive")


@given(graphs())
def test_where_stable_extensions_exist_semi_stable_and_stage_are_stable(graph: AF):
    if stable := family(graph, "stable"):
        assert family(graph, "semi-stable") == stable == family(graph, "stage")


@given(graphs())
def test_ideal_lies_between_grounded_and_every_preferred_extension(graph: AF):
    ideal = single(graph, "ideal")
    assert single(graph, "grounded") <= ideal
    assert ideal in family(graph, "complete")
    assert all(ideal <= members for members in extensions(graph, "preferred"))


@given(graphs())
def test_eager_lies_between_ideal_and_every_semi_stable_extension(graph: AF):
    eager = single(graph, "eager")
    assert single(graph, "ideal") <= eager
    assert eager in family(graph, "complete")
    assert all(eager <= members for members in extensions(graph, "semi-stable"))


@EACH
@given(first=graphs(max_size=4), second=graphs(max_size=3))
def test_components_do_not_touch_one_another(semantics: Semantics, first: AF, second: AF):
    renamed = {argument: f"other {argument}" for argument in second.arguments}
    attacks = [*first.attacks, *((renamed[s], renamed[t]) for s, t in second.attacks)]
    union = AF.of([*first.arguments, *renamed.values()], attacks)
    pairs = product(extensions(first, semantics), extensions(second, semantics))
    assert family(union, semantics) == {a | {renamed[i] for i in b} for a, b in pairs}


@given(graphs(max_size=5))
def test_complete_extensions_and_reinstatement_labellings_are_one_to_one(graph: AF):
    every: set[Labelling] = set()
    for labels in product(Label, repeat=len(graph)):
        parts = {label: frozenset[str]() for label in Label}
        for argument, label in zip(graph.arguments, labels, strict=True):
            parts[label] |= {argument}
        every.add(Labelling(*parts.values()))
    assert len(every) == 3 ** len(graph)
    assert set(labellings(graph, "complete")) == {
        labelling for labelling in every if is_complete_labelling(graph, labelling)
    }


def test_a_labelling_that_leaves_out_an_argument_is_not_complete():
    whole, none = frozenset({"a"}), frozenset[str]()
    assert is_complete_labelling(af("a"), Labelling(whole, none, none))
    assert not is_complete_labelling(af("b->b"), Labelling(none, none, none))
    assert not is_complete_labelling(af("a"), Labelling(whole | {"z"}, none, none))


@EACH
@given(graph=graphs())
def test_a_labelling_is_a_partition_that_gives_its_extension_back(semantics: Semantics, graph: AF):
    members = one(graph, semantics)
    if members is None:
        return
    labelling = labelling_of(graph, members)
    assert labelling.extension == members
    assert labelling.in_ | labelling.out | labelling.undec == set(graph.arguments)
    assert len(labelling.in_) + len(labelling.out) + len(labelling.undec) == len(graph)
    for argument in graph.arguments:
        attacked = any(source in members for source in graph.attackers_of(argument))
        assert (labelling.label_of(argument) is Label.OUT) == attacked


@given(graphs())
def test_a_self_attacker_is_in_no_extension(graph: AF):
    hater = graph.with_argument("self", [("self", "self")])
    for semantics in Semantics:
        assert all("self" not in members for members in extensions(hater, semantics))


@given(graphs(max_size=6))
def test_admissible_sets_defend_themselves_against_every_attack(graph: AF):
    for members in extensions(graph, "admissible"):
        assert is_admissible(graph, members)
        assert labelling_of(graph, members).out >= {
            attacker for member in members for attacker in graph.attackers_of(member)
        }


def test_an_unknown_argument_has_no_label():
    from argue.errors import UnknownId

    with pytest.raises(UnknownId, match="known: a, b"):
        labelling_of(af("a->b"), {"a"}).label_of("z")


@given(graph=graphs(max_size=5), data=st.data())
def test_the_labels_of_any_set_are_a_partition(graph: AF, data: st.DataObject):
    some = st.sampled_from(graph.arguments) if len(graph) else st.nothing()
    members = data.draw(st.frozensets(some)) if len(graph) else frozenset[str]()
    found = labelling_of(graph, members)
    assert found.in_ == members
    assert sorted([*found.in_, *found.out, *found.undec]) == sorted(graph.arguments)
