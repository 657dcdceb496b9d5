"""What notebooks display: text and HTML, inert whatever a case says, with styles of its own."""

import copy
import pickle
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

import argue
from argue.report.full import full_report
from argue.report.notebook import MOST_DRAWN, af_bundle, analysis_bundle, fragment, report_bundle
from argue.report.text import render
from tests.bundled import some_cases
from tests.hostile.mixed import hostile

EMPTY = {"br", "path", "rect", "line", "circle", "polygon", "polyline", "ellipse"}


class Checked(HTMLParser):
    """Markup in which every element is closed, with the tags, ids and attributes it has."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.attributes: set[str] = set()
        self.outermost = 0
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.outermost += not self.open
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [str(value) for name, value in attrs if name == "id"]
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY:
            assert self.open.pop() == tag


def is_scoped(text: str) -> str:
    """The id of a displayed element, which all its rules and all ids in it begin with."""
    found = Checked(text)
    assert found.outermost == 1
    assert not {"script", "link", "iframe", "object", "img", "base", "meta"} & found.tags
    assert not {name for name in found.attributes if name.startswith("on")} | (
        {"src", "href", "style"} & found.attributes
    )
    name, *inner = found.ids
    assert len(set(found.ids)) == len(found.ids)
    assert all(one.startswith(f"{name}-") for one in inner)
    assert all(one in inner for one in re.findall(r"url\(#([^)]*)\)", text))
    style = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    assert len(style) == 1
    rules = style[0].strip().splitlines()
    assert all(
        one.strip().startswith(f"#{name}") for r in rules for one in r.partition("{")[0].split(",")
    )
    assert style[0].count("{") == style[0].count("}") == len(rules)
    return name


@pytest.mark.parametrize("case", some_cases())
def test_every_bundled_case_displays_its_verdict_and_its_map(case: str):
    analysis = argue.analyze(argue.load_case(case))
    bundle = analysis_bundle(analysis)
    assert set(bundle) == {"text/plain", "text/html"}
    is_scoped(bundle["text/html"])
    assert "<svg" in bundle["text/html"]
    for option, status in analysis.statuses.items():
        assert f"{option}: {status}</strong>" in bundle["text/html"]


@pytest.mark.parametrize("audience", ["analyst", "student", "engineer"])
def test_a_report_displays_everything_its_text_says(audience: str):
    report = full_report(argue.analyze(argue.load_case("mask-mandate-exemptions")), audience)
    bundle = report_bundle(report)
    is_scoped(bundle["text/html"])
    assert bundle["text/plain"] == render(report)
    markup = re.sub(r"<style>.*?</style>", "", bundle["text/html"], flags=re.DOTALL)
    said = set(re.findall(r"\w+", unescape(re.sub(r"<[^>]*>", " ", markup))))
    assert set(re.findall(r"\w+", bundle["text/plain"])) - said <= {"id"}


def test_a_hostile_case_stays_inert():
    bundle = analysis_bundle(hostile())
    full = fragment(full_report(hostile()))
    for text in (bundle["text/html"], full):
        is_scoped(text)
        assert not re.search("[\x00-\x08\x1b\u202e\u2066\u200b]", text)
        assert text.startswith('<div id="argue-')
        assert 'class="tex2jax_ignore mathjax_ignore"' in text.partition("\n")[0]


def test_what_differs_has_another_id_and_the_same_has_the_same():
    masks = argue.analyze(argue.load_case("mask-mandate"))
    first, again = analysis_bundle(masks), analysis_bundle(masks)
    other = analysis_bundle(argue.analyze(argue.load_case("kidney")))
    assert first == again
    assert is_scoped(first["text/html"]) != is_scoped(other["text/html"])


def test_a_graph_displays_who_attacks_whom_and_how_each_stands():
    af = argue.AF.parse("a->b b->c d<->e f->f g")
    bundle = af_bundle(af)
    is_scoped(bundle["text/html"])
    assert bundle["text/plain"] == "<AF of 7 arguments, 5 attacks>"
    standing = dict(re.findall(r"<title>(\w), (\w+):", bundle["text/html"]))
    assert standing == {
        "a": "accepted",
        "b": "rejected",
        "c": "accepted",
        "d": "undecided",
        "e": "undecided",
        "f": "undecided",
        "g": "accepted",
    }
    # Two that attack each other share one arrow with two heads.
    assert bundle["text/html"].count("marker-end=") == 4
    assert bundle["text/html"].count("marker-start=") == 1
    assert "7 arguments and 5 attacks" in bundle["text/html"]


@pytest.mark.parametrize("id_", ["<script>alert(1)</script>", "\x1b[31m", "a&b", '"'])
def test_the_ids_of_a_graph_are_inert(id_: str):
    bundle = af_bundle(argue.AF.of([id_], [(id_, id_)]))
    is_scoped(bundle["text/html"])
    assert "\x1b" not in bundle["text/html"]


def test_graphs_without_arguments_or_with_too_many_are_told():
    assert "without arguments" in af_bundle(argue.AF.of([]))["text/html"]
    chain = argue.AF.of([f"a{i}" for i in range(MOST_DRAWN + 1)])
    large = af_bundle(chain)["text/html"]
    assert "<svg" not in large
    assert f"{MOST_DRAWN + 1} arguments and 0 attacks" in large
    dense = [str(i) for i in range(30)]
    assert "<svg" not in af_bundle(argue.AF.of(dense, [(a, b) for a in dense for b in dense]))


def test_objects_from_the_package_display_themselves(tmp_path: Path):
    analysis = argue.analyze(argue.load_case("kidney"))
    assert analysis._repr_mimebundle_(include=None, exclude=None) == analysis_bundle(analysis)
    file = tmp_path / "two.tgf"
    file.write_text("a\nb\n#\na b\n", encoding="utf-8")
    af = argue.load_af(file)
    assert af._repr_mimebundle_(include=None, exclude=None) == af_bundle(af)
    report = full_report(analysis)
    assert report._repr_mimebundle_(include=None, exclude=None) == report_bundle(report)


@pytest.mark.parametrize("form", ["text", "markdown", "latex", "json"])
def test_a_written_report_displays_what_it_is(form: str):
    written = argue.analyze(argue.load_case("kidney")).report(form)
    bundle = written._repr_mimebundle_()
    assert bundle.pop("text/plain") == written
    assert bundle == ({"text/markdown": written} if form == "markdown" else {})


def test_a_page_displays_in_a_frame_in_which_no_script_runs():
    page = argue.analyze(argue.load_case("kidney")).report("html")
    bundle = page._repr_mimebundle_()
    found = re.fullmatch(
        r'<iframe sandbox title="Report" srcdoc="([^"]*)" [^>]*></iframe>', (bundle["text/html"])
    )
    assert found
    assert unescape(found[1]) == page
    assert "<script" not in bundle["text/html"]
    for same in (copy.copy(page), pickle.loads(pickle.dumps(page))):
        assert (same, same._repr_mimebundle_()) == (page, bundle)
