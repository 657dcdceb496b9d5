"""Tasks about cases put into words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argue import registry
from argue.seminar.language import Language
from argue.seminar.quiz.case_keys import PREDICTED, question_text, remark
from argue.seminar.quiz.items import Choice, Field
from argue.seminar.quiz.sources import CaseSource
from argue.seminar.quiz.tasks import PredictTask, RankingTask, SchemeTask
from argue.seminar.quiz.words import named, ranked


def shown_case(source: CaseSource) -> Mapping[str, Any]:
    """Answers the parts of an item that say which case it is about."""
    options = source.given.options
    return {
        "about": source.given.title,
        "options": tuple((name, option.text) for name, option in options.items()),
    }


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def ranking_parts(task: RankingTask, language: Language) -> Mapping[str, Any]:
    """Answers what an item of this task shows."""
    now = named(language, task.source.statuses()[task.option])
    prompt = language.say(
        "quiz.ask.ranking_one", option=task.option, wanted=named(language, task.wanted)
    )
    choices = (
        Choice(str(number), ranked(language, pairs))
        for number, pairs in enumerate(task.rankings, 1)
    )
    asked = Field("ranking", prompt, tuple(choices))
    stem = language.say("quiz.ask.ranking", option=task.option, now=now)
    text = (task.source.given.question, stem) if task.source.given.question else (stem,)
    return {**shown_case(task.source), "text": text, "fields": (asked,)}


def scheme_parts(task: SchemeTask, language: Language) -> Mapping[str, Any]:
    """Answers what an item of this task shows."""
    reason = task.source.analysis.graph.arguments[task.argument]
    passage, said = _sentence(reason.text), remark(task, language)
    stem = language.say("quiz.ask.scheme", passage=passage, remark=said)
    kinds = [registry.framework(name) for name in task.frameworks]
    schemes = tuple(Choice(kind.id, f"{kind.title}: {kind.scheme}") for kind in kinds)
    questions = tuple(
        Choice(str(number), question_text(*pair)) for number, pair in enumerate(task.questions, 1)
    )
    fields = (
        Field("scheme", language.say("quiz.ask.scheme_one"), schemes),
        Field("question", language.say("quiz.ask.question_one"), questions),
    )
    return {**shown_case(task.source), "text": (stem,), "fields": fields}


def predict_parts(task: PredictTask, language: Language) -> Mapping[str, Any]:
    """Answers what an item of this task shows; it counts no points."""
    case = task.source.given
    choices = tuple(Choice(str(status), named(language, status)) for status in PREDICTED)
    fields = (
        Field(option, language.say("quiz.ask.predict_one", option=option), choices)
        for option in case.options
    )
    stem = language.say("quiz.ask.predict", question=case.question or case.title).strip()
    text = (case.text, stem) if case.text else (stem,)
    return {**shown_case(task.source), "text": text, "fields": tuple(fields), "points": 0}
