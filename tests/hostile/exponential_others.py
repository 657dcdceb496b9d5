"""Small files that are no cases, and banks of small cases, that ask for exponential work.

Each is honest: nothing in it is malformed. What grows exponentially is said beside its name.
"""

import random
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from tests.hostile.exponential import CASES

Attacks = Iterable[tuple[int, int]]


def _i23(size: int, attacks: Attacks) -> str:
    return f"p af {size}\n" + "".join(f"{a} {b}\n" for a, b in attacks)


def _pairs(size: int) -> list[tuple[int, int]]:
    return [(i + j, i + 1 - j) for i in range(1, size, 2) for j in (0, 1)]


def _cycles(count: int) -> list[tuple[int, int]]:
    inside = [(3 * k + a + 1, 3 * k + (a + 1) % 3 + 1) for k in range(count) for a in range(3)]
    return inside + [(3 * k + 1, 3 * ((k * 7 + 1) % count) + 2) for k in range(count)]


def _drawn(size: int, count: int) -> list[tuple[int, int]]:
    drawn = random.Random(size)
    return [(drawn.randint(1, size), drawn.randint(1, size)) for _ in range(count)]


GRAPHS: Mapping[str, str] = MappingProxyType(
    {
        "pairs": _i23(100, _pairs(100)),
        "pairs in a row": _i23(120, _pairs(120) + [(i, i * 7 % 120 + 1) for i in range(1, 120, 5)]),
        "odd cycles": _i23(150, _cycles(50)),
        "sparse": _i23(150, _drawn(150, 500)),
        "dense": _i23(60, _drawn(60, 700)),
    }
)
"""Graphs with 2^50 preferred extensions or conflict-free sets, or of hard stage extensions."""

ANNOUNCED = "p af 9999999\n"
"""A graph of ten million arguments in a line, and no attack."""


def _judged(count: int, exceptions: int, rivals: int, steps: int) -> str:
    """Judgements of a family of (rivals + 1)! times 2^exceptions times steps hypotheses."""
    drawn = random.Random(count)

    def some(letter: str, number: int) -> str:
        return f"[{', '.join(f'{letter}{i}' for i in range(number) if drawn.random() < 0.3)}]"

    family = ", ".join(
        f"{key}: [{', '.join(f'{key[0]}{i}' for i in range(number))}]"
        for key, number in (("exceptions", exceptions), ("rivals", rivals))
    )
    lines = "\n".join(
        f"- {{amount: {drawn.randint(1, 99)}/100, holds: {some('e', exceptions)}, "
        f"favours: {some('r', rivals)}, verdict: {drawn.choice(('permissible', 'impermissible'))}}}"
        for _ in range(count)
    )
    return f"title: T\nnorm: {{steps: {steps}, {family}}}\njudgements:\n{lines}\n"


def _examples() -> str:
    """Examples at random: the cheapest rules are dear, and all cheaper ones are to be ruled out."""
    drawn = random.Random(2)
    lines = "\n".join(
        f"- {{features: [{', '.join(f'a{i}' for i in range(20) if drawn.random() < 0.5)}], "
        f"verdict: {drawn.choice(('permissible', 'impermissible'))}}}"
        for _ in range(45)
    )
    return f"title: T\nprice: 100\nexamples:\n{lines}\n"


STUDIES: Mapping[str, str] = MappingProxyType(
    {
        "rankings": _judged(40, 3, 5, 33),
        "exceptions": _judged(40, 12, 0, 40),
        "grid": _judged(70, 0, 0, 199_000),
        "examples": _examples(),
        "roles": "title: T\nroles: {a: {signals: {s: 1/2}}, b: {signals: {s: 1/3}}}\n"
        "observed: {s: true}\ncase: case.yaml\n",
    }
)
"""Studies for `argue fit`; that of roles names `case.yaml`, which is to be a hard case."""


def _clashes(count: int) -> Mapping[str, str]:
    """Cases of which each is mended in three ways, so that there are 3^count repairs."""
    return {
        f"c{i}": "title: T\noptions: {a: A, b: B}\nfacts: {f: {}, g: {}}\n"
        f"norms: {{n{i}: {{breached_by: [a]}}}}\nconsidered: {{a: permissible}}\n"
        for i in range(count)
    }


def _wide() -> str:
    """A case with thousands of sets of edits, each to be judged."""
    facts = ", ".join(f"f{i}: {{status: disputed}}" for i in range(8))
    norms = ", ".join(f"n{i}: {{breached_by: [a]}}" for i in range(6))
    return (
        f"title: T\noptions: {{a: A, b: B}}\nfacts: {{{facts}}}\nnorms: {{{norms}}}\n"
        "considered: {a: permissible}\n"
    )


BANKS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "clashes": MappingProxyType(_clashes(12)),
        "edits": MappingProxyType({"wide": _wide()}),
        "hard": MappingProxyType(
            {"hard": CASES["norms without rank"] + "considered: {o0: obligatory}\n"}
        ),
    }
)
"""Folders of cases for `argue revise`, by the name of each file without its ending."""


_PAYOFFS = ", ".join(f"o{i}: {{s: {i}}}" for i in range(10))

LABELLED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "norms without rank": (
            CASES["norms without rank"]
            + f"standpoints: {{s: {{}}}}\nframeworks: [welfare]\npayoffs: {{{_PAYOFFS}}}\n",
            "payoffs.o1.s: {x: 1}\n",
        ),
        "role norms": (CASES["role norms"], "facts.f1: x < 1\n"),
        "many options": (CASES["many options"], "payoffs.o1.s1: {x: 1}\n"),
        "facts of one source": (CASES["facts of one source"], "facts.f19: x < 1\n"),
    }
)
"""Cases for `argue label` with what is bound to the column x of rows."""
