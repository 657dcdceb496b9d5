"""Nothing that surrounds a run shows in what it writes: a share of what `.ci/same` goes through."""

from pathlib import Path

import pytest

from tests.sameness.compare import differences, within
from tests.sameness.matrix import run
from tests.sameness.settings import FIRST, QUICK, Setting


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the quick commands write, the same twice in one process."""
    return run(FIRST, tmp_path_factory.mktemp("same") / "first", "quick", "twice")


@pytest.mark.parametrize("setting", QUICK, ids=lambda setting: setting.name)
def test_what_surrounds_a_run_shows_in_no_byte_that_it_writes(
    setting: Setting, first: dict[str, bytes], tmp_path: Path
):
    found = run(setting, tmp_path / "other", "quick")
    assert differences(first, found, plain=setting.plain) == []
    assert len(found) > 60


def test_a_difference_is_found_and_shown(first: dict[str, bytes]):
    name = "report-mask-mandate-exemptions-html/report.html"
    changed = {**first, name: first[name].replace(b"mask", b"Mask", 1)}
    (said,) = differences(first, changed)
    assert said.startswith(f"{name}: byte {first[name].index(b'mask')}, line ")
    assert differences(first, {k: v for k, v in first.items() if k != name}) == [
        f"{name}: only the first has it"
    ]
    jobs = {**first, "label-jobs/labels.jsonl": b""}
    assert len(within(jobs)) == 3
