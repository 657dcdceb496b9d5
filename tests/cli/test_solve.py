"""`argue solve` and `argue convert` speak as the competition asks."""

import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest

from argue.cli.exits import Exit
from argue.cli.main import main
from argue.io.graphs import dump_af
from tests.cli.command import CODE, ROOT, run
from tests.strategies import af

NIXON = "1<->2 1->3 2->3 3->4 5->5"


@pytest.fixture
def graph(tmp_path: Path) -> str:
    path = tmp_path / "graph.af"
    path.write_text(dump_af(af(NIXON), "i23"))
    return str(path)


ANSWERS = [
    (("SE-GR",), "w\n"),
    (("SE-ST",), "NO\n"),
    (("CE-PR",), "2\n"),
    (("CE-ST",), "0\n"),
    (("EE-ST",), ""),
    (("EE-PR",), "w 1 4\nw 2 4\n"),
    (("EE-preferred", "--limit", "1"), "w 1 4\n"),
    (("EE-CO",), "w 1 4\nw 2 4\nw\n"),
    (("SE-ID",), "w\n"),
    (("DS-PR", "-a", "4"), "YES\n"),
    (("DS-CO", "-a", "4"), "NO\nw\n"),
    (("DC-CO", "-a", "1"), "YES\nw 1 4\n"),
    (("DC-ST", "-a", "1"), "NO\n"),
    (("DS-ST", "-a", "5"), "YES\n"),
    (("DC-PR", "-a", "3"), "NO\n"),
    (("DS-SST", "-a", "1"), "NO\nw 2 4\n"),
]


@pytest.mark.parametrize(("task", "answer"), ANSWERS, ids=" ".join)
def test_answers_are_those_of_the_competition(
    task: tuple[str, ...], answer: str, graph: str, capsys: pytest.CaptureFixture[str]
):
    assert main(["solve", "-p", task[0], "-f", graph, *task[1:], "--verify"]) == Exit.DONE
    captured = capsys.readouterr()
    assert captured.out == answer
    assert captured.err == ""


def test_problems_and_formats_are_listed(capsys: pytest.CaptureFixture[str]):
    assert main(["solve", "--problems"]) == Exit.DONE
    listed = capsys.readouterr().out.strip("[]\n").split(",")
    assert {f"{q}-{s}" for q in ("EE", "SE", "CE", "DC", "DS") for s in ("CO", "STG")} <= {*listed}
    assert main(["solve", "--formats"]) == Exit.DONE
    assert capsys.readouterr().out == "[i23,apx,tgf,aif,argdown,node-link]\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["-p", "SE-PR"],
        ["-f", "GRAPH"],
        ["-p", "SE-XX", "-f", "GRAPH"],
        ["-p", "XX-PR", "-f", "GRAPH"],
        ["-p", "DC-PR", "-f", "GRAPH"],
        ["-p", "DC-PR", "-f", "GRAPH", "-a", "9"],
        ["-p", "SE-PR", "-f", "GRAPH", "-a", "1"],
        ["-p", "SE-PR", "-f", "GRAPH", "-fo", "xml"],
        ["-p", "SE-PR", "-f", "GRAPH", "--timeout", "0"],
        ["-p", "EE-PR", "-f", "GRAPH", "--uncertain", "1"],
        ["-p", "DC-PR", "-f", "GRAPH", "-a", "1", "--uncertain", "1->1"],
    ],
)
def test_what_cannot_be_asked_is_a_usage_error(
    arguments: list[str], graph: str, capsys: pytest.CaptureFixture[str]
):
    given = [graph if word == "GRAPH" else word for word in arguments]
    assert main(["solve", *given]) == Exit.USAGE
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err


@pytest.mark.parametrize(
    ("task", "uncertain", "said"),
    [
        ("DC-GR", ["2"], "possible YES\nnecessary YES\n"),
        ("DC-GR", ["2", "3"], "possible YES\nnecessary NO\n"),
        ("DC-GR", ["1"], "possible YES\nnecessary NO\n"),
        ("DC-PR", ["1->2"], "possible YES\nnecessary NO\n"),
        ("DS-PR", ["1->2"], "possible YES\nnecessary NO\n"),
    ],
)
def test_an_incomplete_graph_is_asked_in_all_its_completions(
    task: str, uncertain: list[str], said: str
):
    named = [word for name in uncertain for word in ("--uncertain", name)]
    graph = b"p af 3\n1 2\n2 3\n"
    done = run("solve", "-p", task, "-f", "-", "-fo", "i23", "-a", "3", *named, stdin=graph)
    assert done.stdout.decode() == said


def test_a_malformed_graph_is_named_with_its_line():
    done = run("solve", "-p", "SE-PR", "-f", "-", "-fo", "i23", stdin=b"p af 2\n1 2\n1 7\n")
    assert done.returncode == Exit.BAD_CASE
    assert done.stdout == b""
    assert b"stdin:3:3" in done.stderr


def test_grounded_tasks_and_formats_do_not_import_the_solver(graph: str):
    code = (
        "import sys; from argue.cli.main import main;"
        f"main(['solve', '-p', 'SE-GR', '-f', {graph!r}]);"
        f"main(['solve', '-p', 'DC-GR', '-f', {graph!r}, '-a', '1']);"
        "heavy = {'clingo', 'networkx', 'numpy', 'rich', 'yaml'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


MANY = "\n".join(["p af 60", *(f"{i} {i + 1}\n{i + 1} {i}" for i in range(1, 60, 2)), ""])
"""Thirty choices: more extensions than can be printed."""


def test_an_interrupt_leaves_no_half_line():
    with subprocess.Popen(
        [sys.executable, "-c", CODE, "solve", "-p", "EE-PR", "-f", "-", "-fo", "i23"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(MANY.encode())
        process.stdin.close()
        assert process.stdout.readline().startswith(b"w ")
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        rest = process.stdout.read()
        assert process.wait() == Exit.INTERRUPTED
    assert rest.endswith(b"\n")
    assert all(len(line.split()) == 31 for line in rest.splitlines())


def hard_to_refute(size: int) -> str:
    """Pigeons in holes as a graph: a pigeon attacks itself unless one of its places is taken."""
    places = {(p, h): p * (size - 1) + h + 1 for p in range(size) for h in range(size - 1)}
    lines: list[str] = []
    count = len(places)
    for pigeon in range(size):
        count += 1
        lines.append(f"{count} {count}")
        lines += [f"{places[pigeon, hole]} {count}" for hole in range(size - 1)]
    for (p, h), place in places.items():
        lines += [f"{place} {other}" for (q, g), other in places.items() if h == g and p != q]
        lines += [f"{place} {other}" for (q, g), other in places.items() if p == q and h != g]
    return "\n".join([f"p af {count}", *lines, ""])


def test_time_that_runs_out_ends_with_124_and_no_answer():
    text = hard_to_refute(12).encode()
    done = run("solve", "-p", "SE-ST", "-f", "-", "-fo", "i23", "--timeout", "1", stdin=text)
    assert done.returncode == Exit.OUT_OF_TIME
    assert done.stdout == b""
    assert b"time" in done.stderr


def test_extensions_found_before_time_ran_out_are_printed_and_called_partial():
    path = "\n".join(["p af 40", *(f"{i} {i + 1}" for i in range(1, 40)), ""])
    arguments = ("-p", "EE-CF", "-f", "-", "-fo", "i23", "--timeout", "1.5")
    done = run("solve", *arguments, stdin=path.encode())
    assert done.returncode == Exit.OUT_OF_TIME
    assert b"partial" in done.stderr
    lines = done.stdout.decode().split("\n")
    assert lines.pop() == ""
    assert len(lines) > 10
    for line in lines:
        members = [int(word) for word in line.split()[1:]]
        assert line.startswith("w")
        assert all(second - first > 1 for first, second in pairwise(members))


def test_graphs_are_converted(graph: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["convert", graph, "-t", "apx"]) == Exit.DONE
    text = capsys.readouterr().out
    assert text == dump_af(af(NIXON), "apx")
    target = tmp_path / "graph.tgf"
    assert main(["convert", graph, "-o", str(target)]) == Exit.DONE
    assert target.read_text() == dump_af(af(NIXON), "tgf")
    assert main(["convert", graph]) == Exit.USAGE
