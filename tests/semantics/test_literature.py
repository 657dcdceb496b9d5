"""Examples of the papers the semantics come from."""

from argue.model.af import AF
from argue.semantics import accepted, extensions, labellings
from tests.strategies import af


def sets(graph: AF, semantics: str) -> list[str]:
    return ["".join(sorted(members)) for members in extensions(graph, semantics)]


def test_dung_1995_example_8_the_dialogue_has_one_preferred_extension():
    graph = af("i1->a a->i1 i2->a")
    assert extensions(graph, "preferred") == (frozenset({"i1", "i2"}),)
    assert extensions(graph, "grounded") == extensions(graph, "preferred")
    assert extensions(graph, "stable") == extensions(graph, "preferred")


def test_dung_1995_example_9_the_nixon_diamond_has_two_preferred_extensions():
    nixon = af("a<->b")
    assert sets(nixon, "preferred") == sets(nixon, "stable") == ["a", "b"]
    assert sets(nixon, "grounded") == [""]
    assert sets(nixon, "complete") == ["", "a", "b"]
    assert accepted(nixon, "preferred", "a", "credulous").witness == {"a"}
    assert accepted(nixon, "preferred", "a", "sceptical").counterexample == {"b"}


def test_dung_1995_a_self_attacker_has_a_preferred_but_no_stable_extension():
    assert sets(af("a->a"), "preferred") == [""]
    assert sets(af("a->a"), "stable") == []


def test_an_odd_cycle_accepts_nothing_by_admissibility():
    cycle = af("a->b->c->a")
    for semantics in ("complete", "preferred", "semi-stable", "ideal", "eager", "grounded"):
        assert sets(cycle, semantics) == [""]
    assert sets(cycle, "stable") == []


def test_verheij_1996_stages_of_an_odd_cycle_accept_one_argument_each():
    assert sets(af("a->b->c->a"), "stage") == ["a", "b", "c"]


def test_verheij_1996_a_stage_extension_need_not_be_admissible():
    graph = af("a->a a->b")
    assert sets(graph, "stage") == ["b"]
    assert sets(graph, "semi-stable") == sets(graph, "preferred") == [""]


def test_caminada_2006_a_preferred_extension_need_not_be_semi_stable():
    graph = af("a<->b b->c->d->e->c")
    assert sets(graph, "preferred") == ["a", "bd"]
    assert sets(graph, "semi-stable") == ["bd"]


def test_caminada_2006_semi_stable_extensions_exist_where_stable_ones_do_not():
    graph = af("a<->b b->c->d->e->c f->f")
    assert sets(graph, "stable") == []
    assert sets(graph, "semi-stable") == ["bd"]


def test_caminada_2006_one_labelling_for_every_complete_extension():
    undecided, left, right = labellings(af("a<->b"), "complete")
    assert undecided.undec == {"a", "b"}
    assert (left.in_, left.out) == ({"a"}, {"b"})
    assert (right.in_, right.out) == ({"b"}, {"a"})


def test_dung_mancarella_toni_2007_ideal_accepts_more_than_grounded():
    graph = af("a<->b b->b")
    assert sets(graph, "grounded") == [""]
    assert sets(graph, "ideal") == ["a"]


def test_dung_mancarella_toni_2007_ideal_accepts_less_than_sceptical_preferred():
    floating = af("a<->b a->c b->c c->d")
    assert accepted(floating, "preferred", "d", "sceptical")
    assert sets(floating, "ideal") == [""]


def test_caminada_2007_eager_accepts_more_than_ideal():
    graph = af("a<->b b->c->d->e->c")
    assert sets(graph, "ideal") == [""]
    assert sets(graph, "eager") == ["bd"]
