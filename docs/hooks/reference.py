"""The reference that is written from the program itself: commands, keys, frameworks, codes."""

import re
from collections.abc import Mapping
from typing import Any

import click
from mkdocs.structure.files import File, Files

from argue.cli.help_code import all_codes
from argue.cli.main import COMMANDS, cli
from argue.io.schema import case_schema
from argue.io.template import OPTIONS, TITLE, case_template
from argue.report.catalogue import READS, catalogue

WIDTH = 80


def commands() -> str:
    """Answers what `--help` says, of the program and of each command."""
    top = click.Context(cli, info_name="argue", terminal_width=WIDTH, **cli.context_settings)
    parts = ["# Commands", "What `--help` says.", f"```text\n{cli.get_help(top)}\n```"]
    for name in COMMANDS:
        command = cli.get_command(top, name)
        assert command is not None, name
        context = click.Context(command, info_name=name, parent=top, terminal_width=WIDTH)
        parts += [f"## argue {name}", f"```text\n{command.get_help(context)}\n```"]
    return "\n\n".join(parts)


def inert(text: str) -> str:
    """Answers text in which Markdown and a table see nothing of theirs but code in backticks."""
    parts = text.replace("|", "\\|").split("`")
    for number, part in enumerate(parts):
        if number % 2 == 0:
            parts[number] = re.sub(r"([*_\[])", r"\\\1", part.replace("<", "&lt;"))
    return "`".join(parts)


def framework(entry: Mapping[str, Any]) -> str:
    """Answers what a framework says of itself, as a section."""
    parts = [
        f"## {entry['id']}",
        f"**{entry['title']}.** {entry['scheme']}",
        f"Source: {entry['source']}. Reads {READS.get(entry['reads'], entry['reads'])}. "
        f"Numbers are {'exact' if entry['exact'] else 'rounded'} by default.",
    ]
    if entry["parameters"]:
        rows = [
            f"| `{p['name']}` | {inert(p['doc'])} | {inert(default(p['default']))} |"
            for p in entry["parameters"]
        ]
        parts.append(
            "\n".join(["| parameter | what it is | default |", "| --- | --- | --- |", *rows])
        )
    if entry["critical_questions"]:
        parts.append("Critical questions, which a challenge cites as `question`:")
        parts.append("\n".join(f"- `{q['id']}`: {q['text']}" for q in entry["critical_questions"]))
    return "\n\n".join(parts)


def default(value: Any) -> str:
    """Answers in words what holds where a parameter is not given."""
    if isinstance(value, list):
        return ", ".join(value) or "none"
    return {None: "not given", True: "yes", False: "no"}.get(value, str(value))


def frameworks() -> str:
    """Answers all frameworks, as `argue frameworks` knows them."""
    top = "# Frameworks\n\nWhat `argue frameworks NAME` says; how each is argued for stands under"
    found = [framework(entry) for entry in catalogue()]
    return "\n\n".join([f"{top} [The moral frameworks](../theory/frameworks.md).", *found])


def keys(schema: Mapping[str, Any], depth: int = 0, *, under: str = "") -> list[str]:
    """Answers a line for each key of an object of the schema, with those inside it indented."""
    lines: list[str] = []
    for name, below in schema.get("properties", {}).items():
        text = inert(below.get("description", ""))
        lines.append(f"{'    ' * depth}- `{under}{name}`{': ' + text if text else ''}")
        lines += keys(below, depth + 1)
        for inside, prefix in (("additionalProperties", "ID."), ("items", "")):
            shape = below.get(inside)
            if isinstance(shape, Mapping):
                for one in shape.get("anyOf", shape.get("oneOf", [shape])):
                    lines += keys(one, depth + 1, under=prefix)
    return lines


def case_keys() -> str:
    """Answers every key that a case may have, from the schema that editors check it by."""
    top = (
        "# Keys of a case\n\nOnly `title` and `options` are required. `argue new --full` writes a "
        "case with all of them, `argue schema` the same as JSON Schema. `ID` is a name of your own."
    )
    full = case_template(TITLE, OPTIONS, full=True)
    return (
        f"{top}\n\n" + "\n".join(keys(case_schema())) + "\n\n## A case with all of them\n\n"
        f"```yaml\n{full}```\n"
    )


def codes() -> str:
    """Answers every code of an error or a warning with its meaning and what is right and wrong."""
    parts = ["# Codes of errors and warnings\n\nWhat `argue help-code CODE` says."]
    for name, code in all_codes().items():
        parts += [f"## {name}: {inert(code.title)}", inert(code.why)]
        for word, example in (("Wrong", code.wrong), ("Right", code.right)):
            parts.append(
                f"{word}:\n\n```{'yaml' if code.runs else 'text'}\n{example.rstrip()}\n```"
            )
    return "\n\n".join(parts) + "\n"


PAGES = {
    "commands": commands,
    "case": case_keys,
    "frameworks": frameworks,
    "error-codes": codes,
}
"""Page -> what writes it."""


def on_files(files: Files, config: Any) -> Files:
    """Add the pages."""
    for name, write in PAGES.items():
        files.append(File.generated(config, f"reference/{name}.md", content=write()))
    return files
