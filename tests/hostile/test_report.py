"""Attacks side by side in one case: the report shows them as they stand, and nothing more."""

import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from xml.etree import ElementTree

import networkx
import pytest
from markdown_it import MarkdownIt

from argue.analysis import analyze
from argue.io.case import load_case
from argue.report import render
from argue.report.inert import inert
from argue.report.markdown import escaped
from argue.report.pictures.formats import draw
from argue.verdict.result import Analysis
from tests.hostile.mixed import REFUSED, TEXTS, hostile

COMMANDS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069]")
"""Characters that move a cursor, turn the direction or hide; only line ends may remain."""


@cache
def analysis() -> Analysis:
    return hostile()


class Page(HTMLParser):
    """The elements, attributes and text of an HTML page, as a browser would see them."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.texts: list[str] = []
        self.scripts: list[str] = []
        self.inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.inside = tag
        self.attributes |= {(name, value or "") for name, value in attrs}

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        where = self.scripts if self.inside in ("script", "style") else self.texts
        where.append(data)


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
@pytest.mark.parametrize("audience", ["analyst", "student", "engineer"])
def test_no_character_that_commands_a_terminal_or_turns_the_text_remains(form: str, audience: str):
    assert not COMMANDS.search(render(analysis(), form, audience))


@pytest.mark.parametrize("form", ["svg", "dot", "graphml"])
@pytest.mark.parametrize("full", [False, True])
def test_no_such_character_remains_in_a_picture(form: str, full: bool):
    assert not COMMANDS.search(draw(analysis(), form, full=full))


def test_html_has_the_elements_of_the_template_and_shows_hostile_text_as_text():
    source = render(analysis(), "html")
    page = Page(source)
    assert not page.tags & {"img", "iframe", "object", "embed", "form", "link", "b"}
    style, data, script = page.scripts
    assert "alert(2)" not in style + script
    assert "<" not in data
    assert TEXTS["script"] in json.dumps(json.loads(data), ensure_ascii=False).replace('\\"', '"')
    assert not {name for name, _ in page.attributes if name.startswith("on")}
    assert {value for name, value in page.attributes if name == "href"} <= {
        f"#{key}" for key in re.findall(r'<section id="([a-z-]+)"', source)
    }
    shown = " ".join(" ".join(page.texts).split())
    for name in ("html", "script", "entity", "template", "link", "emphasis"):
        assert TEXTS[name] in shown
    assert TEXTS["dot"][1:] in shown  # its first letter is a capital there
    for name in REFUSED:
        assert inert(TEXTS[name]) in shown


def test_the_page_runs_its_own_script_only_and_forbids_itself_the_network():
    source = render(analyze(load_case("mask-mandate")), "html")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', source)
    assert policy is not None
    style, _, script = Page(source).scripts
    allowed = [
        f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in (script, style)
    ]
    assert policy[1] == (
        f"default-src 'none'; script-src {allowed[0]}; style-src {allowed[1]}; "
        "base-uri 'none'; form-action 'none'"
    )
    assert " style=" not in source
    body = source.replace(script, "").replace(style, "")
    outside = re.findall(r"(?:src|href|url|@import)\s*[=(]\s*[\"']?(?!#)[^\"'\s>]+", body)
    assert [found for found in outside if not re.match(r"url\(#[a-z0-9-]+-head\)", found)] == []
    assert "http" not in style
    assert not re.search(r"innerHTML|eval\(|new Function|fetch\(|XMLHttp|import\(", script)


@pytest.mark.parametrize("preset", ["commonmark", "gfm-like"])
def test_markdown_shows_hostile_text_as_text(preset: str):
    # Addresses are not made links of by the library without an extra, so the text tells.
    options = {"html": True, "linkify": False}
    reader = MarkdownIt(preset, options).enable(["table", "strikethrough"])
    page = Page(reader.render(render(analysis(), "markdown")))
    assert page.tags <= {
        *("h1", "h2", "p", "ul", "ol", "li", "strong", "pre", "code"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    }
    shown = " ".join(" ".join(page.texts).split())
    for name in ("html", "script", "entity", "template", "link", "emphasis"):
        assert TEXTS[name] in shown
    assert TEXTS["dot"][1:] in shown  # its first letter is a capital there


@pytest.mark.parametrize(
    "text", [*TEXTS.values(), "1. x", "+ x", "- x", "> x", "===", ": x", "# #"]
)
def test_markdown_shows_any_text_as_it_stands_in_a_paragraph_and_a_list(text: str):
    wanted = inert(" ".join(text.split()))
    assert "://" not in escaped(text)
    assert not re.search(r"\bwww\.|\w@\w", escaped(text))
    for before in ("", "- "):
        reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        page = Page(reader.render(f"{before}{escaped(text)}\n"))
        assert page.tags <= {"p", "ul", "li"}
        assert "".join(page.texts).strip() == wanted


def test_svg_is_well_formed_and_holds_no_foreign_element():
    for full in (False, True):
        root = ElementTree.fromstring(draw(analysis(), "svg", full=full))
        names = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert names == {"svg", "title", "desc", "defs", "marker", "path", "rect", "g", "text"}
        attributes = {name for element in root.iter() for name in element.attrib}
        assert not {name for name in attributes if name.startswith("on") or "href" in name}
        titles = [e.text or "" for e in root.iter("{http://www.w3.org/2000/svg}title")]
        for name in ("html", "script", "entity", "link"):
            assert any(TEXTS[name] in title for title in titles)


def test_dot_is_nodes_and_arrows_whatever_is_written_in_them():
    string = r'"(?:[^"\\]|\\.)*"'
    line = re.compile(
        rf"  (?:graph|node|edge) \[[^\"]*(?:{string}[^\"]*)*\];"
        rf"|  {string} \[label={string}, [a-z]+=[\"\w]+\];"
        rf"|  \{{ rank=max; {string}(?:; {string})*; \}}"
        rf"|  {string} -> {string}(?: \[[^\"]*(?:{string})?[^\"]*\])?;"
    )
    written = draw(analysis(), "dot", full=True).splitlines()
    assert (written[0], written[-1]) == ("digraph argue {", "}")
    assert [text for text in written[1:-1] if not line.fullmatch(text)] == []
    assert not any("<b>" in text.replace('\\"', "") and "=<" in text for text in written)


def test_graphml_gives_back_every_text():
    graph = networkx.parse_graphml(draw(analysis(), "graphml", full=True))
    texts = "\n".join(data["text"] for _, data in graph.nodes(data=True))
    for name in ("html", "script", "entity", "dot"):
        assert TEXTS[name][1:] in texts
    assert set(graph) == set(analysis().graph.arguments)


def test_json_holds_the_texts_themselves():
    data = json.loads(render(analysis(), "json"))
    assert data["schema"] == "argue/report/v1"
    assert data["title"] == TEXTS["link"]
    assert data["analysis"]["options"]["ugly"]["text"] == TEXTS["ansi"]
