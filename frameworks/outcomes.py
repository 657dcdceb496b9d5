"""Ex ante or ex post: whether a risk counts as what one expects, or as what may come of it.

Sources: Diamond 1967 and Fleurbaey 2010, for how the two come apart; Frick 2015, James 2012 and
Kumar 2015 for ex ante complaints, Reibetanz 1998 and Otsuka 2015 for ex post ones. Ex post, of n
persons who each draw for themselves the share p gets what has the chance p: they count as so many
persons with that outcome. Where one draw decides for all, nobody knows which state will come;
every state that has a chance is looked at by itself. A person's outcomes under several options
are those of one draw, which every lottery lays out in the order written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from argue.model.framework import COMMON, INDEPENDENT, Parameter, View

EX_ANTE, EX_POST = "ex_ante", "ex_post"

WHEN = Parameter(
    "when",
    "How a lottery counts: ex_ante (what each can expect of it) or ex_post (what may come of it, "
    "for as many as get it).",
    kind="choice",
    default=EX_ANTE,
    choices=(EX_ANTE, EX_POST),
    assumed_with=("lottery",),
)


def draw(common: str) -> Parameter:
    """Answers the parameter that says how lotteries hang together; `common` says what then is."""
    return Parameter(
        "draw",
        "With when: ex_post, how lotteries hang together: independent (each person draws for "
        f"themselves; of n persons n times p get what has chance p) or common ({common}). Branches "
        "are taken in the order written, for a person under all options alike.",
        kind="choice",
        default=INDEPENDENT,
        choices=(INDEPENDENT, COMMON),
        assumed_with=("lottery",),
        needs=(("when", (EX_POST,)),),
    )


def draws(parameters: Mapping[str, Any]) -> str:
    """Answers how lotteries are seen: by independent draws, by a common one, or not at all."""
    return parameters["draw"] if parameters["when"] == EX_POST else ""


def by_state(view: View) -> list[View]:
    """Answers the view in each state of a common draw; the view itself where there is none."""
    return [replace(view, cells=cells, states=()) for _, cells in view.states] or [view]
