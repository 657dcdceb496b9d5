"""What a poll comes to, put into a report and into plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from argue.report.content import Block, Item, Items, Paragraph, Report, Section, Table
from argue.report.words import plain_source, sentence
from argue.seminar.language import Language
from argue.seminar.poll import Poll
from argue.seminar.poll_uniting import Uniting, Way
from argue.seminar.poll_views import Statuses, View
from argue.seminar.quiz.words import joined, named

POLLED = "argue/polled/v1"


def poll_report(poll: Poll, language: Language) -> Report:
    """Answers the report on a poll, section by section; one that would be empty is left out."""
    made = (
        _answer(poll, language),
        _positions(poll, language),
        _uniting(poll, language),
        _consensus(poll, language),
        _views(poll, language),
        _judgements(poll, language),
        _together(poll, language),
        _files(poll, language),
    )
    case = poll.analysis.case
    return Report(case.title, case.question, tuple(s for s in made if s.blocks))


def _section(language: Language, key: str, blocks: Iterable[Block]) -> Section:
    return Section(key, language.say(f"poll.heading.{key}"), tuple(blocks))


def _answer(poll: Poll, language: Language) -> Section:
    people = language.say(
        "poll.people", people=len(poll.box.cast), views=len(poll.views), held=len(poll.held)
    )
    agree = language.say("poll.agree", united=poll.united, pairs=poll.pairs)
    crux = poll.crux
    if crux is None:
        return _section(language, "answer", (Paragraph(f"{people} {agree}"),))
    said = language.say("poll.crux", what=_what(crux, poll, language))
    texts = (f"{people} {agree}", f"{said} {_worth(crux, poll, language)}")
    return _section(language, "answer", map(Paragraph, texts))


def _positions(poll: Poll, language: Language) -> Section:
    options = tuple(poll.analysis.case.options)
    head = (language.say("poll.column.people"), *options, language.say("poll.column.who"))
    rows = tuple(
        (
            str(len(held.holders)),
            *(named(language, held.statuses[option]) for option in options),
            joined(held.holders),
        )
        for held in poll.held
    )
    return _section(language, "positions", (Table(head, rows),) if rows else ())


def _uniting(poll: Poll, language: Language) -> Section:
    if not poll.uniting:
        return _section(language, "uniting", ())
    items = tuple(
        Item(
            f"{sentence(_what(found, poll, language))} {_worth(found, poll, language)}",
            tuple(Item(_way(way, found, poll, language)) for way in found.ways),
        )
        for found in poll.uniting
    )
    blocks: list[Block] = [Paragraph(language.say("poll.uniting")), Items(items)]
    if not poll.complete:
        blocks.append(Paragraph(language.say("poll.partial")))
    return _section(language, "uniting", blocks)


def _what(found: Uniting, poll: Poll, language: Language) -> str:
    """Answers what is to be settled: a fact with its text, or which of two sources goes first."""
    if found.kind == "fact":
        return language.say("poll.fact", text=_fact(poll, found.names[0]))
    one, other = map(plain_source, found.names)
    return language.say("poll.ranking", one=one, other=other)


def _fact(poll: Poll, name: str) -> str:
    return poll.analysis.case.facts[name].text.rstrip(".") or name


def _worth(found: Uniting, poll: Poll, language: Language) -> str:
    if not found.ways:
        return language.say("poll.not_alone")
    least, most = found.gains(poll.united)
    if most == 0:
        return language.say("poll.no_gain")
    key = "gain" if least == most else "gains"
    return language.say(f"poll.{key}", least=least, most=most)


def _way(way: Way, found: Uniting, poll: Poll, language: Language) -> str:
    values = {"united": way.united, "pairs": poll.pairs, "holders": way.holders}
    if found.kind == "fact":
        return language.say("poll.holds" if way.holds else "poll.does_not_hold", **values)
    high, low = map(plain_source, way.name.split(">"))
    return language.say("poll.goes_first", higher=high, lower=low, **values)


def _consensus(poll: Poll, language: Language) -> Section:
    """Answers on what all views, each taken alone, agree, and on which grounds."""
    if poll.chorus is None:
        return _section(language, "consensus", ())
    items: list[Item] = []
    for agreed in poll.chorus.agreed:
        values = {"option": agreed.option, "status": named(language, agreed.status)}
        grounds = {joined(map(plain_source, sources)) for sources in agreed.sources.values()}
        if agreed.for_one_reason:
            values["grounds"] = next(iter(grounds)) or language.say("poll.no_ground")
            items.append(Item(language.say("poll.one_ground", **values)))
            continue
        below = (
            Item(f"{_holders(poll, name)}: {joined(map(plain_source, sources))}")
            for name, sources in agreed.sources.items()
        )
        items.append(Item(language.say("poll.several_grounds", **values), tuple(below)))
    if not items:
        return _section(language, "consensus", (Paragraph(language.say("poll.no_consensus")),))
    return _section(language, "consensus", (Items(tuple(items)),))


def _holders(poll: Poll, name: str) -> str:
    view = next(v for v in poll.views if v.name == name)
    return joined(view.holders)


def _views(poll: Poll, language: Language) -> Section:
    """Answers who holds what: rankings, facts, and what these come to."""
    head = tuple(
        language.say(f"poll.column.{c}") for c in ("view", "people", "ranking", "facts", "who")
    )
    rows = tuple(
        (
            view.name,
            str(len(view.holders)),
            _ranking(view, language),
            _facts(view, poll, language),
            joined(view.holders),
        )
        for view in poll.views
    )
    return _section(language, "views", (Table(head, rows),) if rows else ())


def _ranking(view: View, language: Language) -> str:
    tiers = [" = ".join(map(plain_source, tier)) for tier in view.ballot.ranking]
    return " > ".join(tiers) or language.say("poll.left_open")


def _facts(view: View, poll: Poll, language: Language) -> str:
    said = (
        language.say("poll.true" if holds else "poll.false", text=_fact(poll, name))
        for name, holds in view.ballot.facts.items()
    )
    return "; ".join(said) or language.say("poll.left_open")


def _judgements(poll: Poll, language: Language) -> Section:
    """Answers how options are judged on reflection, and where that is at odds with one's views."""
    items = tuple(
        Item(
            language.say("poll.judged", option=option, counts=_counts(counts, language)),
            tuple(_tensions(poll, option, language)),
        )
        for option, counts in judgements(poll).items()
    )
    return _section(language, "judgements", (Items(items),) if items else ())


def judgements(poll: Poll) -> Mapping[str, Mapping[str, int]]:
    """Answers by option how many people judge it to be what."""
    found: dict[str, Counter[str]] = {}
    for option in poll.analysis.case.options:
        for view in poll.views:
            if option in view.ballot.considered:
                status = str(view.ballot.considered[option])
                found.setdefault(option, Counter())[status] += len(view.holders)
    return found


def _counts(counts: Mapping[str, int], language: Language) -> str:
    return joined(
        language.say("poll.judged_by", status=named(language, status), number=number)
        for status, number in counts.items()
    )


def _tensions(poll: Poll, option: str, language: Language) -> Iterator[Item]:
    for view in poll.views:
        judged, found = view.ballot.considered.get(option), view.statuses[option]
        if judged is None or judged is found:
            continue
        values = {"judged": named(language, judged), "found": named(language, found)}
        yield Item(language.say("poll.tension", who=joined(view.holders), **values))


def _together(poll: Poll, language: Language) -> Section:
    """Answers what the merged case comes to, and what would settle most of its options."""
    found = poll.chorus
    if found is None:
        return _section(language, "together", ())
    blocks: list[Block] = [
        Paragraph(language.say("poll.merged")),
        Paragraph(_statuses(found.analysis.statuses, language)),
    ]
    settling = found.crux
    if settling is not None:
        ways = tuple(
            Item(f"{label}: {_statuses(statuses, language)}")
            for label, statuses in settling.outcomes.items()
        )
        where = _where(settling.disagreement.path, poll, language)
        blocks += [Paragraph(language.say("poll.settles", what=where)), Items(ways)]
    return _section(language, "together", blocks)


def _where(path: str, poll: Poll, language: Language) -> str:
    """Answers what a disagreement is about, in words where it is a fact or a ranking."""
    group, _, name = path.partition(".")
    if group == "facts" and name in poll.analysis.case.facts:
        return language.say("poll.fact", text=_fact(poll, name))
    one, between, other = name.partition(">")
    if group == "priorities" and between:
        return language.say("poll.ranking", one=plain_source(one), other=plain_source(other))
    return path


def _statuses(statuses: Statuses, language: Language) -> str:
    return "; ".join(f'"{option}": {named(language, s)}' for option, s in statuses.items())


def _files(poll: Poll, language: Language) -> Section:
    """Answers which files do not count, and why."""
    items = [
        *(Item(language.say("poll.refused", file=f, why=why)) for f, why in poll.box.refused),
        *(Item(language.say("poll.repeated", file=f, other=o)) for f, o in poll.box.repeated),
    ]
    return _section(language, "files", (Items(tuple(items)),) if items else ())


def poll_data(poll: Poll) -> dict[str, Any]:
    """Answers a poll as plain data for JSON."""
    case, found, crux = poll.analysis.case, poll.chorus, poll.crux
    return {
        "schema": POLLED,
        "case": case.id,
        "sha256": case.sha256,
        "people": len(poll.box.cast),
        "views": [_view_data(view) for view in poll.views],
        "positions": [
            {"statuses": _words(held.statuses), "holders": list(held.holders)} for held in poll.held
        ],
        "pairs": poll.pairs,
        "pairs_united": poll.united,
        "uniting": [_uniting_data(each, poll.united) for each in poll.uniting],
        "crux": None if crux is None else list(crux.names),
        "consensus": [
            {
                "option": agreed.option,
                "status": str(agreed.status),
                "grounds": {name: list(sources) for name, sources in agreed.sources.items()},
            }
            for agreed in (found.agreed if found else ())
        ],
        "judgements": {option: dict(counts) for option, counts in judgements(poll).items()},
        "together": None if found is None else _words(found.analysis.statuses),
        "settles_most": None
        if found is None or found.crux is None
        else found.crux.disagreement.path,
        "refused": [{"file": file, "why": why} for file, why in poll.box.refused],
        "repeated": [{"file": file, "same_as": other} for file, other in poll.box.repeated],
        "complete": poll.complete,
    }


def _words(statuses: Statuses) -> dict[str, str]:
    return {option: str(status) for option, status in statuses.items()}


def _view_data(view: View) -> dict[str, Any]:
    return {
        "name": view.name,
        "holders": list(view.holders),
        "ranking": [list(tier) for tier in view.ballot.ranking],
        "facts": dict(view.ballot.facts),
        "considered": _words(view.ballot.considered),
        "statuses": _words(view.statuses),
    }


def _uniting_data(found: Uniting, now: int) -> dict[str, Any]:
    least, most = found.gains(now)
    return {
        "kind": found.kind,
        "names": list(found.names),
        "gains": [least, most],
        "ways": [
            {"name": w.name, "holds": w.holds, "pairs_united": w.united, "holders": w.holders}
            for w in found.ways
        ],
    }
