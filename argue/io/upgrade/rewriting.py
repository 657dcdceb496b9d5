"""Rewrites the text of a case file in the newest format, key by key, and touches nothing else.

Comments, quotes, order, line ends and spaces stay. Whatever is rewritten is read again, and must
then say the same as the older file does.
"""

from __future__ import annotations

from collections.abc import Sequence

from argue.errors import CaseError, Problem
from argue.io.document import Document, text_document
from argue.io.editing import Splice, same
from argue.io.nodes import LINE_END, MapNode, Mark, ScalarNode
from argue.io.upgrade.formats import FORMATS, NEWEST
from argue.io.upgrade.renewing import OldKey, renewed
from argue.io.upgrade.toml_places import toml_splices

CANNOT = "C067"
MARK = "\ufeff"


def upgraded(text: str, file: str = "case") -> str:
    """Answers a case file's text in the newest format: the same text if there is nothing to do.

    `file` is what problems are said to be in; a name that ends in .toml makes the text TOML.

    Raises: CaseError with the place if the text cannot be read, is no case, is of a newer format,
    or holds something that cannot be rewritten in its place.
    """
    opening = MARK if text.startswith(MARK) else ""
    document = text_document(text, file)
    root = _root(document)
    fresh = renewed(root)
    if fresh.problems:
        raise CaseError(fresh.problems, file)
    stated = root.entries.get("schema")
    older = isinstance(stated, ScalarNode) and stated.text in FORMATS[:-1]
    if not fresh.old and not older:
        return text
    body = document.text.removeprefix(MARK)
    if file.endswith(".toml"):
        splices = toml_splices(body, goal=goal)
    else:
        splices = _yaml_splices(body, root, fresh.old, older=older)
    new = spliced(body, splices)
    again = text_document(new, file).root
    if again is None or renewed(again).old or not same(again, goal(root)):
        raise CaseError([_cannot(key) for key in fresh.old] or [_cannot_say(root)], file)
    return opening + new


def goal(root: MapNode) -> MapNode:
    """Answers what a case is to hold in the newest format; its format only where it says one."""
    entries = dict(renewed(root).root.entries)
    stated = entries.get("schema")
    if isinstance(stated, ScalarNode) and stated.text in FORMATS:
        entries["schema"] = ScalarNode(NEWEST, plain=False)
    return MapNode(entries, {})


def spliced(text: str, splices: Sequence[Splice]) -> str:
    """Answers a text with some of its characters replaced, all at once."""
    parts: list[str] = []
    done = 0
    for start, end, new in sorted(splices):
        parts += [text[done:start], new]
        done = end
    return "".join([*parts, text[done:]])


def _root(document: Document) -> MapNode:
    root = document.root
    if root is None or document.problems:
        raise CaseError(document.problems, document.file)
    stated = root.entries.get("schema")
    name = stated.text if isinstance(stated, ScalarNode) else NEWEST
    if name not in FORMATS and not renewed(root).problems:
        mark = stated.mark if isinstance(stated, ScalarNode) else root.mark
        message = f"this is not a case file: its schema is {name}"
        problem = Problem("C017", message, "schema", *mark, help=f"write {NEWEST}, or leave it out")
        raise CaseError([problem], document.file)
    return root


def _yaml_splices(
    text: str, root: MapNode, old: Sequence[OldKey], *, older: bool
) -> tuple[Splice, ...]:
    """Answers what to replace in YAML or JSON, where every key and value has its place."""
    starts = [0, *(found.end() for found in LINE_END.finditer(text))]

    def splice(mark: Mark, new: str) -> Splice:
        start = starts[mark.line - 1] + mark.column - 1
        end = start + mark.length
        quote = text[start] if text[start] in "\"'" else ""
        return Splice(start, end, f"{quote}{new}{quote}")

    stated = root.entries.get("schema")
    first = (splice(stated.mark, NEWEST),) if older and isinstance(stated, ScalarNode) else ()
    return (*first, *(splice(key.mark, key.renamed.new) for key in old))


def _cannot(key: OldKey) -> Problem:
    message = f"{key.path} cannot be renamed in its place"
    return Problem(CANNOT, message, key.path, *key.mark, help=f"write {key.renamed.new} by hand")


def _cannot_say(root: MapNode) -> Problem:
    stated = root.entries["schema"]
    message = "schema cannot be rewritten in its place"
    return Problem(CANNOT, message, "schema", *stated.mark, help=f"write {NEWEST} by hand")
