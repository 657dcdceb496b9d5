"""Graphs for tests: written as text, or drawn at random."""

from hypothesis import strategies as st

from argue.model.af import AF


def af(text: str) -> AF:
    return AF.parse(text)


@st.composite
def graphs(draw: st.DrawFn, max_size: int = 8) -> AF:
    """Any attack graph of few arguments; self-attacks, cycles and isolated arguments occur."""
    size = draw(st.integers(0, max_size))
    ids = [f"x{i}" for i in range(size)]
    if not ids:
        return AF.of([])
    attack = st.tuples(st.sampled_from(ids), st.sampled_from(ids))
    return AF.of(ids, draw(st.lists(attack, max_size=3 * size)))


CORNER_CASES = {
    "empty": "",
    "isolated": "a",
    "self_attacker": "a->a",
    "self_attacker_attacks": "a->a a->b",
    "self_attackers_only": "a->a b->b a<->b",
    "mutual": "a<->b",
    "mutual_with_self_attacker": "a<->b b->b",
    "duplicate_attacks": "a->b a->b b->c a->b",
    "chain": "a->b->c->d",
    "three_cycle": "a->b->c->a",
    "four_cycle": "a->b->c->d->a",
    "five_cycle": "a->b->c->d->e->a",
    "odd_cycle_and_isolated": "a->b->c->a d",
    "attacked_odd_cycle": "a->b->c->a d->a",
    "floating": "a<->b a->c b->c c->d",
    "components": "a<->b c<->d e->e f",
    "stage_without_grounded": "a->b b->c c->c",
    "agreed_by_all_choices": "a<->b a->d b->d c<->d",
}
