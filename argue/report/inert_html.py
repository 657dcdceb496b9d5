"""HTML in which no text acts: the environment of every template, and what may stand in a page.

Text is escaped and inert; what is to act, a script or a style sheet, is a file of this package and
known to the page's security policy by its digest.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any, cast

from argue.io.phrasing import visible_json
from argue.report.inert import inert, inert_lines

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


def environment(loader: Callable[[str], str] | None = None) -> Environment:
    """Answers where the templates of pages are filled in; `loader` finds those they extend.

    The filter `digest` answers what a security policy knows a script or style sheet by.
    """
    from jinja2 import (  # noqa: PLC0415  (only pages need it)
        Environment,
        FunctionLoader,
        StrictUndefined,
    )

    made = Environment(
        loader=FunctionLoader(loader) if loader else None,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_shown,
    )
    made.filters["digest"] = _digest
    return made


def embedded(data: Any) -> str:
    """Answers data as JSON that can stand inside an element of a page and never ends it."""
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=False)
    return _NOT_IN_PAGES.sub(lambda found: f"\\u{ord(found[0]):04x}", visible_json(text))


_NOT_IN_PAGES = re.compile("[<>&]")


def inert_data(data: Any) -> Any:
    """Answers data in which every text is inert, for scripts that show it."""
    if isinstance(data, str):
        return inert(data)
    if isinstance(data, Mapping):
        entries = cast("Mapping[str, Any]", data)
        return {key: inert_data(value) for key, value in entries.items()}
    if isinstance(data, list | tuple):
        return [inert_data(value) for value in cast("Sequence[Any]", data)]
    return data


def digest(text: str) -> str:
    """Answers what a security policy knows a script or style sheet of a page by."""
    return f"sha256-{b64encode(sha256(str(text).encode('utf-8')).digest()).decode()}"


def _shown(value: object) -> object:
    """Answers what a template writes for a value: text inert, all else as it is."""
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return value
    return inert_lines(value)


def _digest(text: str) -> Markup:
    """Answers a digest as markup, since a policy is no text to be escaped."""
    from markupsafe import Markup  # noqa: PLC0415  (only pages need it)

    return Markup(digest(text))
