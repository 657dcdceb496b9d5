"""The elements of an Argdown file, one after the other: comments taken out, texts put together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from argue.errors import LimitExceeded
from argue.io.graphs.lines import Line
from argue.io.nodes import CONTROL

MAX_BYTES = 100_000_000
"""Largest file that is read."""

REFUSED = "lists and premise-conclusion structures are not read"
ADVICE = "write statements [a]: ..., arguments <b>: ..., and relations such as - <b>"
COLON = "put a colon between the label and its text"

TAB = 4
"""Columns that a tab indents."""

_SKIPPED = re.compile(
    r"\\[^\n]|(?:^|(?<=[ \t]))//[^\n]*|/\*.*?(?:\*/|(?P<a>\Z))|<!--.*?(?:-->|(?P<b>\Z))",
    re.DOTALL | re.MULTILINE,
)
_FRONT_MATTER = re.compile(r"\s*={3,}[ \t]*\n.*?^={3,}[ \t]*$", re.DOTALL | re.MULTILINE)
_NO_NEWLINE = re.compile(r"[^\n]")
_HEADING = re.compile(r"#{1,6}\s+(.*)")
_REFUSED = re.compile(r"\(\d+\)|-{2,}|={3,}|\*\s|\d+\.\s")
_REFUSED_LATER = re.compile(r"\(\d+\)\s|-{2,}|={3,}")
_RELATION = re.compile(r"(><|<[-+_]|[-+_]>|[-+](?=\s|$))\s*")
_LABEL = re.compile(r"\[(?P<statement>[^\]\n]+)\]|<(?P<argument>[^>\n]+)>")
_MARKS = re.compile(r"\\(.)|(?:(?<=\s)|^)#(?:\(([^()]{1,100})\)|([\w-]+))|\{[^{}]*\}")


@dataclass(slots=True)
class Element:
    """A heading, or a statement or argument with the relation sign before it, if there is one."""

    line: Line
    indent: int = 0
    relation: str = ""
    bracket: str = "["
    label: str = ""
    colon: bool = False
    title: bool = False
    said: list[str] = field(default_factory=list[str])
    text: str = ""
    kind: str = ""


def elements_of(data: bytes, file: str) -> Iterator[Element]:
    """Answers the elements of a file, each with its text and kind.

    Raises: CaseError with line and column; LimitExceeded for a file that is too large.
    """
    open_: Element | None = None
    for line, text, indent in _lines(data, file):
        heading = _HEADING.fullmatch(text)
        begins = heading or _RELATION.match(text) or _LABEL.match(text)
        if text and begins is None and open_ is not None:
            open_.said.append(_continuation(open_, line, text))
            continue
        yield from _closed(open_)
        open_ = None
        if heading:
            yield from _closed(Element(line, title=True, said=[heading[1]]))
        elif text:
            open_ = _element(line, text, indent)
    yield from _closed(open_)


def _closed(element: Element | None) -> Iterator[Element]:
    """Yields an element whose text is complete."""
    if element is None:
        return
    kinds: list[str] = []

    def plain(mark: re.Match[str]) -> str:
        if mark[1] is not None:
            return mark[1]
        kinds.extend(filter(None, (mark[2], mark[3])))
        return ""

    element.text = " ".join(_MARKS.sub(plain, " ".join(element.said)).split())
    element.kind = kinds[0] if kinds else ""
    yield element


def _element(line: Line, text: str, indent: int) -> Element:
    if _REFUSED.match(text):
        line.wrong(REFUSED, ADVICE, text)
    relation = _RELATION.match(text)
    place = relation.end() if relation else 0
    rest = text[place:]
    if relation and not rest:
        line.wrong("a relation to nothing", "name what it leads to, such as - <b>", relation[1])
    found = _LABEL.match(rest)
    element = Element(line, indent, relation[1] if relation else "")
    if found is None:
        if rest[:1] in "[<":
            line.wrong("a label without its end", "write [label]: text or <label>: text", rest)
        element.said.append(rest)
        return element
    element.bracket = rest[0]
    element.label = " ".join((found["statement"] or found["argument"]).split())
    if not element.label:
        line.wrong("an empty label", "write [label]: text or <label>: text", found[0])
    after = rest[found.end() :].strip()
    if after and after[0] not in ":#{":
        line.wrong("text behind a label", COLON, after)
    element.colon = after.startswith(":")
    element.said.append(after.removeprefix(":"))
    return element


def _continuation(element: Element, line: Line, text: str) -> str:
    """Answers a line that goes on with the text of the element above it."""
    if _REFUSED_LATER.match(text):
        line.wrong(REFUSED, ADVICE, text)
    if element.label and not element.colon and text[0] not in "#{":
        line.wrong("text below a label without a colon", COLON, text)
    return text


def _lines(data: bytes, file: str) -> Iterator[tuple[Line, str, int]]:
    """Answers every line, its text, and how far it is indented."""
    shown = _text(data, file)
    for number, raw in enumerate(_without_comments(shown, file).split("\n"), start=1):
        text = raw.strip()
        start = raw[: len(raw) - len(raw.lstrip())]
        yield Line(file, number, raw.rstrip()), text, sum(TAB if c == "\t" else 1 for c in start)


def _text(data: bytes, file: str) -> str:
    if len(data) > MAX_BYTES:
        raise LimitExceeded(f"{file} has more than {MAX_BYTES} bytes")
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        number = data.count(b"\n", 0, error.start) + 1
        Line(file, number, "").wrong("the line is not UTF-8", "save the file as UTF-8")
    found = CONTROL.search(text)
    if found:
        number = text.count("\n", 0, found.start()) + 1
        message = f"control character U+{ord(found[0]):04X}"
        Line(file, number, text.split("\n")[number - 1]).wrong(message, "leave it out", found[0])
    return text


def _without_comments(text: str, file: str) -> str:
    """Answers a text with blanks for comments and front matter, every line where it was."""

    def blank(mark: re.Match[str]) -> str:
        if mark[0].startswith("\\"):
            return mark[0]
        if mark.lastgroup is not None:
            number = text.count("\n", 0, mark.start()) + 1
            line = Line(file, number, text.split("\n")[number - 1])
            line.wrong("a comment without its end", "end it with */ or -->", mark[0][:2])
        return _NO_NEWLINE.sub(" ", mark[0])

    text = _SKIPPED.sub(blank, text)
    front = _FRONT_MATTER.match(text)
    return _NO_NEWLINE.sub(" ", text[: front.end()]) + text[front.end() :] if front else text
