"""The files that the page on environments shows run as they stand there.

Not collected by default, since they need gymnasium: `bash .ci/rl` runs them.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "how-to" / "environments.md"
FILE = re.compile(r'^```python title="(.*?)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)


def test_the_files_of_the_page_run(tmp_path: Path):
    found = FILE.findall(PAGE.read_text(encoding="utf-8"))
    assert found
    for name, text in found:
        (tmp_path / name).write_text(text, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-W", "error", name],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{name}\n{done.stderr}"
