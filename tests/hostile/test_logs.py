"""A record of the loggers `argue.*` is one line that prints, whatever names and texts are about."""

import logging
from pathlib import Path

import pytest

import argue
from argue import analyze
from argue.asp.session import Session
from argue.errors import ArgueError
from argue.io.case import load_case
from argue.model.observing import debug
from argue.rewards import scale
from tests.hostile.attacks import ATTACKS
from tests.hostile.rows import PAYOFFS, case_of
from tests.hostile.shown import COMMANDS


def logged(caplog: pytest.LogCaptureFixture) -> list[str]:
    """The lines that a file of logs would get, checked to be as many as there are records."""
    form = logging.Formatter("%(name)s %(levelname)s %(message)s")
    said = [form.format(record) for record in caplog.records if record.name != "asyncio"]
    for line in said:
        assert line.startswith("argue."), line
        assert line.splitlines() == [line] and not COMMANDS.search(line), line
    return said


@pytest.fixture(autouse=True)
def _told(caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)


def test_everything_is_logged_in_this_one_way():
    root = Path(argue.__file__).parents[1]
    sources = [file for name in ("argue", "frameworks") for file in (root / name).rglob("*.py")]
    assert len(sources) > 300
    logging_itself = [f for f in sources if "getLogger" in f.read_text(encoding="utf-8")]
    assert [file.name for file in logging_itself] == ["observing.py"]


def test_a_text_is_logged_as_one_line_and_all_else_as_it_is(caplog: pytest.LogCaptureFixture):
    for attack in ATTACKS:
        debug("argue.tests", "%s and %r", attack.text, {attack.text: attack.text})
        debug("argue.tests", "%d %s", 1, "plain \\n words, ünd mehr")
    said = logged(caplog)
    assert len(said) == 2 * len(ATTACKS)
    assert set(said[1::2]) == {"argue.tests DEBUG 1 plain \\n words, ünd mehr"}


def test_what_the_engine_logs_of_hostile_cases_is_lines(
    caplog: pytest.LogCaptureFixture, tmp_path: Path
):
    for attack in ATTACKS:
        file = tmp_path / attack.text.replace("\x00", "").replace("/", "_")[:40]
        facts = [("arg", (attack.text,)), ("arg", ("b",)), ("att", (attack.text, "b"))]
        for work in (
            lambda text=attack.text: analyze(load_case(case_of(text))),
            lambda facts=facts: list(Session(("grounded",), facts).models()),
            lambda file=file: load_case(str(file)),
            lambda text=attack.text: load_case({**case_of("words"), text: 1}),
        ):
            try:
                work()
            except ArgueError as error:
                debug("argue.tests", "failed: %r", error)
    said = logged(caplog)
    assert any("grounded" in line for line in said) and any("failed" in line for line in said)


def test_what_is_logged_of_rows_is_lines(caplog: pytest.LogCaptureFixture):
    texts = [attack.text for attack in ATTACKS]
    rows = [{"n": text if place % 2 else place, "who": text} for place, text in enumerate(texts)]
    case = load_case({**case_of("words"), "payoffs": PAYOFFS}, name="\x1b[31m\nx")
    labels = list(scale.label(case, {"payoffs.a.x": "n"}, rows, keep=["who"], jobs=1))
    assert [row["who"] for row in labels] == texts
    found = list(scale.batch([{"case": text} for text in texts], columns=["outcome"], jobs=1))
    assert len(found) == len(texts)
    assert any("pattern" in line for line in logged(caplog))
