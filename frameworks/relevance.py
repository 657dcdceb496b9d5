"""Limited aggregation: complaints are added up, but only those strong enough to be relevant.

Sources: Kamm 1993 and Scanlon 1998, 239-240, for the thought; Voorhoeve 2014, for the form: a
complaint is relevant if it is at least a given share of the strongest on the other side. Judged
pair by pair this may cycle and may depend on what else is open (Halstead 2016, Tomlin 2017);
judged against the strongest complaint in the whole menu it does neither of the two within a menu.
"""

from __future__ import annotations

from collections.abc import Sequence

from argue.model.numbers import Number, Ops

Complaints = Sequence[Number]


def relevant(complaints: Complaints, ops: Ops, *, share: Number, of: Number) -> list[Number]:
    """Answers the complaints of at least this share of a strongest one, 0 in place of others."""
    return [ops.either(complaint, share * of, complaint, 0) for complaint in complaints]


def weight(complaints: Complaints, counts: Sequence[Number], ops: Ops) -> Number:
    """Answers the sum of complaints, each as often as there are persons who have it."""
    return ops.total([count * c for count, c in zip(counts, complaints, strict=True)])


def lead(
    against: tuple[Complaints, Complaints],
    counts: Sequence[Number],
    ops: Ops,
    *,
    bounds: tuple[Number, Number],
) -> Number:
    """Answers by how much more the relevant complaints against the second weigh than the first's.

    `bounds` are the least relevant complaint against the first and against the second option.
    """
    first, second = (
        weight(relevant(complaints, ops, share=1, of=bound), counts, ops)
        for complaints, bound in zip(against, bounds, strict=True)
    )
    return second - first


def dominance(first: Complaints, second: Complaints, ops: Ops) -> Number:
    """Answers the greatest complaint spared by the first option, where it adds to nobody's.

    0 where somebody has a stronger complaint against the first. Where only slight complaints are
    left to tell two options apart, this still rules out the one that is better for nobody.
    """
    spared = [theirs - ours for ours, theirs in zip(first, second, strict=True)]
    return ops.either(ops.smallest(spared), 0, ops.largest(spared), 0)
