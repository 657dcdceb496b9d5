"""Files that a class hands about as JSON, read within bounds: each names the schema it has."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from argue.errors import ArgueError, CaseError
from argue.io.document import read_bytes
from argue.io.json_depth import TooDeep, parsed

MOST_BYTES = 20_000_000
LONGEST_NAME = 80


class Unusable(ArgueError):
    """A file that cannot be used, with what is wrong with it."""


def read_json(path: Path) -> Mapping[str, Any]:
    """Answers the object in a JSON file, of which no more is read than the bound.

    Raises: NoSuchInput; Unusable if it is too big, or holds no JSON object.
    """
    try:
        found: Any = parsed(read_bytes(path, most=MOST_BYTES).decode("utf-8"))
    except CaseError as error:
        raise Unusable(f"larger than {MOST_BYTES} bytes") from error
    except UnicodeDecodeError as error:
        raise Unusable("not a text in UTF-8") from error
    except json.JSONDecodeError as error:
        raise Unusable(f"not JSON: {error.msg} in line {error.lineno}") from error
    except TooDeep as error:
        raise Unusable(str(error)) from error
    except ValueError as error:
        raise Unusable("not JSON that can be read") from error
    if not isinstance(found, dict):
        raise Unusable("holds no JSON object")
    return cast("Mapping[str, Any]", found)


def of_schema(data: Mapping[str, Any], schema: str) -> Mapping[str, Any]:
    """Answers the data again if they name this schema; raises Unusable otherwise."""
    if data.get("schema") != schema:
        said = f"schema {data['schema']!r}" if "schema" in data else "no schema"
        raise Unusable(f"has {said}; needed is {schema!r}")
    return data
