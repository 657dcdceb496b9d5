"""Whether a set of arguments is an extension, checked without what found it.

What can be read off the graph is checked here; that nothing greater exists is asked of the plain
encodings, which share no code with `solving`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from argue.model.af import AF
from argue.semantics.definitions import Extension
from argue.semantics.table import Semantics

Check = Callable[["View"], "str | None"]
"""Answers what is wrong with a set, None if nothing is."""


class View:
    """A set of arguments of a graph, and what its members attack and defend. Cost: linear."""

    def __init__(self, af: AF, members: Extension) -> None:
        """Mark the members and what they attack; raises UnknownId for a stranger."""
        self.af, self.members = af, members
        self.inside = {af.index_of(member) for member in members}
        self.attacked = {
            target
            for source, target in zip(af.sources, af.targets, strict=True)
            if source in self.inside
        }
        self.threatened = {
            target
            for source, target in zip(af.sources, af.targets, strict=True)
            if source not in self.attacked
        }
        """Those that some argument attacks which no member attacks."""

    def named(self, places: Iterable[int]) -> str:
        """Answers the first of some arguments, for a message."""
        return repr(self.af.arguments[min(places)])


def conflict(view: View) -> str | None:
    """Answers a member that a member attacks."""
    hit = view.inside & view.attacked
    return f"a member attacks {view.named(hit)}, a member" if hit else None


def undefended(view: View) -> str | None:
    """Answers a member with an attacker that no member attacks."""
    weak = view.inside & view.threatened
    return f"{view.named(weak)} is not defended" if weak else None


def left_out(view: View) -> str | None:
    """Answers an argument that is defended and no member."""
    kept_out = set(range(len(view.af))) - view.threatened - view.inside
    return f"{view.named(kept_out)} is defended but no member" if kept_out else None


def out_of_range(view: View) -> str | None:
    """Answers an outsider that no member attacks."""
    free = set(range(len(view.af))) - view.inside - view.attacked
    return f"no member attacks {view.named(free)}, an outsider" if free else None


def addable(view: View) -> str | None:
    """Answers an outsider that is in conflict neither with itself nor with a member."""
    af = view.af
    barred = view.inside | view.attacked
    for source, target in zip(af.sources, af.targets, strict=True):
        if target in view.inside or source == target:
            barred.add(source)
    rest = set(range(len(af))) - barred
    return f"{view.named(rest)} can be added without conflict" if rest else None


def exceeded(view: View) -> str | None:
    """Answers an argument that an admissible superset has and the set has not."""
    return _more(view, "admissible", "in", view.inside)


def range_exceeded(encoding: str) -> Check:
    """Answers the check that no answer set of an encoding has a larger range."""
    return lambda view: _more(view, encoding, "in_range", view.inside | view.attacked)


def not_the_one(semantics: Semantics) -> Check:
    """Answers the check that a set is the only extension, found a second time by encoding."""

    def check(view: View) -> str | None:
        from argue.semantics.searches import SEARCHES  # noqa: PLC0415  (imports the solver)

        (other,) = SEARCHES[semantics](view.af, (), None)
        return None if other == view.members else f"the {semantics} extension is another"

    return check


CHECKS: Mapping[Semantics, tuple[Check, ...]] = MappingProxyType(
    {
        Semantics.CONFLICT_FREE: (conflict,),
        Semantics.NAIVE: (conflict, addable),
        Semantics.ADMISSIBLE: (conflict, undefended),
        Semantics.COMPLETE: (conflict, undefended, left_out),
        Semantics.GROUNDED: (conflict, undefended, left_out, not_the_one(Semantics.GROUNDED)),
        Semantics.PREFERRED: (conflict, undefended, left_out, exceeded),
        Semantics.STABLE: (conflict, out_of_range),
        Semantics.SEMI_STABLE: (conflict, undefended, left_out, range_exceeded("semi_stable")),
        Semantics.STAGE: (conflict, addable, range_exceeded("stage")),
        Semantics.IDEAL: (conflict, undefended, left_out, not_the_one(Semantics.IDEAL)),
        Semantics.EAGER: (conflict, undefended, left_out, not_the_one(Semantics.EAGER)),
    }
)
"""What an extension must not fail, cheapest first."""


def objection(af: AF, semantics: str | Semantics, members: Extension) -> str | None:
    """Answers why a set of arguments is no extension, None if it is one.

    Raises: UnknownId for a member that is no argument. Cost: linear, and where something must be
    maximal one question to the solver about the whole graph.
    """
    view = View(af, members)
    return next((said for check in CHECKS[Semantics(semantics)] if (said := check(view))), None)


def _more(view: View, encoding: str, predicate: str, reached: set[int]) -> str | None:
    """Answers an argument that an answer set reaches beyond all that is reached."""
    from argue.asp import Session, facts_of  # noqa: PLC0415  (most checks need no solver)

    ids = view.af.arguments
    assumed = [((predicate, (ids[i],)), True) for i in sorted(reached)]
    session = Session((encoding,), facts_of(view.af))
    for name, terms in sorted(session.consequences("brave", assumed) or ()):
        if name == predicate and view.af.index_of(str(terms[0])) not in reached:
            return f"a set that reaches no less also reaches {terms[0]!r}"
    return None
