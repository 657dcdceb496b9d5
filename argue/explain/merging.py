"""Several submissions on one choice made into one case that says who holds what.

What all say stays as it is. Numbers that differ become intervals or depend on a disputed fact,
facts on which voices differ are disputed, a challenge that not all make is raised, and of
priorities that go in a circle none is kept, so that the ranking is open. What some say and
nobody denies is taken in, in their name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argue.explain.merged_cells import INTERVAL, CellMerge, as_held, held_by
from argue.explain.merged_entries import merged_challenges, merged_considered, merged_priorities
from argue.explain.merged_lists import merged_norms, merged_reasons, merged_uses
from argue.explain.merging_state import Disagreement, Merging, Settlement, words_of
from argue.explain.voices import Voice, check_one_choice
from argue.io.editing import edited, same
from argue.io.nodes import MapNode, Node, ScalarNode
from argue.io.writing import block, flow
from argue.model.case import FactStatus
from argue.model.record import record

VOICES = "x-voices"
"""The free key of a merged case under which stands who holds what."""

KNOWN = (FactStatus.AGREED, FactStatus.ASSUMED)


@record
class Merged:
    """A merged case as a tree and as text, where its voices differ, and what else is to be said."""

    root: MapNode
    text: str
    voices: tuple[Voice, ...]
    disagreements: tuple[Disagreement, ...]
    notes: tuple[str, ...]


def merge(voices: Sequence[Voice], *, numbers: str = INTERVAL) -> Merged:
    """Answers one case for several submissions on one choice.

    `numbers` says what numbers that differ become: `interval` or `fact`.

    Raises: CaseError where submissions differ in what a case can say only once.
    """
    check_one_choice(voices)
    state = Merging(tuple(voices))
    _texts(state)
    _facts(state)
    _tables(state, numbers)
    merged_uses(state)
    merged_norms(state)
    merged_reasons(state)
    merged_priorities(state)
    merged_challenges(state)
    merged_considered(state)
    _credences(state)
    held = {d.path: MapNode(_scalars(d.held), {}) for d in state.disagreements}
    if held:
        state.entries[VOICES] = MapNode({**held}, {})
    root = MapNode(state.entries, {})
    text = edited(voices[0].case.written, root)
    if text is None:
        state.notes.append(f"comments: left out, for {voices[0].file} had to be written anew")
        text = block(root)
    return Merged(root, text, tuple(voices), tuple(state.disagreements), tuple(state.notes))


def _scalars(texts: Mapping[str, str]) -> dict[str, Node]:
    return {key: ScalarNode(text, False) for key, text in texts.items()}


def _texts(state: Merging) -> None:
    """Keep the first voice's words about the case, and say where another has other words."""
    first = state.first
    for key in ("title", "question", "source", "text", "tags", "context"):
        for voice in state.voices[1:]:
            mine, theirs = first.node(key), voice.node(key)
            if theirs is not None and (mine is None or not same(mine, theirs)):
                state.notes.append(f"{key}: kept as in {first.at(key)}, not as in {voice.at(key)}")
    for group in ("options", "standpoints"):
        for name in getattr(first.case, group):
            for voice in state.voices[1:]:
                path = f"{group}.{name}"
                if getattr(first.case, group)[name].text != getattr(voice.case, group)[name].text:
                    said = f"worded as in {first.at(path)}, not as in {voice.at(path)}"
                    state.notes.append(f"{path}: {said}")


def _facts(state: Merging) -> None:
    """Take in every fact; one that voices see differently is disputed.

    Facts that stand for something written elsewhere, as how a norm is read, come in with that.
    """
    entries = dict(state.mapping("facts"))
    written = (f for voice in state.voices for f in voice.case.facts if voice.node("facts", f))
    for name in dict.fromkeys(written):
        having = [voice for voice in state.voices if voice.node("facts", name)]
        node = having[0].node("facts", name)
        assert isinstance(node, MapNode), "a fact is a mapping"
        held = {voice.name: voice.case.facts[name].status for voice in having}
        status = _status(set(held.values()))
        entries[name] = _with(node, "status", str(status)) if len(set(held.values())) > 1 else node
        if len({voice.case.facts[name].credence for voice in having}) > 1:
            entries[name] = _without(entries[name], "credence")
            told = {v.name: words_of(v.node("facts", name, "credence")) for v in having}
            state.differ("credence", f"facts.{name}.credence", told, "left out")
        if status is FactStatus.DISPUTED and len(set(held.values())) > 1:
            path = ("facts", name)
            ways = (("it holds", "agreed"), ("it does not hold", "denied"))
            settled = tuple(Settlement(w, path, _with(node, "status", s)) for w, s in ways)
            told = {voice: str(status) for voice, status in held.items()}
            state.differ("fact", f"facts.{name}", told, "disputed", settled)
    if entries:
        state.entries["facts"] = MapNode(entries, {})


def _status(held: set[FactStatus]) -> FactStatus:
    if len(held) == 1:
        return next(iter(held))
    return FactStatus.ASSUMED if held <= set(KNOWN) else FactStatus.DISPUTED


def _with(node: Node, key: str, word: str) -> MapNode:
    return MapNode({**_entries(node), key: ScalarNode(word, True)}, {})


def _without(node: Node, key: str) -> MapNode:
    return MapNode({name: inner for name, inner in _entries(node).items() if name != key}, {})


def _tables(state: Merging, numbers: str) -> None:
    """Merge every cell of payoffs, general and universal."""
    cells = CellMerge(numbers, state.taken)
    for table in ("payoffs", "general"):
        _table(state, cells, table)
    _universal(state, cells)
    if cells.facts:
        state.entries["facts"] = MapNode({**state.mapping("facts"), **cells.facts}, {})


def _table(state: Merging, cells: CellMerge, table: str) -> None:
    if all(voice.node(table) is None for voice in state.voices):
        return
    rows: dict[str, Node] = dict(state.mapping(table))
    for option in state.first.case.options:
        row: dict[str, Node] = dict(_entries(rows.get(option)))
        for person in state.first.case.standpoints:
            found = {v.name: _cell(v, table, (option, person)) for v in state.voices}
            held = {name: cell for name, cell in found.items() if cell is not None}
            if held and any(_states(voice, table, (option, person)) for voice in state.voices):
                merged = _one_cell(state, cells, (table, option, person), held)
                here = _cell(state.first, table, (option, person))
                if here is None or not same(merged, here) or person in row:
                    row[person] = merged
        if row:
            rows[option] = MapNode(row, {})
    state.entries[table] = MapNode(rows, {})


def _cell(voice: Voice, table: str, place: tuple[str, str]) -> Node | None:
    """Answers a cell as a voice has it: in its row, by default, or for `general` in payoffs."""
    option, person = place
    for keys in ((option, person), (option, "default"), ("default",)):
        found = voice.node(table, *keys)
        if found is not None:
            return found
    return _cell(voice, "payoffs", place) if table == "general" else None


def _states(voice: Voice, table: str, place: tuple[str, str]) -> bool:
    """Answers whether a voice gives a cell of a table itself; one of `general` may be left out."""
    option, person = place
    stated = [voice.node(table, *keys) for keys in ((option, person), (option, "default"))]
    return table == "payoffs" or any(stated)


def _one_cell(
    state: Merging, cells: CellMerge, path: tuple[str, ...], held: Mapping[str, Node]
) -> Node:
    """Answers a merged cell, and notes where voices differ on it."""
    node = cells.merged(".".join(path), held)
    first = next(iter(held.values()))
    if any(not same(first, other) for other in held.values()):
        told = {voice: flow(cell) for voice, cell in held.items()}
        settled = [Settlement(as_held(names), path, cell) for names, cell in held_by(held)]
        state.differ("number", ".".join(path), told, flow(node), settled)
    return node


def _universal(state: Merging, cells: CellMerge) -> None:
    """Merge what would be if everybody did it, and if nobody did."""
    entries: dict[str, Node] = {}
    for option in state.first.case.options:
        found = {v.name: v.node("universal", option) for v in state.voices}
        held = {name: node for name, node in found.items() if node is not None}
        if not held:
            return
        first = next(iter(held.values()))
        if all(same(first, node) for node in held.values()):
            entries[option] = first
            continue
        pairs = {name: _pair(node) for name, node in held.items()}
        inside = {
            key: _one_cell(
                state, cells, ("universal", option, key), {v: p[key] for v, p in pairs.items()}
            )
            for key in ("all", "nobody")
        }
        entries[option] = MapNode(inside, {})
    state.entries["universal"] = MapNode(entries, {})


def _pair(node: Node) -> Mapping[str, Node]:
    """Answers both extremes; an omission leaves everything as it is."""
    zero = ScalarNode("0", True)
    return node.entries if isinstance(node, MapNode) else {"all": zero, "nobody": zero}


def _entries(node: Node | None) -> Mapping[str, Node]:
    return node.entries if isinstance(node, MapNode) else {}


def _credences(state: Merging) -> None:
    """Keep credences in sources on which nobody differs: they are never averaged."""
    kept: dict[str, Node] = {}
    for source in dict.fromkeys(s for v in state.voices for s in v.case.credences):
        having = [v for v in state.voices if source in v.case.credences]
        node = having[0].node("credences", source)
        if node is not None and len({v.case.credences[source] for v in having}) == 1:
            kept[source] = node
        else:
            told = {v.name: words_of(v.node("credences", source)) for v in having}
            state.differ("credence", f"credences.{source}", told, "left out")
    state.put("credences", MapNode(kept, {}) if kept else None)
