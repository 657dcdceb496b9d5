"""Pages of a hostile case have the elements of the same case with harmless words, and no others."""

import json
import re
from functools import cache

import pytest
from markdown_it import MarkdownIt

from argue.report.inert import inert
from argue.report.markdown import escaped
from tests.hostile.attacks import ATTACKS, HARMLESS, Attack
from tests.hostile.cases import analysis_with
from tests.hostile.outputs import DOCUMENTS, PAGES, PICTURES
from tests.hostile.shown import COMMANDS, Page
from tests.hostile.tried import named, pairs

ON_PAGES = ("HTML", "attributes", "SVG", "CSS", "URLs", "JSON in scripts", "templates")


@cache
def harmless(name: str, text: str) -> Page:
    """The page of a case with letters in the place of an attack, word by word as long."""
    return Page(PAGES[name](analysis_with(re.sub(r"\S", "a", inert(text)))))


@pytest.mark.parametrize(("name", "attack"), pairs(PAGES, 60), ids=named)
def test_a_page_has_the_elements_of_a_harmless_one(name: str, attack: Attack):
    source = PAGES[name](analysis_with(attack.text))
    page, wanted = Page(source), harmless(name, attack.text)
    assert page.elements == wanted.elements
    assert page.drawn <= wanted.drawn
    assert page.acting == wanted.acting
    assert not [each for each in page.acting if each[1].startswith("on")]
    for code in page.code:
        if not code.lstrip().startswith("{"):
            source = source.replace(code, "")  # ours, with what it looks for in texts
    assert not COMMANDS.search(source.replace("\t", " "))
    for code in page.code:
        if code.lstrip().startswith("{"):
            json.loads(code)
            assert "<" not in code


@pytest.mark.parametrize(("name", "attack"), pairs(DOCUMENTS, 24), ids=named)
@pytest.mark.parametrize("preset", ["commonmark", "gfm-like"])
def test_a_document_shows_text_as_text(name: str, attack: Attack, preset: str):
    source = DOCUMENTS[name](analysis_with(attack.text))
    assert not COMMANDS.search(source)
    options = {"html": True, "linkify": False}
    page = Page(MarkdownIt(preset, options).enable(["table", "strikethrough"]).render(source))
    assert page.names <= {
        *("h1", "h2", "h3", "p", "ul", "ol", "li", "strong", "pre", "code"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    }
    assert inert(" ".join(attack.text.split())).rstrip(".") in page.shown


@pytest.mark.parametrize("attack", ATTACKS, ids=named)
def test_a_line_of_markdown_shows_any_text_as_it_stands(attack: Attack):
    wanted = inert(" ".join(attack.text.split()))
    assert "://" not in escaped(attack.text)
    assert not re.search(r"\bwww\.|\w@\w", escaped(attack.text))
    for before in ("", "- "):
        reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        page = Page(reader.render(f"{before}{escaped(attack.text)}\n"))
        assert page.names <= {"p", "ul", "li"}
        assert "".join(page.texts).strip() == wanted


@pytest.mark.parametrize(("name", "attack"), pairs(PICTURES, 16), ids=named)
def test_a_picture_is_well_formed_and_draws_what_a_harmless_one_draws(name: str, attack: Attack):
    from xml.etree import ElementTree  # noqa: PLC0415  (of this test alone)

    source = PICTURES[name](analysis_with(attack.text))
    assert not COMMANDS.search(source)
    ElementTree.fromstring(source)
    assert Page(source).drawn <= Page(PICTURES[name](analysis_with(HARMLESS))).drawn
    assert not Page(source).acting
