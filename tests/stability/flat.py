"""JSON Schemas and data as flat lists of lines, one for every key, kind and word."""

from collections.abc import Iterator
from typing import Any

REQUIRES = "requires "


def flat_schema(schema: dict[str, Any]) -> set[str]:
    """A JSON Schema line by line: `path: kind`, `path = word`, and `requires path`."""
    lines = set(_schema(schema, ""))
    for name, inner in schema.get("$defs", {}).items():
        lines |= set(_schema(inner, f"${name}"))
    return lines


def broken(before: set[str], now: set[str], *, read: bool) -> set[str]:
    """The lines whose coming or going breaks a promise about a file.

    Of a file that the program reads nothing may go and no more may be required; of one it writes
    nothing may go at all.
    """
    gone, came = before - now, now - before
    if not read:
        return gone
    lost = {line for line in gone if not line.startswith(REQUIRES)}
    old = {line.removeprefix(REQUIRES) for line in gone if line.startswith(REQUIRES)}
    asked = {line for line in came if line.startswith(REQUIRES)}
    parents = {line.partition(":")[0] for line in before}
    known = {line for line in asked if line[len(REQUIRES) :].rpartition(".")[0] in parents | {""}}
    return lost | {line for line in known if line.removeprefix(REQUIRES) not in old}


def _schema(schema: Any, path: str) -> Iterator[str]:
    if schema is True or not schema:
        yield f"{path}: anything"
        return
    if "$ref" in schema:
        yield f"{path}: ${schema['$ref'].removeprefix('#/$defs/')}"
        return
    for inner in (*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ())):
        yield from _schema(inner, path)
    kinds = schema.get("type", ())
    for kind in [kinds] if isinstance(kinds, str) else kinds:
        yield f"{path}: {kind}"
    for word in (*schema.get("enum", ()), *([schema["const"]] if "const" in schema else ())):
        yield f"{path} = {word}"
    for key in schema.get("required", ()):
        yield f"{REQUIRES}{path}.{key}"
    yield from _inside(schema, path)


def _inside(schema: dict[str, Any], path: str) -> Iterator[str]:
    for key, inner in schema.get("properties", {}).items():
        yield f"{path}.{key}: deprecated" if inner.get("deprecated") else f"{path}.{key}"
        yield from _schema(inner, f"{path}.{key}")
    for key, inner in schema.get("patternProperties", {}).items():
        yield from _schema(inner, f"{path}.{key}")
    if isinstance(schema.get("additionalProperties"), dict):
        yield from _schema(schema["additionalProperties"], f"{path}.*")
    if isinstance(schema.get("items"), dict):
        yield from _schema(schema["items"], f"{path}[]")
    for index, inner in enumerate(schema.get("prefixItems", ())):
        yield from _schema(inner, f"{path}[{index}]")


BY_ID = (".missed", ".norms", ".roles", ".statuses")
"""How paths of mappings end that are by id wherever they stand."""

KINDS = {str: "text", bool: "flag", int: "number", float: "number", type(None): "nothing"}


def flat_data(data: Any, ids: set[str], path: str = "") -> Iterator[str]:
    """Data line by line: `path: kind`; a mapping by ids of the case has `*` for them."""
    if isinstance(data, dict):
        by_id = path.endswith(BY_ID) or all(key in ids or not key.isidentifier() for key in data)
        for key, inner in data.items():
            yield from flat_data(inner, ids, f"{path}.{'*' if by_id else key}")
    elif isinstance(data, list):
        yield f"{path}: list"
        for item in data:
            yield from flat_data(item, ids, f"{path}[]")
    else:
        yield f"{path}: {KINDS[type(data)]}"
