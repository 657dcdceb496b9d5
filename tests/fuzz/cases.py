"""Cases and what belongs to them; of those in order a share is analysed and shown."""

import json
from collections.abc import Mapping
from itertools import islice
from time import monotonic
from typing import Any

from argue.analysis import analyze
from argue.construct.courses import with_courses
from argue.construct.games.data import GameError
from argue.construct.games.payoffs import with_game
from argue.construct.games.reading import read_game
from argue.construct.rules.facts import rules_with_facts
from argue.construct.rules.solving import solve_rules
from argue.explain.contestable import added
from argue.explain.difference import difference_of
from argue.explain.figures import figures_of, with_cell
from argue.explain.saved import is_saved, read_saved
from argue.explain.voices import check_one_choice, voices_of
from argue.io.beside import case_beside
from argue.io.case import load_case, read_case
from argue.io.differences import differences_of
from argue.io.document import decoded, text_document
from argue.io.editing import edited
from argue.io.nodes import MapNode, ScalarNode
from argue.io.study import read_study
from argue.io.upgrade.rewriting import upgraded
from argue.model.case import Case
from argue.model.verdict import Status
from argue.norms.repairs import repaired, repairs_of
from argue.norms.revision import revise
from argue.report.audit import audit
from argue.report.revision import revision_data, revision_diff, revision_text
from tests.fuzz.shown import show
from tests.fuzz.texts import chosen, text_of

BASE: Mapping[str, Any] = {"title": "T", "options": {"rescue": "Rescue", "wait": "Wait"}}
SECONDS = 0.5
"""The time an analysis is given, beyond which it says itself that it ran out."""


def _judged(case: Case, data: bytes, one_in: int = 64) -> None:
    if chosen(data, one_in):
        found = analyze(case, timeout=SECONDS)
        json.dumps(found.to_dict(), allow_nan=False)
        show(found, data)


def case(suffix: str, data: bytes) -> None:
    """A case file: read, and what stands beside the case in it."""
    text = decoded(data, f"case.{suffix}")
    found = read_case(text, f"case.{suffix}")
    case_beside(text, f"case.{suffix}")
    differences_of(text, f"case.{suffix}")
    _judged(found, data)


def mapping(data: bytes) -> None:
    """A case from Python: what JSON holds."""
    found = json.loads(data)
    if isinstance(found, dict):
        _judged(load_case(found), data)


def _with(data: bytes) -> Case | None:
    found = json.loads(data)
    return load_case({**BASE, **found}) if isinstance(found, dict) else None


def rules(data: bytes) -> None:
    """The rules of a case among its facts; a share is solved."""
    found = _with(data)
    if found is None:
        return
    base = rules_with_facts(found)
    if chosen(data, 16):
        solve_rules(base, limit=60)
        _judged(found, data, 8)


def game(data: bytes) -> None:
    """The game of a case: the payoffs that it comes to."""
    found = _with(data)
    if found is not None and found.game:
        try:
            read_game(found.game, found.standpoints)
        except GameError:
            return  # which says the key, and becomes an error of the case
        if chosen(data, 8):
            _judged(with_game(found), data, 8)


def norms(data: bytes) -> None:
    """Norms of a case over time, by roles and under canons."""
    found = _with(data)
    if found is not None:
        _judged(with_courses(found), data, 32)


def study(data: bytes) -> None:
    """Judgements, choices or examples that norms are inferred from; a share is fitted."""
    found = read_study(decoded(data, "study.yaml"), "study.yaml")
    if chosen(data, 4):
        from argue.report.fit import fitted

        fitted(found, deadline=monotonic() + SECONDS)


def saved(data: bytes) -> None:
    """A saved analysis or report: what is seen of it, what differs, whether it still holds."""
    text = decoded(data, "report.json")
    is_saved(text)
    found = read_saved(text)
    assert not difference_of(found.seen, found.seen), "it differs from itself"
    found.setup, found.compliance, found.sha256  # noqa: B018  (they are read from the file)
    if chosen(data, 64):
        told = audit(found, timeout=SECONDS)
        assert told.sentences


def editing(data: bytes) -> None:
    """A case file that is changed in some places: it reads as what it was to become."""
    text = decoded(data, "case.yaml")
    found = read_case(text, "case.yaml")
    root = text_document(text, "case.yaml").root
    assert root is not None
    entries = {**root.entries, "question": ScalarNode("Why: not? # [x]", False)}
    edited(text, MapNode(entries, {}))
    edited(text, MapNode(dict(list(root.entries.items())[1:]), {}))
    for figure in figures_of(found)[:2]:
        with_cell(found, figure.path, figure.value + 1)
    entry = {"id": "my_challenge_9", "text": "Because: this.", "against": {"source": "nothing"}}
    text_document(added(found, "challenges", entry), "case.yaml")


def upgrading(data: bytes) -> None:
    """A case file of an earlier format, brought up to date once; there is nothing left to do."""
    text = decoded(data, "case.yaml")
    new = upgraded(text, "case.yaml")
    assert upgraded(new, "case.yaml") == new, "there is something left to do"


def bank(data: bytes) -> None:
    """Cases that judgements are held against, cut as above: every repair of one; some of all."""
    parts = data.split(b"\n----\n")[:3]
    texts = {f"case-{number}": decoded(part, "case") for number, part in enumerate(parts, 1)}
    for name, text in texts.items():
        for repair in islice(repairs_of(read_case(text, name, name=name)), 8):
            text_document(repaired(text, repair), name)
    if chosen(data, 32):
        end = monotonic() + SECONDS
        found = revise(texts, lambda case: _statuses(case, end), most=1, deadline=end)
        assert revision_text(found)
        json.dumps(revision_data(found), allow_nan=False)
        for number in range(1, len(found.revisions[:2]) + 1):
            revision_diff(found, number, {name: f"{name}.yaml" for name in texts})


def _statuses(case: Case, end: float) -> Mapping[str, Status]:
    return analyze(case, timeout=max(0.001, end - monotonic())).statuses


def merging(data: bytes) -> None:
    """Two cases of one choice, cut where a line of dashes stands, as submissions to merge."""
    first, _, second = text_of(data).partition("\n----\n")
    cases = [read_case(text, f"{name}.yaml") for name, text in (("a", first), ("b", second))]
    voices = voices_of(cases)
    check_one_choice(voices)
    from argue.explain.merging import merge

    merge(voices)
