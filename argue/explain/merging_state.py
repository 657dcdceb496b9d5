"""What grows while submissions are merged: the entries of the case, and where voices differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argue.explain.voices import Voice
from argue.io.nodes import ListNode, MapNode, Node
from argue.io.writing import flow
from argue.model.record import record

NOT = "says nothing of it"
"""What a voice holds of something that only others say."""


@record
class Settlement:
    """One way to settle a disagreement: what then stands under a path of the case's keys."""

    label: str
    path: tuple[str, ...]
    node: Node


@record
class Disagreement:
    """One thing on which voices differ: what each holds, and what the merged case says instead.

    `kind` is number, fact, challenge, priority, framework, norm, reason, judgement or credence.
    `settlements` are the ways to settle it, none where it has no bearing on the verdict.
    """

    kind: str
    path: str
    held: Mapping[str, str]
    merged: str
    settlements: tuple[Settlement, ...] = ()


class Merging:
    """The case that voices are being merged into."""

    def __init__(self, voices: tuple[Voice, ...]) -> None:
        """Begin with the first voice's case."""
        self.voices = voices
        self.entries: dict[str, Node] = dict(voices[0].root.entries)
        self.disagreements: list[Disagreement] = []
        self.notes: list[str] = []
        self.taken = {name for voice in voices for name in voice.case.facts}
        self.renamed: dict[tuple[str, str, str], str] = {}

    @property
    def first(self) -> Voice:
        """The voice whose file the merged case is written into."""
        return self.voices[0]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all voices."""
        return tuple(voice.name for voice in self.voices)

    def mapping(self, key: str) -> Mapping[str, Node]:
        """Answers the entries that stand under a key by now."""
        found = self.entries.get(key)
        return found.entries if isinstance(found, MapNode) else {}

    def put(self, key: str, node: Node | None) -> None:
        """Let a node stand under a key, or nothing."""
        if node is None:
            self.entries.pop(key, None)
        else:
            self.entries[key] = node

    def differ(
        self,
        kind: str,
        path: str,
        held: Mapping[str, str],
        merged: str,
        settlements: Sequence[Settlement] = (),
    ) -> None:
        """Note that voices differ on something."""
        whole = {name: held.get(name, NOT) for name in self.names}
        self.disagreements.append(Disagreement(kind, path, whole, merged, tuple(settlements)))

    def held_by(self, names: Sequence[str], word: str) -> dict[str, str]:
        """Answers what voices hold where some of them say something and the others do not."""
        return {name: word if name in names else NOT for name in self.names}

    def unused(self, wanted: str, voice: str, taken: set[str]) -> str:
        """Answers an id that is not taken yet, with the voice's name if need be, and takes it."""
        name, number = wanted, 1
        while name in taken:
            number += 1
            name = f"{wanted}_{voice}" if number == 2 else f"{wanted}_{voice}_{number - 1}"
        taken.add(name)
        return name


def items_of(voice: Voice, key: str) -> tuple[Node, ...]:
    """Answers the entries of a list of a voice's file."""
    node = voice.node(key)
    return node.items if isinstance(node, ListNode) else ()


def words_of(node: Node | None) -> str:
    """Answers what a node says, in one line."""
    return "says nothing" if node is None else flow(node)
