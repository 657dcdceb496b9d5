"""Inputs of a batch: cases, or rows that say what to change in a case, ready to be sent away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from argue.model.record import record
from argue.rewards.scale.lines import openings_of

CHUNK = 4
"""Cases sent to a worker together: one takes long enough that sending it does not count."""


@record
class Base:
    """The text of a case that rows change, and what it is called."""

    file: str
    text: str


@record
class Item:
    """One input: where it comes from, and the text of a case or what to change in one.

    `changes` is JSON; what it changes is the case in `text`, or the one called `base`. `problem`
    says why the input could not be read.
    """

    number: int
    name: str
    text: str
    changes: str = ""
    base: str = ""
    problem: str = ""


@record
class Cases:
    """Inputs in a row, with the cases that they change, by the name they use for them."""

    items: tuple[Item, ...]
    salt: bytes
    bases: Mapping[str, Base]

    def __len__(self) -> int:
        return len(self.items)

    def part(self, start: int, stop: int) -> Cases:
        """Answers the inputs from one place to another."""
        items = self.items[start:stop]
        used = {item.base for item in items}
        return Cases(items, self.salt, {k: b for k, b in self.bases.items() if k in used})

    def openings(self) -> Sequence[str]:
        """Answers how the line of every input begins."""
        inputs = (self._parts(item) for item in self.items)
        return openings_of(self.salt, inputs, self.numbers())

    def _parts(self, item: Item) -> Sequence[bytes]:
        base = self.bases.get(item.base)
        said = (item.name, item.text, item.changes, item.problem)
        if base:
            said = (*said, base.file, base.text)
        return [part.encode("utf-8", "surrogatepass") for part in said]

    def names(self) -> Sequence[str]:
        """Answers where every input comes from."""
        return [item.name for item in self.items]

    def numbers(self) -> Sequence[int]:
        """Answers the number of every input."""
        return [item.number for item in self.items]


def in_chunks(
    items: Iterable[Item], bases: Mapping[str, Base], *, salt: bytes, size: int = CHUNK
) -> Iterator[Cases]:
    """Yields inputs a few at a time, each few with the cases that they change."""
    few: list[Item] = []
    for item in items:
        few.append(item)
        if len(few) == size:
            yield _cases(few, bases, salt)
            few = []
    if few:
        yield _cases(few, bases, salt)


def _cases(few: Sequence[Item], bases: Mapping[str, Base], salt: bytes) -> Cases:
    return Cases(tuple(few), salt, {i.base: bases[i.base] for i in few if i.base})
