"""The node-link JSON of networkx, D3 and others: `nodes` with an id, `edges` from source to target.

An edge is an attack unless its `relation` is `support`. An inference is a node whose `role` is
`inference`: supports lead to it from its premises, and one from it to its conclusion. Files with
the older key `links` are read too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argue.io.interchange.json_text import JsonText, json_of
from argue.io.interchange.maps import (
    INFERENCE,
    REPHRASE,
    ArgumentMap,
    Conflict,
    Inference,
    Parts,
    Point,
    af_of_map,
    map_of_af,
)
from argue.model.af import AF

ATTACK = "attack"
SUPPORT = "support"


def load(data: bytes, file: str = "graph") -> AF:
    """Answers the bare graph of a file; raises CaseError, ArgueError for supports."""
    return af_of_map(load_map(data, file))


def dump(af: AF) -> str:
    """Answers the file of a bare graph."""
    return dump_map(map_of_af(af))


def load_map(data: bytes, file: str = "graph") -> ArgumentMap:
    """Answers the map of a file; raises CaseError that names the entry, LimitExceeded."""
    text = JsonText(data, file)
    if "nodes" in text.root and "edges" not in text.root and "links" not in text.root:
        text.wrong("edges", "no edges", 'write "edges": [] for a graph without attacks')
    if not text.flag("directed", True):
        text.wrong("directed", "an undirected graph does not say what attacks", "make it directed")
    parts = Parts(text.wrong)
    for path, entry in text.objects("nodes"):
        _read_node(text, parts, entry, path)
    for path, entry in text.objects("edges" if "edges" in text.root else "links"):
        _read_edge(text, parts, entry, path)
    graph = text.root.get("graph")
    if isinstance(graph, dict):
        parts.title = text.text(graph, "title", "graph")  # pyright: ignore[reportUnknownArgumentType]  (JSON)
    return parts.assembled()


def _read_node(text: JsonText, parts: Parts, entry: Mapping[str, Any], path: str) -> None:
    if "nodeID" in entry:
        text.wrong(path, "this is a node of AIF", "say so: name the file .aif, or --from aif")
    name = text.name(entry, "id", path)
    if name in parts.points or name in parts.schemes:
        text.wrong(f"{path}.id", f"the id {name!r} is used twice", "give every node its own")
    kind = text.text(entry, "kind", path)
    if text.text(entry, "role", path) == INFERENCE:
        parts.schemes[name] = REPHRASE if kind == REPHRASE else INFERENCE
    else:
        parts.points[name] = Point(name, text.text(entry, "text", path), kind)


def _read_edge(text: JsonText, parts: Parts, entry: Mapping[str, Any], path: str) -> None:
    ends = (text.name(entry, "source", path), text.name(entry, "target", path))
    for key, end in zip(("source", "target"), ends, strict=True):
        if end not in parts.points and end not in parts.schemes:
            text.wrong(f"{path}.{key}", f"there is no node {end!r}", "list it under nodes")
    relation = text.text(entry, "relation", path) or ATTACK
    if relation == ATTACK and ends[0] in parts.points:
        parts.conflicts.append(Conflict(*ends, text.text(entry, "condition", path)))
    elif relation == SUPPORT and not (ends[0] in parts.schemes and ends[1] in parts.schemes):
        parts.supports.append(ends)
    elif relation in (ATTACK, SUPPORT):
        text.wrong(path, f"an inference cannot {relation} this", "put a point between the two")
    else:
        text.wrong(f"{path}.relation", f"the relation {relation!r}", "write attack or support")


def dump_map(found: ArgumentMap) -> str:
    """Answers the file of a map, which `networkx.node_link_graph(data, edges="edges")` reads."""
    nodes: list[dict[str, str]] = [
        _known(id=point.id, text=point.text, kind=point.kind) for point in found.points
    ]
    nodes += [_known(id=each.id, role=INFERENCE, kind=each.kind) for each in found.inferences]
    edges = [
        _known(source=one.attacker, target=one.target, relation=ATTACK, condition=one.condition)
        for one in found.conflicts
    ]
    edges += [
        {"source": source, "target": target, "relation": SUPPORT}
        for each in found.inferences
        for source, target in _supports(each)
    ]
    head = {"directed": True, "multigraph": False, "graph": _known(title=found.title)}
    return json_of({**head, "nodes": nodes, "edges": edges})


def _supports(each: Inference) -> list[tuple[str, str]]:
    return [*((premise, each.id) for premise in each.premises), (each.id, each.conclusion)]


def _known(**values: str) -> dict[str, str]:
    """Answers the values that are not empty."""
    return {key: value for key, value in values.items() if value}
