"""Packs: what is written fits the case, what comes out is computed, and nothing is missing."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from argue import registry
from argue.analysis import analyze
from argue.errors import ArgueError, CaseError, UnknownId
from argue.io.bundled import bundled_ids
from argue.io.case import load_case
from argue.model.verdict import Status
from argue.seminar.language import language, languages
from argue.seminar.packs import pages
from argue.seminar.packs.folder import folder_of
from argue.seminar.packs.outcomes import answered, doubts, with_whatif
from argue.seminar.packs.pack import Pack
from argue.seminar.packs.questions import key_page
from argue.seminar.packs.syllabus import syllabus_text, weeks
from argue.seminar.packs.teaching import (
    NOTHING,
    Remark,
    Teaching,
    WhatIf,
    load_teaching,
    read_teaching,
    shipped,
    teaching_for,
)
from argue.seminar.quiz.html import quiz_page
from tests.bundled import analysis_of
from tests.cli.command import ROOT, run
from tests.hostile.mixed import hostile

WORDS = language()
ASKED_FOR = {
    "mask-mandate",
    "fishing-commons",
    "transmitter-room",
    "animals",
    "bayesian-updating",
    "hiring-screening",
    "capabilities-or-alignment",
    "windfall-sharing",
}


def pack_of(name: str, code: str = "en") -> Pack:
    return Pack(analysis_of(name), teaching_for(name, code), language(code))


def test_packs_are_shipped_for_the_cases_of_the_seminar():
    assert set(shipped()) >= ASKED_FOR
    assert set(shipped()) <= set(bundled_ids())


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("name", shipped())
def test_what_is_written_about_a_case_is_whole(name: str, code: str):
    teaching = teaching_for(name, code)
    assert teaching.missing == ()
    assert len(teaching.whatifs) == 3
    assert all(w.ask.endswith("?") and w.discuss for w in teaching.whatifs)
    assert len(teaching.remarks) >= 4
    assert len(teaching.left_out) >= 3


@pytest.mark.parametrize("name", shipped())
def test_what_is_written_in_another_language_changes_the_same_things(name: str):
    english = teaching_for(name)
    for code in languages():
        other = teaching_for(name, code)
        assert [replace(w, ask="", discuss="") for w in other.whatifs] == [
            replace(w, ask="", discuss="") for w in english.whatifs
        ]
        assert [(r.against, r.question) for r in other.remarks] == [
            (r.against, r.question) for r in english.remarks
        ]


@pytest.mark.parametrize("name", shipped())
def test_what_is_written_says_nothing_of_how_options_come_out(name: str):
    teaching = teaching_for(name)
    written = [
        teaching.introduction,
        *teaching.discussion,
        *teaching.left_out,
        *(w.ask for w in teaching.whatifs),
        *(w.discuss for w in teaching.whatifs),
        *(r.says for r in teaching.remarks),
    ]
    words = "|".join(status.value for status in Status)
    assert not re.search(rf"\b({words})\b", " ".join(written))


@pytest.mark.parametrize("name", shipped())
def test_outcomes_of_whatifs_are_what_the_engine_says(name: str):
    analysis, teaching = analysis_of(name), teaching_for(name)
    for whatif, told in zip(teaching.whatifs, answered(analysis, teaching, WORDS), strict=True):
        after = with_whatif(analysis, whatif)
        assert told.changes == (after.statuses != analysis.statuses)
        for option, status in after.statuses.items():
            assert f'"{option}" is {status}' in told.outcome


@pytest.mark.parametrize("name", shipped())
def test_a_pack_has_a_whatif_that_changes_the_verdict(name: str):
    assert any(w.changes for w in pack_of(name).whatifs)


@pytest.mark.parametrize("name", shipped())
def test_remarks_press_critical_questions_that_the_framework_asks(name: str):
    analysis, teaching = analysis_of(name), teaching_for(name)
    types = {use.id: use.type for use in analysis.case.frameworks}
    for remark, told in zip(teaching.remarks, doubts(analysis, teaching, WORDS), strict=True):
        assert told.question.endswith("?")
        if "framework" in remark.against:
            framework = registry.framework(types[remark.against["framework"]])
            asked = {q.id: q.text for q in framework.critical_questions}
            assert told.question == asked[remark.question]
            assert told.about == framework.title and told.scheme
        assert told.reply and told.why


def test_the_reply_to_a_remark_is_the_case_with_the_challenge_upheld():
    analysis = analyze(load_case("bayesian-updating"))
    remark = Remark("No", {"framework": "welfare"}, "probability")
    (told,) = doubts(analysis, Teaching(remarks=(remark,)), WORDS)
    source = load_case("bayesian-updating").written + (
        "\nchallenges:\n  - {id: c, status: accepted, against: {framework: welfare}}\n"
    )
    for option, status in analyze(load_case(source)).statuses.items():
        assert f'"{option}" is {status}' in told.reply
    assert told.changes


def test_a_critical_question_the_framework_does_not_ask_is_refused():
    remark = Remark("No", {"framework": "welfare"}, "nonsense")
    with pytest.raises(UnknownId, match="critical question of welfare"):
        doubts(analyze(load_case("bayesian-updating")), Teaching(remarks=(remark,)), WORDS)


def test_a_whatif_about_something_that_is_not_there_is_refused():
    analysis = analyze(load_case("mask-mandate"))
    for whatif in (WhatIf("?", facts={"rain": True}), WhatIf("?", without=("pareto",))):
        with pytest.raises(UnknownId):
            with_whatif(analysis, whatif)


def test_a_case_that_nobody_wrote_about_gets_computed_whatifs_and_says_what_is_missing():
    pack = Pack(analyze(load_case("mask-mandate-exemptions")), NOTHING, WORDS)
    assert len(pack.whatifs) == 3 and any(w.changes for w in pack.whatifs)
    made = folder_of(pack)
    assert "what students tend to say" in made.lacks[0]
    assert made.lacks[0].split(":")[0] in next(str(f.content) for f in made.files)


def test_a_case_in_which_nothing_is_argued_still_gets_a_pack_and_says_what_it_lacks():
    bare = load_case("title: Bare\noptions: {a: one, b: two}\n")
    made = folder_of(Pack(analyze(bare), NOTHING, WORDS))
    assert any("quiz items" in line and "has 0" in line for line in made.lacks)
    assert any("what-ifs" in line and "has 0" in line for line in made.lacks)
    assert "quiz.html" not in {file.name for file in made.files}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = ", "this is not TOML"),
        ("intro = 'x'", "unknown key 'intro'; one of introduction"),
        ("introduction = 3", "introduction is a text"),
        ("discussion = 'x'", "discussion is a list of texts"),
        ("left_out = [3]", "left_out is a list of texts"),
        ("whatif = 'x'", r"write every whatif as a table \[\[whatif\]\]"),
        ("[[whatif]]\nfacts = {a = true}", "whatif 1: ask is a text"),
        ("[[whatif]]\nask = 'x'\nfacts = {a = 3}", "facts.a is true or false"),
        ("[[whatif]]\nask = 'x'\nprioritize = ['a']", 'write "higher>lower"'),
        ("[[whatif]]\nask = 'x'\nnumbers = {a = 'many'}", "numbers.a: 'many' is no number"),
        ("[[whatif]]\nask = 'x'\nnumbers = {a = '1e999999999'}", "'1e999999999' is no number"),
        ("[[whatif]]\nask = 'x'\nnumbers = {a = 0x" + "f" * 4_400 + "}", "more than 100 digits"),
        ("introduction = " + "9" * 4_400, "this is not TOML"),
        ("introduction = " + "[" * 5_000, "this is not TOML"),
        ("[[whatif]]\nask = 'x'\nfact = {a = true}", "unknown key 'fact'"),
        ("[[remark]]\nsays = 'x'", "say in against"),
        (
            "[[remark]]\nsays = 'x'\nagainst = {norm = 'a'}",
            "name a critical question under question",
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_what_to_write(text: str, said: str):
    with pytest.raises(ArgueError, match=said):
        read_teaching(text, "mine.toml")


def test_a_file_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(ArgueError, match="mine.toml"):
        load_teaching(str(tmp_path / "mine.toml"))


def test_an_against_that_no_case_knows_is_refused():
    remark = Remark("No", {"nothing": "x"}, "consent")
    with pytest.raises((CaseError, ArgueError)):
        doubts(analyze(load_case("mask-mandate")), Teaching(remarks=(remark,)), WORDS)


class Folds(HTMLParser):
    """What of a page stands outside folded parts."""

    def __init__(self) -> None:
        super().__init__()
        self.inside, self.open, self.summary = 0, "", False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.inside += tag == "details"
        self.summary = self.summary or tag == "summary"

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag == "details"
        self.summary = self.summary and tag != "summary"

    def handle_data(self, data: str) -> None:
        if not self.inside or self.summary:
            self.open += data


@pytest.mark.parametrize("name", shipped())
def test_outcomes_are_folded_on_the_page_of_whatifs_and_absent_from_the_handout(name: str):
    pack = pack_of(name)
    folds = Folds()
    folds.feed(pages.whatifs(pack))
    assert all(w.ask in folds.open.replace("\n", " ") for w in pack.whatifs)
    assert not any(w.outcome in folds.open for w in pack.whatifs)
    assert " is obligatory" not in pages.handout(pack) and "contested:" in pages.handout(pack)


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("name", ["fishing-commons", "animals"])
def test_a_pack_holds_every_file_and_the_first_page_leads_to_all(name: str, code: str):
    made = folder_of(pack_of(name, code))
    names = {file.name for file in made.files}
    assert names >= {
        "index.html",
        "handout.html",
        "slides.html",
        "steps.html",
        "report.html",
        "what-ifs.html",
        "quiz.html",
        "quiz-key.html",
        "quiz-key.json",
        "notes.html",
        "blank.yaml",
    }
    index = str(made.files[0].content)
    assert set(re.findall(r'href="([^"]+)"', index)) == names - {"index.html"}
    for file in made.files:
        if file.name.endswith(".html") and file.name != "report.html":
            assert f'<html lang="{code}">' in str(file.content)
            assert not re.search(r'(src|href)="(https?:)?//', str(file.content))


@pytest.mark.parametrize("name", shipped())
def test_a_quiz_has_five_items_and_its_page_holds_no_key(name: str):
    paper = pack_of(name).paper
    assert paper is not None and len(paper.items) == 5
    assert '"right"' not in quiz_page(paper, WORDS)
    for asked in paper.items:
        assert asked.item.title in key_page(paper, WORDS)


def test_the_same_case_gives_the_same_files():
    first, second = folder_of(pack_of("animals")), folder_of(pack_of("animals"))
    for one, two in zip(first.files, second.files, strict=True):
        assert one.name == two.name
        assert one.name.endswith(".pdf") or one.content == two.content


def test_text_of_a_hostile_case_is_inert_on_every_page():
    pack = Pack(hostile(), NOTHING, WORDS)
    for made in (pages.handout(pack), pages.notes(pack), pages.whatifs(pack), pages.slides(pack)):
        assert "<img" not in made and "<script>alert" not in made
        assert "\x1b" not in made and "\u202e" not in made


def test_the_syllabus_has_ten_weeks_and_takes_every_pack_once():
    for code in languages():
        found = weeks(code)
        assert len(found) == 10
        assert sorted(week.pack for week in found) == sorted(shipped())
        assert all(w.theme and w.question and w.reading and w.homework for w in found)


def test_the_syllabus_of_the_documentation_is_the_one_that_is_written():
    page = (ROOT / "docs" / "syllabus.md").read_text(encoding="utf-8")
    assert page == syllabus_text(WORDS)


def test_the_command_writes_a_folder_and_not_over_another(tmp_path: Path):
    folder = tmp_path / "pack"
    done = run("pack", "transmitter-room", "-o", str(folder))
    assert done.returncode == 0, done.stderr
    assert (folder / "index.html").exists() and b"index.html" in done.stderr
    again = run("pack", "transmitter-room", "-o", str(folder))
    assert again.returncode == 2 and b"--force" in again.stderr


def test_the_command_takes_what_somebody_has_written(tmp_path: Path):
    file = tmp_path / "mine.toml"
    file.write_text('introduction = "Think first."\n', encoding="utf-8")
    done = run("pack", "kidney", "-o", str(tmp_path / "p"), "--with", str(file))
    assert done.returncode == 0, done.stderr
    assert "Think first." in (tmp_path / "p" / "handout.html").read_text(encoding="utf-8")
    assert b"questions for discussion" in done.stderr


def test_the_command_lists_the_cases_and_writes_the_syllabus():
    listed = run("pack", "--list")
    assert all(name.encode() in listed.stdout for name in shipped())
    assert run("pack", "--syllabus").stdout.decode().startswith("# A seminar of ten weeks")
    assert run("pack").returncode == 2
    assert b"-o DIR" in run("pack", "kidney").stderr
