"""Sets of arguments that attack together (SETAFs), and the plain graph that means the same.

Source: [NielsenParsons06] (collective attacks).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from argue.errors import ArgueError, UnknownId
from argue.model.af import AF, Attack
from argue.semantics.definitions import Extension


@dataclass(frozen=True, slots=True)
class SETAF:
    """Arguments, and attacks each by a non-empty set of them on one."""

    arguments: tuple[str, ...]
    attacks: tuple[tuple[frozenset[str], str], ...]

    @classmethod
    def of(
        cls, arguments: Iterable[str], attacks: Iterable[tuple[Iterable[str], str]] = ()
    ) -> SETAF:
        """Answers the SETAF of these; what is given twice counts once.

        Raises: UnknownId for a stranger in an attack; ArgueError for an attack by nobody.
        """
        ids = tuple(dict.fromkeys(arguments))
        made = tuple(dict.fromkeys((frozenset(sources), target) for sources, target in attacks))
        for sources, target in made:
            for end in (*sorted(sources), target):
                if end not in ids:
                    raise UnknownId("argument", end, ids)
            if not sources:
                raise ArgueError(f"nobody attacks {target!r}; name at least one attacker")
        return cls(ids, made)

    def is_conflict_free(self, members: Extension) -> bool:
        """Answers whether no members together attack a member."""
        return not any(target in members and sources <= members for sources, target in self.attacks)

    def defends(self, members: Extension, argument: str) -> bool:
        """Answers whether members attack someone in every set that attacks the argument."""
        beaten = {target for sources, target in self.attacks if sources <= members}
        return all(sources & beaten for sources, target in self.attacks if target == argument)

    def is_complete(self, members: Extension) -> bool:
        """Answers whether a conflict-free set has as members exactly what it defends."""
        return self.is_conflict_free(members) and all(
            self.defends(members, a) == (a in members) for a in self.arguments
        )

    def flatten(self) -> AF:
        """Answers a plain graph whose extensions, cut down to `arguments`, are this one's.

        For grounded, complete, preferred and stable semantics, one to one; semi-stable and stage
        extensions would also count the helpers in their range. For every attack by several, one
        helper stands for the set, and for each of its members a helper stands against it. Source:
        [Flouris19] (SETAFs and Dung graphs are equally expressive).
        """
        joint = [attack for attack in self.attacks if len(attack[0]) > 1]
        against = sorted({source for sources, _ in joint for source in sources})
        helpers = [*(f"not {name}" for name in against), *(_joint(s) for s, _ in joint)]
        taken = set(helpers) & set(self.arguments)
        if taken:
            raise ArgueError(f"the argument id {min(taken)!r} is needed for a helper; rename it")
        return AF.of([*self.arguments, *helpers], self._plain_attacks())

    def _plain_attacks(self) -> Iterator[Attack]:
        for sources, target in self.attacks:
            if len(sources) == 1:
                yield min(sources), target
                continue
            yield _joint(sources), target
            for source in sorted(sources):
                yield source, f"not {source}"
                yield f"not {source}", _joint(sources)


def _joint(sources: frozenset[str]) -> str:
    return " and ".join(sorted(sources))
