"""The lab page: its script put together, and the parts of others that it carries.

It holds the solver (clingo compiled to WebAssembly), a parser of YAML, the engine's table of
fields and its encoding of positions. What the formulas of frameworks say of numbers is written
anew in JavaScript over exact fractions, and compared with the engine graph by graph in tests.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from gzip import compress
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from argue.construct.words import listed, plain
from argue.errors import ArgueError
from argue.io.bundled import bundled_ids, bundled_text
from argue.io.case import load_case
from argue.io.upgrade.rewriting import upgraded
from argue.model.case import Case
from argue.report.html import joined
from argue.report.inert import inert
from argue.report.inert_html import digest, embedded, environment
from argue.report.lab.fitting import INTERVALS, PARAMETERS, beyond_keys, beyond_page
from argue.report.lab.tables import tables
from argue.report.lab.vendored import loader, notices, parser, vendored

if TYPE_CHECKING:
    from jinja2 import Template

TELLING = ("solver", "labels", "words", "sufficient")
"""The parts of a report page's script that put a verdict into words."""

TOLD = (
    "closure defensible topCycle distinct statusesOf flagsOf outcomeOf remarkOf verdictText "
    "whyTexts positionText sufficient sufficientText"
)
"""What the lab calls of them."""

ENGINE = (
    *("numbers", "phrasing", "tree", "renewing", "reading", "structures", "order", "checks"),
    *("building", "limits", "worlds", "views", "formulas", "agreement", "judging", "wording"),
    *("hearing", "graph", "replies", "branches", "program", "review", "verdict"),
)
"""The parts of the lab's script that need no page, in order; they share one scope."""


SHOWN = ("asking", "showing", "lab")
"""The parts that need a page."""

FIRST = "mask-mandate-exemptions"
"""The bundled case that a page begins with if it is given none."""

POLICY = (
    "default-src 'none'; script-src '{script}' 'wasm-unsafe-eval' blob:; worker-src blob:; "
    "style-src '{style}'; img-src data:; base-uri 'none'; form-action 'none'"
)


def lab_page(case: Case | None = None) -> str:
    """Answers the page as HTML, ending in a newline; it begins with a case, else a bundled one.

    Raises: ArgueError for a case that the page cannot judge, naming the keys at fault.
    """
    from markupsafe import Markup  # noqa: PLC0415  (only pages need it)

    if case is not None:
        _fits(case)
    found = fitting_cases()
    script = f'{parser()}(() => {{\n"use strict";\n{engine()}{_parts(*SHOWN)}}})();\n'
    style = _packaged("lab.css")
    data = {
        "tables": tables(),
        "worker": loader() + _parts("worker"),
        "binary": _packed(vendored("clingo.wasm")),
        "cases": _packed(json.dumps({name: bundled_text(name) for name in found}).encode()),
        "start": bundled_text(FIRST) if case is None else _newest(case),
    }
    page = _template().render(
        policy=POLICY.format(script=digest(script), style=digest(style)),
        style=Markup(style),
        script=Markup(script),
        data=Markup(embedded(data)),
        cases=list(found.items()),
        frameworks=_listed(PARAMETERS),
        rules=_listed(PARAMETERS["veil"]["rule"]),
        beyond="; ".join(dict.fromkeys((*beyond_keys().values(), INTERVALS))),
        notices=notices(),
    )
    return page + "\n"


def _newest(case: Case) -> str:
    """Answers the text of a case in the newest format, so that a class begins without warnings."""
    return upgraded(case.written, case.file or case.id)


@cache
def fitting_cases() -> dict[str, str]:
    """Answers the bundled cases that the page can judge, with their titles."""
    cases = {name: load_case(name) for name in bundled_ids()}
    return {name: inert(case.title) for name, case in cases.items() if not beyond_page(case)}


def engine() -> str:
    """Answers the part of the script that reads and judges a case."""
    names = ", ".join(TOLD.split())
    telling = f"const telling = (() => {{\n{joined(*TELLING)}return {{ {names} }};\n}})();\n"
    return telling + _parts(*ENGINE)


def _fits(case: Case) -> None:
    if Path(case.file or "").suffix == ".toml":
        raise ArgueError("the lab page reads YAML and JSON: write the case in one of them")
    found = beyond_page(case)
    if found:
        raise ArgueError(
            f"the lab page cannot judge {case.id}, which uses {'; '.join(found)}: "
            "leave that out, or judge the case with argue analyze"
        )


def _packed(data: bytes) -> str:
    """Answers bytes as text that a browser can unpack, the same for the same bytes."""
    packed = compress(data, 9, mtime=0)
    # Which system packed it is said in the tenth byte: by some releases of Python, not by others.
    return b64encode(packed[:9] + b"\xff" + packed[10:]).decode()


def _parts(*names: str) -> str:
    return "".join(_packaged(f"{name}.js").replace('"use strict";\n', "") for name in names)


def _packaged(name: str) -> str:
    return resources.files("argue.report.lab").joinpath(name).read_text(encoding="utf-8")


def _listed(names: Iterable[str]) -> str:
    return listed([plain(name) for name in names])


@cache
def _template() -> Template:
    """The packaged page, compiled once; it escapes whatever it is given as text."""
    return environment().from_string(_packaged("lab.html"))
