"""The kinds of item: how each is drawn, put into words, and keyed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

from argue.model.record import record
from argue.seminar.language import Language
from argue.seminar.quiz import (
    case_items,
    case_keys,
    case_tasks,
    graph_items,
    graph_keys,
    graph_tasks,
)
from argue.seminar.quiz.claims import PROPERTIES
from argue.seminar.quiz.draw import Draw
from argue.seminar.quiz.items import Item, Keys
from argue.seminar.quiz.sources import Source
from argue.seminar.quiz.tasks import Task


@record
class KindOfItem:
    """One kind: `draw` gives a task or None, `parts` its words, `key` what is right in it."""

    draw: Callable[[Source, Draw], Task | None]
    parts: Callable[[Any, Language], Mapping[str, Any]]
    key: Callable[[Any, Language], Keys]


def _set_kind(wanted: Any) -> KindOfItem:
    draw = partial(graph_tasks.set_task, wanted)
    return KindOfItem(draw, graph_items.set_parts, graph_keys.set_key)


KINDS: Mapping[str, KindOfItem] = MappingProxyType(
    {
        "label": KindOfItem(graph_tasks.label_task, graph_items.label_parts, graph_keys.label_key),
        **{str(wanted): _set_kind(wanted) for wanted in PROPERTIES},
        "round": KindOfItem(graph_tasks.round_task, graph_items.round_parts, graph_keys.round_key),
        "rescue": KindOfItem(
            graph_tasks.rescue_task, graph_items.rescue_parts, graph_keys.rescue_key
        ),
        "ranking": KindOfItem(
            case_tasks.ranking_task, case_items.ranking_parts, case_keys.ranking_key
        ),
        "scheme": KindOfItem(case_tasks.scheme_task, case_items.scheme_parts, case_keys.scheme_key),
        "predict": KindOfItem(
            case_tasks.predict_task, case_items.predict_parts, case_keys.predict_key
        ),
    }
)
"""Kind of item -> how it is made, in the order in which a quiz asks them."""


@record
class Asked:
    """One item of a quiz: the task, its words, and its key."""

    task: Task
    item: Item
    keys: Keys


def asked(task: Task, kind: str, number: int, language: Language) -> Asked:
    """Answers a task as the item with this number of a quiz."""
    made = KINDS[kind]
    title = language.say(f"quiz.kinds.{kind}")
    item = Item(f"item{number}", kind, title, **made.parts(task, language))
    return Asked(task, item, made.key(task, language))
