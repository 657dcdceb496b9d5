"""Pages of a poll: the form that people fill in, and the report on what they say."""

from __future__ import annotations

from typing import Any

from argue.report.content import Report
from argue.report.words import plain_source
from argue.seminar.glossary import FirstUses
from argue.seminar.language import Language
from argue.seminar.poll_ballots import BALLOT, JUDGED
from argue.seminar.quiz.pages import page
from argue.seminar.quiz.words import named
from argue.verdict.result import Analysis

WORDS = ("name_missing", "saved", "against")
"""Texts that the script of the form says."""


def poll_form(analysis: Analysis, language: Language) -> str:
    """Answers a form on a case that works offline and saves a ballot as a file."""
    case, graph = analysis.case, analysis.graph
    titles = {source.id: source.title for source in analysis.sources}
    sources = [(name, plain_source(name), titles[name]) for name in graph.sources]
    data: dict[str, Any] = {
        "schema": BALLOT,
        "case": case.id,
        "sha256": case.sha256,
        "order": [list(pair) for pair in sorted(graph.order)],
        "names": {name: shown for name, shown, _ in sources},
        "words": {key: _template(language, key) for key in WORDS},
    }
    texts = (language.say("poll.form.ranking"), *(language.say(f"quiz.names.{s}") for s in JUDGED))
    return page(
        "poll.html.j2",
        language,
        data,
        scripts=("saving", "poll"),
        case=case,
        sources=sources,
        order=[(plain_source(high), plain_source(low)) for high, low in sorted(graph.order)],
        facts=list(case.facts.values()),
        judged=[(str(status), named(language, status)) for status in JUDGED],
        terms=FirstUses(language).of(texts),
    )


def _template(language: Language, key: str) -> str:
    """Answers a text with its names still in braces, for the script to fill in."""
    return language.say(f"poll.form.{key}", file="{file}", higher="{higher}", lower="{lower}")


def poll_page(report: Report, language: Language) -> str:
    """Answers a report on a poll as a page."""
    return page("polled.html.j2", language, None, scripts=(), report=report)
