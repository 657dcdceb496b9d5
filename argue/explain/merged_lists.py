"""Frameworks, norms and stated reasons of several voices: each is taken in once, with its names."""

from __future__ import annotations

from dataclasses import replace

from argue.explain.merging_state import Merging, Settlement, items_of
from argue.io.nodes import ListNode, MapNode, Node, ScalarNode


def merged_uses(state: Merging) -> None:
    """Take in every framework that some voice uses."""
    found: list[Node] = list(items_of(state.first, "frameworks"))
    known = {use.id for use in state.first.case.frameworks}
    for voice in state.voices[1:]:
        uses = zip(voice.case.frameworks, items_of(voice, "frameworks"), strict=True)
        for use, node in uses:
            if use.id not in known:
                known.add(use.id)
                found.append(node)
    state.put("frameworks", ListNode(tuple(found)) if found else None)
    for name in dict.fromkeys(u.id for v in state.voices for u in v.case.frameworks):
        using = [v.name for v in state.voices if name in {u.id for u in v.case.frameworks}]
        _held_by_some(state, ("framework", name), using)


def merged_norms(state: Merging) -> None:
    """Take in every norm; one that only some hold is theirs unless it says whose it is.

    Norms that stand for a reading of one that is written come in with that.
    """
    entries: dict[str, Node] = dict(state.mapping("norms"))
    written = (n for voice in state.voices for n in voice.case.norms if voice.node("norms", n))
    for name in dict.fromkeys(written):
        holding = [voice for voice in state.voices if voice.node("norms", name)]
        node = holding[0].node("norms", name)
        assert isinstance(node, MapNode), "a norm is a mapping"
        entries[name] = node
        names = [voice.name for voice in holding]
        if len(holding) < len(state.voices):
            entries[name] = by(node, names)
        _held_by_some(state, ("norm", name), names)
    state.put("norms", MapNode(entries, {}) if entries else None)


def merged_reasons(state: Merging) -> None:
    """Take in every stated reason once; a voice's own id gives way to one that is taken."""
    found: list[Node] = []
    taken: set[str] = set()
    told: dict[object, tuple[str, list[str]]] = {}
    for voice in state.voices:
        reasons = zip(voice.case.reasons, items_of(voice, "reasons"), strict=True)
        for reason, node in reasons:
            says = replace(reason, id="")
            if says in told:
                name, names = told[says]
                names.append(voice.name)
            else:
                name = state.unused(reason.id, voice.name, taken)
                told[says] = (name, [voice.name])
                found.append(_named(node, name) if voice is not state.first else node)
            state.renamed[voice.name, "reason", reason.id] = name
    state.put("reasons", ListNode(tuple(found)) if found else None)
    for name, names in told.values():
        _held_by_some(state, ("reason", name), names)


def by(node: MapNode, names: list[str]) -> MapNode:
    """Answers an entry in the name of voices, unless it says already whose it is."""
    if "by" in node.entries:
        return node
    return MapNode({**node.entries, "by": ScalarNode(" and ".join(names), False)}, {})


def _named(node: Node, name: str) -> Node:
    """Answers an entry under an id of its own, for its place no longer gives it one."""
    assert isinstance(node, MapNode), "a reason is a mapping"
    return MapNode({"id": ScalarNode(name, False), **_rest(node)}, {})


def _rest(node: MapNode) -> dict[str, Node]:
    return {key: inner for key, inner in node.entries.items() if key != "id"}


def _held_by_some(state: Merging, what: tuple[str, str], names: list[str]) -> None:
    """Note a source that not all voices have; it can be set aside by an accepted challenge."""
    kind, name = what
    if len(set(names)) == len(state.voices):
        return
    challenge: dict[str, Node] = {
        "id": ScalarNode("set_aside", False),
        "status": ScalarNode("accepted", False),
        "against": MapNode({kind: ScalarNode(name, False)}, {}),
    }
    aside = Settlement("set aside", ("challenges", "+"), MapNode(challenge, {}))
    kept = Settlement("kept", (), MapNode({}, {}))
    path = f"{kind}s.{name}"
    state.differ(kind, path, state.held_by(names, "holds it"), "taken in", (kept, aside))
