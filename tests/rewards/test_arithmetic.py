"""Forms, bounds and kernels: what doubles are sure of is what exact fractions say."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.errors import LimitExceeded
from argue.model.numbers import EXACT
from argue.rewards import conditions
from argue.rewards.bounds import Bounds
from argue.rewards.careful import CarefulRows
from argue.rewards.conditions import NEGATIVE, POSITIVE, UPWARD, ZERO
from argue.rewards.exact import ExactRow
from argue.rewards.forms import Tape
from argue.rewards.generic import Generic
from argue.rewards.keys import Keys, Table
from argue.rewards.tracing import TracingOps

NAMES = ("x", "y", "z")
NUMBERS = st.one_of(
    st.integers(-3, 3).map(float),
    st.integers(-30, 30).map(lambda n: n / 10),
    st.floats(-1e6, 1e6, allow_nan=False),
    st.sampled_from([1e-300, 1e300, -1e300, 5e-324, 2.0**53]),
)


def leaves(tape):
    return [tape.base("column", (), (name, "all")) for name in NAMES]


def forms_of(tape):
    """Forms that use every operation, over three columns."""
    x, y, z = leaves(tape)
    ops = TracingOps(tape)
    tenth = Fraction(1, 10)
    low = ops.smallest([x, y * tenth, z + 1])
    high = ops.largest([x, y, 3 * z - tenth, 2])
    ranked = ops.first_rank_difference([x, y, z], [y, z * tenth, z], [1, 2, Fraction(1, 2)])
    counted = ops.first_count_difference([x, y, z], [y, z, z], [1, 2, 1])
    gini = ops.rank_sum([x, y, z], [1, 2, 1], lambda m: 1 - ops.power(1 - m / 4, 2))
    return [
        x - y,
        ops.total([x, y, z]) / 3 - x * tenth,
        high - low,
        ops.positive(x - y) - ops.positive(y - z),
        ops.when_more(x, y, z),
        ops.when_equal(x, y, z + 1),
        ops.either(high, x, low, y),
        x * y - z,
        ranked,
        counted,
        gini - x,
        ops.exponential(tenth * ops.smallest([x, 1])) - y,
        ops.logarithm(ops.largest([x, tenth])) - y,
        ops.settled(ops.power(ops.largest([x, 1]), Fraction(1, 2))) - 2,
    ]


def signs_of(tape, forms):
    found = [tape.sign(form, signs) for form in forms for signs in (POSITIVE, UPWARD, ZERO)]
    return [*found, conditions.every(found[:4]), conditions.some(found[5:9])]


@given(st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=4))
def test_what_careful_doubles_are_sure_of_is_so_exactly(rows):
    tape = Tape({})
    asked = signs_of(tape, forms_of(tape))
    table = np.array(rows).T
    columns = {(name, "all"): line for name, line in zip(NAMES, table, strict=True)}
    careful = CarefulRows(tape, columns, {}, len(rows))
    with np.errstate(all="ignore"):
        found = [careful.holds(condition) for condition in asked]
    for place, row in enumerate(rows):
        numbers = {name: Fraction(number) for name, number in zip(NAMES, row, strict=True)}
        if any(abs(number) > 1e6 for number in row):
            numbers_fit = [f for f in range(len(asked)) if not _has_exponential(tape, asked[f])]
        else:
            numbers_fit = list(range(len(asked)))
        exact = ExactRow(tape, numbers, {})
        for index in numbers_fit:
            truth, certain = found[index]
            if certain[place]:
                assert truth[place] == exact.holds(asked[index])


def _has_exponential(tape, condition):
    kinds = set()
    stack = [tape.atoms[atom] for atom in conditions.atoms_of(condition)]
    while stack:
        for base, _ in stack.pop().bases:
            kinds.add(base.kind)
            stack += base.args
    return bool(kinds & {"exponential", "rank_sum"})


@given(st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=4))
def test_bounds_hold_for_every_difference(rows):
    tape = Tape({})
    x, y, z = leaves(tape)
    ops = TracingOps(tape)
    thirds = [x / 3, y * Fraction(1, 7), z * Fraction(1, 10) + Fraction(1, 3)]
    difference = ops.largest(thirds) - ops.smallest(thirds) - ops.positive(x - y)
    tape.sign(difference, POSITIVE)
    atom = len(tape.atoms) - 1
    table = np.array(rows).T
    largest = float(np.abs(table).max())
    off = float(Bounds(tape, [atom], 1.0).of(largest)[0, 0])
    columns = {(name, "all"): line for name, line in zip(NAMES, table, strict=True)}
    with np.errstate(all="ignore"):
        value = CarefulRows(tape, columns, {}, len(rows)).value(tape.atoms[atom]).value
    for place, row in enumerate(rows):
        numbers = {name: Fraction(number) for name, number in zip(NAMES, row, strict=True)}
        exact = ExactRow(tape, numbers, {}).value(tape.atoms[atom])
        if np.isfinite(value[place]) and np.isfinite(off):
            assert abs(Fraction(float(value[place])) - exact) <= Fraction(off)


VALUES = st.lists(st.integers(-3, 3), min_size=3, max_size=3)


@given(VALUES, VALUES, st.lists(st.integers(0, 3), min_size=3, max_size=3))
def test_sorted_comparisons_are_those_of_one_case(left, right, counts):
    tape = Tape({})
    columns = {f"l{i}": left[i] for i in range(3)} | {f"r{i}": right[i] for i in range(3)}
    forms = {name: tape.base("column", (), (name, "all")) for name in columns}
    ops = TracingOps(tape)
    sides = [[forms[f"{side}{i}"] for i in range(3)] for side in "lr"]
    numbers = {name: Fraction(number) for name, number in columns.items()}
    arrays = {(name, "all"): np.array([float(n)]) for name, n in columns.items()}
    for name in ("first_rank_difference", "first_count_difference"):
        expected = getattr(EXACT, name)(left, right, counts)
        form = getattr(ops, name)(*sides, counts)
        assert ExactRow(tape, numbers, {}).value(form) == expected
        found = CarefulRows(tape, arrays, {}, 1).value(form)
        assert found.value[0] == expected and found.error[0] < 1e-12


def test_what_cancels_is_gone_before_it_is_rounded():
    tape = Tape({})
    x, y, z = leaves(tape)
    assert tape.sign(x * Fraction(1, 10) + y - (y + x / 10), ZERO) == conditions.TRUE
    ops = TracingOps(tape)
    best = ops.largest([x, y, z])
    assert tape.sign(best - x, UPWARD) == conditions.TRUE
    assert tape.sign(best - x, NEGATIVE) == conditions.FALSE
    one, other = tape.sign(x - y, POSITIVE), tape.sign(y - x, NEGATIVE)
    assert one == other and len(tape.atoms) == 1


def test_a_formula_that_branches_on_numbers_is_refused():
    x, y, _ = leaves(Tape({}))
    for compare in (lambda: x < y, lambda: x == y, lambda: max(x, y), lambda: sorted([x, y])):
        with pytest.raises(LimitExceeded, match="plain Python"):
            compare()
    with pytest.raises(LimitExceeded, match="divides by a number that varies"):
        x / y


def test_conditions_on_one_atom_are_merged():
    above, below = conditions.sign(0, POSITIVE), conditions.sign(0, NEGATIVE)
    assert conditions.every([above, below]) == conditions.FALSE
    assert conditions.some([above, below]) == conditions.sign(0, NEGATIVE | POSITIVE)
    assert conditions.some([above, conditions.negated(above)]) == conditions.TRUE
    other = conditions.sign(1, POSITIVE)
    both = conditions.every([above, conditions.every([other, conditions.TRUE])])
    assert both == ("all", (above, other))
    assert conditions.negated(conditions.negated(both)) == both


def test_without_ties_equality_never_holds_and_its_parts_are_left_alone():
    tape = Tape({})
    x, y, z = leaves(tape)
    tied = conditions.every([tape.sign(x * 2 - y, ZERO), tape.sign(z * 3 - y, POSITIVE)])
    generic = Generic(tape)
    assert generic.condition(tied) == conditions.FALSE
    assert generic.guarded == {0}
    assert generic.condition(tape.sign(x - y, UPWARD)) == tape.sign(x - y, UPWARD)


@pytest.mark.parametrize("bits", [1, 8, 9, 63, 64, 65, 112, 113, 200])
@pytest.mark.parametrize("rows", [1, 40, 500])
def test_keys_tell_every_row_of_bits_apart(bits, rows):
    rng = np.random.default_rng(bits)
    keys = Keys(bits)
    known: dict[bytes, int] = {}
    for _ in range(4):
        table = np.zeros((keys.lines, rows), dtype=np.bool_)
        table[:bits] = rng.random((bits, rows)) < 0.5
        if bits > 70:  # rows alike in their first 64 bits
            table[:64] = table[:64, :1]

        def resolve(row, table=table):
            return known.setdefault(table[:, row].tobytes(), len(known))

        found = keys.find(table, resolve)
        for row in range(rows):
            assert found[row] == known[table[:, row].tobytes()]


def test_keys_that_meet_in_a_table_are_still_found():
    table = Table()
    numbers = [n << 40 for n in range(1, 2000)]
    for value, number in enumerate(numbers):
        table.add(number, value)
    found = table.find(np.array([*numbers, 7], dtype=np.uint64))
    assert found.tolist() == [*range(len(numbers)), -1]


def test_what_underflows_in_a_sum_by_rank_is_in_doubt():
    tape = Tape({})
    x, y, z = leaves(tape)
    gini = TracingOps(tape).rank_sum([x, y, z], [1, 2, 1], lambda m: m / 7)
    rows = np.array([[0.0, 0.0, 0.0], [0.0, 0.0, 5e-324]]).T
    columns = {(name, "all"): line for name, line in zip(NAMES, rows, strict=True)}
    careful = CarefulRows(tape, columns, {}, 2)
    _, certain = careful.holds(tape.sign(x - gini, ZERO))
    assert list(certain) == [True, False]
