"""Labels spread over pairs: against a naive construction, and on what arguments are for."""

import random

import numpy as np
import pytest

from argue.errors import ArgueError, LimitExceeded
from argue.model.af import AF
from argue.rewards.preferences import Said, accepting, spread, spreading
from argue.semantics.definitions import grounded, preferred


def line(*places):
    """Items on a line."""
    return [[place] for place in places]


def test_a_label_is_carried_over_to_what_is_like_both():
    found = spread(line(0, 0.1, 5, 5.1), [Said(0, 2)], radius=0.2)
    assert found.decided == {(0, 2): 1.0, (0, 3): 1.0, (1, 2): 1.0, (1, 3): 1.0}
    assert found.preference(3, 1) == 0.0
    assert found.is_silent(0, 1)
    assert found.preference(0, 1) == 0.5


def test_the_nearer_of_two_labels_defeats_the_farther():
    items = line(0, 0.1, 0.3, 5)
    found = spread(items, [Said(0, 3), Said(3, 2)], radius=0.3, chains=False)
    assert found.preference(1, 3) == 1.0
    assert found.undecided == frozenset()
    assert found.preference(2, 3) == 0.0


def test_labels_that_contradict_one_another_leave_the_pair_undecided():
    found = spread(line(0, 5), [Said(0, 1), Said(1, 0)], radius=0)
    assert found.decided == {}
    assert found.undecided == {(0, 1)}
    assert found.preference(0, 1) == 0.5
    assert found.why(0, 1).startswith("Undecided, for labels pull apart")


def test_two_preferences_in_a_row_make_a_third():
    found = spread(line(0, 5, 10), [Said(0, 1), Said(1, 2)], radius=0)
    assert found.preference(0, 2) == 1.0
    without = spread(line(0, 5, 10), [Said(0, 1), Said(1, 2)], radius=0, chains=False)
    assert without.is_silent(0, 2)


def test_preferences_in_a_circle_decide_nothing():
    found = spread(line(0, 5, 10), [Said(0, 1), Said(1, 2), Said(2, 0)], radius=0)
    assert found.decided == {}
    assert found.undecided == {(0, 1), (1, 2), (0, 2)}
    # All three labels, or two of them and what follows from these.
    every = preferred(graph(found_arguments(line(0, 5, 10), CIRCLE, 0)))
    assert {frozenset(map(int, some)) for some in every} == {
        frozenset({0, 1, 2}),
        frozenset({0, 1, 3}),
        frozenset({1, 2, 4}),
        frozenset({0, 2, 5}),
    }


def test_a_circle_is_broken_at_its_weakest_link():
    items = line(0, 5, 10, 10.2)
    found = spread(items, [Said(0, 1), Said(1, 2), Said(3, 0)], radius=0.2)
    assert found.preference(0, 2) == 1.0
    assert found.preference(0, 1) == 1.0
    assert found.preference(1, 2) == 1.0


def test_that_two_are_alike_contradicts_that_one_is_preferred():
    found = spread(line(0, 5), [Said(0, 1, 0.5), Said(0, 1)], radius=0)
    assert found.undecided == {(0, 1)}
    assert spread(line(0, 5), [Said(0, 1, 0.5)], radius=0).decided == {(0, 1): 0.5}


def test_likeness_is_not_carried_through_a_chain():
    found = spread(line(0, 5, 10), [Said(0, 1, 0.5), Said(1, 2, 0.5)], radius=0)
    assert found.is_silent(0, 2)


def test_reasons_are_told():
    found = spread(line(0, 0.1, 5, 10), [Said(0, 2), Said(2, 3)], radius=0.2)
    assert found.why(1, 2) == (
        "item 1 is preferred to item 2: "
        "item 0 is preferred to item 2 by label 0 (at most 0.1 away)."
    )
    assert found.why(0, 3) == (
        "item 0 is preferred to item 3: both item 0 is preferred to item 2 and "
        "item 2 is preferred to item 3."
    )
    assert found.why(0, 1) == "No label says anything of items 0 and 1."


CIRCLE = ((0, 1, 1.0), (1, 2, 1.0), (2, 0, 1.0))


def found_arguments(items, labels, radius, chains=True):
    """Every argument, none left out: (pair, value, distance, parts), parts as such triples."""
    directs = []
    for x, y, v in labels:
        for a in range(len(items)):
            for b in range(len(items)):
                far = [
                    max(abs(p - q) for p, q in zip(items[i], items[j], strict=True))
                    for i, j in ((a, x), (b, y))
                ]
                if a != b and max(far) <= radius:
                    pair, value = ((a, b), v) if a < b else ((b, a), 1 - v)
                    directs.append((pair, value, max(far)))
    found = [(*d, (d,)) for d in directs]
    ends = {1.0: lambda p: p, 0.0: lambda p: p[::-1]}
    strict = [(ends[d[1]](d[0]), d) for d in directs if d[1] != 0.5]
    for (a, b), upper in strict if chains else ():
        for (c, d), lower in strict:
            if b == c and a != d:
                end = ((a, d), 1.0) if a < d else ((d, a), 0.0)
                own = (*end, max(upper[2], lower[2]))
                found.append((*own, (upper, lower, own)))
    return list(dict.fromkeys(found))


def graph(arguments):
    attacks = [
        (str(i), str(j))
        for i, one in enumerate(arguments)
        for j, other in enumerate(arguments)
        if any(p == one[0] and v != one[1] and one[2] <= d for p, v, d in other[3])
    ]
    return AF.of([str(i) for i in range(len(arguments))], attacks)


@pytest.mark.parametrize("semantics", ["preferred", "grounded"])
@pytest.mark.parametrize("seed", range(40))
def test_what_is_decided_is_what_all_extensions_of_all_arguments_conclude(seed, semantics):
    draw = random.Random(seed)
    items = line(*(draw.choice([0, 0.5, 1, 4, 4.5, 9]) for _ in range(4)))
    labels = [
        (*draw.sample(range(4), 2), draw.choice([1.0, 1.0, 0.0, 0.5]))
        for _ in range(draw.choice([1, 2, 3]))
    ]
    radius = draw.choice([0, 0.5])
    arguments = found_arguments(items, labels, radius)
    if len(arguments) > 12:
        arguments = found_arguments(items, labels, 0)
        radius = 0
    if len(arguments) > 12:
        labels = labels[:1]
        arguments = found_arguments(items, labels, 0)
    define = {"preferred": preferred, "grounded": grounded}[semantics]
    sets = [
        {(arguments[int(i)][0], arguments[int(i)][1]) for i in extension}
        for extension in define(graph(arguments))
    ]
    said = [Said(*label) for label in labels]
    found = spread(items, said, radius=radius, semantics=semantics)
    assert set(found.decided.items()) == set.intersection(*sets)
    assert found.undecided == {a[0] for a in arguments} - found.decided.keys()


def wish(place):
    """A hidden preference over a plane, not linear in either direction."""
    return place[0] - (place[1] - 0.5) ** 2


@pytest.mark.parametrize(("wrong", "bar"), [(0.0, 0.93), (0.1, 0.85)])
def test_forty_labels_come_to_many_pairs_most_of_them_right(wrong, bar):
    right = total = 0
    for seed in range(301, 306):
        draw = random.Random(seed)
        items = [[draw.random(), draw.random()] for _ in range(60)]
        labels = []
        for _ in range(40):
            a, b = draw.sample(range(60), 2)
            better = wish(items[a]) > wish(items[b])
            labels.append(Said(a, b, float(better is not (draw.random() < wrong))))
        pairs, said = spread(items, labels, radius=0.1).pairs()
        truth = [float(wish(items[a]) > wish(items[b])) for a, b in pairs.tolist()]
        right += int(np.count_nonzero(said == truth))
        total += len(pairs)
    assert total >= 5 * 40 * 4
    assert right / total >= bar


@pytest.mark.parametrize(
    ("items", "labels", "radius", "said"),
    [
        ([0, 1], [Said(0, 1)], 1, "an array of items by features"),
        ([[0], [float("nan")]], [Said(0, 1)], 1, "finite numbers"),
        ([[0], [1]], [Said(0, 2)], 1, "label 0 names an item"),
        ([[0], [1]], [Said(0, 1), Said(1, 1)], 1, "label 1 compares item 1 with itself"),
        ([[0], [1]], [Said(0, 1, 0.7)], 1, "label 0 says 0.7; write 1"),
        ([[0], [1]], [Said(0, 1)], -1, "a radius of -1"),
        ([[0], [1]], [Said(0, 1)], float("nan"), "a radius of nan"),
    ],
)
def test_what_makes_no_sense_is_refused(items, labels, radius, said):
    with pytest.raises(ArgueError, match=said):
        spread(items, labels, radius=radius)


def test_an_unknown_semantics_is_refused():
    with pytest.raises(ArgueError, match="write preferred or grounded"):
        spread(line(0, 1), [Said(0, 1)], radius=0, semantics="stable")


def test_too_many_arguments_are_refused(monkeypatch):
    monkeypatch.setattr(spreading, "MOST_ARGUMENTS", 3)
    with pytest.raises(LimitExceeded, match="take a smaller radius"):
        spread(line(0, 0.1, 5, 5.1), [Said(0, 2)], radius=0.2)


def test_too_many_clashes_are_refused_and_grounded_leaves_them_undecided(monkeypatch):
    monkeypatch.setattr(accepting, "MOST_CLASHING", 5)
    labels = [Said(0, 1), Said(1, 2), Said(2, 0), Said(0, 3)]
    with pytest.raises(LimitExceeded, match="semantics='grounded'"):
        spread(line(0, 5, 10, 15), labels, radius=0)
    found = spread(line(0, 5, 10, 15), labels, radius=0, semantics="grounded")
    assert (0, 1) in found.undecided
