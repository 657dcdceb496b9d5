"""What a short analysis costs, against importing the solver and the reader alone."""

import os
import resource
import subprocess
import sys
from pathlib import Path

from tests.cli.command import CODE, ROOT

RUNS = 7
LIMIT = 3.0
"""How many times the imports alone a whole analysis may cost."""


def cpu_seconds(bytecode: Path, *command: str) -> float:
    """The processor time of the cheapest of some runs with compiled modules, in seconds."""
    compiled = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    compiled |= {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(bytecode)}
    times: list[float] = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, *command],
            cwd=ROOT,
            env=compiled,
            capture_output=True,
            check=True,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


def test_an_analysis_in_a_pipe_costs_little_more_than_its_imports(tmp_path: Path):
    imports = cpu_seconds(tmp_path, "-c", "import clingo, yaml")
    analysis = cpu_seconds(tmp_path, "-c", CODE, "analyze", "mask-mandate")
    assert analysis <= LIMIT * imports


def test_what_a_small_analysis_does_not_need_is_not_imported():
    code = (
        "import sys; from argue.cli.main import main; main(['analyze', 'mask-mandate']);"
        "heavy = {'rich', 'networkx', 'numpy', 'jinja2', 'jsonschema', 'lark'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
