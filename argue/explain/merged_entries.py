"""Challenges, priorities and considered judgements of several voices, in their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from argue.explain.merged_cells import as_held
from argue.explain.merged_lists import by
from argue.explain.merging_state import Merging, Settlement, items_of
from argue.explain.voices import Voice
from argue.io.nodes import ListNode, MapNode, Node, ScalarNode
from argue.model.case import Challenge, ChallengeStatus, Priority, TargetKind

Pair = tuple[str, str]
Said = tuple[str, str, str | None, str | None]
"""A judgement: option, status, by whom, where."""
RENAMED = {
    TargetKind.REASON: "reason",
    TargetKind.CHALLENGE: "challenge",
    TargetKind.PRIORITY: "priority",
}
"""Kinds of target whose ids may change when they are merged, and the key they stand under."""


class Held(NamedTuple):
    """A priority as it stands, and the voices that declare it."""

    priority: Priority
    node: Node
    names: list[str]


def merged_priorities(state: Merging) -> None:
    """Take in the priorities that do not contradict one another; the rest is left open."""
    told = _told_priorities(state)
    shared = {_pair(held) for held in told if len(held.names) == len(state.voices)}
    left_open = _on_cycles(state, [_pair(held) for held in told], shared)
    kept: list[tuple[Held, Node]] = []
    for held in told:
        everybody = len(held.names) == len(state.voices)
        if _pair(held) not in left_open:
            kept.append((held, held.node if everybody else by(_whole(held), held.names)))
    state.put("priorities", ListNode(tuple(node for _, node in kept)) if kept else None)
    _open_priorities(state, [held for held in told if _pair(held) in left_open])
    for held, _ in kept:
        if len(held.names) < len(state.voices):
            rest = ListNode(tuple(node for other, node in kept if other is not held))
            ways = (Settlement("kept", (), rest), Settlement("left open", ("priorities",), rest))
            words = state.held_by(held.names, "declares it")
            state.differ("priority", _path(held), words, "declared in their name", ways)


def _open_priorities(state: Merging, left_open: list[Held]) -> None:
    """Note the priorities that go in a circle, two that are opposite to each other as one."""
    opposite: dict[frozenset[str], list[Held]] = {}
    for held in left_open:
        opposite.setdefault(frozenset(_pair(held)), []).append(held)
    for together in opposite.values():
        words = {
            name: f"{high} above {low}"
            for held in together
            for name in held.names
            for high, low in [_pair(held)]
        }
        ways = [
            Settlement(as_held(held.names), ("priorities", "+"), _whole(held)) for held in together
        ]
        state.differ("priority", _path(together[0]), words, "left open", ways)


def _pair(held: Held) -> Pair:
    return held.priority.higher, held.priority.lower


def _path(held: Held) -> str:
    return f"priorities.{'>'.join(_pair(held))}"


def _told_priorities(state: Merging) -> list[Held]:
    """Answers every priority once, with the voices that declare it."""
    found: dict[object, Held] = {}
    for voice in state.voices:
        for priority, node in _stated(voice):
            says = (priority.higher, priority.lower, priority.when)
            if says in found:
                found[says].names.append(voice.name)
            else:
                found[says] = Held(priority, node, [voice.name])
    return list(found.values())


def _stated(voice: Voice) -> Iterator[tuple[Priority, Node]]:
    """Yields the priorities that a voice's file states, each with what states it.

    One about a norm that has interpretations is one for each of these; those that go without
    saying, since one norm is more special than another, are left to whoever reads the merged case.
    """
    for node in items_of(voice, "priorities"):
        name = _priority_id(node)
        for priority in voice.case.priorities:
            if priority.id == name:
                yield priority, node
            elif priority.id == f"{name}:{priority.higher}>{priority.lower}":
                ends = {"higher": priority.higher, "lower": priority.lower}
                named: dict[str, Node] = {key: ScalarNode(end, False) for key, end in ends.items()}
                if isinstance(node, MapNode):
                    named = {k: n for k, n in node.entries.items() if k != "id"} | named
                yield priority, MapNode(named, {})


def _priority_id(node: Node) -> str:
    """Answers the id a priority has, given or by its place among names."""
    if isinstance(node, MapNode):
        ends = [node.entries.get("id")] if "id" in node.entries else []
        ends = ends or [node.entries[end] for end in ("higher", "lower")]
    else:
        ends = list(node.items) if isinstance(node, ListNode) else []
    return ">".join(end.text for end in ends if isinstance(end, ScalarNode))


def _whole(held: Held) -> MapNode:
    """Answers a priority as a mapping; the short form is a list of two."""
    if isinstance(held.node, MapNode):
        return held.node
    high, low = (ScalarNode(name, False) for name in _pair(held))
    return MapNode({"higher": high, "lower": low}, {})


def _on_cycles(state: Merging, pairs: list[Pair], shared: set[Pair]) -> frozenset[Pair]:
    """Answers the priorities not shared by all that go in a circle with others."""
    known = {name: norm for voice in state.voices for name, norm in voice.case.norms.items()}
    speaking = [n for n in known.values() if n.binds]
    norms = [norm.source_id for norm in speaking]
    ranked = {
        (high.source_id, low.source_id)
        for high in speaking
        for low in speaking
        if high.rank > low.rank
    }
    edges = {edge: pair for pair in pairs for edge in _written_out(pair, norms)}
    order = {*edges, *ranked}
    return frozenset(
        pair
        for (high, low), pair in edges.items()
        if pair not in shared and high in _below(low, order)
    )


def _written_out(pair: Pair, norms: list[str]) -> list[Pair]:
    highs, lows = (norms if side == "norms" else [side] for side in pair)
    return [(high, low) for high in highs for low in lows if high != low]


def _below(start: str, order: set[Pair]) -> set[str]:
    found, stack = {start}, [start]
    while stack:
        high = stack.pop()
        below = {low for above, low in order if above == high} - found
        found |= below
        stack += below
    return found


def merged_challenges(state: Merging) -> None:
    """Take in every challenge once; one on which voices differ is raised."""
    taken: set[str] = set()
    told: dict[object, tuple[str, Challenge, Node, dict[str, ChallengeStatus]]] = {}
    for voice in state.voices:
        for challenge, node in _challenges(voice, as_written=voice is state.first):
            name = state.unused(challenge.id, voice.name, taken | _ids(state, voice))
            target = _target(state, voice, challenge)
            says = (target, challenge.question, challenge.condition, challenge.factor)
            if says in told:
                told[says][3][voice.name] = challenge.status
                state.renamed[voice.name, "challenge", challenge.id] = told[says][0]
                continue
            taken.add(name)
            state.renamed[voice.name, "challenge", challenge.id] = name
            aimed = replace(challenge, id=name, against=target)
            told[says] = (name, aimed, node, {voice.name: challenge.status})
    entries = [_challenge(state, *found) for found in told.values()]
    state.put("challenges", ListNode(tuple(entries)) if entries else None)


def _challenges(voice: Voice, *, as_written: bool) -> Iterator[tuple[Challenge, Node]]:
    """Yields a voice's challenges, each after the one it is against unless as they are written.

    The ids of what they are against are then known; the first voice's ids do not change.
    """
    left = dict(zip(voice.case.challenges, items_of(voice, "challenges"), strict=True))
    while left:
        targets = {name: voice.case.challenges[name].against for name in left}
        free = (
            name
            for name, target in targets.items()
            if as_written or target.kind is not TargetKind.CHALLENGE or target.name not in left
        )
        name = next(free, next(iter(left)))
        yield voice.case.challenges[name], left.pop(name)


def _ids(state: Merging, voice: Voice) -> set[str]:
    """Answers the ids of challenges of voices that come before another."""
    before = state.voices[: state.voices.index(voice)]
    return {name for other in before for name in other.case.challenges}


def _target(state: Merging, voice: Voice, challenge: Challenge) -> object:
    """Answers what a challenge is against, under the id it has in the merged case."""
    target = challenge.against
    kind = RENAMED.get(target.kind)
    if kind is None:
        return target
    name = state.renamed.get((voice.name, kind, target.name), target.name)
    return replace(target, name=name)


def _challenge(
    state: Merging,
    name: str,
    challenge: Challenge,
    node: Node,
    held: Mapping[str, ChallengeStatus],
) -> Node:
    """Answers a challenge as the merged case has it, and notes where voices differ on it."""
    assert isinstance(node, MapNode), "a challenge is a mapping"
    whole = MapNode({**node.entries, "id": ScalarNode(name, False)}, {})
    kind = RENAMED.get(challenge.against.kind)
    if kind is not None:
        aimed = MapNode({kind: ScalarNode(challenge.against.name, False)}, {})
        whole = MapNode({**whole.entries, "against": aimed}, {})
    everybody = len(held) == len(state.voices)
    unsaid = () if everybody else (ChallengeStatus.REFUTED,)
    statuses = {*held.values(), *unsaid}
    if everybody and len(statuses) == 1:
        return node if name in state.first.case.challenges and kind is None else whole
    status = next(iter(statuses)) if len(statuses) == 1 else ChallengeStatus.RAISED
    found = by(_status(whole, status), list(held)) if not everybody else _status(whole, status)
    ways = (("upheld", ChallengeStatus.ACCEPTED), ("dismissed", ChallengeStatus.REFUTED))
    settled = tuple(Settlement(w, ("challenges", name), _status(found, s)) for w, s in ways)
    told = {voice: str(status) for voice, status in held.items()}
    state.differ("challenge", f"challenges.{name}", told, str(status), settled)
    return found


def _status(node: MapNode, status: ChallengeStatus) -> MapNode:
    return MapNode({**node.entries, "status": ScalarNode(str(status), False)}, {})


def merged_considered(state: Merging) -> None:
    """Take in every judgement; one that is not everybody's is in the name of who holds it."""
    held: dict[Said, list[str]] = {}
    for voice in state.voices:
        for j in voice.case.considered:
            held.setdefault((j.option, j.status, j.by, j.source), []).append(voice.name)
    if not held:
        return
    everybody = all(len(names) == len(state.voices) for names in held.values())
    if not everybody:
        entries = [_judgement(key, names, of=len(state.voices)) for key, names in held.items()]
        state.put("considered", ListNode(tuple(entries)))
    own: dict[str, dict[str, str]] = {}
    for (option, status, source, _), names in held.items():
        if source is None:
            own.setdefault(option, {}).update(dict.fromkeys(names, status))
    for option, told in own.items():
        if len(set(told.values())) > 1 or len(told) < len(state.voices):
            state.differ("judgement", f"considered.{option}", told, "each in its holder's name")


def _judgement(said: Said, names: list[str], *, of: int) -> Node:
    """Answers a judgement as an entry, in the name of its holders unless all of so many hold it."""
    option, status, source, cited = said
    entries = {"option": option, "status": status}
    if source is not None or len(names) < of:
        entries["by"] = source or joined_names(names)
    if cited is not None:
        entries["source"] = cited
    return MapNode({key: ScalarNode(text, False) for key, text in entries.items()}, {})


def joined_names(names: Iterable[str]) -> str:
    """Answers several voices as one name."""
    return " and ".join(names)
