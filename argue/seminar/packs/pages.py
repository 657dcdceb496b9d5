"""The pages of a pack, each one HTML file: handout, what-ifs, teacher's notes, slides."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import Any

from argue.io.shell import command_line
from argue.model.case import Case
from argue.report.inert import inert
from argue.report.sections.method import named
from argue.seminar.glossary import FirstUses
from argue.seminar.packs.outcomes import Answered, reasons_in_brief, statuses_said
from argue.seminar.packs.pack import Pack
from argue.seminar.pages import CONTENT_LANGUAGE, page
from argue.seminar.slides import Folded, Slide, slides_page, with_words
from argue.seminar.steps.building import building_steps
from argue.seminar.steps.labelling import labelling_steps
from argue.seminar.steps.step import Telling
from argue.seminar.steps.telling import slides_of, steps_page

COLUMNS = 90
"""Characters in a printed line of the handout, on the safe side."""

SIZES = ((30, ""), (38, "dense"))
"""Up to so many lines, headings apart, the handout is set in this size; longer ones are small."""

MOST_STEPS = 16
"""A board that takes more steps than this to build is shown as a whole."""


def handout(pack: Pack) -> str:
    """Answers the handout: one page to print, without the answer."""
    return page(
        "handout.html.j2",
        style="handout.css",
        case=pack.case,
        teaching=pack.teaching,
        effects=pack.effects,
        principles=pack.principles,
        whatifs=pack.whatifs,
        terms=pack.handout_words,
        size=next((name for most, name in SIZES if printed_lines(pack) <= most), "small"),
        **_spoken(pack),
    )


def printed_lines(pack: Pack) -> int:
    """Answers how many lines the handout takes in print, an estimate from the lengths of texts."""
    case, teaching = pack.case, pack.teaching
    texts = [teaching.introduction or case.text or "", case.source or "", case.question]
    texts += [option.text + option.id for option in case.options.values()]
    texts += [name + scheme for name, scheme in pack.principles]
    texts += [str(known) for known in pack.handout_words]
    found = sum(_lines(text, COLUMNS) for text in texts)
    found += sum(1 + _lines(whatif.ask, COLUMNS) for whatif in pack.whatifs)
    if pack.effects:
        width = COLUMNS / (len(pack.effects.head) + 1)
        # The first column is as wide as two others.
        rows = ((row[0][: len(row[0]) // 2], *row[1:]) for row in pack.effects.rows)
        found += sum(max(_lines(cell, width) for cell in row) for row in rows)
    return found


def _lines(text: str, width: float) -> int:
    """Answers how many lines a text takes in print, where what does not print is an escape."""
    return ceil(len(inert(text)) / width)


def whatifs(pack: Pack) -> str:
    """Answers the page of what-ifs, their outcomes folded."""
    return page(
        "whatifs.html.j2",
        style="reading.css",
        title=f"{pack.words.say('pack.title_whatifs')}: {pack.case.title}",
        whatifs=pack.whatifs,
        **_spoken(pack),
    )


def notes(pack: Pack) -> str:
    """Answers the teacher's notes."""
    return page(
        "notes.html.j2",
        style="reading.css",
        title=f"{pack.words.say('pack.title_notes')}: {pack.case.title}",
        case=pack.case,
        teaching=pack.teaching,
        word=_word(pack.case),
        missing=pack.missing,
        statuses=statuses_said(pack.analysis.statuses, pack.words),
        why=reasons_in_brief(pack.analysis),
        positions=len(pack.analysis.positions),
        alone=pack.alone,
        doubts=pack.doubts,
        whatifs=pack.whatifs,
        **_spoken(pack),
    )


def _word(case: Case) -> str:
    """Answers the case as a command line names it; its id where it came from no file."""
    name = named(case)
    return command_line([case.id if name == "-" else name])


def _spoken(pack: Pack) -> dict[str, Any]:
    words = pack.words
    return {"say": words.say, "lang": words.code, "content_lang": CONTENT_LANGUAGE}


def slides(pack: Pack) -> str:
    """Answers the slides of a class: question, vote, arguments, answer, what-ifs, limits."""
    made = with_words(tuple(_slides(pack)), FirstUses(pack.words))
    return slides_page(pack.case.title, made, pack.words)


def steps(pack: Pack) -> str | None:
    """Answers the grounded labelling as slides; None for a case without a position to show."""
    if not pack.analysis.positions:
        return None
    return steps_page(labelling_steps(pack.analysis, pack.words))


def _slides(pack: Pack) -> Iterator[Slide]:
    say, case, teaching = pack.words.say, pack.case, pack.teaching
    opening = teaching.introduction or case.text or ""
    yield Slide(case.question or case.title, tuple(filter(None, [opening])))
    offered = tuple(f"{option.id}: {option.text}" for option in case.options.values())
    if pack.effects:
        yield Slide(say("pack.who_slide"), table=pack.effects)
    yield Slide(say("pack.vote"), (say("pack.vote_line"),), quoted=offered)
    said = tuple(f"{name}. {scheme}" for name, scheme in pack.principles)
    yield Slide(say("pack.principles"), quoted=said)
    if pack.analysis.positions:
        yield from _board(pack)
    yield Slide(say("pack.alone"), table=pack.alone)
    verdict = f"{statuses_said(pack.analysis.statuses, pack.words)}."
    why = reasons_in_brief(pack.analysis)
    yield Slide(say("pack.answer"), folded=(Folded(say("pack.answer_show"), (verdict, *why)),))
    yield from (_whatif(pack, found) for found in pack.whatifs)
    if teaching.discussion:
        yield Slide(say("pack.discussion"), teaching.discussion)
    left_out = teaching.left_out or (say("pack.not_written"),)
    yield Slide(say("pack.left_out"), (say("pack.left_out_line"), *left_out))
    yield Slide(say("pack.homework"), (say("pack.homework_line"),))


def _board(pack: Pack) -> Iterator[Slide]:
    """Yields the arguments one at a time, or of a large board the last step alone."""
    telling = building_steps(pack.analysis, pack.words)
    if len(telling.steps) > MOST_STEPS:
        last = Telling(telling.title, telling.board, telling.words, telling.steps[-1:])
        title = pack.words.say("steps.board")
        whole = slides_of(last)[0]
        yield Slide(title, svg=whole.svg, alternative=title)
        return
    yield from slides_of(telling)


def _whatif(pack: Pack, found: Answered) -> Slide:
    say = pack.words.say
    think = (say("pack.think", text=found.discuss),) if found.discuss else ()
    answer = (found.outcome, *found.why)
    return Slide(found.ask, think, folded=(Folded(say("slides.show"), answer),))
