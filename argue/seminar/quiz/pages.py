"""Pages of the seminar made from templates: self-contained, inert, and with one known script."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from argue.report.inert_html import embedded, environment
from argue.seminar.language import Language
from argue.seminar.quiz.items import Choice, Item
from argue.seminar.quiz.picture import picture

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

SHORT = 14
"""Choices of at most so many characters stand beside one another."""


def page(
    template: str, language: Language, data: Any, *, scripts: tuple[str, ...], **values: Any
) -> str:
    """Answers a page from a template, with data embedded for its scripts, ending in a newline."""
    from markupsafe import Markup  # noqa: PLC0415  (only pages need it)

    script = "".join(packaged(f"{name}.js") for name in scripts)
    made = (
        _environment()
        .from_string(packaged(template))
        .render(
            **values,
            language=language.code,
            say=language.say,
            style=Markup(packaged("seminar.css")),
            script=Markup(f'(() => {{\n"use strict";\n{script}}})();\n' if script else ""),
            data=Markup(embedded(data)),
        )
    )
    return f"{made}\n"


def packaged(name: str) -> str:
    """Answers a file of the folder `page`."""
    here = resources.files("argue.seminar.quiz").joinpath("page")
    return here.joinpath(name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    made = environment()
    made.filters["drawn"] = _drawn
    short: Any = _short
    made.tests["short"] = short
    return made


def _drawn(item: Item) -> Markup:
    from markupsafe import Markup  # noqa: PLC0415  (only pages need it)

    return Markup(picture([name for name, _ in item.arguments], item.attacks))


def _short(choices: tuple[Choice, ...]) -> bool:
    return all(len(choice.text) <= SHORT for choice in choices)
