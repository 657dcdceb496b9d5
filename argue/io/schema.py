"""The JSON Schema of a case file, from the table of fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from argue import registry
from argue.io.case_fields import CASE
from argue.io.framework_uses import fields_of
from argue.io.kinds import ID_PATTERN, RESERVED, Field, Kind
from argue.io.upgrade.formats import NEWEST, RENAMED, Renamed
from argue.io.value_kinds import LITERAL_PATTERN, NUMBER_PATTERN

Schema = dict[str, Any]


def case_schema() -> Schema:
    """Answers the JSON Schema (draft 2020-12) of a case file, with every framework installed.

    It knows the structure; what ids refer to and how numbers hang together, only the reader does.
    """
    found: Schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{NEWEST.replace('/', ':')}",
        "title": "A case for argue",
        "description": "Who may do what, who is burdened how much, and what is disputed.",
        **_record(CASE),
        "$defs": {
            "number": _exact(),
            "condition": _condition(),
            "cell": _cell(absent=True),
            "quantity": _cell(absent=False),
            "framework": _framework(),
        },
    }
    for entry in RENAMED:
        _add_old_name(found, entry)
    return found


def study_schema() -> Schema:
    """Answers the JSON Schema of a file of judgements that `argue fit` learns from."""
    from argue.io.study import STUDY  # noqa: PLC0415  (only where it is asked for)

    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:argue:study:v1",
        "title": "Judgements for argue fit",
        **_record(STUDY),
        "$defs": {"number": _exact(), "condition": _condition()},
    }


def _add_old_name(schema: Schema, entry: Renamed) -> None:
    """Let a key also stand under its old name, which editors show as deprecated."""
    for step in entry.under:
        inside = {"[]": "items", "*": "additionalProperties"}.get(step)
        schema = schema[inside] if inside else schema["properties"][step]
    said = {"description": f"Called {entry.new} since {entry.since}.", "deprecated": True}
    schema["properties"][entry.old] = {**schema["properties"][entry.new], **said}


def _schema(kind: Kind) -> Schema:
    return _SCHEMAS[kind.name](kind)


def _record(kind: Kind) -> Schema:
    return _object(kind.fields)


def _object(fields: Iterable[Field]) -> Schema:
    fields = tuple(fields)
    required = [field.name for field in fields if field.required]
    return {
        "type": "object",
        "properties": {field.name: _property(field) for field in fields},
        "patternProperties": {"^x-": True},
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }


def _property(field: Field) -> Schema:
    default = f" If left out: {field.default}." if field.default else ""
    return {"description": field.doc + default, **_schema(field.kind)}


def _text(kind: Kind) -> Schema:
    types = ["string", *kind.words] if kind.words else "string"
    return {"type": types, **({"pattern": r"\S"} if kind.least else {})}


def _id(group: str) -> Schema:
    reserved = (*RESERVED.get(group, ()), "true", "false", "null")
    refused = {*reserved, "True", "False", "Null", "TRUE", "FALSE", "NULL"}
    return {"type": "string", "pattern": f"^{ID_PATTERN}$", "not": {"enum": sorted(refused)}}


def _new(kind: Kind) -> Schema:
    return _id(kind.group)


def _ref(kind: Kind) -> Schema:
    if kind.group in ("source", "priority"):
        return {"type": "string", "minLength": 1}
    return {"type": "string", "pattern": f"^{ID_PATTERN}$"}


def _exact(kind: Kind | None = None) -> Schema:
    """Answers the schema of an exact number; its bounds bind only what JSON calls a number."""
    number: Schema = {"type": "number"}
    if kind is not None and kind.low is not None:
        number["exclusiveMinimum" if kind.above else "minimum"] = kind.low
    if kind is not None and kind.high is not None:
        number["maximum"] = kind.high
    return {"anyOf": [number, {"type": "string", "pattern": f"^(?:{NUMBER_PATTERN})$"}]}


def _number(kind: Kind) -> Schema:
    bounded = kind.low is not None or kind.high is not None
    return _exact(kind) if bounded else {"$ref": "#/$defs/number"}


def _list(kind: Kind) -> Schema:
    assert kind.of is not None
    found: Schema = {"type": "array", "items": _schema(kind.of)}
    if kind.most is not None:
        found |= {"minItems": kind.least, "maxItems": kind.most}
    return found


def _pair(kind: Kind) -> Schema:
    items = [_property(field) for field in kind.fields]
    return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}


def _map(kind: Kind) -> Schema:
    assert kind.of is not None
    assert kind.keys is not None
    keys = _schema(kind.keys)
    found: Schema = {
        "type": "object",
        "propertyNames": keys,
        "additionalProperties": _schema(kind.of),
    }
    return {**found, "minProperties": kind.least} if kind.least else found


def _either(kind: Kind) -> Schema:
    return {"anyOf": [_schema(each) for each in kind.kinds]}


def _condition() -> Schema:
    literal = {"type": "string", "pattern": f"^\\s*{LITERAL_PATTERN}\\s*$"}
    return {"anyOf": [literal, {"type": "array", "items": literal, "minItems": 1}]}


def _because(kind: Kind) -> Schema:
    return {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/condition"}]}


def _cell(*, absent: bool) -> Schema:
    here = {"$ref": f"#/$defs/{'cell' if absent else 'quantity'}"}
    number = {"$ref": "#/$defs/number"}
    share = _exact(Kind("number", low=0, high=1))
    prize = [share, {"$ref": "#/$defs/quantity"}]
    choice: Schema = {
        "type": "object",
        "properties": {"if": {"$ref": "#/$defs/condition"}, "then": here, "else": here},
        "required": ["if", "then", "else"],
        "additionalProperties": False,
    }
    lottery: Schema = {
        "type": "object",
        "properties": {
            "lottery": {
                "type": "array",
                "minItems": 1,
                "items": {"type": "array", "prefixItems": prize, "minItems": 2, "maxItems": 2},
            }
        },
        "required": ["lottery"],
        "additionalProperties": False,
    }
    interval: Schema = {"type": "array", "items": number, "minItems": 2, "maxItems": 2}
    word = [{"const": "absent"}] if absent else []
    return {"anyOf": [number, *word, interval, choice, lottery]}


def _table(kind: Kind) -> Schema:
    cell = {"$ref": "#/$defs/cell"}
    names = {"type": "string", "pattern": f"^{ID_PATTERN}$"}
    row = {"type": "object", "propertyNames": names, "additionalProperties": cell}
    return {
        "type": "object",
        "properties": {"default": {"description": "For every cell not given.", **cell}},
        "propertyNames": names,
        "additionalProperties": row,
    }


def _mode(kind: Kind) -> Schema:
    enough: Schema = {
        "type": "object",
        "properties": {"enough": {"$ref": "#/$defs/number"}},
        "required": ["enough"],
        "additionalProperties": False,
    }
    return {"anyOf": [{"enum": ["best", "test"]}, enough]}


def _framework() -> Schema:
    """Answers the schema of one entry of frameworks: a name, or a mapping with its parameters."""
    types = registry.known_types()
    return {"anyOf": [{"enum": list(types)}, *(_use(name) for name in types)]}


def _use(name: str) -> Schema:
    found = _object(fields_of(registry.framework(name)))
    found["properties"]["type"] = {"description": "Which framework it is.", "const": name}
    named_by_id: Schema = {"properties": {"id": {"const": name}}, "required": ["id"]}
    return {"title": name, **found, "anyOf": [{"required": ["type"]}, named_by_id]}


def _fixed(schema: Schema) -> Callable[[Kind], Schema]:
    return lambda kind: dict(schema)


_SCHEMAS: dict[str, Callable[[Kind], Schema]] = {
    "text": _text,
    "flag": _fixed({"type": "boolean"}),
    "number": _number,
    "word": lambda kind: {"enum": list(kind.words)},
    "new": _new,
    "ref": _ref,
    "list": _list,
    "pair": _pair,
    "map": _map,
    "record": _record,
    "either": _either,
    "condition": _fixed({"$ref": "#/$defs/condition"}),
    "because": _because,
    "cell": lambda kind: {"$ref": f"#/$defs/{'cell' if kind.words else 'quantity'}"},
    "table": _table,
    "mapping": _fixed({"type": "object"}),
    "framework": _fixed({"$ref": "#/$defs/framework"}),
    "mode": _mode,
}
