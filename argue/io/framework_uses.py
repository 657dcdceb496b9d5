"""Readers of the uses of moral frameworks, whose keys are those their type declares."""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import Any, cast

from argue import registry
from argue.errors import UnknownId
from argue.io.entry_fields import FRAMEWORK_FIELDS, RESIDUE_FIELD, TABLE_FIELD
from argue.io.kinds import FLAG, TEXT, Field, Kind, described, list_of, ref, word
from argue.io.nodes import MapNode, Mark, Node, ScalarNode, sort_of
from argue.io.phrasing import did_you_mean, quoted
from argue.io.reading import HERE, MISSING, Reader, ReadKind
from argue.model.case import FrameworkUse, Mode
from argue.model.framework import Framework, Parameter

_OWN = tuple(field.name for field in FRAMEWORK_FIELDS)


def parameter_kind(parameter: Parameter) -> Kind:
    """Answers what a parameter of a framework may hold."""
    named = TEXT
    if parameter.group:
        named = ref(parameter.group, *parameter.choices)
    elif parameter.choices:
        named = word(*parameter.choices)
    kinds = {
        "choice": named,
        "number": Kind("number", low=parameter.low, high=parameter.high),
        "flag": FLAG,
        "text": named,
        "names": list_of(named),
    }
    return kinds[parameter.kind]


def _in_words(default: Any) -> str:
    """Answers a default as the docs say it, empty where there is none."""
    if isinstance(default, tuple):
        return ", ".join(map(str, cast("tuple[object, ...]", default)))
    return "" if default is None else str(default)


def fields_of(framework: Framework) -> tuple[Field, ...]:
    """Answers the keys that a use of this framework may have."""
    fields = {field.name: field for field in FRAMEWORK_FIELDS}
    if framework.reads in ("payoffs", "general"):
        fields["table"] = TABLE_FIELD
    if framework.complaints:
        fields["residue_above"] = RESIDUE_FIELD
    for parameter in framework.parameters:
        default = _in_words(parameter.default)
        fields[parameter.name] = Field(
            parameter.name, parameter_kind(parameter), parameter.doc, default
        )
    return tuple(fields.values())


def read_use(reader: Reader, node: Node, kind: Kind, path: str) -> Any:
    """Reads the name of a framework, or a mapping with its id, type, mode and parameters."""
    if isinstance(node, ScalarNode) and sort_of(node) == "text":
        return _named(reader, node, path)
    if not isinstance(node, MapNode):
        return reader.wrong(node, path, described(kind))
    place = "type" if "type" in node.entries else "id"
    named = node.entries.get(place)
    if not isinstance(named, ScalarNode) or sort_of(named) != "text":
        if named is None:
            message, advice = f"{path}.id is missing", "id: the name of a framework"
            return reader.problem("C016", message, path, mark=node.mark, advice=advice)
        return reader.wrong(named, f"{path}.{place}", "text")
    framework = _framework(reader, named.text, f"{path}.{place}", named.mark)
    if framework is None:
        _declared_anyway(reader, node, path)
        return MISSING
    values = reader.record(node, fields_of(framework), path, f"framework {named.text}")
    name = values.get("id", MISSING)
    if "id" not in node.entries:
        name = reader.declare(named.text, "framework", path, named.mark)
    values["type"] = named.text
    return MISSING if name is MISSING else _use(reader, framework, name, values)


def _named(reader: Reader, node: ScalarNode, path: str) -> Any:
    framework = _framework(reader, node.text, path, node.mark)
    if framework is None:
        reader.declared.setdefault("framework", {}).setdefault(node.text, path)
        return MISSING
    name = reader.declare(node.text, "framework", path, node.mark)
    return MISSING if name is MISSING else FrameworkUse(name, node.text)


def _declared_anyway(reader: Reader, node: MapNode, path: str) -> None:
    """Enter the id of a framework that is not known, so that it is complained of only once."""
    name = node.entries.get("id", node.entries.get("type"))
    if isinstance(name, ScalarNode):
        reader.declared.setdefault("framework", {}).setdefault(name.text, path)


def _framework(reader: Reader, name: str, path: str, mark: Mark) -> Framework | None:
    try:
        framework = registry.framework(name)
    except UnknownId as error:
        message = f"unknown framework {quoted(name)}"
        advice = partial(did_you_mean, name, error.known)
        reader.problem("C012", message, path, mark=mark, advice=advice)
        return None
    if framework.built_in is not None:
        reader.declared.setdefault("built_in", {})[framework.built_in.id] = path
    return framework


def _use(reader: Reader, framework: Framework, name: str, values: dict[str, Any]) -> Any:
    mode, enough = values.get("mode", (None, None))
    offered = {
        Mode.ENOUGH: framework.value is not None,
        Mode.TEST: framework.mode is Mode.TEST,
    }
    if not offered.get(mode, True):
        path = f"{values[HERE]}.mode"
        message = f"{values['type']} does not offer mode {mode}"
        modes = [m for m, offers in offered.items() if offers]
        advice = "it offers best" + "".join(f", {m}" for m in modes)
        return reader.problem("C043", message, path, advice=advice)
    parameters = {key: v for key, v in values.items() if key not in (HERE, *_OWN)}
    return FrameworkUse(name, values["type"], mode, enough, MappingProxyType(parameters))


FRAMEWORK_READERS: dict[str, ReadKind] = {"framework": read_use}
