"""Whole reports, byte for byte; ARGUE_WRITE_GOLDEN=1 writes them anew, to be read before use.

Of a page that is what is read: its script, style and data have tests of their own.
"""

import os
import re
from pathlib import Path

import pytest

from argue.analysis import analyze
from argue.io.case import load_case
from argue.report import render
from argue.report.formats import FORMATS

GOLDEN = Path(__file__).parents[1] / "golden" / "reports"
CASES = (
    "mask-mandate",
    "mask-mandate-exemptions",
    "transmitter-room",
    "villain-script",
    "child-or-adult",
)


@pytest.mark.parametrize("form", ["text", "markdown", "html", "latex", "json"])
@pytest.mark.parametrize("case", CASES)
def test_a_report_reads_as_it_was_proof_read(case: str, form: str):
    written = render(analyze(load_case(case)), form)
    written = re.sub(r"(?s)(<(?:script|style)\b[^>]*>).*?(?=</)", r"\1", written)
    written = re.sub(r"'sha256-[^']*'", "'sha256-…'", written)
    written = re.sub(r'("clingo": )"[^"]*"', r'\1"…"', written)
    file = GOLDEN / f"{case}{FORMATS[form]}"
    if os.environ.get("ARGUE_WRITE_GOLDEN") == "1":
        file.write_text(written, encoding="utf-8", newline="\n")
    assert written == file.read_text(encoding="utf-8")
