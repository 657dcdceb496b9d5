"""Pairs of positions that differ in one thing, looked for in one program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argue.asp.facts import Atom
from argue.asp.session import Assumption, Session
from argue.verdict.settings import OpenQuestion
from argue.verdict.standing import open_questions

if TYPE_CHECKING:
    from argue.verdict.positions import Positions


class Contrasts:
    """Two copies of the positions of one graph, asked what can differ between them."""

    def __init__(self, positions: Positions) -> None:
        """Ground both copies together."""
        self._positions = positions
        self._questions = open_questions(positions.graph)
        self._session = Session(("positions", "contrasts"), self._program())

    def _program(self) -> Iterator[Atom]:
        numbers = self._positions
        yield from numbers.facts()
        yield from numbers.facts(copy=1)
        for number, question in enumerate(self._questions):
            for name in question.answers:
                yield "twin", (number, numbers.number(name), numbers.number(name, copy=1))
        for pair in numbers.pairs:
            both = [numbers.source(s, copy=copy) for copy in (0, 1) for s in pair]
            yield "twin_pair", tuple(both)
        for option in numbers.graph.options:
            yield "twin_option", (numbers.option(option), numbers.option(option, copy=1))

    def possible(self, option: str, *, question: OpenQuestion | None, ranked: bool) -> bool:
        """Answers whether two positions treat an option differently, all else being alike."""
        sources = self._positions.graph.sources
        assumed: list[Assumption] = [
            (("aside", (self._positions.source(source, copy=copy),)), False)
            for source in sources
            for copy in (0, 1)
        ]
        assumed += [(("differs", (i,)), q == question) for i, q in enumerate(self._questions)]
        assumed.append((("reranked", ()), ranked))
        assumed.append((("contrast", (self._positions.option(option),)), True))
        return self._session.satisfiable(assumed)
