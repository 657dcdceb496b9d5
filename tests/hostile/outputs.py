"""Everything that is written of a case, by what reads it: pages, documents, pictures, data."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from argue.analysis import analyze
from argue.cli.output import shown
from argue.cli.sentences import filled
from argue.explain.break_even import break_evens
from argue.explain.contestable import contest
from argue.explain.difference import difference
from argue.explain.flips import flips
from argue.explain.why import why
from argue.io.interchange.formats import MAPS
from argue.io.interchange.maps import map_of_graph
from argue.model.case import Case
from argue.report import render
from argue.report.comparison import compare, comparison_report
from argue.report.lab.page import lab_page
from argue.report.markdown import render as markdown_of
from argue.report.notebook import analysis_bundle, fragment
from argue.report.pictures import chart_data
from argue.report.pictures.charts import chart_svg
from argue.report.pictures.formats import draw
from argue.report.text import render as text_of
from argue.seminar.debate.debate import Debate
from argue.seminar.debate.scene import scene_of
from argue.seminar.language import language
from argue.seminar.packs import pages
from argue.seminar.packs.pack import Pack
from argue.seminar.packs.questions import key_page
from argue.seminar.packs.teaching import Teaching, teaching_for
from argue.seminar.poll import Poll, poll
from argue.seminar.poll_pages import poll_form, poll_page
from argue.seminar.poll_report import poll_report
from argue.seminar.quiz.data import key_data, quiz_data
from argue.seminar.quiz.gift import gift
from argue.seminar.quiz.grading import Grades, grade
from argue.seminar.quiz.html import quiz_page
from argue.seminar.quiz.key_file import read_key
from argue.seminar.quiz.kinds import KINDS
from argue.seminar.quiz.papers import Order, Paper, papers
from argue.seminar.quiz.sources import CaseSource
from argue.seminar.quiz.summary import summary_csv, summary_page, summary_text
from argue.seminar.steps.telling import blocks, steps_page, told
from argue.verdict.result import Analysis
from tests.hostile.cases import lab_case

WORDS = language()

Made = TypeVar("Made")
Write = Callable[[Analysis], str]


def _teaching(analysis: Analysis) -> Teaching:
    return teaching_for(analysis.given.id, WORDS.code)


def _once(make: Callable[[Analysis], Made]) -> Callable[[Analysis], Made]:
    """What is made of an analysis, kept: several outputs need the same, which takes long."""
    kept: dict[int, tuple[Analysis, Made]] = {}

    @wraps(make)
    def asked(analysis: Analysis) -> Made:
        if id(analysis) not in kept:
            kept[id(analysis)] = analysis, make(analysis)
        return kept[id(analysis)][1]

    return asked


@_once
def _packed(analysis: Analysis) -> Pack:
    return Pack(analysis, _teaching(analysis), WORDS)


def _pack(page: Callable[[Pack], str | None]) -> Write:
    return lambda analysis: str(page(_packed(analysis)))


@_once
def paper_of(analysis: Analysis) -> Paper:
    """One paper with every kind of item, for a student who is called like the case.

    What is drawn turns on the name it is drawn for, which is harmless.
    """
    order = Order((CaseSource(analysis.given),), tuple(KINDS), "seed", WORDS)
    return replace(papers(order, ("Ana",))[0], student=analysis.given.title)


def poll_of(case: Case, name: str = "") -> Poll:
    """A class of three, each called like the case."""
    said = [{"ranking": ["another", "somebody"]}, {"facts": {"doubt": True}}, {}]
    with TemporaryDirectory() as folder:
        for number, one in enumerate(said):
            data = {
                "schema": "argue/poll/v1",
                "case": case.id,
                "name": f"{name or case.title} {number}",
            }
            file = Path(folder) / f"{number}.json"
            file.write_text(json.dumps({**data, **one}), encoding="utf-8")
        return poll(case, [Path(folder)])


def grades_of(analysis: Analysis) -> Grades:
    """The grades of a class of one, who got everything wrong, and of a file that is no answer."""
    paper = paper_of(analysis)
    answers = {asked.item.id: {name: [] for name in asked.keys} for asked in paper.items}
    data = {"schema": "argue/answers/v1", "paper": paper.id, "student": paper.student}
    with TemporaryDirectory() as name:
        folder = Path(name)
        key = folder / "key.json"
        key.write_text(json.dumps(key_data([paper])), encoding="utf-8")
        (folder / "one.json").write_text(json.dumps({**data, "answers": answers}), encoding="utf-8")
        (folder / "two.json").write_text(
            json.dumps({"name": analysis.given.title}), encoding="utf-8"
        )
        return grade(folder, read_key(key), leave_out=key)


def _debated(analysis: Analysis) -> tuple[str, str]:
    """What a debate says on a terminal, and its record."""
    talk = Debate(scene_of(analysis, option="good", position=1), WORDS)
    lines = [*talk.opening(), *talk.answer("hint"), *talk.answer("1")]
    title = analysis.given.title
    lines += talk.answer(title) if not talk.over else ()
    lines += talk.answer("concede") if not talk.over else ()
    return shown("\n".join(lines)), talk.transcript()


PAGES: Mapping[str, Write] = {
    "report": lambda a: render(a, "html"),
    "report for students": lambda a: render(a, "html", "student"),
    "report for engineers": lambda a: render(a, "html", "engineer"),
    "handout": _pack(pages.handout),
    "slides": _pack(pages.slides),
    "notes": _pack(pages.notes),
    "what-ifs": _pack(pages.whatifs),
    "steps": lambda a: steps_page(told(a, "labelling", WORDS)),
    "building": lambda a: steps_page(told(a, "building", WORDS)),
    "quiz": lambda a: quiz_page(paper_of(a), WORDS),
    "practice": lambda a: quiz_page(paper_of(a), WORDS, practice=True),
    "key": lambda a: key_page(paper_of(a), WORDS),
    "grades": lambda a: summary_page(grades_of(a), WORDS),
    "ballot": lambda a: poll_form(a, WORDS),
    "poll": lambda a: poll_page(poll_report(poll_of(a.given), WORDS), WORDS),
    "lab": lambda a: lab_page(lab_case(a.given.title)),
    "notebook": lambda a: analysis_bundle(a)["text/html"],
    "comparison": lambda a: fragment(comparison_report(compare(a.given))),
}
"""Pages and parts of pages, all in HTML."""


DOCUMENTS: Mapping[str, Write] = {
    "report": lambda a: render(a, "markdown"),
    "report for students": lambda a: render(a, "markdown", "student"),
    "poll": lambda a: markdown_of(poll_report(poll_of(a.given), WORDS)),
    "debate": lambda a: _debated(a)[1],
    "comparison": lambda a: markdown_of(comparison_report(compare(a.given))),
}
"""Markdown."""

TEXTS: Mapping[str, Write] = {
    "report": lambda a: render(a, "text"),
    "short": lambda a: analysis_bundle(a)["text/plain"],
    "comparison": lambda a: text_of(comparison_report(compare(a.given))),
    "poll": lambda a: text_of(poll_report(poll_of(a.given), WORDS)),
    "steps": lambda a: shown("\n".join(blocks(told(a, "labelling", WORDS)))),
    "building": lambda a: shown("\n".join(blocks(told(a, "building", WORDS)))),
    "grades": lambda a: summary_text(grades_of(a), WORDS),
    "debate": lambda a: _debated(a)[0],
    "why": lambda a: "\n".join(filled(why(a, "good").sentences)),
    "contest": lambda a: shown("\n".join(contest(a).sentences)),
    "difference": lambda a: "\n".join(
        filled(difference(a, analyze(a.given, facts={"doubt": True})).sentences)
    ),
    "flips": lambda a: "\n".join(filled(flips(a.given, a, "good", timeout=5).sentences)),
}
"""What goes to a terminal."""

PICTURES: Mapping[str, Write] = {
    "map": lambda a: draw(a, "svg"),
    "whole map": lambda a: draw(a, "svg", full=True),
    "bands": lambda a: draw(a, "svg", position=1),
    "chart": lambda a: chart_svg(chart_data.tornado(break_evens(a, timeout=5))),
}
"""SVG."""

GRAPHS: Mapping[str, Write] = {
    form: lambda a, form=form: MAPS[form].dump(map_of_graph(a.graph, a.given.title))
    for form in sorted(MAPS)
}
"""Maps of arguments for other programs, by format."""

TABLES: Mapping[str, Write] = {"grades": lambda a: summary_csv(grades_of(a), WORDS)}
"""Tables with commas between the cells."""

DATA: Mapping[str, Write] = {
    "report": lambda a: render(a, "json"),
    "quiz": lambda a: json.dumps(quiz_data([paper_of(a)])),
    "analysis": lambda a: json.dumps(a.to_dict()),
}
"""JSON."""

GIFT: Write = lambda a: gift([paper_of(a)], WORDS)  # noqa: E731  (a writer like the others)
