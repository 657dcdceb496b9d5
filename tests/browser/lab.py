"""The engine of the lab page against the engine: the same graphs, verdicts and complaints.

Not collected by default, since it needs node: `pytest tests/browser/lab.py`. What the page ships
runs in node, the solver included. Compared are, argument by argument and word by word,

- for every bundled case that the page can judge, the graph, the labels of all arguments,
  statuses, positions, and what each source says alone; the others are refused, each for a key;
- for edits drawn with a fixed seed (numbers, conditions, facts, people, options, frameworks,
  norms, reasons, priorities, challenges), the graph, and of some the verdict;
- for drawn cases of every form, without what the page refuses in them, the graph and the verdict;
- for slips of the hand drawn with a fixed seed, everything that is wrong, with place and help;
- for cases as they were written in the first format, and edits of them that say another format or
  spell a key both ways, the same again, and what is warned of; all with further renamings too.
"""

import json
import re
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from argue.analysis import analyze, prepared
from argue.construct.graph import graph_of
from argue.construct.sources import sources_of
from argue.errors import CaseError, FrameworkError, LimitExceeded
from argue.io.bundled import bundled_ids, bundled_text
from argue.io.case import load_case
from argue.io.upgrade import formats, renewing
from argue.io.upgrade.formats import Renamed
from argue.model.argument import Graph
from argue.model.case import Case
from argue.report.lab.fitting import INTERVALS, beyond_page
from argue.report.lab.page import engine, fitting_cases
from argue.report.lab.tables import tables
from argue.report.lab.vendored import parser, vendored
from argue.verdict.result import Setup
from tests.browser.labdrawn import without
from tests.browser.labedits import aged, broken, edited, misaged, slipped
from tests.io.drawn import drawn

HERE = Path(__file__).parent
SYNTAX = ("C003", "C004")
"""The codes of what is no YAML: two parsers give up in words of their own, at times elsewhere."""

BITS = {"in": 1, "out": 2, "undec": 4}
Answer = dict[str, Any]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where node finds the solver that the page carries."""
    found = tmp_path_factory.mktemp("solver")
    (found / "clingo.mjs").write_bytes(vendored("clingo.js"))
    (found / "clingo.wasm").write_bytes(vendored("clingo.wasm"))
    return found


def answers(folder: Path, texts: list[str], *, graphs: bool = False) -> list[Answer]:
    """What the page makes of cases; of sound ones the graph, and the verdict unless `graphs`."""
    data = {
        "engine": engine(),
        "yaml": parser(),
        "tables": tables(),
        "folder": str(folder),
        "texts": texts,
        "graphs": graphs,
    }
    ran = subprocess.run(
        ["node", str(HERE / "labanswer.mjs")],
        input=json.dumps(data),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=600,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def graph_data(graph: Graph) -> dict[str, Any]:
    return {
        "options": list(graph.options),
        "sources": list(graph.sources),
        "order": sorted(map(list, graph.order)),
        "arguments": [
            [
                a.id,
                str(a.kind),
                a.text,
                a.source,
                a.better,
                a.worse,
                a.voice,
                a.by,
                a.margin and [str(margin) for margin in a.margin],
                list(a.premises),
            ]
            for a in graph.arguments.values()
        ],
        "attacks": [[a.attacker, a.target, str(a.kind), a.higher, a.lower] for a in graph.attacks],
    }


def same_verdict(case: Case, said: Answer) -> None:
    found = analyze(case)
    assert said["graph"] == graph_data(found.graph)
    assert said["outcome"] == found.outcome
    assert said["statuses"] == list(found.statuses.values())
    assert said["flags"] == [list(flags) for flags in found.flags.values()]
    assert said["alone"] == [list(words.values()) for words in found.alone.values()]
    assert said["residue"] == list(found.residue)
    positions = [[sorted(p.permissible), sorted(p.undecided)] for p in found.positions]
    assert sorted(said["positions"]) == sorted(positions)
    proposals = [[p.norm, list(p.instead), p.acted] for p in found.proposals]
    assert said["reviewed"] == proposals
    held = [[c.option, c.expected, c.by, c.got, c.agrees] for c in found.considered]
    assert said["considered"] == held
    assert dict(map(tuple, said["labels"])) == {
        name: sum(BITS[label] for label in labels) for name, labels in found.labels.items()
    }


@cache
def cases() -> tuple[str, ...]:
    return tuple(fitting_cases())


def test_bundled_cases_come_out_as_the_engine_has_them(folder: Path):
    assert len(cases()) >= 50
    for name, said in zip(cases(), answers(folder, list(map(bundled_text, cases()))), strict=True):
        assert "graph" in said, (name, said)
        same_verdict(load_case(name), said)


def test_other_bundled_cases_are_refused_for_the_keys_at_fault(folder: Path):
    others = [name for name in bundled_ids() if name not in cases()]
    assert others
    for name, said in zip(others, answers(folder, list(map(bundled_text, others))), strict=True):
        assert said["refused"], name
        assert all(problem["code"] == "page" for problem in said["problems"])
        assert all(problem["line"] for problem in said["problems"])
        assert len(said["problems"]) == len(beyond_page(load_case(name))), name


def compared(text: str, said: Answer) -> str:
    """Compare what is made of one text; answers in a word how far it came."""
    try:
        case = load_case(text, name="edited")
    except CaseError as error:
        if said.get("refused"):
            return "refused"
        same_problems(error, said)
        return "wrong"
    if said.get("refused"):
        # Bounds that no number falls back on are refused as well.
        assert beyond_page(case) or all(INTERVALS in p["message"] for p in said["problems"])
        return "refused"
    return compared_graph(case, said)


def compared_graph(case: Case, said: Answer) -> str:
    try:
        graph = graph_of(case, sources_of(prepared(case, Setup())))
    except FrameworkError as error:
        assert f"{said['use']}: {said['unfit']}" in str(error)
        return "unfit"
    except LimitExceeded:
        assert "limit" in said
        return "limit"
    if "unfit" in said:  # for what norms rest on, which is judged after the graph
        with pytest.raises(FrameworkError, match=re.escape(f"{said['use']}: {said['unfit']}")):
            analyze(case)
        return "unfit"
    assert said.get("graph") == graph_data(graph), said
    same_warnings(case, said)
    return "graph"


def test_drawn_cases_come_out_as_the_engine_has_them(folder: Path):
    """Cases of every form, each without what the page refuses in it."""
    left = drawn(150)
    judged = 0
    for _ in range(6):
        texts = [json.dumps(document, ensure_ascii=False) for document in left]
        found = list(zip(left, texts, answers(folder, texts), strict=True))
        for _, text, said in found:
            if compared(text, said) == "graph":
                same_verdict(load_case(text, name="edited"), said)
                judged += 1
        left = [
            without(document, {problem["path"] for problem in said["problems"]})
            for document, _, said in found
            if said.get("refused")
        ]
        if not left:
            break
    assert not left
    assert judged >= 90


def same_warnings(case: Case, said: Answer) -> None:
    keys = ("code", "message", "path", "line", "column", "length", "help", "text")
    ours = [{key: warning[key] for key in keys} for warning in said["warnings"]]
    assert ours == [{key: getattr(old, key) for key in keys} for old in case.old_keys]


def same_problems(error: CaseError, said: Answer) -> None:
    theirs = [[p.code, p.message, p.line, p.column, p.length, p.help] for p in error.problems]
    keys = ("code", "message", "line", "column", "length", "help")
    ours = [[problem[key] for key in keys] for problem in said["problems"]]
    if any(problem[0] in SYNTAX for problem in (*theirs, *ours)):
        assert ours
        assert all(problem[2] and problem[5] for problem in ours)
        return
    assert ours == theirs


@pytest.mark.parametrize("start", range(0, 200, 100))
def test_edits_make_the_graph_that_the_engine_makes(folder: Path, start: int):
    drawn = [edited(cases()[n % len(cases())], n) for n in range(start, start + 100)]
    found = [
        compared(text, said)
        for text, said in zip(drawn, answers(folder, drawn, graphs=True), strict=True)
    ]
    assert found.count("graph") >= 60


def test_edits_come_out_as_the_engine_has_them(folder: Path):
    drawn = [edited(cases()[n % len(cases())], n, 2) for n in range(1000, 1040)]
    judged = 0
    for text, said in zip(drawn, answers(folder, drawn), strict=True):
        if compared(text, said) == "graph":
            same_verdict(load_case(text, name="edited"), said)
            judged += 1
    assert judged >= 25


@pytest.mark.parametrize("start", range(0, 200, 100))
def test_slips_are_complained_of_as_by_the_command_line(folder: Path, start: int):
    drawn = [broken(cases()[n % len(cases())], n) for n in range(start, start + 100)]
    found = [
        compared(text, said)
        for text, said in zip(drawn, answers(folder, drawn, graphs=True), strict=True)
    ]
    assert found.count("wrong") >= 40


LATER = f"{formats.FAMILY}{len(formats.FORMATS) + 1}"
"""A format that there is not yet."""

FURTHER = (
    Renamed(formats.NEWEST, (), "heading", "title"),
    Renamed(formats.NEWEST, ("standpoints", "*"), "people", "heads"),
    *formats.RENAMED,
    Renamed(LATER, ("standpoints", "*"), "heads", "count"),
    Renamed(LATER, ("challenges", "[]", "against"), "framework_of", "framework"),
    Renamed(LATER, ("priorities", "[]"), "upper", "higher"),
)
"""Renamings that there might be: of the case's own keys, of any entry's, one after another."""


@pytest.fixture(params=["today", "further"])
def renamings(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """The engine's table of renamed keys, as it is or with a later format; how many there are."""
    if request.param == "further":
        monkeypatch.setattr(formats, "FORMATS", (*formats.FORMATS, LATER))
        for module in (formats, renewing):
            monkeypatch.setattr(module, "NEWEST", LATER)
            monkeypatch.setattr(module, "RENAMED", FURTHER)
    return len(formats.RENAMED)


def challenged() -> tuple[str, ...]:
    return tuple(name for name in cases() if load_case(name).challenges)


def test_cases_of_the_first_format_come_out_as_the_engine_has_them(folder: Path, renamings: int):
    drawn = [aged(edited(name, 0, 0)) for name in challenged()]
    warned = 0
    for name, text, said in zip(challenged(), drawn, answers(folder, drawn), strict=True):
        case = load_case(text, name="aged")
        same_verdict(case, said)
        same_warnings(case, said)
        assert said["statuses"] == list(analyze(load_case(name)).statuses.values())
        warned += bool(said["warnings"])
    assert warned >= (5 if renamings == 1 else len(challenged()))


def test_what_is_wrong_with_a_format_or_a_name_is_said_as_by_the_command_line(
    folder: Path, renamings: int
):
    names = challenged()
    drawn = [
        misaged(aged(edited(names[n % len(names)], n, draws)), n)
        for n, draws in ((n, n % 3) for n in range(150))
    ]
    said = answers(folder, drawn, graphs=True)
    found = [compared(text, each) for text, each in zip(drawn, said, strict=True)]
    assert found.count("graph") >= 15
    codes = [problem["code"] for each in said for problem in each.get("problems", ())]
    for code in ("C014", "C017", "C065", "C066"):
        assert codes.count(code) >= 5, code
    advised = [p for each in said for p in each.get("problems", ()) if "argue upgrade" in p["help"]]
    assert {problem["code"] for problem in advised} == {"C014"}
    assert any(each.get("warnings") for each in said)


def test_a_slip_in_a_case_of_the_first_format_is_complained_of_alike(folder: Path, renamings: int):
    names = challenged()
    drawn = [slipped(aged(edited(names[n % len(names)], n, 0)), n) for n in range(60)]
    said = answers(folder, drawn, graphs=True)
    found = [compared(text, each) for text, each in zip(drawn, said, strict=True)]
    assert found.count("wrong") >= 15


@pytest.mark.parametrize("stated", [formats.NEWEST, formats.FORMATS[0]])
@pytest.mark.parametrize("size", [100, 101, 120])
def test_of_very_many_old_names_as_many_are_told_as_by_the_command_line(
    folder: Path, stated: str, size: int
):
    challenge = "  - {cq: generic, against: {source: s}}\n"
    text = (
        f"schema: {stated}\ntitle: t\noptions: {{a: A, b: B}}\n"
        f"reasons: [{{by: s, favours: a, over: b}}]\nchallenges:\n{challenge * size}"
    )
    (said,) = answers(folder, [text], graphs=True)
    compared(text, said)
    told = said.get("problems") or said["warnings"]
    assert len(told) == min(size, 100) + (stated == formats.NEWEST or size > 100)


@pytest.mark.parametrize(
    ("text", "code", "line", "help_"),
    [
        ("title: t\n\toptions: {a: A}\n", "C004", 2, "indent with spaces, two a level"),
        ('title: "t\noptions: {a: A}\n', "C003", 2, "never closed"),
        ("title: a: b\noptions: {a: A}\n", "C003", 1, "needs quotes"),
        ("title: @t\noptions: {a: A}\n", "C003", 1, "begins with @ needs quotes"),
        ("title: t\noptions: {a: &x A, b: *x}\n", "C008", 2, "write"),
        ("title: !!python/name t\noptions: {a: A}\n", "C007", 1, "no tag"),
        ("title: t\noptions: {a: A}\n---\ntitle: u\n", "C009", 3, "one case a file"),
        ("", "C011", 1, "begin with: title: ..."),
        ("- a\n", "C011", 1, "begin with: title: ..."),
        ("title: t\noptions: {a: A, a: B}\n", "C006", 2, "keep one"),
        ("title: t\x07\noptions: {a: A}\n", "C005", 1, "leave it out"),
    ],
)
def test_what_is_no_case_at_all_is_said_with_a_line_and_what_to_write(
    folder: Path, text: str, code: str, line: int, help_: str
):
    (said,) = answers(folder, [text])
    found = [(p["code"], p["line"], p["help"]) for p in said["problems"]]
    assert any(c == code and where == line and help_ in h for c, where, h in found), found
    with pytest.raises(CaseError) as caught:
        load_case(text or "\n", name="broken")
    assert code in [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "said_"),
    [
        ("frameworks: [kantian]", "the framework kantian (frameworks[0])"),
        ("frameworks: [{id: veil, rule: atkinson}]", "rule: atkinson of veil (frameworks[0].rule)"),
        ("payoffs: {a: {k: [1, 2]}, b: {k: 0}}", "known only within bounds, [low, high]"),
        ("context: {role: corporate}", "norms that come with a role (context.role)"),
        ("norms: {n: {since: 1990}}", "as later (norms.n.since)"),
        ("influence: {a: {k: 1}, b: {k: 1}}", "how much say people have (influence)"),
    ],
)
def test_what_the_page_cannot_do_is_named_with_its_key(folder: Path, text: str, said_: str):
    case = f"title: t\noptions: {{a: A, b: B}}\nstandpoints: {{k: {{}}}}\n{text}\n"
    (said,) = answers(folder, [case])
    assert said["refused"], said
    assert any(said_ in problem["message"] for problem in said["problems"]), said
    assert beyond_page(load_case(case, name="case"))
