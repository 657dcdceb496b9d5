"""The moral frameworks that can be used, as their modules describe themselves."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import fill
from typing import Any, cast

from argue import registry
from argue.model.framework import Framework, Parameter

WIDTH = 80

READS = {
    "payoffs": "payoffs: the effects of this choice",
    "general": "general: what people bear if the option is generally permitted",
    "universal": "universal: what if everyone did it, or nobody",
    "options": "keys of the options themselves",
}
"""What a framework reads, in words."""


def catalogue(names: Sequence[str] = ()) -> tuple[dict[str, Any], ...]:
    """Answers the frameworks of these names, or all of them, as plain data.

    Raises: UnknownId for one that there is not; FrameworkError for one that does not load.
    """
    return tuple(_data(registry.framework(n)) for n in names or registry.known_types())


def _data(framework: Framework) -> dict[str, Any]:
    return {
        "id": framework.id,
        "title": framework.title,
        "scheme": framework.scheme,
        "source": framework.source,
        "reads": framework.reads,
        "mode": str(framework.mode),
        "offers_enough": framework.value is not None,
        "exact": framework.is_exact(framework.defaults()),
        "parameters": [_parameter(parameter) for parameter in framework.parameters],
        "critical_questions": [
            {"id": question.id, "text": question.text} for question in framework.critical_questions
        ],
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    default = parameter.default
    return {
        "name": parameter.name,
        "kind": parameter.kind,
        "choices": list(parameter.choices),
        "default": _default(default),
        "doc": parameter.doc,
    }


def _default(default: Any) -> Any:
    """Answers what holds if nothing is given, as plain data."""
    if isinstance(default, tuple | list):
        return [str(each) for each in cast("Sequence[Any]", default)]
    return default if default is None or isinstance(default, bool) else str(default)


def listed_frameworks(found: Sequence[dict[str, Any]]) -> str:
    """Answers frameworks as a list, each with what it says in a line or two."""
    wide = max(len(entry["id"]) for entry in found) + 2
    return "\n".join(
        fill(
            entry["scheme"],
            WIDTH,
            initial_indent=f"{entry['id']:{wide}}",
            subsequent_indent=" " * wide,
        )
        for entry in found
    )


def told_framework(entry: dict[str, Any]) -> str:
    """Answers one framework in full: scheme, source, what it reads, parameters, questions."""
    exact = "exact, by default" if entry["exact"] else "rounded, which reports say"
    modes = ["best", *(["enough: NUMBER"] if entry["offers_enough"] else [])]
    about = {
        "source": entry["source"],
        "reads": READS.get(str(entry["reads"]), str(entry["reads"])),
        "mode": "test" if entry["mode"] == "test" else ", ".join(modes),
        "numbers": exact,
    }
    lines = [f"{entry['id']}: {entry['title']}", "", fill(entry["scheme"], WIDTH), ""]
    lines += [_hung(f"{name:9}", text) for name, text in about.items()]
    if entry["parameters"]:
        lines += ["", "Parameters, beside id in the entry under frameworks:"]
        lines += [_hung(f"  {p['name']}: ", _worded(p)) for p in entry["parameters"]]
    if entry["critical_questions"]:
        lines += ["", "Critical questions, which a challenge cites as question:"]
        lines += [_hung(f"  {q['id']}: ", q["text"]) for q in entry["critical_questions"]]
    return "\n".join(lines)


def _worded(parameter: dict[str, Any]) -> str:
    """Answers what a parameter does, its choices where that does not name them, its default."""
    doc, default = str(parameter["doc"]), parameter["default"]
    untold = [choice for choice in parameter["choices"] if choice not in doc]
    choices = f" One of {', '.join(parameter['choices'])}." if untold else ""
    if default is None:
        return f"{doc}{choices}"
    several = isinstance(default, list)
    shown = ", ".join(cast("list[str]", default)) if several else str(default)
    return f"{doc}{choices} Default: {shown.lower() if isinstance(default, bool) else shown}."


def _hung(opening: str, text: str) -> str:
    return fill(" ".join(text.split()), WIDTH, initial_indent=opening, subsequent_indent=" " * 4)
