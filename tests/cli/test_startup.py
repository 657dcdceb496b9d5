"""What a short analysis does not import; what it costs is in tests/benchmarks/startup.py."""

import subprocess
import sys

from tests.cli.command import ROOT


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
