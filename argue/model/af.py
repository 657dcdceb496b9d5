"""Dung's argumentation framework: arguments, and which attacks which.

Outside, arguments are string ids in the order given; inside, every algorithm works on their
indices. Nothing here knows what an extension is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

from argue.errors import ArgueError, UnknownId

if TYPE_CHECKING:
    from networkx import DiGraph

Attack: TypeAlias = tuple[str, str]
"""The attacking argument and the attacked one."""

Neighbours: TypeAlias = "Sequence[Sequence[int]]"
"""For every argument, by index, the indices of its neighbours; not to be changed."""

NAMED_IN_ERRORS = 20
"""How many known ids an error names; a graph may have tens of thousands."""

_ARROW = re.compile(r"(<?->)")


@dataclass(frozen=True, eq=False, repr=False)
class AF:
    """An immutable attack graph; two are equal if they hold the same arguments and attacks.

    `sources[k]` attacks `targets[k]`, as indices into `arguments`. Build one by `of`, `parse`,
    `from_indices` or `from_networkx`, which check their input. Source: [Dung95], Def. 2.

    >>> AF.parse("a->b b->c").attackers_of("c")
    ('b',)
    """

    arguments: tuple[str, ...]
    sources: tuple[int, ...]
    targets: tuple[int, ...]

    @classmethod
    def of(cls, arguments: Iterable[str], attacks: Iterable[Attack] = ()) -> AF:
        """Answers the graph of these arguments and attacks; what is given twice counts once.

        Raises: UnknownId for an attack from or on an argument that is not listed.
        """
        ids = tuple(dict.fromkeys(arguments))
        index = {argument: i for i, argument in enumerate(ids)}
        try:
            pairs = [(index[source], index[target]) for source, target in dict.fromkeys(attacks)]
        except KeyError as error:
            raise _unknown(str(error.args[0]), ids) from error
        return cls(ids, tuple(source for source, _ in pairs), tuple(target for _, target in pairs))

    @classmethod
    def from_indices(
        cls, arguments: Sequence[str], sources: Sequence[int], targets: Sequence[int]
    ) -> AF:
        """Answers the graph whose k-th attack leads from index `sources[k]` to `targets[k]`.

        Raises: UnknownId for an index out of range; ArgueError for ids given twice or for index
        lists of different lengths.
        """
        ids = tuple(arguments)
        if len(set(ids)) != len(ids):
            raise ArgueError("argument ids must differ from one another")
        if len(sources) != len(targets):
            raise ArgueError(f"{len(sources)} sources but {len(targets)} targets of attacks")
        for ends in (sources, targets):
            if ends and not (min(ends) >= 0 and max(ends) < len(ids)):
                wrong = next(i for i in ends if not 0 <= i < len(ids))
                raise UnknownId("argument index", str(wrong), [f"0 to {len(ids) - 1}"])
        pairs = dict.fromkeys(zip(sources, targets, strict=True))
        if not pairs:
            return cls(ids, (), ())
        first, second = zip(*pairs, strict=True)
        return cls(ids, first, second)

    @classmethod
    def parse(cls, text: str) -> AF:
        """Answers the graph written as words: `a->b` an attack, `a<->b` two, `d` an argument.

        A chain `a->b->c` is two attacks. Arguments stand in the order of first mention.

        Raises: ArgueError for a word that lacks an argument beside an arrow.
        """
        words = [_ARROW.split(word) for word in text.split()]
        for parts in words:
            if not all(parts):
                raise ArgueError(f"{''.join(parts)!r} lacks an argument; write for example 'a->b'")
        named = (argument for parts in words for argument in parts[::2])
        return cls.of(named, (attack for parts in words for attack in _attacks_in(parts)))

    @classmethod
    def from_networkx(cls, graph: DiGraph[Any]) -> AF:
        """Answers the graph of a networkx digraph, each node's id being its text.

        Raises: ArgueError where two nodes have the same text, such as 1 and "1".
        """
        index = {node: i for i, node in enumerate(graph.nodes)}
        edges = [(index[edge[0]], index[edge[1]]) for edge in graph.edges]
        ids = [str(node) for node in index]
        return cls.from_indices(ids, [source for source, _ in edges], [t for _, t in edges])

    def to_networkx(self) -> DiGraph[str]:
        """Answers the same graph as a networkx digraph."""
        from networkx import DiGraph  # noqa: PLC0415  (slow to import, and rarely needed)

        graph: DiGraph[str] = DiGraph()
        graph.add_nodes_from(self.arguments)
        graph.add_edges_from(self.attacks)
        return graph

    @cached_property
    def attacks(self) -> tuple[Attack, ...]:
        """Every attack as a pair of ids, in the order given."""
        ids = self.arguments
        return tuple((ids[s], ids[t]) for s, t in zip(self.sources, self.targets, strict=True))

    @cached_property
    def attackers(self) -> Neighbours:
        """For every argument, by index, the indices of those that attack it."""
        return self._grouped(self.targets, self.sources)

    @cached_property
    def attacked(self) -> Neighbours:
        """For every argument, by index, the indices of those it attacks."""
        return self._grouped(self.sources, self.targets)

    def index_of(self, argument: str) -> int:
        """Answers the argument's place in `arguments`; raises UnknownId."""
        try:
            return self._index[argument]
        except KeyError as error:
            raise _unknown(argument, self.arguments) from error

    def attackers_of(self, argument: str) -> tuple[str, ...]:
        """Answers which arguments attack this one; raises UnknownId."""
        return tuple(self.arguments[i] for i in self.attackers[self.index_of(argument)])

    def attacked_by(self, argument: str) -> tuple[str, ...]:
        """Answers which arguments this one attacks; raises UnknownId."""
        return tuple(self.arguments[i] for i in self.attacked[self.index_of(argument)])

    def restricted_to(self, arguments: Iterable[str]) -> AF:
        """Answers the graph of only these arguments and the attacks among them.

        Raises: UnknownId for an argument that is not here.
        """
        kept = sorted({self.index_of(argument) for argument in arguments})
        place = {old: new for new, old in enumerate(kept)}
        pairs = [
            (place[source], place[target])
            for source, target in zip(self.sources, self.targets, strict=True)
            if source in place and target in place
        ]
        ids = tuple(self.arguments[i] for i in kept)
        return AF(ids, tuple(source for source, _ in pairs), tuple(target for _, target in pairs))

    def with_argument(self, argument: str, attacks: Iterable[Attack] = ()) -> AF:
        """Answers the graph with this argument and these attacks added, from it or on it."""
        return AF.of((*self.arguments, argument), (*self.attacks, *attacks))

    def without_argument(self, argument: str) -> AF:
        """Answers the graph without this argument and its attacks; raises UnknownId."""
        gone = self.index_of(argument)
        return self.restricted_to(id_ for i, id_ in enumerate(self.arguments) if i != gone)

    def __len__(self) -> int:
        return len(self.arguments)

    def __contains__(self, argument: object) -> bool:
        return argument in self._index

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, AF):
            return NotImplemented
        return self._content == other._content

    def __hash__(self) -> int:
        return hash(self._content)

    def __repr__(self) -> str:
        return f"<AF of {len(self)} arguments, {len(self.sources)} attacks>"

    @cached_property
    def _index(self) -> dict[str, int]:
        return {argument: i for i, argument in enumerate(self.arguments)}

    @cached_property
    def _content(self) -> tuple[frozenset[str], frozenset[Attack]]:
        return frozenset(self.arguments), frozenset(self.attacks)

    def _grouped(self, keys: tuple[int, ...], values: tuple[int, ...]) -> Neighbours:
        # Lists stay lists: making tuples of them would cost a third of the whole. Who has no
        # neighbours shares one: files may announce millions of arguments and hardly an attack.
        lists: list[list[int]] = [[]] * len(self)
        for key, value in zip(keys, values, strict=True):
            if lists[key]:
                lists[key].append(value)
            else:
                lists[key] = [value]
        return lists


def _attacks_in(parts: list[str]) -> Iterator[Attack]:
    """Answers the attacks of one word, split into arguments and arrows in turn."""
    for (source, target), arrow in zip(pairwise(parts[::2]), parts[1::2], strict=True):
        yield source, target
        if arrow == "<->":
            yield target, source


def _unknown(argument: str, known: tuple[str, ...]) -> UnknownId:
    more = ("...",) if len(known) > NAMED_IN_ERRORS else ()
    return UnknownId("argument", argument, (*known[:NAMED_IN_ERRORS], *more))
