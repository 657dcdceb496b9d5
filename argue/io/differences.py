"""Why a case's analysis differs from a judgement it quotes: the free key `x-differences`.

    x-differences:
      - {option: wait, because: the judgement supposes that one principle outranks the others}
      - {option: wait, by: welfare, because: ...}

An entry explains the considered judgement on that option by that source or those people; without
`by`, the judgement on the whole case.
"""

from __future__ import annotations

from argue.errors import FileError
from argue.io.document import text_document
from argue.io.nodes import ListNode, MapNode, Node, ScalarNode

KEY = "x-differences"

Judged = tuple[str, str | None]
"""An option, and the source or the people who judge it (None: a judgement on the whole case)."""


def differences_of(text: str, file: str = "case") -> dict[Judged, str]:
    """Answers why the judgements of a case differ from its analysis, where the case says so.

    Raises: FileError if the key does not hold what it should.
    """
    root = text_document(text, file).root
    written = root.entries.get(KEY) if isinstance(root, MapNode) else None
    if written is None:
        return {}
    if not isinstance(written, ListNode):
        raise _wrong(file, f"{KEY} is not a list")
    found: dict[Judged, str] = {}
    for number, item in enumerate(written.items):
        place = f"{KEY}[{number}]"
        values = _texts(item)
        if not {"option", "because"} <= values.keys():
            raise _wrong(file, f"{place} does not name an option and say because of what")
        if not values.keys() <= {"option", "by", "because"}:
            raise _wrong(file, f"{place} has a key that is not option, by or because")
        found[values["option"], values.get("by")] = " ".join(values["because"].split())
    return found


def _texts(node: Node) -> dict[str, str]:
    """Answers a mapping of texts; an empty one for anything else."""
    if not isinstance(node, MapNode):
        return {}
    values = {key: n.text for key, n in node.entries.items() if isinstance(n, ScalarNode)}
    return values if len(values) == len(node.entries) else {}


def _wrong(file: str, what: str) -> FileError:
    return FileError(f"{file}: {what}; write - {{option: wait, by: welfare, because: a reason}}")
