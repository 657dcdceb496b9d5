"""Where numbers count in reasonable rejection: ties, relevance, limited aggregation, ceilings."""

from fractions import Fraction as F
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.errors import FrameworkError
from argue.io.case import load_case
from argue.model.numbers import EXACT
from argue.semantics import extensions
from frameworks import relevance
from frameworks.complaints import largest_complaints, menu_complaints
from frameworks.rejection import FRAMEWORK, compare
from tests.frameworks.seen import analysed, favoured, found, sentence, statuses, view_for
from tests.frameworks.test_humanity import FOOTBRIDGE, SWITCH
from tests.laws.enumeration import argued, worlds_apart

CIRCLE = {"a": [0, 1, 2], "b": [2, 0, 1], "c": [1, 2, 0]}
CLAIMS = {"death": [100, 0, 0], "legs": [0, 60, 0], "hands": [0, 0, 31]}
PERSONS = [1, 3, 10]
"""One death, three legs, ten hands: whose claim is met by the option of the name."""

ROWS = st.lists(
    st.lists(st.integers(0, 4), min_size=3, max_size=3), min_size=2, max_size=4, unique_by=tuple
)
SHARES = st.sampled_from([F(0), F(1, 4), F(1, 2), F(3, 4), F(1)])

CASE = """
title: Numbers
options: {%s}
standpoints: {%s}
payoffs:
%s
frameworks: [{id: rejection%s}]
"""


def written(rows, counts, given=""):
    """A case with these options, and persons p0, p1, ... by number."""
    size = len(next(iter(rows.values())))
    options = ", ".join(f"{name}: {name}" for name in rows)
    people = ", ".join(f"p{k}: {{count: {counts[k]}}}" for k in range(size))
    lines = [
        f"  {name}: {{{', '.join(f'p{k}: {cell}' for k, cell in enumerate(row))}}}"
        for name, row in rows.items()
    ]
    return CASE % (options, people, "\n".join(lines), given)


def beats(rows, counts, **given):
    """The pairs in which a framework that compares complaints prefers the first, ties included."""
    seen = view_for(FRAMEWORK, rows, counts=counts, **given)
    names, out = tuple(rows), compare(seen, EXACT)
    pairs = {(names[a], names[b]) for (_, a, b), m in out.margins.items() if m > 0}
    for (a, b), (against_a, against_b) in out.complaints.items():
        if max(against_a) < max(against_b):
            pairs.add((names[a], names[b]))
    return pairs


def has_a_circle(pairs):
    """Whether a relation leads back to where it began."""
    reached = set(pairs)
    while True:
        more = {(a, d) for a, b in reached for c, d in pairs if b == c} - reached
        if not more:
            return any(a == b for a, b in reached)
        reached |= more


# The computed facts about forms of deciding between complaints.


def test_pairwise_complaints_can_go_round_in_a_circle_where_menu_complaints_tie():
    assert beats(CIRCLE, [1, 1, 1], complaint="pairwise", ties="none") == {
        ("b", "a"),
        ("a", "c"),
        ("c", "b"),
    }
    assert largest_complaints(view_for(FRAMEWORK, CIRCLE), EXACT) == [2, 2, 2]
    assert set(statuses(written(CIRCLE, [1, 1, 1], ", complaint: pairwise")).values()) == {
        "unresolved"
    }


def test_as_a_graph_the_circle_is_odd_and_nothing_in_it_is_decided():
    """Dung 1995: nothing is grounded or preferred in an odd circle, and nothing is stable."""
    graph = argued(load_case(written(CIRCLE, [1, 1, 1], ", complaint: pairwise"))).graph
    ((_, af),) = worlds_apart(graph)
    options = {f"permission:{name}" for name in CIRCLE}
    assert not extensions(af, "stable")
    for semantics in ("grounded", "preferred"):
        (only,) = extensions(af, semantics)
        assert not only & options


def test_the_largest_regret_depends_on_what_else_is_open():
    """Adding an option that nobody would take changes what the others are measured against."""
    two = {"a": [0, 3], "b": [2, 0]}
    regrets = largest_complaints(view_for(FRAMEWORK, two), EXACT)
    assert regrets == [2, 3]
    three = largest_complaints(view_for(FRAMEWORK, {**two, "c": [5, -9]}), EXACT)
    assert three == [5, 3, 12]


def test_limited_aggregation_by_pairs_goes_round_in_a_circle():
    given = {"complaint": "pairwise", "aggregation": "local", "relevance": F(1, 2)}
    pairs = favoured(FRAMEWORK, CLAIMS, counts=PERSONS, **given)
    assert pairs == {("legs", "death"), ("hands", "legs"), ("death", "hands")}
    margins = found(FRAMEWORK, CLAIMS, counts=PERSONS, **given).margins
    assert margins["numbers", 1, 0] == 3 * 60 - 100
    assert margins["numbers", 2, 1] == 10 * 31 - 3 * 60
    assert margins["numbers", 0, 2] == 100


def test_limited_aggregation_over_the_whole_menu_does_not():
    given = {"aggregation": "global", "relevance": F(1, 2)}
    pairs = favoured(FRAMEWORK, CLAIMS, counts=PERSONS, **given)
    assert pairs == {("legs", "death"), ("legs", "hands"), ("death", "hands")}
    text = written(CLAIMS, PERSONS, ", aggregation: global, relevance: 0.5")
    assert statuses(text) == {
        "death": "impermissible",
        "legs": "obligatory",
        "hands": "impermissible",
    }


def test_limited_aggregation_by_pairs_depends_on_what_else_is_open():
    two = {name: CLAIMS[name] for name in ("death", "legs")}
    given = ", complaint: pairwise, aggregation: local, relevance: 0.5"
    assert statuses(written(two, PERSONS, given))["legs"] == "obligatory"
    assert statuses(written(CLAIMS, PERSONS, given))["legs"] == "unresolved"


def test_complaints_over_a_menu_depend_on_what_is_in_it():
    two = {"a": [0, 3], "b": [2, 0]}
    assert ("a", "b") in beats(two, [1, 1])
    assert ("b", "a") in beats({**two, "c": [5, 0]}, [1, 1])


def test_more_claimants_on_one_side_turn_sums_and_never_single_complaints():
    rows = {"life": [100, 0], "headaches": [0, 1]}
    for many in (1, 99, 101, 10**9):
        assert beats(rows, [1, many]) == {("life", "headaches")}
        sums = favoured(FRAMEWORK, rows, counts=[1, many], aggregation="local", relevance=0)
        assert sums == {("life", "headaches") if many < 100 else ("headaches", "life")}
        limited = favoured(
            FRAMEWORK, rows, counts=[1, many], aggregation="local", relevance=F(1, 2)
        )
        assert limited == {("life", "headaches")}


def test_relevant_claimants_in_number_turn_limited_aggregation():
    rows = {"life": [100, 0], "paraplegia": [0, 60]}
    for many, chosen in ((1, "life"), (2, "paraplegia"), (1000, "paraplegia")):
        pairs = favoured(FRAMEWORK, rows, counts=[1, many], aggregation="local", relevance=F(1, 2))
        assert {better for better, _ in pairs} == {chosen}
        assert beats(rows, [1, many]) == {("life", "paraplegia")}


@given(ROWS, st.lists(st.integers(1, 4), min_size=3, max_size=3))
def test_with_nothing_irrelevant_limited_aggregation_is_the_sum(rows, counts):
    named = {f"o{i}": row for i, row in enumerate(rows)}
    sums = {o: sum(n * u for n, u in zip(counts, row, strict=True)) for o, row in named.items()}
    better = {(a, b) for a, b in permutations(named, 2) if sums[a] > sums[b]}
    for kind, aggregation in (("pairwise", "local"), ("menu", "global")):
        given = {"complaint": kind, "aggregation": aggregation, "relevance": 0}
        assert favoured(FRAMEWORK, named, counts=counts, **given) == better


@given(ROWS, st.lists(st.integers(1, 4), min_size=3, max_size=3))
def test_with_only_equals_relevant_it_is_single_complaints_with_ties_broken_by_numbers(
    rows, counts
):
    """At a share of 1 only the strongest complaints themselves are added up."""
    named = {f"o{i}": row for i, row in enumerate(rows)}
    given = {"complaint": "pairwise", "relevance": 1}
    limited = favoured(FRAMEWORK, named, counts=counts, aggregation="local", **given)
    assert limited == beats(named, counts, **given)


LIMITED = ", complaint: pairwise, aggregation: local, relevance: 0.5"


@pytest.mark.parametrize(
    ("rows", "counts", "single", "limited"),
    [
        ({"rescue": [0, -1], "wait": [-100, 0]}, [1, 10**7], "rescue", "rescue"),
        ({"one": [0, -100], "five": [-100, 0]}, [1, 5], "five", "five"),
        ({"life": [0, -1], "headaches": [-100, 0]}, [1, 10**9], "life", "life"),
        ({"death": [0, -60], "paraplegia": [-100, 0]}, [1, 1000], "death", "paraplegia"),
    ],
    ids=["transmitter room", "Taurek", "life against headaches", "death against paraplegia"],
)
def test_the_literature_on_numbers_comes_out(rows, counts, single, limited):
    """Scanlon 1998, 235 and 239; Taurek 1977; Norcross 1997; Voorhoeve 2014."""
    assert statuses(written(rows, counts))[single] == "obligatory"
    assert statuses(written(rows, counts, LIMITED))[limited] == "obligatory"


# Ties.


def test_a_sore_throat_breaks_no_tie_between_lives():
    rows = {"left": [0, 100, 1], "right": [100, 0, 0]}
    assert statuses(written(rows, [1, 1, 1]))["left"] == "obligatory"
    shared = statuses(written(rows, [1, 1, 1], ", relevance: 0.5"))
    assert shared == {"left": "permissible", "right": "permissible"}


def test_another_life_or_leg_does():
    for leg, share in ((100, F(1)), (60, F(1, 2))):
        rows = {"left": [0, 100, leg], "right": [100, 0, 0]}
        text = written(rows, [1, 1, 1], f", relevance: {share}")
        assert statuses(text) == {"left": "obligatory", "right": "impermissible"}


def test_a_dominated_option_goes_even_by_a_sore_throat():
    rows = {"save": [0, 100, 0], "rescue": [100, 0, 0], "rescue_hoarse": [100, 0, -1]}
    text = written(rows, [1, 1, 1], ", relevance: 0.5")
    assert statuses(text) == {
        "save": "permissible",
        "rescue": "permissible",
        "rescue_hoarse": "impermissible",
    }
    said = [r for r in analysed(text).sources[0].reasons if r.voice == "spared"]
    assert [(r.better, r.worse) for r in said] == [("rescue", "rescue_hoarse")]


@given(ROWS, st.lists(st.integers(1, 3), min_size=3, max_size=3), SHARES, st.booleans())
def test_nothing_circles_and_nothing_dominated_survives(rows, counts, share, global_):
    named = {f"o{i}": row for i, row in enumerate(rows)}
    aggregation = "global" if global_ else "none"
    pairs = beats(named, counts, relevance=share, aggregation=aggregation)
    assert not has_a_circle(pairs)
    for a, b in permutations(named, 2):
        if all(x >= y for x, y in zip(named[a], named[b], strict=True)):
            assert (a, b) in pairs


def test_what_is_spared_speaks_only_where_nothing_else_does():
    """Neither where a single complaint decides, nor where the numbers do."""
    lone = found(FRAMEWORK, {"a": [3, 0], "b": [0, 0]}, relevance=F(1, 2)).margins
    assert lone["spared", 0, 1] == lone["spared", 1, 0] == 0
    rows = {"a": [0, 2], "b": [0, 0], "c": [3, 0]}
    tied = found(FRAMEWORK, rows, relevance=F(3, 4)).margins
    assert (tied["numbers", 0, 1], tied["spared", 0, 1], tied["spared", 1, 0]) == (0, 2, 0)
    by_numbers = found(FRAMEWORK, rows, relevance=F(1, 2)).margins
    assert (by_numbers["numbers", 0, 1], by_numbers["spared", 0, 1]) == (2, 0)


@given(ROWS, st.lists(st.integers(1, 3), min_size=3, max_size=3))
def test_without_a_share_every_complaint_counts_in_a_tie(rows, counts):
    named = {f"o{i}": row for i, row in enumerate(rows)}
    assert beats(named, counts) == beats(named, counts, relevance=0)


def test_adding_up_without_a_share_is_refused():
    with pytest.raises(FrameworkError, match="aggregation needs `relevance`"):
        analysed(written(CLAIMS, PERSONS, ", aggregation: local"))


# Ceilings, and wrongs without loss.


def test_a_ceiling_keeps_a_utility_monster_from_having_its_way():
    """Nozick 1974: whoever gets enormously more out of every sacrifice than others lose."""
    rows = {"feed": [10**6, -10], "share": [0, 0]}
    assert statuses(written(rows, [1, 50])) == {"feed": "obligatory", "share": "impermissible"}
    held = statuses(written(rows, [1, 50], ", at_most: 10"))
    assert held == {"feed": "impermissible", "share": "obligatory"}


@given(ROWS, st.integers(0, 5))
def test_a_ceiling_is_a_ceiling_and_changes_nothing_below(rows, ceiling):
    named = {f"o{i}": row for i, row in enumerate(rows)}
    free = menu_complaints(view_for(FRAMEWORK, named), EXACT)
    held = menu_complaints(view_for(FRAMEWORK, named, at_most=ceiling), EXACT)
    assert held == [[min(ceiling, c) for c in row] for row in free]


def test_killing_one_who_would_die_anyway_still_wrongs_him():
    """He is no worse off than under the alternative, but for the right that is breached."""
    rows = "payoffs: {turn: {one: -100, five: 0}, wait: {one: -100, five: -100}}"
    doomed = FOOTBRIDGE.replace(
        "payoffs: {turn: {one: -100, five: 0}, wait: {one: 0, five: -100}}", rows
    ).replace("[humanity, deontic, welfare]", "[{id: rejection%s}]")
    assert rows in doomed
    assert statuses(doomed % "") == {"turn": "impermissible", "wait": "obligatory"}
    by_menu = statuses(doomed % ", wronged_from: menu")
    assert by_menu == {"turn": "obligatory", "wait": "impermissible"}
    consented = (doomed % "").replace("one: {},", "one: {consent: [turn]},")
    assert statuses(consented) == {"turn": "obligatory", "wait": "impermissible"}


def test_without_wrongs_stated_rejection_still_speaks():
    text = SWITCH.replace("[humanity, deontic, welfare]", "[rejection]")
    assert statuses(text) == {"turn": "obligatory", "wait": "impermissible"}


def test_relevant_complaints_are_those_of_a_share_of_the_strongest():
    found_ = relevance.relevant([100, 50, 49], EXACT, share=F(1, 2), of=100)
    assert found_ == [100, 50, 0]


def test_sentences():
    assert "add up to 2.5 points more" in sentence_for("numbers", aggregation="local")
    assert "strongest complaints are equal" in sentence_for("numbers")
    assert "and nobody with a weaker one" in sentence_for("spared")
    assert "a complaint of 2.5 points by the tenants" in sentence(FRAMEWORK)


def sentence_for(voice, **given):
    from dataclasses import replace

    from argue.model.framework import Claim

    claim = Claim("keep", "sell", None, "2.5 points", {**FRAMEWORK.defaults(), **given})
    text = FRAMEWORK.word(replace(claim, voice=voice))
    assert len(text.split()) <= 25
    return text
