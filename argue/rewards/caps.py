"""When an option asks more of an agent than can be asked, as conditions on signs."""

from __future__ import annotations

from collections.abc import Iterator

from argue.construct.worlds import Question, facts_in_cell, open_facts, worlds_over
from argue.rewards import conditions
from argue.rewards.conditions import POSITIVE, UPWARD, Condition
from argue.rewards.sightings import Sightings
from argue.rewards.tracing import TracingOps


def caps_of(sightings: Sightings) -> Iterator[Condition]:
    """Yields when each option costs an agent more than another, and more than the cap.

    By agent, world, cap and pair of options: everything that replies from a cap turn on.
    """
    case, tape = sightings.case, sightings.tape
    for person in case.standpoints.values():
        if not (person.agent and person.cap and case.payoffs):
            continue
        cells = [case.payoffs[option][person.id] for option in case.options]
        named = {fact for cell in cells for fact in facts_in_cell(cell)}
        questions = {Question("fact", fact) for fact in named & open_facts(case)}
        for world in worlds_over(case, questions, of=f"{person.id}'s payoffs"):
            mine = [tape.form(sightings.number(cell, world) or 0) for cell in cells]
            cheapest = TracingOps(tape).largest(mine)
            for cap in person.cap.values():
                for place, got in enumerate(mine):
                    beyond = tape.sign(cheapest - got - cap, UPWARD)
                    others = mine[:place] + mine[place + 1 :]
                    for other in others:
                        less = tape.sign(other - got, POSITIVE)
                        yield conditions.every((less, beyond))
