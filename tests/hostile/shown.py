"""What a program that reads pages, tables or documents would make of what was written."""

import re
from html.parser import HTMLParser

COMMANDS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
"""Characters that move a cursor, turn the direction or hide; only line ends may remain."""

ACTIVE = (
    "href",
    "src",
    "srcset",
    "srcdoc",
    "style",
    "action",
    "formaction",
    "xlink:href",
    "target",
)
"""Attributes by which an element loads something, leads somewhere or changes its looks."""

Element = tuple[str, tuple[str, ...]]


class Page(HTMLParser):
    """The elements, what acts and the text of a page, as a browser would see them.

    `elements` are those outside pictures in order, each with the names of its attributes; of
    pictures, where long texts take more lines, `drawn` has every kind. `acting` are attributes
    that do something, `texts` what is shown or said, `code` what stands in scripts and styles.
    """

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.drawn: set[Element] = set()
        self.acting: list[tuple[str, str, str]] = []
        self.texts: list[str] = []
        self.code: list[str] = []
        self._pictures, self._inside = 0, ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._pictures += tag == "svg"
        self._inside = tag
        element = (tag, tuple(sorted(name for name, _ in attrs)))
        if self._pictures:
            self.drawn.add(element)
        else:
            self.elements.append(element)
        for name, value in attrs:
            if name in ACTIVE or name.startswith("on"):
                self.acting.append((tag, name, value or ""))
            else:
                self.texts.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        self._pictures -= tag == "svg"
        self._inside = ""

    def handle_data(self, data: str) -> None:
        (self.code if self._inside in ("script", "style") else self.texts).append(data)

    def handle_comment(self, data: str) -> None:
        self.elements.append(("!--", ()))

    @property
    def names(self) -> set[str]:
        """The names of all elements."""
        return {tag for tag, _ in (*self.elements, *self.drawn)}

    @property
    def shown(self) -> str:
        """All text, with single spaces."""
        return " ".join(" ".join(self.texts).split())
