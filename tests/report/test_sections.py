"""What reports say: every section something, and nothing that the analysis does not hold."""

import json
import re
import shlex
from dataclasses import replace
from functools import cache
from itertools import product

import pytest
import yaml

from argue.analysis import analyze
from argue.cli.main import main
from argue.errors import UnknownId
from argue.io.bundled import bundled_text
from argue.io.case import load_case
from argue.model.argument import Kind
from argue.report import render, text
from argue.report.content import Card, Code, Item, Items, Picture, Report, Section, Table, Verdicts
from argue.report.full import Audience, full_report
from argue.report.reasons import said_in_full
from argue.report.sections import contest, open_points, standards
from argue.report.sections.alone import merged
from argue.report.sections.method import command
from argue.report.summary import summary
from argue.report.words import MOST_WORDS, standing_of
from argue.semantics.table import Semantics
from tests.bundled import analysis_of, some_cases

AUDIENCES = tuple(Audience)


@cache
def report_of(case: str, audience: Audience = Audience.ANALYST) -> Report:
    return full_report(analysis_of(case), audience)


def text_of(case: str, audience: Audience = Audience.ANALYST) -> str:
    return text.render(report_of(case, audience))


def section_of(report: Report, key: str) -> Section:
    return next(section for section in report.sections if section.key == key)


def words_of(block: object) -> str:
    """Everything a block says, in one text."""
    return re.sub(r"\b[A-Z]\w+\(", " ", repr(block))


@pytest.mark.parametrize(("case", "audience"), list(product(some_cases(), AUDIENCES)))
def test_every_section_says_something(case: str, audience: Audience):
    report = report_of(case, audience)
    data = analysis_of(case).to_dict()
    more = bool(load_case(case).norms) + bool(data["uncertainty"])
    expected = {"analyst": 12, "student": 9, "engineer": 4}[audience]
    expected += more if audience != "engineer" else 0
    assert len(report.sections) == expected
    assert len({section.key for section in report.sections}) == len(report.sections)
    for section in report.sections:
        assert section.blocks
        assert all(re.search(r"\w", words_of(block)) for block in section.blocks)


@pytest.mark.parametrize("case", some_cases(3))
def test_audiences_differ_in_length_and_not_in_the_verdict(case: str):
    reports = [report_of(case, audience) for audience in AUDIENCES]
    shown = [
        [block for block in section_of(report, "answer").blocks if isinstance(block, Verdicts)]
        for report in (*reports, summary(analysis_of(case)))
    ]
    statuses = analysis_of(case).to_dict()["options"]
    for blocks in shown:
        assert {o: str(s) for o, s, *_ in blocks[0].rows} == {
            option: data["status"] for option, data in statuses.items()
        }
    lengths = [len(text_of(case, audience)) for audience in AUDIENCES]
    assert lengths == sorted(lengths, reverse=True)
    assert len(text_of(case, Audience.ENGINEER).splitlines()) <= 70


def test_an_audience_there_is_none_of_is_refused():
    with pytest.raises(UnknownId, match="audience"):
        render(analysis_of("kidney"), "text", "everybody")
    with pytest.raises(UnknownId, match="format"):
        render(analysis_of("kidney"), "papyrus")


@pytest.mark.parametrize("case", some_cases())
def test_every_id_that_a_report_names_is_in_the_data(case: str):
    analysis = analysis_of(case)
    data = analysis.to_dict()
    known = {argument["id"] for argument in data["graph"]["arguments"]}
    named: set[str] = set()
    for section in report_of(case).sections:
        for block in section.blocks:
            if isinstance(block, Card):
                named.add(block.id)
                attackers = dict(block.remarks)["attacked by"]
                named |= {t.partition(" (")[0] for t in attackers.split("; ") if ":" in t}
            if isinstance(block, Picture):
                named |= {node.id for node in block.drawing.nodes}
    assert named
    assert named <= known


@pytest.mark.parametrize("case", some_cases())
def test_standings_in_cards_are_those_of_the_data(case: str):
    analysis = analysis_of(case)
    found = {a["id"]: a["label"] for a in analysis.to_dict()["graph"]["arguments"]}
    shown = {"in": "accepted", "out": "rejected", "undec": "undecided", "varies": "varies"}
    cards = [b for b in section_of(report_of(case), "reasons").blocks if isinstance(b, Card)]
    for card in cards:
        assert card.standing == shown[found[card.id.replace("reason:", "objection:", 1)]]


@pytest.mark.parametrize("case", some_cases(3))
def test_prose_keeps_to_the_words_of_a_reader(case: str):
    said = text_of(case)
    assert not re.search(r"\b(IN|OUT|UNDEC|proves|proven)\b", said)
    assert not re.search(r"\b1 \w+s (is|are|of)\b|\b[2-9] (source|reason|family|option)\b", said)
    assert not re.search(r"(?<!\.)\.\.(?!\.)|: \.|\(\)|\bNone\b(?!\.)|  +[.,;]", said)
    assert said.count("(extension)") <= 1
    code = [line for line in said.splitlines() if line.startswith("    ")]
    assert max(len(line) for line in said.splitlines() if line not in code) <= 80


@pytest.mark.parametrize("case", some_cases(3))
def test_what_follows_because_has_at_most_twenty_five_words(case: str):
    analysis = analysis_of(case)
    for reason in analysis.graph.of_kind(Kind.REASON):
        said = said_in_full(analysis, reason).partition(" (if ")[0].partition(" (unless ")[0]
        assert len(said.removesuffix(" …").split()) <= MOST_WORDS


@pytest.mark.parametrize("case", some_cases(3))
def test_the_snippet_to_contest_with_is_a_challenge_that_the_case_takes(case: str):
    analysis = analysis_of(case)
    codes = [b for b in contest.section(analysis).blocks if isinstance(b, Code)]
    added = yaml.safe_load(codes[0].text)["challenges"]
    document = yaml.safe_load(bundled_text(case))
    document["challenges"] = [*document.get("challenges", []), *added]
    contested = analyze(load_case(json.dumps(document)))
    name = f"challenge:{added[0]['id']}"
    assert name not in analysis.graph.arguments
    assert name in contested.graph.arguments
    changed = {a for a in contested.graph.arguments if "my_challenge" in a} - {name}
    aimed = [a for a in contested.graph.attacks if a.attacker == name and "aside" not in a.target]
    assert aimed or any(a.startswith("reason:") for a in changed)


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"facts": {"surge": True}},
        {"priorities": [("rejection", "welfare"), ("veil", "universalization")]},
        {"frameworks": ["veil", "welfare"], "semantics": "grounded"},
    ],
)
def test_the_command_in_a_report_writes_the_same_report(
    asked: dict[str, object], capsys: pytest.CaptureFixture[str]
):
    analysis = analyze(load_case("mask-mandate-exemptions"), **asked)  # pyright: ignore[reportArgumentType]  (drawn from a table)
    words = shlex.split(command(analysis))
    assert words[0] == "argue"
    assert main(words[1:]) == 0
    assert capsys.readouterr().out == render(analysis)


@pytest.mark.parametrize("case", ["mask-mandate-exemptions", "kidney", "animals", "tax"])
def test_rankings_one_by_one_give_the_labels_of_the_analysis(case: str):
    analysis = analysis_of(case)
    found = standards.labels_under(analysis, Semantics.PREFERRED)
    assert found is not None
    for option in analysis.graph.options:
        name = f"permission:{option}"
        assert standing_of(found[name]) == standing_of(analysis.labels[name])


def test_more_cautious_standards_accept_no_more():
    table = next(
        b for b in standards.section(analysis_of("animals")).blocks if isinstance(b, Table)
    )
    assert table.head == ("", "grounded", "preferred (standard)", "stable")
    assert {row[0] for row in table.rows} == {"include", "exclude"}


def test_settlements_are_merged_without_gain_or_loss():
    names = ("a", "b", "c")
    worlds = [frozenset(zip(names, v, strict=True)) for v in product((True, False), repeat=3)]
    for mask in range(1 << len(worlds)):
        chosen = {w for i, w in enumerate(worlds) if mask >> i & 1}
        covered = {w for w in worlds if any(part <= w for part in merged(chosen))}
        assert covered == chosen
    assert merged(worlds) == [frozenset()]


def test_an_outline_tells_every_box_of_its_picture():
    for case in some_cases():
        section = section_of(report_of(case), "map")
        picture = next(b for b in section.blocks if isinstance(b, Picture))
        told = "\n".join(_texts(picture.outline))
        for node in picture.drawing.nodes:
            assert f"{node.glyph} {node.standing}. {node.heading}: {node.text}" in told


def _texts(items: Items) -> list[str]:
    def walk(item: Item) -> list[str]:
        return [item.text, *(text for below in item.below for text in walk(below))]

    return [text for item in items.items for text in walk(item)]


@pytest.mark.parametrize(
    ("principles", "complying", "said"),
    [
        (
            ("rejection",),
            ("carry",),
            'principle, rejection, rules out "carry", which complies with it',
        ),
        (
            ("rejection", "veil"),
            ("carry", "wait"),
            'principles, rejection and veil, rule out "carry" and "wait", which comply with it',
        ),
    ],
)
def test_a_proposal_to_revise_a_norm_is_grammatical_for_one_and_for_many(
    principles: tuple[str, ...], complying: tuple[str, ...], said: str
):
    (proposal,) = analysis_of("vehicles-in-the-park").proposals
    varied = replace(proposal, principles=principles, complying=complying)
    points = open_points.section(replace(analysis_of("vehicles-in-the-park"), proposals=(varied,)))
    assert said in " ".join(
        item.text for block in points.blocks if isinstance(block, Items) for item in block.items
    )
