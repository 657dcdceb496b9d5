"""A record is what the standard library's frozen dataclass would be, only cheaper to define."""

from dataclasses import FrozenInstanceError, dataclass, replace
from dataclasses import field as plain_field
from typing import Any

import pytest

from argue.model.record import field, record


def paired() -> Any:
    """A record, made anew."""

    @record
    class Pair:
        left: int
        right: int = 7
        seen: list[int] = field(default_factory=list)
        note: str = field(default="", compare=False)

    return Pair


@dataclass(frozen=True)
class Plain:
    left: int
    right: int = 7
    seen: list[int] = plain_field(default_factory=list)
    note: str = plain_field(default="", compare=False)


@pytest.mark.parametrize(
    ("args", "given"),
    [
        ((1,), {}),
        ((1, 2), {}),
        ((1, 2, [3], "n"), {}),
        ((), {"left": 1}),
        ((1,), {"seen": [4], "note": "n"}),
        ((), {"note": "n", "left": 1, "right": 0}),
        ((), {"note": "n", "left": 1, "right": 0, "seen": []}),
    ],
)
def test_it_holds_what_the_dataclass_holds(args: tuple[object, ...], given: dict[str, object]):
    Pair = paired()
    made, plain = Pair(*args, **given), Plain(*args, **given)
    assert vars(made) == vars(plain)
    assert repr(made) == repr(plain).replace("Plain", "Pair")
    assert Pair.__match_args__ == Plain.__match_args__
    assert vars(replace(made, right=9)) == vars(replace(plain, right=9))


@pytest.mark.parametrize(
    ("args", "given", "said"),
    [
        ((), {}, r"Pair lacks \['left'\] and does not know \[\]"),
        ((1,), {"up": 2}, r"Pair lacks \[\] and does not know \['up'\]"),
        ((), {"up": 2}, r"Pair lacks \['left'\] and does not know \['up'\]"),
        ((1, 2, [], "n", 5), {}, r"Pair takes 4 values, each once; got 5 in a row"),
        ((1, 2), {"left": 3}, r"Pair takes 4 values, each once; got 2 in a row"),
        ((1, 2), {"note": "n", "left": 3}, r"Pair takes 4 values, each once; got 2 in a row"),
        ((1, 2, [], "n", 5), {"left": 3}, r"Pair takes 4 values, each once; got 5 in a row"),
    ],
)
def test_what_does_not_fit_is_refused(args: tuple[object, ...], given: dict[str, object], said):
    with pytest.raises(TypeError):
        Plain(*args, **given)
    with pytest.raises(TypeError, match=said):
        paired()(*args, **given)


def test_records_are_equal_and_alike_in_sets_by_what_is_compared():
    Pair = paired()
    one, two = Pair(1, 2, [], "n"), Pair(1, 2, [], "another")
    assert one == two
    assert one != Pair(2, 2)
    assert one != Plain(1, 2)
    seven, same = Move(1, "n"), Move(1, "another")
    assert hash(seven) == hash(same)
    assert len({seven, same, Move(2)}) == 2


@record
class Move:
    place: int
    note: str = field(default="", compare=False)


def test_each_has_a_list_of_its_own():
    Pair = paired()
    assert Pair(1).seen is not Pair(1).seen
    assert not hasattr(Pair, "seen")
    assert not hasattr(Plain, "seen")


def test_nothing_can_be_changed():
    made = paired()(1)
    with pytest.raises(FrozenInstanceError, match="Pair.left cannot be changed"):
        made.left = 2
    with pytest.raises(FrozenInstanceError, match="Pair.left cannot be changed"):
        del made.left
    assert made.left == 1
