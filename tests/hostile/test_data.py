"""What commands write for programs of a hostile case is data that holds its texts and no more."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from argue.cli.main import main
from argue.errors import ArgueError
from argue.io.case import load_case, read_case
from tests.hostile.attacks import ATTACKS, Attack
from tests.hostile.commands import put_down, words_of
from tests.hostile.shown import COMMANDS
from tests.hostile.tried import named, pairs

JSON = (
    "analyze CASE --json",
    "why CASE good --json",
    "whatif CASE --facts doubt=true --json",
    "whatif SMALL --flip a --json",
    "sensitivity CASE --json",
    "diff CASE OTHER --json",
    "contest CASE --json",
    "compare CASE --json",
    "fit STUDY --json",
    "fit SPOKEN --json",
    "revise CASES --json",
    "norm TRACE --json",
    "rules RULES --format json",
    "cases --json",
    "roles --json",
    "frameworks --json",
    "poll SMALL BALLOTS -o OUT.json",
    "merge SMALL OTHER_SMALL -o MERGED --report OUT.json",
    "quiz SMALL --student TEXT -o OUT.json --key KEY_OUT.json --items scheme,label",
)
"""Lines that write JSON to stdout or to OUT.json; words as in the lines of `commands`."""

CASES = (
    "merge SMALL OTHER_SMALL -o OUT.yaml",
    "contest CASE --add rejection --by TEXT --text TEXT -o OUT.yaml",
    "new OUT.yaml --title TEXT",
    "poll SMALL BALLOTS --merged OUT.yaml",
    "upgrade OLD -o OUT.yaml",
)
"""Lines that write a case."""

MONITORS = ("norm TRACE --dot", "norm TRACE --reward-machine")
"""Lines that write the automaton of a norm."""


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """The files of every attack, each in a folder of its own."""
    return {a.name: _files(tmp_path_factory.mktemp("attacked"), a.text) for a in ATTACKS}


def _files(folder: Path, text: str) -> dict[str, str]:
    """The files of one attack, ballots among them that are counted, and names for what is made."""
    ballots = folder / "BALLOTS"
    ballots.mkdir()
    made = {word: str(folder / word) for word in ("OUT", "MERGED", "KEY_OUT", "BALLOTS")}
    files = {**put_down(folder, text), **made}
    try:
        case = load_case(Path(files["SMALL"])).id
    except ArgueError:  # so there is nothing to poll
        return files
    for source in ("welfare", "rejection"):
        ballot = {"schema": "argue/poll/v1", "case": case, "name": f"{text} {source}"}
        ballot_file = ballots / f"{source}.json"
        ballot_file.write_text(json.dumps({**ballot, "ranking": [source]}), encoding="utf-8")
    return files


def _asked(line: str, files: dict[str, str]) -> list[str]:
    """The words of a line, with the suffixes of the files that are written."""
    written = {f"{word}.{s}": f"{files[word]}.{s}" for word in ("OUT", "KEY_OUT") for s in SUFFIXES}
    return [
        written.get(one, two) for one, two in zip(line.split(), words_of(line, files), strict=True)
    ]


SUFFIXES = ("json", "yaml")


def _written(line: str, files: dict[str, str], capsys: pytest.CaptureFixture[str]) -> str:
    """What a line writes, empty where the command refuses the text."""
    main(_asked(line, files))
    said = capsys.readouterr().out
    for suffix in SUFFIXES:
        file = Path(f"{files['OUT']}.{suffix}")
        if file.exists():
            said = file.read_bytes().decode("utf-8")
            file.unlink()
    return said


@pytest.fixture
def written(
    folders: dict[str, dict[str, str]], capsys: pytest.CaptureFixture[str]
) -> Callable[[str, Attack], str]:
    """What a line writes of an attack."""
    return lambda line, attack: _written(line, folders[attack.name], capsys)


@pytest.mark.parametrize(("line", "attack"), pairs(JSON, 32), ids=named)
def test_json_is_read_and_hides_nothing(
    line: str, attack: Attack, written: Callable[[str, Attack], str]
):
    said = written(line, attack)
    if said:
        json.loads(said, parse_constant=_no_number)
    assert not COMMANDS.search(said)


def _no_number(word: str) -> None:
    raise AssertionError(f"{word} is no JSON")


def test_every_line_writes_something(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Else the laws of this module would hold of nothing."""
    files = _files(tmp_path, "words")
    for line in (*JSON, *CASES, *MONITORS):
        assert _written(line, files, capsys), line


@pytest.mark.parametrize(("line", "attack"), pairs(CASES, 16), ids=named)
def test_a_case_that_is_written_is_read_again(
    line: str, attack: Attack, written: Callable[[str, Attack], str]
):
    said = written(line, attack)
    if not line.startswith("upgrade"):  # which keeps the comments of the file
        assert not COMMANDS.search(said)
    if said:
        assert read_case(said, "case.yaml").title


@pytest.mark.parametrize(("line", "attack"), pairs(MONITORS, 16), ids=named)
def test_a_monitor_is_states_and_steps_whatever_its_norm_is_called(
    line: str, attack: Attack, written: Callable[[str, Attack], str]
):
    said = written(line, attack)
    harmless = written(line, ATTACKS[0])
    assert not COMMANDS.search(said)
    assert not said or _bare(said) == _bare(harmless)


def _bare(source: str) -> str:
    """What is left of a program when what stands in quotes and in comments is taken away."""
    return re.sub(r'"(?:[^"\\]|\\.)*"', '""', re.sub(r"(?m)^\s*(?:#|//).*$", "", source))
