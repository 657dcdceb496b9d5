"""The script of a page against the engine, setting by setting, for a share of the bundled cases.

Not collected by default, since it needs node: `pytest tests/browser/whatif.py`. Compared are

- under every way of settling the questions, every set of frameworks, and every full ranking of the
  sources as well as none: outcome, statuses, flags and positions, with those of the changed case;
- under every way of settling the questions: the same for every single pair ranked, and for
  rankings with gaps and ties drawn with a fixed seed;
- for a sample of these everything the page says, with `analyze`, and the labels and sentences,
  with the engine's labels of the graph the page ships.

Of a case with more than MOST settings those without a ranking and a sample of the others with a
fixed seed are compared; `python -m tests.browser.whatif` says of which cases. With
PAGE_SETTINGS=all it is every case, and more settings of each.
"""

import json
import os
import random
import shlex
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from argue.analysis import analyze, distinct, positions_of, prepared, statuses_only
from argue.cli.main import main
from argue.construct.graph import graph_of
from argue.construct.plain import without_sources
from argue.construct.priorities import closed
from argue.construct.sources import sources_of
from argue.errors import ArgueError
from argue.io.bundled import bundled_ids
from argue.io.case import load_case
from argue.model.argument import Kind
from argue.model.case import Case
from argue.model.verdict import Label
from argue.norms.review import review
from argue.report.content import Items
from argue.report.html import SOLVER, joined
from argue.report.page.model import whatif_data
from argue.report.page.worlds import Choice, Worlds
from argue.report.sections import why
from argue.report.sections.answer import remark, verdict
from argue.verdict.result import Analysis, Setup
from argue.verdict.settings import Settings
from argue.verdict.statuses import flags_of, outcome_of, statuses_of
from tests.browser.settings import count, exhaustive, partial, sample, some
from tests.bundled import some_cases

EVERY = os.environ.get("PAGE_SETTINGS") == "all"
MOST = 700 if EVERY else 30
IN_FULL = 25 if EVERY else 3
BITS = {Label.IN: 1, Label.OUT: 2, Label.UNDEC: 4}

SPARED = """
title: An agent who need not give a kidney, and need not be thanked for doing so
options: {give: Give, share: Share the cost, keep: Keep it, hide: {text: Hide, presume: forbidden}}
standpoints:
  donor: {agent: true, prerogative: true}
  patient: {}
  sister: {}
payoffs:
  give: {donor: -3, patient: 5, sister: 0}
  share: {donor: -1, patient: 2, sister: 1}
  keep: {donor: 0, patient: 0, sister: 0}
  hide: {donor: 4, patient: -1, sister: 0}
facts: {match: {text: It is a match, status: disputed}}
norms:
  promise: {text: Give what you promised, modality: require, breached_by: [keep, hide], when: match}
frameworks: [welfare, veil, rejection, equality]
"""

OWN = {"spared": SPARED}
"""Cases of what no bundled one has together."""

BUNDLED = bundled_ids() if EVERY else some_cases()
CASES = (*BUNDLED, *OWN)

Data = dict[str, Any]


def each(cases: Sequence[str]) -> pytest.MarkDecorator:
    """All that is asked of a case is asked in one process, which analyses it once."""
    groups = [pytest.param(case, marks=pytest.mark.xdist_group(case)) for case in cases]
    return pytest.mark.parametrize("case", groups)


@cache
def loaded(case: str) -> Case:
    return load_case(OWN[case], name=case) if case in OWN else load_case(case)


@cache
def analysis_of(case: str) -> Analysis:
    return analyze(loaded(case))


@cache
def data_of(case: str) -> Data:
    data = whatif_data(analysis_of(case))
    assert not isinstance(data, str), data
    return data


@cache
def worlds_of(case: str) -> Worlds:
    return Worlds(analysis_of(case))


def answers(data: Data, settings: list[Data]) -> list[Data]:
    """What the script of a page says of settings, asked of node."""
    script = joined(*SOLVER)
    asked = json.dumps({"script": script, "data": data, "settings": settings})
    done = subprocess.run(
        ["node", str(__file__).replace("whatif.py", "answer.js")],
        input=asked,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def changed(case: str, setting: Data) -> tuple[Case, Setup]:
    """The case changed as a person would change it, and the setup asked for beside it."""
    worlds = worlds_of(case)
    kept = tuple(name for name in worlds.frameworks if name not in setting["without"])
    given, setup = worlds.changed(Choice(setting["settled"], kept))
    pairs = tuple((high, low) for high, low in setting["order"])
    return given, replace(setup, priorities=pairs)


def engine(case: str, setting: Data) -> Analysis | None:
    """The analysis of the changed case; None where the engine refuses it."""
    given, setup = changed(case, setting)
    try:
        return analyze(
            given, facts=setup.facts, priorities=setup.priorities, frameworks=setup.frameworks
        )
    except ArgueError:
        return None


def verdict_of(case: str, setting: Data) -> Data | None:
    """What the calls of an analysis find of the changed case, without what hangs on it."""
    given, setup = changed(case, setting)
    try:
        ready = prepared(given, setup)
        silenced = frozenset(p.norm for p in review(ready, statuses_only) if p.acted)
        sources = sources_of(ready, silenced=silenced)
        graph = graph_of(ready, sources)
    except ArgueError:
        return None
    found = distinct(positions_of(graph, setup, None).found())
    statuses = statuses_of(graph.options, found)
    return {
        "outcome": str(outcome_of(ready, sources, statuses)),
        "statuses": [str(statuses[option]) for option in graph.options],
        "flags": [list(flags_of(option, found)) for option in graph.options],
        "positions": [[sorted(x.permitted), sorted(x.undecided)] for x in found],
    }


def told_by(found: Analysis) -> Data:
    options = found.graph.options
    return {
        "outcome": str(found.outcome),
        "statuses": [str(found.statuses[o]) for o in options],
        "flags": [list(found.flags[o]) for o in options],
        "remarks": [remark(found, o) for o in options],
        "verdict": verdict(found),
        "positions": [[sorted(p.permissible), sorted(p.undecided)] for p in found.positions],
    }


def compare(case: str, settings: list[Data]) -> None:
    refused = 0
    for setting, said in zip(settings, answers(data_of(case), settings), strict=True):
        found = verdict_of(case, setting)
        if found is None or "refused" in said:
            refused += 1
            assert (found is None) == ("refused" in said), (setting, said)
            continue
        assert {key: said[key] for key in found} == found, setting
        assert said["adequate"], setting
    assert refused < len(settings)


@each(CASES)
def test_every_setting_comes_to_what_the_engine_says(case: str):
    data = data_of(case)
    # Each framework doubles the sets, and the rankings grow faster than their number.
    size = count(data)
    if size <= MOST:
        compare(case, list(exhaustive(data)))
        return
    draw, share = random.Random(case), MOST / size
    compare(case, [s for s in exhaustive(data) if not s["order"] or draw.random() < share])


@each(CASES)
def test_rankings_with_gaps_and_ties_come_to_what_the_engine_says(case: str):
    settings = list(partial(data_of(case)))
    if settings:
        compare(case, sample(case, settings, MOST))


@each(CASES)
def test_a_page_says_of_a_setting_what_a_report_says(case: str):
    data = data_of(case)
    settings = sample(case, some(data), IN_FULL)
    compared = 0
    for setting, said in zip(settings, answers(data, settings), strict=True):
        found = engine(case, setting)
        if found is not None:
            compared += 1
            assert {key: said[key] for key in told_by(found)} == told_by(found), setting
    assert compared


def shipped(case: str, setting: Data, found: Analysis) -> Analysis:
    """The analysis of the graph the page ships, its labels by the engine under a setting."""
    base = analysis_of(case)
    worlds = worlds_of(case)
    marks = list(zip(worlds.questions, setting["settled"], strict=True))
    facts = {q.name: m == "1" for q, m in marks if q.kind == "fact" and m != "-"}
    ruled = {q.name: m == "1" for q, m in marks if q.kind == "challenge" and m != "-"}
    kept = without_sources(base.graph, frozenset(setting["without"]))
    world = worlds.world(Choice("-" * len(marks)))
    assert world is not None
    pairs = [p for p in world.ranked if not set(p) & set(setting["without"])]
    order = closed([*pairs, *((high, low) for high, low in setting["order"])])
    graph = replace(kept, order=order)
    labels = positions_of(graph, Setup(), None).labels(Settings(facts=facts, challenges=ruled))
    return replace(base, graph=graph, labels=labels, statuses=found.statuses)


@each(CASES)
def test_labels_and_sentences_are_those_of_the_shipped_graph(case: str):
    data = data_of(case)
    settings = sample(case, some(data), IN_FULL)
    columns = data["views"][0]["arguments"]
    compared = 0
    for setting, said in zip(settings, answers(data, settings), strict=True):
        found = None if "refused" in said else engine(case, setting)
        if found is None or said["view"] != 0:
            continue
        compared += 1
        wanted = shipped(case, setting, found)
        (block,) = why.section(wanted).blocks
        assert isinstance(block, Items)
        items = block.items
        assert said["why"] == [[i.text, [b.text for b in i.below]] for i in items], setting
        for number, name in enumerate(columns["id"]):
            if name not in wanted.labels:
                continue
            bits = sum(BITS[label] for label in wanted.labels[name])
            assert said["labels"]["own"][number] == bits, (setting, name)
            if columns["kind"][number] == "reason":
                objection = wanted.labels[name.replace("reason:", "objection:", 1)]
                bits = sum(BITS[label] for label in objection)
                assert said["labels"]["objections"][number] == bits, (setting, name)
    assert compared


@each(CASES)
def test_what_is_said_to_suffice_for_a_position_leaves_only_it(case: str):
    data = data_of(case)
    settings = sample(case, [s for s in some(data) if not s["order"]], IN_FULL)
    for setting, said in zip(settings, answers(data, settings), strict=True):
        if "refused" in said or said["view"] != 0:
            continue
        for (permitted, undecided), chosen in zip(said["positions"], said["chosen"], strict=True):
            if chosen is None or len(said["positions"]) == 1:
                continue
            pairs = [item["pair"] for item in chosen if "pair" in item]
            accepted = [item["accepted"] for item in chosen if "accepted" in item]
            found = engine(case, setting)
            assert found is not None
            asked = Settings(
                facts={
                    n.removeprefix("fact:").removeprefix("not "): not n.startswith("fact:not ")
                    for n in accepted
                    if n.startswith("fact:")
                },
                challenges={
                    n.partition(":")[2]: n.startswith("challenge:")
                    for n in accepted
                    if n.startswith(("challenge:", "aside:"))
                },
                numbers=tuple(n for n in accepted if n.startswith("numbers:")),
                priorities=tuple((high, low) for high, low in pairs),
            )
            labels = list(positions_of(found.graph, Setup(), None).found(asked))
            seen = {(tuple(sorted(x.permitted)), tuple(sorted(x.undecided))) for x in labels}
            assert seen == {(tuple(permitted), tuple(undecided))}, (setting, chosen)


@each(BUNDLED)
def test_the_command_of_a_setting_comes_to_the_same(case: str, capsys: pytest.CaptureFixture[str]):
    data = data_of(case)
    challenges = [q["kind"] == "challenge" for q in data["case"]["questions"]]
    settings = [
        s
        for s in some(data)
        if not any(c and m != "-" for c, m in zip(challenges, s["settled"], strict=True))
        and len(s["without"]) < max(1, len(data["case"]["frameworks"]))
    ]
    chosen = sample(case, settings, IN_FULL)
    for setting, said in zip(chosen, answers(data, chosen), strict=True):
        if "refused" in said:
            continue
        words = shlex.split(said["command"])
        assert words[0] == "argue"
        assert main([*words[1:], "--json"]) == 0
        shown = json.loads(capsys.readouterr().out)
        assert [o["status"] for o in shown["options"].values()] == said["statuses"], setting


def test_a_page_ships_every_kind_of_argument_but_objections():
    for case in BUNDLED:
        graph = analysis_of(case).graph
        wanted = [a.id for a in graph.arguments.values() if a.kind is not Kind.OBJECTION]
        assert data_of(case)["views"][0]["arguments"]["id"] == wanted


if __name__ == "__main__":
    for name in BUNDLED:
        size = count(data_of(name))
        told = f"about {MOST} of {size}, drawn" if size > MOST else f"all {size}"
        print(f"{name}: {told}")
