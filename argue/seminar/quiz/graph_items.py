"""Tasks about maps put into words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argue.seminar.language import Language
from argue.seminar.quiz.graph_keys import LABELS, NONE, YES
from argue.seminar.quiz.items import Choice, Field
from argue.seminar.quiz.maps import Map
from argue.seminar.quiz.rounds import accepted_after, rejected_after
from argue.seminar.quiz.tasks import LabelTask, RescueTask, RoundTask, SetTask
from argue.seminar.quiz.words import being, braced, named


def shown_map(found: Map, language: Language) -> Mapping[str, Any]:
    """Answers the parts of an item that show a map."""
    return {
        "about": found.title or language.say("quiz.bare"),
        "options": tuple(found.options.items()),
        "arguments": tuple((a, found.says.get(a, "")) for a in sorted(found.af.arguments)),
        "attacks": tuple(sorted(found.af.attacks)),
    }


def argument_choices(found: Map, letters: tuple[str, ...]) -> tuple[Choice, ...]:
    """Answers arguments as choices, by their letters and with what they say."""
    return tuple(Choice(a, f"{a}: {says}" if (says := found.says.get(a)) else a) for a in letters)


def label_parts(task: LabelTask, language: Language) -> Mapping[str, Any]:
    """Answers what an item of this task shows."""
    choices = tuple(Choice(w, language.say(f"quiz.labels.{w}")) for w in LABELS.values())
    fields = (
        Field(a, language.say("quiz.ask.label_one", argument=a), choices)
        for a in sorted(task.map.af.arguments)
    )
    return {
        **shown_map(task.map, language),
        "text": (language.say("quiz.ask.label"),),
        "fields": tuple(fields),
    }


def set_parts(task: SetTask, language: Language) -> Mapping[str, Any]:
    """Answers what an item of this task shows."""
    members = braced(task.members)
    if not task.members:
        members = f"{members}, {language.say('quiz.ask.empty_set')}"
    stem = language.say(
        "quiz.ask.set",
        members=members,
        property=named(language, task.property),
        definition=language.say(f"quiz.properties.{task.property}"),
    )
    choices = [Choice(YES, language.say("quiz.yes", property=named(language, task.property)))]
    for number, claim in enumerate(task.claims, 1):
        kind = "conflict_itself" if claim.one == claim.other else str(claim.against)
        said = language.say(f"quiz.claim.{kind}", one=claim.one, other=claim.other)
        choices.append(Choice(str(number), language.say("quiz.because_of", claim=said)))
    asked = Field("set", language.say("quiz.ask.set_one"), tuple(choices))
    return {**shown_map(task.map, language), "text": (stem,), "fields": (asked,)}


def round_parts(task: RoundTask, language: Language) -> Mapping[str, Any]:
    """Answers what an item of this task shows."""
    af = task.map.af
    now = language.say("quiz.ask.round_begin")
    if task.rounds:
        accepted = being(language, accepted_after(af, task.rounds))
        rejected = being(language, rejected_after(af, task.rounds))
        now = language.say("quiz.ask.round_now", accepted=accepted, rejected=rejected)
    choices = argument_choices(task.map, tuple(sorted(af.arguments)))
    none = Choice(NONE, language.say("quiz.none_left"))
    asked = Field("round", language.say("quiz.ask.round_one"), (*choices, none), several=True)
    text = (language.say("quiz.ask.round"), now)
    return {**shown_map(task.map, language), "text": text, "fields": (asked,)}


def rescue_parts(task: RescueTask, language: Language) -> Mapping[str, Any]:
    """Answers what an item of this task shows."""
    prompt = language.say("quiz.ask.rescue_one", target=task.target)
    asked = Field("rescue", prompt, argument_choices(task.map, task.offered))
    text = (language.say("quiz.ask.rescue", target=task.target),)
    return {**shown_map(task.map, language), "text": text, "fields": (asked,)}
