"""What the operators change, where they do not apply, and how places and lines are told again.

Needs cosmic-ray, which only `.ci/mutation` installs; it runs these before anything else.
"""

from __future__ import annotations

import textwrap
from types import CodeType

import pytest

pytest.importorskip("cosmic_ray")

from tests.mutation.operators import difference, line_above, mutated, places  # noqa: E402  (needs it)
from tests.mutation.reach import carried  # noqa: E402  (as above)
from tests.mutation.server import defines, same  # noqa: E402  (as above)


def changes(text: str) -> set[str]:
    source = textwrap.dedent(text)
    return {difference(source, mutated(source, place))[1] for place in places("m.py", source)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = a if b else c\n", {"x = a if not b else c"}),
        ("x = a < b\n", {"x = a <= b", "x = a >= b"}),
        ("x = a is None\n", {"x = a is not None"}),
        ("x = a in b\n", {"x = a not in b"}),
        ("x = a not in b\n", {"x = a in b"}),
        ("x = a and b\n", {"x = a or b", "x = b", "x = a"}),
        ("x = a - b\n", {"x = a + b", "x = a"}),
        ("x = min(a)\n", {"x = max(a)"}),
        ("{a for a in b if a}\n", {"{a for a in b if True}", "{a for a in b if not ( a)}"}),
        ("{a for a in b if a > c}\n", {
            "{a for a in b if True}", "{a for a in b if a >= c}", "{a for a in b if a <= c}",
        }),
        ("f(a)\n", {"pass"}),
        ("x += a\n", {"pass"}),
    ],
)  # fmt: skip
def test_every_operator_makes_its_change_and_no_other(text: str, expected: set[str]):
    assert changes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        '"""Says 1 + 1."""\n',
        "x: int | None = None\n",
        "def f(a: int | None) -> int | None: return a\n",
        "raise ValueError(f'{a + 1}')\n",
        "@cache(1)\ndef f(): return a\n",
        "x = a.min(b)\n",
        "x = 'a ' + b\n",
        "x = zip(a, strict=True)\n",
        "if TYPE_CHECKING:\n    import a\n",
    ],
)
def test_nothing_is_changed_that_cannot_change_an_answer(text: str):
    assert changes(text) == set()


def test_a_change_is_told_by_the_line_above_it():
    assert line_above("if a:\n    x = 1\n", "if a:\n    x = 2\n") == "if a:"
    assert line_above("x = 1\n", "x = 2\n") == ""


def test_a_place_is_known_again_after_an_edit_elsewhere():
    source = "def f():\n    return 1\n\n\ndef g():\n    return 2\n"
    edited = "def f():\n    return 1, 1\n\n\ndef g():\n    return 2\n"
    before = {place.key for place in places("m.py", source) if place.line == 6}
    assert before == {place.key for place in places("m.py", edited) if place.line == 6}
    assert {place.key for place in places("m.py", source)} != {
        place.key for place in places("m.py", edited)
    }


def test_lines_are_found_again_after_an_edit():
    assert carried("a\nb\nc\n", "a\nb\nc\n") == {1: [1], 2: [2], 3: [3]}
    assert carried("a\nb\nc\n", "x\na\nc\n") == {1: [2], 3: [3]}
    assert carried("a\nb\nc\n", "a\nx\nb\nc\n") == {1: [1, 2], 2: [3], 3: [4]}
    assert carried("a\nb\nc\n", "a\nx\ny\nc\n") == {1: [1, 2, 3], 2: [2, 3], 3: [4]}


def compiled(text: str) -> CodeType:
    return compile(text, "m.py", "exec")


def test_what_a_change_touches_is_read_off_the_compiled_code():
    plain = compiled("x = 1\ndef f(a=1):\n    return [a + 1 for _ in a]\n")
    inside = compiled("x = 1\ndef f(a=1):\n    return [a + 2 for _ in a]\n")
    default = compiled("x = 1\ndef f(a=2):\n    return [a + 1 for _ in a]\n")
    assert same(plain, compiled("x = 1\n\n\ndef f(a=1):\n    return [a + 1 for _ in a]\n"))
    assert not same(plain, inside)
    assert not defines(plain, inside)
    assert defines(plain, default)
