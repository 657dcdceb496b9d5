"""What is right in tasks about cases, found by analysing them, and feedback on every choice."""

from __future__ import annotations

from argue import registry
from argue.model.verdict import Status
from argue.seminar.language import Language
from argue.seminar.quiz.items import Key, Keys, Mistake, Told
from argue.seminar.quiz.tasks import PredictTask, RankingTask, SchemeTask
from argue.seminar.quiz.words import named, ranked, told

PREDICTED = (
    Status.OBLIGATORY,
    Status.PERMISSIBLE,
    Status.CONTESTED,
    Status.UNRESOLVED,
    Status.IMPERMISSIBLE,
)
"""The statuses among which a student predicts."""


def ranking_key(task: RankingTask, language: Language) -> Keys:
    """Answers the key of which ranking gives an option the wanted status, by analysing each."""
    now = task.source.statuses()[task.option]
    right: list[str] = []
    chosen: dict[str, Told] = {}
    for number, pairs in enumerate(task.rankings, 1):
        status = task.source.statuses(pairs)[task.option]
        values = {
            "ranking": ranked(language, pairs),
            "option": task.option,
            "status": named(language, status),
            "wanted": named(language, task.wanted),
            "why": told(language, task.source, task.option, pairs),
        }
        if status is task.wanted:
            right.append(str(number))
            chosen[str(number)] = Told(language.say("quiz.why.ranked", **values))
        else:
            same = status is now
            mistake = Mistake.SAME_VERDICT if same else Mistake.OTHER_VERDICT
            chosen[str(number)] = Told(language.say(f"quiz.wrong.{mistake}", **values), mistake)
    return {"ranking": Key(tuple(right), chosen)}


def type_of(task: SchemeTask) -> str:
    """Answers the type of the framework whose reason the passage is."""
    source = task.source.analysis.graph.arguments[task.argument].source
    uses = {use.id: use.type for use in task.source.analysis.case.frameworks}
    return uses[str(source)]


def question_text(name: str, question: str) -> str:
    """Answers what a critical question of a framework asks."""
    known = registry.framework(name).critical_questions
    return next(q.text for q in known if q.id == question)


def remark(task: SchemeTask, language: Language) -> str:
    """Answers what somebody says who puts the critical question to the reason."""
    analysis = task.source.analysis
    person = analysis.case.standpoints.get(analysis.graph.arguments[task.argument].voice or "")
    called = person.called if person else ""
    said = language.say(f"quiz.remark.{type_of(task)}.{task.asked}", voice=called)
    return f"{said[:1].upper()}{said[1:]}"


def scheme_key(task: SchemeTask, language: Language) -> Keys:
    """Answers the keys of both questions: which scheme, and which of its critical questions."""
    name = type_of(task)
    kind = registry.framework(name)
    truth = language.say("quiz.why.scheme", title=kind.title, scheme=kind.scheme)
    schemes = {name: Told(truth)}
    for other in (registry.framework(n) for n in task.frameworks if n != name):
        said = language.say(
            "quiz.wrong.other_scheme", chosen=other.title, scheme=other.scheme, truth=truth
        )
        schemes[other.id] = Told(said, Mistake.OTHER_SCHEME)
    return {
        "scheme": Key((name,), schemes),
        "question": _question_key(task, language, name),
    }


def _question_key(task: SchemeTask, language: Language, name: str) -> Key:
    truth = language.say("quiz.why.question", question=question_text(name, task.asked))
    right: list[str] = []
    chosen: dict[str, Told] = {}
    for number, (owner, question) in enumerate(task.questions, 1):
        if (owner, question) == (name, task.asked):
            right.append(str(number))
            chosen[str(number)] = Told(truth)
            continue
        mistake = Mistake.OTHER_QUESTION if owner == name else Mistake.FOREIGN_QUESTION
        asks = question_text(owner, question)
        title = registry.framework(owner).title
        said = language.say(f"quiz.wrong.{mistake}", chosen=asks, title=title, truth=truth)
        chosen[str(number)] = Told(said, mistake)
    return Key(tuple(right), chosen)


def predict_key(task: PredictTask, language: Language) -> Keys:
    """Answers the key of a prediction: the verdict on every option, with the reason for it."""
    found: dict[str, Key] = {}
    for option, status in task.source.statuses().items():
        values = {"option": option, "status": named(language, status)}
        why = told(language, task.source, option)
        truth = language.say("quiz.why.predicted", **values, why=why)
        chosen = {str(status): Told(truth)}
        for other in PREDICTED:
            if other is not status:
                mistake = Mistake.PREDICTED_OTHERWISE
                expected = named(language, other)
                said = language.say(f"quiz.wrong.{mistake}", expected=expected, truth=truth)
                chosen[str(other)] = Told(said, mistake)
        found[option] = Key((str(status),), chosen)
    return found
