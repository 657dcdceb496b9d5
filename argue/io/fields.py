"""The table of fields for its readers: the kind of a whole case, its schema, and its docs."""

from __future__ import annotations

from collections.abc import Iterable

from argue import registry
from argue.io.case_fields import CASE as CASE
from argue.io.framework_uses import fields_of
from argue.io.kinds import Field, Kind, described
from argue.io.schema import case_schema as case_schema


def fields_markdown() -> str:
    """Answers a Markdown section for every record of a case file, a table row for every key."""
    sections = [_section("case", CASE.fields)]
    for name, kind in _records(CASE, "case"):
        sections.append(_section(name, kind.fields))
    for name in registry.known_types():
        sections.append(_section(f"framework {name}", fields_of(registry.framework(name))))
    return "\n\n".join(dict.fromkeys(sections)) + "\n"


def _records(kind: Kind, name: str) -> Iterable[tuple[str, Kind]]:
    """Answers every record within a kind, with the key it stands under."""
    for field in kind.fields if kind.name == "record" else ():
        yield from _within(field.kind, field.name)
    if kind.name != "record":
        yield from _within(kind, name)


def _within(kind: Kind, name: str) -> Iterable[tuple[str, Kind]]:
    if kind.name == "record":
        yield name, kind
        yield from _records(kind, name)
    for inner in (*kind.kinds, *([kind.of] if kind.of else [])):
        yield from _within(inner, name)


def _section(name: str, fields: Iterable[Field]) -> str:
    rows = [
        f"| `{field.name}` | {_cell_text(described(field.kind))} | "
        f"{'required' if field.required else _cell_text(field.default)} | {_cell_text(field.doc)} |"
        for field in fields
    ]
    head = [
        f"### {name}",
        "",
        "| key | holds | if left out | meaning |",
        "| --- | --- | --- | --- |",
    ]
    return "\n".join([*head, *rows])


def _cell_text(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")
