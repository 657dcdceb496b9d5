"""Bounded reading of JSON in which every error says where it stands and what to write."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn, cast

from argue.errors import CaseError, LimitExceeded, Problem
from argue.io.graphs.lines import MALFORMED
from argue.io.json_depth import parsed
from argue.io.nodes import CONTROL
from argue.io.phrasing import visible_json

MAX_BYTES = 100_000_000
"""Largest file that is read."""

MAX_ID = 1_000
"""Longest id, in characters."""


class JsonText:
    """A JSON file that holds one object; `file` is what it is called in messages."""

    def __init__(self, data: bytes, file: str) -> None:
        """Read it; raises CaseError if it is no JSON object, LimitExceeded if it is too large."""
        self.file = file
        if len(data) > MAX_BYTES:
            raise LimitExceeded(f"{file} has more than {MAX_BYTES} bytes")
        self.root: Mapping[str, Any] = self._object(self._value(data), "")

    def _value(self, data: bytes) -> Any:
        try:
            return parsed(data.decode("utf-8-sig"))
        except json.JSONDecodeError as error:
            problem = Problem(
                MALFORMED,
                f"this is not JSON: {error.msg}",
                "",
                error.lineno,
                error.colno,
                help="quote names and texts, and put a comma between two entries",
            )
            raise CaseError([problem], self.file) from error
        except UnicodeDecodeError:
            self.wrong("", "the file is not UTF-8", "save the file as UTF-8")
        except ValueError as error:
            self.wrong(
                "", f"the file is {error}"[:200], "nodes and edges are lists of flat objects"
            )

    def wrong(self, path: str, message: str, advice: str) -> NoReturn:
        """Raises: CaseError about what stands at a path."""
        raise CaseError([Problem(MALFORMED, message, path, help=advice)], self.file)

    def objects(self, key: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Answers the path and content of every object of the list under a key."""
        value = self.root.get(key)
        if not isinstance(value, list):
            self.wrong(key, f"{key!r} is not a list", f'write "{key}": [...]')
        for place, item in enumerate(cast("list[Any]", value)):
            path = f"{key}[{place}]"
            yield path, self._object(item, path)

    def name(self, entry: Mapping[str, Any], key: str, path: str) -> str:
        """Answers the id under a key: a text, or a whole number as text."""
        value = entry.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str) or not value.strip() or len(value) > MAX_ID:
            advice = f"write a text of at most {MAX_ID} characters, or a whole number"
            self.wrong(f"{path}.{key}", f"{key!r} is no id", advice)
        if CONTROL.search(value) or "\n" in value:
            self.wrong(f"{path}.{key}", "control characters in an id", "leave them out")
        return value

    def text(self, entry: Mapping[str, Any], key: str, path: str) -> str:
        """Answers the text under a key, without control characters; empty if there is none."""
        value = entry.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.wrong(f"{path}.{key}", f"{key!r} is not text", "put it in quotes")
        return CONTROL.sub(" ", value.replace("\r\n", "\n"))

    def flag(self, key: str, default: bool) -> bool:
        """Answers the flag under a key of the file."""
        value = self.root.get(key, default)
        if not isinstance(value, bool):
            self.wrong(key, f"{key!r} is not a flag", "write true or false")
        return value

    def _object(self, value: Any, path: str) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            self.wrong(path, "this is not an object", "write {...} with names and values")
        return cast("Mapping[str, Any]", value)


def json_of(value: Mapping[str, Any]) -> str:
    """Answers plain data as a JSON text in which all prints, ending in a newline."""
    return visible_json(json.dumps(value, indent=1, ensure_ascii=False)) + "\n"
