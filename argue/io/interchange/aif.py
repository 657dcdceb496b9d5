"""The Argument Interchange Format as JSON, in the manner of AIFdb and OVA.

Points are I-nodes, inferences RA-nodes, rephrases MA-nodes, conflicts CA-nodes; edges join a node
of one sort with one of the other. The nodes of a dialogue (L, TA, YA) and their edges are passed
over: who said what is no part of a map. Source: [AIF06].
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from argue.io.interchange.json_text import JsonText, json_of
from argue.io.interchange.maps import (
    INFERENCE,
    REPHRASE,
    ArgumentMap,
    Conflict,
    Parts,
    Point,
    af_of_map,
    fresh_ids,
    map_of_af,
)
from argue.model.af import AF

DIALOGUE = frozenset({"L", "TA", "YA"})
SCHEMES = {"RA": INFERENCE, "MA": REPHRASE}
TEXTS = {INFERENCE: "Default Inference", REPHRASE: "Default Rephrase"}
_TYPES = {kind: type_ for type_, kind in SCHEMES.items()}


def load(data: bytes, file: str = "graph") -> AF:
    """Answers the bare graph of a file; raises CaseError, ArgueError for inferences."""
    return af_of_map(load_map(data, file))


def dump(af: AF) -> str:
    """Answers the file of a bare graph: arguments are I-nodes, attacks CA-nodes."""
    return dump_map(map_of_af(af))


def load_map(data: bytes, file: str = "graph") -> ArgumentMap:
    """Answers the map of a file; raises CaseError that names the entry, LimitExceeded."""
    return _Reader(JsonText(data, file)).found()


class _Reader:
    """Reads one file: nodes first, then edges, then the conflicts that edges lead through."""

    def __init__(self, text: JsonText) -> None:
        self.text = text
        self.parts = Parts(self._wrong)
        self.types: dict[str, str] = {}
        self.conditions: dict[str, str] = {}
        self.places: dict[str, str] = {}
        self.attackers: dict[str, dict[str, None]] = {}
        self.attacked: dict[str, dict[str, None]] = {}

    def found(self) -> ArgumentMap:
        """Answers the map."""
        for path, entry in self.text.objects("nodes"):
            self._node(entry, path)
        for path, entry in self.text.objects("edges"):
            self._edge(entry, path)
        for conflict in self.conditions:
            self._conflict(conflict)
        return self.parts.assembled()

    def _wrong(self, name: str, message: str, advice: str) -> NoReturn:
        self.text.wrong(self.places.get(name, ""), message, advice)

    def _node(self, entry: Mapping[str, Any], path: str) -> None:
        name = self.text.name(entry, "nodeID", path)
        if name in self.types:
            self.text.wrong(f"{path}.nodeID", f"the nodeID {name!r} is used twice", "rename one")
        self.places[name] = path
        self.types[name] = type_ = self.text.text(entry, "type", path)
        if type_ == "I":
            text, kind = (self.text.text(entry, key, path) for key in ("text", "kind"))
            self.parts.points[name] = Point(name, "" if text == name else text, kind)
        elif type_ in SCHEMES:
            self.parts.schemes[name] = SCHEMES[type_]
        elif type_ == "CA":
            self.conditions[name] = self.text.text(entry, "condition", path)
            self.attackers[name], self.attacked[name] = {}, {}
        elif type_ not in DIALOGUE:
            advice = "one of: I, RA, CA, MA, and L, TA, YA, which are passed over"
            self.text.wrong(f"{path}.type", f"nodes of type {type_!r} are not read", advice)

    def _edge(self, entry: Mapping[str, Any], path: str) -> None:
        ends = [self.text.name(entry, key, path) for key in ("fromID", "toID")]
        for key, end in zip(("fromID", "toID"), ends, strict=True):
            if end not in self.types:
                self.text.wrong(f"{path}.{key}", f"there is no node {end!r}", "list it under nodes")
        types = [self.types[end] for end in ends]
        source, target = ends
        if DIALOGUE & set(types):
            return
        if types[1] == "CA" and types[0] == "I":
            self.attackers[target][source] = None
        elif types[0] == "CA" and types[1] in ("I", *SCHEMES):
            self.attacked[source][target] = None
        elif types.count("I") == 1 and "CA" not in types:
            self.parts.supports.append((source, target))
        else:
            advice = "join I-nodes with RA-, MA- or CA-nodes, or a CA-node with what it attacks"
            self.text.wrong(path, f"an edge from {types[0]} to {types[1]} is not read", advice)

    def _conflict(self, name: str) -> None:
        attackers, attacked = self.attackers[name], self.attacked[name]
        if len(attackers) != 1 or not attacked:
            advice = "a CA-node has one edge from what attacks, and edges to what it attacks"
            self._wrong(name, f"the conflict {name!r} has {len(attackers)} attackers", advice)
        (attacker,) = attackers
        condition = self.conditions[name]
        self.parts.conflicts += [Conflict(attacker, target, condition) for target in attacked]


def dump_map(found: ArgumentMap) -> str:
    """Answers the file of a map; a condition of a conflict is kept beside its node."""
    nodes = [_node(point.id, "I", point.text or point.id, point.kind) for point in found.points]
    edges: list[tuple[str, str]] = []
    for each in found.inferences:
        nodes.append(_node(each.id, _TYPES[each.kind], TEXTS[each.kind]))
        edges += [(premise, each.id) for premise in each.premises]
        edges.append((each.id, each.conclusion))
    new = fresh_ids("ca", (node["nodeID"] for node in nodes))
    for one in found.conflicts:
        node = _node(new(), "CA", "Default Conflict")
        nodes.append({**node, "condition": one.condition} if one.condition else node)
        edges += [(one.attacker, node["nodeID"]), (node["nodeID"], one.target)]
    written = [
        {"edgeID": f"e{place}", "fromID": source, "toID": target}
        for place, (source, target) in enumerate(edges, start=1)
    ]
    return json_of({"nodes": nodes, "edges": written, "locutions": []})


def _node(name: str, type_: str, text: str, kind: str = "") -> dict[str, str]:
    node = {"nodeID": name, "text": text, "type": type_}
    return {**node, "kind": kind} if kind else node
