"""Peak memory and processor time at the documented limits, and of small files that ask for much.

    python -m tests.benchmarks.bounds [WORD...]

Prints a table in Markdown, a line each: what was asked, megabytes at most, seconds of processor
time, exit code. With words only lines that hold one of them. Nothing is asserted: a slow machine
is not a wrong program.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.cli.command import CODE, ROOT
from tests.hostile.exponential import CASES
from tests.hostile.exponential_others import ANNOUNCED, BANKS, GRAPHS, LABELLED, STUDIES

SECONDS = "10"
"""What the small files are allowed."""


def large() -> Iterator[tuple[str, str, str]]:
    """Cases at a limit: what they are, the file, and the command they are given to."""
    yield "10 MB of comments", "title: T\noptions: {a: A}\n" + "#" * 9_999_970, "check"
    values = "\n".join("- 0" for _ in range(1_990_000))
    yield "2 million values", f"title: T\noptions: {{a: A}}\nx-many:\n{values}\n", "check"
    people = ", ".join(f"s{i}: {{}}" for i in range(1_000))
    options = ", ".join(f"o{i}: A" for i in range(1_000))
    head = f"title: T\noptions: {{{options}}}\nstandpoints: {{{people}}}\n"
    yield "1,000 options times 1,000 standpoints", head, "check"
    few = ", ".join(f"o{i}: {{default: {i}}}" for i in range(20))
    chosen = ", ".join(f"o{i}: A" for i in range(20))
    wide = f"title: T\noptions: {{{chosen}}}\nstandpoints: {{{people}}}\npayoffs: {{{few}}}\n"
    yield "20 options, 1,000 standpoints", f"{wide}frameworks: [welfare, veil]\n", "analyze"
    letters = ", ".join(f"r{i}: {{if: [a], then: b{i}}}" for i in range(1_000))
    ruled = (
        "title: T\noptions: {a: A, b: B}\nfacts: {a: {}}\n"
        f"rules: {{defeasible: {{{letters}}}}}\n"
    )
    yield "1,000 rules", ruled, "rules"
    formula = "G(p0 -> F<=1000 p1)"
    timed = (
        "title: T\noptions: {a: {text: A, trace: [[p0], [p1]]}, b: B}\n"
        f'norms: {{n: {{ltl: "{formula}"}}}}\n'
    )
    yield "a temporal formula with n = 1,000", timed, "check"


def measured(arguments: list[str], folder: str) -> tuple[int, float, int]:
    """Megabytes at most, seconds of processor time and exit code of a command."""
    process = subprocess.Popen(
        [sys.executable, "-c", CODE, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_maxrss // 1024, used.ru_utime + used.ru_stime, process.returncode


def small() -> Iterator[tuple[str, Mapping[str, str], list[str]]]:
    """Small files that ask for much: a name, the files, and the command without its time."""
    for name, text in CASES.items():
        for command in (["analyze"], ["report", "-o", "out.html"]):
            yield name, {"case.yaml": text}, [*command, "case.yaml"]
    for name, text in GRAPHS.items():
        for task in ("EE-PR", "EE-STG", "CE-CF"):
            yield f"{name}, {task}", {"graph.i23": text}, ["solve", "-p", task, "-f", "graph.i23"]
    for task in (["SE-GR"], ["EE-PR"], ["DC-GR", "-a", "5"]):
        asked = ["solve", "-f", "graph.i23", "-p", *task]
        yield f"10 million arguments announced, {task[0]}", {"graph.i23": ANNOUNCED}, asked
    hard = {"case.yaml": CASES["norms without rank"]}
    for name, text in STUDIES.items():
        yield name, {"study.yaml": text, **hard}, ["fit", "study.yaml"]
    for name, bank in BANKS.items():
        yield name, {f"{case}.yaml": text for case, text in bank.items()}, ["revise", "."]
    for name, (case, features) in LABELLED.items():
        files = {"case.yaml": case, "features.yaml": features, "rows.csv": "x\n0\n1\n"}
        given = ["--features", "features.yaml", "--rows", "rows.csv", "--jobs", "1"]
        yield name, files, ["label", "case.yaml", *given]


def lines() -> Iterator[tuple[str, Mapping[str, str], list[str]]]:
    """What is measured: a name, the files, and the command."""
    for name, text, command in large():
        yield f"{name}, `{command}`", {"case.yaml": text}, [command, "case.yaml"]
    for name, files, command in small():
        said = f"{name}, `{command[0]} --timeout {SECONDS}`"
        yield said, files, [*command, "--timeout", SECONDS]


def main(words: list[str]) -> None:
    """Print the table."""
    print("| asked | MB at most | s of processor time | exit code |")
    print("| --- | --- | --- | --- |")
    for name, files, command in lines():
        if words and not any(word in name for word in words):
            continue
        with TemporaryDirectory() as folder:
            for file, text in files.items():
                (Path(folder) / file).write_text(text, encoding="utf-8")
            megabytes, seconds, code = measured(command, folder)
        print(f"| {name} | {megabytes:,} | {seconds:.1f} | {code} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
