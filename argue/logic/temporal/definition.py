"""Whether a formula holds of a trace, by the definition: slow, plain, and what the rest must equal.

Source: [DeGiacomo13] for the future over finite traces, [Lichtenstein85] for the past.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from argue.logic.temporal.formulas import Formula

Trace = Sequence[AbstractSet[str]]
"""The propositions that hold at each step, the first step first."""


def holds(formula: Formula, trace: Trace, step: int = 0) -> bool:
    """Answers whether a formula holds at a step of a trace; exponential in nested operators.

    Raises: ValueError for a step that the trace does not have; the empty trace has none.
    """
    if not 0 <= step < len(trace):
        raise ValueError(f"the trace has {len(trace)} steps, so no step {step}")
    return _MEANINGS[formula.operator](formula, trace, step)


def _everywhere(formula: Formula, trace: Trace, steps: range) -> bool:
    return all(holds(formula, trace, step) for step in steps)


def _near(formula: Formula, trace: Trace, step: int) -> range:
    """The steps from here that a bounded operator looks at."""
    return range(step, min(len(trace), step + formula.bound + 1))


def _until(formula: Formula, trace: Trace, step: int) -> bool:
    """Some step from here on has the right part, and all between here and there the left."""
    left, right = formula.parts
    return any(
        holds(right, trace, end) and _everywhere(left, trace, range(step, end))
        for end in range(step, len(trace))
    )


def _since(formula: Formula, trace: Trace, step: int) -> bool:
    """Some step up to here has the right part, and all after it up to here the left."""
    left, right = formula.parts
    return any(
        holds(right, trace, start) and _everywhere(left, trace, range(start + 1, step + 1))
        for start in range(step + 1)
    )


def _weak_until(formula: Formula, trace: Trace, step: int) -> bool:
    lasting = _everywhere(formula.parts[0], trace, range(step, len(trace)))
    return lasting or _until(formula, trace, step)


def _release(formula: Formula, trace: Trace, step: int) -> bool:
    """The right part holds at every step not preceded, from here, by one with the left."""
    left, right = formula.parts
    return all(
        holds(right, trace, end) or any(holds(left, trace, k) for k in range(step, end))
        for end in range(step, len(trace))
    )


_MEANINGS: dict[str, Callable[[Formula, Trace, int], bool]] = {
    "true": lambda f, t, i: True,
    "false": lambda f, t, i: False,
    "proposition": lambda f, t, i: f.name in t[i],
    "!": lambda f, t, i: not holds(f.parts[0], t, i),
    "&": lambda f, t, i: holds(f.parts[0], t, i) and holds(f.parts[1], t, i),
    "|": lambda f, t, i: holds(f.parts[0], t, i) or holds(f.parts[1], t, i),
    "->": lambda f, t, i: not holds(f.parts[0], t, i) or holds(f.parts[1], t, i),
    "<->": lambda f, t, i: holds(f.parts[0], t, i) == holds(f.parts[1], t, i),
    "X": lambda f, t, i: i + 1 < len(t) and holds(f.parts[0], t, i + 1),
    "WX": lambda f, t, i: i + 1 == len(t) or holds(f.parts[0], t, i + 1),
    "F": lambda f, t, i: any(holds(f.parts[0], t, k) for k in range(i, len(t))),
    "G": lambda f, t, i: _everywhere(f.parts[0], t, range(i, len(t))),
    "F<=": lambda f, t, i: any(holds(f.parts[0], t, k) for k in _near(f, t, i)),
    "G<=": lambda f, t, i: _everywhere(f.parts[0], t, _near(f, t, i)),
    "U": _until,
    "W": _weak_until,
    "R": _release,
    "Y": lambda f, t, i: i > 0 and holds(f.parts[0], t, i - 1),
    "WY": lambda f, t, i: i == 0 or holds(f.parts[0], t, i - 1),
    "O": lambda f, t, i: any(holds(f.parts[0], t, k) for k in range(i + 1)),
    "H": lambda f, t, i: _everywhere(f.parts[0], t, range(i + 1)),
    "S": _since,
}
