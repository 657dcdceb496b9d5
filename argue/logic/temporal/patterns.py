"""Patterns of norms over time for people who do not write logic.

`{never: leak}`, `{always: logged, after: deployed, until: retired}`,
`{achieve: answered, after: asked, within: 3}`, `{achieve: consent, before: recording}`.
Scopes as in [Dwyer99]: `after` counts from the very step at which its condition holds.
"""

from __future__ import annotations

from argue.logic.formulas import FormulaError
from argue.logic.temporal.formulas import Formula, implication, negation
from argue.logic.temporal.reading import MOST_STEPS, parse_temporal
from argue.model.case import Pattern

KINDS = ("never", "always", "achieve")
SCOPES = {
    "never": ("after", "until"),
    "always": ("after", "until"),
    "achieve": ("after", "before", "within"),
}
"""Which scopes each kind of pattern takes."""


def formula_of(pattern: Pattern) -> Formula:
    """Answers the temporal formula that a pattern stands for.

    Raises: FormulaError for a condition that cannot be read or is temporal itself, and for a
    scope that does not go with the kind.
    """
    _refuse_scopes(pattern)
    what = _condition(pattern.what)
    if pattern.kind == "achieve":
        body = _achieved(pattern, what)
    else:
        wanted = negation(what) if pattern.kind == "never" else what
        body = Formula("G", (wanted,))
        if pattern.until is not None:
            body = Formula("W", (wanted, _condition(pattern.until)))
    if pattern.after is None:
        return body
    return Formula("G", (implication(_condition(pattern.after), body),))


def _achieved(pattern: Pattern, what: Formula) -> Formula:
    if pattern.within is not None:
        return Formula("F<=", (what,), "", pattern.within)
    if pattern.before is not None:
        return Formula("U", (negation(_condition(pattern.before)), what))
    return Formula("F", (what,))


def _refuse_scopes(pattern: Pattern) -> None:
    if pattern.kind not in SCOPES:
        raise FormulaError(f"a pattern says one of {', '.join(KINDS)}", pattern.kind, 1)
    for scope in ("until", "before", "within"):
        if getattr(pattern, scope) is not None and scope not in SCOPES[pattern.kind]:
            known = ", ".join(SCOPES[pattern.kind])
            message = f"{scope!r} does not go with {pattern.kind!r}, which takes {known}"
            raise FormulaError(message, scope, 1)
    if pattern.before is not None and pattern.within is not None:
        raise FormulaError("either 'before' or 'within', not both", "within", 1)
    if pattern.within is not None and not 0 <= pattern.within <= MOST_STEPS:
        raise FormulaError(f"from 0 to {MOST_STEPS} steps can be counted", str(pattern.within), 1)


def _condition(text: str) -> Formula:
    found = parse_temporal(text)
    if found.temporal:
        message = "a condition of a pattern is about one step; write temporal operators under ltl"
        raise FormulaError(message, text, 1)
    return found
