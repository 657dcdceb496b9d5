"""Further views on a bundled case, asked alone and beside it: the free key `x-beside`.

    x-beside:
      frameworks: [welfare]
      considered: [{option: wait, status: required, by: welfare, source: Scanlon 1998}]

Its entries stand in place of those of the case, of which it keeps who may do what and what comes
of it. So a case can stay small and be held against theories that have no part in its verdict.
"""

from __future__ import annotations

from argue.errors import FileError
from argue.io.case import read_document
from argue.io.document import text_document
from argue.io.nodes import MapNode, Mark, Node
from argue.model.case import Case

KEY = "x-beside"

KEPT = frozenset(
    {
        *("schema", "title", "question", "options", "standpoints", "facts", "scale"),
        *("payoffs", "general", "universal", "game"),
    }
)
"""What is kept of a case; sources, and what is said about them, are named anew."""


def case_beside(text: str, file: str = "case") -> Case | None:
    """Answers the case with the further views in place of its sources; None if it has none.

    Raises: FileError if the key holds no mapping, or judges by what it does not list; CaseError
    if what it holds cannot be read.
    """
    document = text_document(text, file)
    root = document.root
    beside = None if root is None else root.entries.get(KEY)
    if root is None or beside is None:
        return None
    if not isinstance(beside, MapNode):
        raise FileError(f"{file}: {KEY} is not a mapping; write frameworks and considered in it")
    kept = {key: node for key, node in root.entries.items() if key in KEPT}
    entries: dict[str, Node] = {**kept, **beside.entries}
    keys: dict[str, Mark] = {**root.keys, **beside.keys}
    case = read_document(document._replace(root=MapNode(entries, keys, root.mark)))
    listed = {use.id for use in case.frameworks}
    for judged in case.considered:
        if judged.by not in listed:
            raise FileError(
                f"{file}: {KEY} has a judgement by {judged.by or 'nobody'}; judge by one of its "
                f"frameworks: {', '.join(sorted(listed))}"
            )
    return case
