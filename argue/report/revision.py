"""What would bring a bank of cases and judgements together, as a reader sees it and as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import unified_diff
from textwrap import wrap
from typing import Any

from argue.model.verdict import Compared
from argue.norms.revision import Found, Revision
from argue.report.inert import inert_lines
from argue.report.words import plural

_WIDTH = 80
_SHOWN = 20


def revision_text(found: Found) -> str:
    """Answers the account of a revision in plain text."""
    return inert_lines("\n".join(part for line in _lines(found) for part in _wrapped(line)))


def _wrapped(line: str) -> list[str]:
    indent = " " * (len(line) - len(line.lstrip()) + 2)
    return wrap(line, _WIDTH, subsequent_indent=indent, break_on_hyphens=False) or [""]


def _lines(found: Found) -> Iterator[str]:
    cases = plural(len(found.before), "case")
    yield f"{cases} with {plural(found.judgements, 'considered judgement')}"
    if not found.judgements:
        yield "Nothing is judged there; say it under considered, as in {wait: impermissible}."
        return
    if not found.missed:
        yield "The verdicts agree with all of them: nothing is to be revised."
        return
    yield ""
    yield "Not in agreement"
    for name, missed in found.missed.items():
        yield from (f"- {name}: {_said(one)}" for one in missed)
    yield ""
    if found.beyond:
        yield f"No edits tried bring these into agreement: {', '.join(found.beyond)}."
    elif not found.revisions:
        yield "No edits tried bring all cases into agreement at once."
    else:
        yield from _revisions(found)
    count = sum(map(len, found.missed.values()))
    yield ""
    yield f"Or give up {'the judgement' if count == 1 else f'the {count} judgements'} above."
    yield "Nothing is changed by this: a person decides, and writes it into the files."


def _said(one: Compared) -> str:
    return f'"{one.option}" is judged {one.expected}, and comes out {one.got}'


def _revisions(found: Found) -> Iterator[str]:
    count, size = len(found.revisions), len(found.revisions[0].edits)
    way = "One way restores" if count == 1 else f"{count} ways restore"
    if not found.complete:
        way = f"{count} ways and {'perhaps ' if found.late else ''}more restore"
    yield f"{way} agreement, by {plural(size, 'edit')}; fewer do not"
    for number, revision in enumerate(found.revisions[:_SHOWN], 1):
        yield f"{number}. {'; '.join(map(str, revision.edits))}"
        others = list(_elsewhere(found, revision))
        yield from (f"   - then {change}" for change in others)
        if not others:
            yield "   - no other verdict changes"
    if count > _SHOWN:
        yield f"and {count - _SHOWN} more (--json lists them)"
    if found.late:
        yield "There was no time to look for more ways; allow more of it, or take fewer cases."


def _elsewhere(found: Found, revision: Revision) -> Iterator[str]:
    """Yields the verdicts that change though no judgement asked for it."""
    for name, trial in revision.after.items():
        before = found.before[name]
        asked = {one.option for one in before.missed}
        for option, status in trial.statuses.items():
            if option not in asked and status is not before.statuses[option]:
                yield f'in {name} "{option}" is {status}, was {before.statuses[option]}'


def revision_diff(found: Found, number: int, files: Mapping[str, str]) -> str:
    """Answers the edits of one revision as a unified diff; `files` are the cases' file names."""
    revision = found.revisions[number - 1]
    parts = list[str]()
    for name, trial in revision.after.items():
        old, new = found.before[name].text, trial.text
        was, now = (text.splitlines(keepends=True) for text in (old, new))
        parts += unified_diff(was, now, fromfile=files[name], tofile=files[name])
    return "".join(part if part.endswith("\n") else f"{part}\n" for part in parts).rstrip("\n")


def revision_data(found: Found) -> dict[str, Any]:
    """Answers a revision as plain data, schema `argue/revision/v1`."""
    return {
        "schema": "argue/revision/v1",
        "cases": len(found.before),
        "judgements": found.judgements,
        "missed": {
            name: [
                {"option": one.option, "by": one.by, "expected": one.expected, "got": one.got}
                for one in missed
            ]
            for name, missed in found.missed.items()
        },
        "beyond": list(found.beyond),
        "complete": found.complete,
        "revisions": [_revision_data(revision) for revision in found.revisions],
    }


def _revision_data(revision: Revision) -> Mapping[str, Any]:
    return {
        "edits": [
            {"kind": e.kind, "name": e.name, "other": e.other, "case": e.case, "text": str(e)}
            for e in revision.edits
        ],
        "statuses": {
            name: {option: str(status) for option, status in trial.statuses.items()}
            for name, trial in revision.after.items()
        },
    }
