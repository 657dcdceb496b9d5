"""What a shell is offered for each argument, asked through click's own completion."""

from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from argue.cli.main import COMMANDS, cli
from argue.io.bundled import bundled_ids

TRANSMITTER = ["welfare", "veil", "rejection"]


def offered(*words: str) -> list[str]:
    """What can stand in place of the last of these words."""
    *before, last = words
    shell = ShellComplete(cli, {}, "argue", "_ARGUE_COMPLETE")
    return [str(item.value) for item in shell.get_completions(before, last)]


def test_commands_and_bundled_cases_are_offered():
    assert offered("") == list(COMMANDS)
    assert offered("co") == ["contest", "compare", "convert"]
    assert offered("analyze", "") == [*bundled_ids(), ""]
    hooks = [name for name in bundled_ids() if name.startswith("fishing-hook")]
    assert len(hooks) > 1
    assert offered("compare", "fishing-hook") == [*hooks, "fishing-hook"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("analyze", "transmitter-room", "--exit-verdict", ""), ["rescue", "wait"]),
        (("analyze", "transmitter-room", "--exit-verdict", "r"), ["rescue"]),
        (("analyze", "transmitter-room", "--frameworks", ""), TRANSMITTER),
        (("analyze", "transmitter-room", "--frameworks", "veil,w"), ["veil,welfare"]),
        (("compare", "transmitter-room", "--frameworks", "veil,"),
         ["veil,welfare", "veil,rejection"]),
        (("report", "transmitter-room", "--frameworks", "w"), ["welfare"]),
        (("graph", "transmitter-room", "--semantics", "pre"), ["preferred"]),
        (("analyze", "transmitter-room", "--prioritize", "re"), ["rejection"]),
        (("analyze", "transmitter-room", "--prioritize", "rejection>"),
         ["rejection>welfare", "rejection>veil"]),
        (("analyze", "transmitter-room", "--prioritize", "rejection:w"), ["rejection:welfare"]),
        (("analyze", "fishing-commons", "--prioritize", "n"), ["norm:quota", "norms"]),
        (("analyze", "windfall-sharing", "--facts", ""), ["credible=true", "credible=false"]),
        (("analyze", "windfall-sharing", "--facts", "credible=t"), ["credible=true"]),
        (("analyze", "windfall-sharing", "--facts", "credible=true,"), []),
        (("analyze", "mask-mandate", "--facts", ""), []),
        (("analyze", "tax", "--semantics", "st"), ["stable", "stage"]),
        (("compare", "tax", "--semantics", "ideal,st"), ["ideal,stable", "ideal,stage"]),
        (("why", "transmitter-room", ""), ["rescue", "wait"]),
        (("why", "transmitter-room", "permission:w"), ["permission:wait"]),
        (("why", "mask-mandate-exemptions", "position:"), ["position:1", "position:2"]),
        (("contest", "transmitter-room", "--add", "ve"), ["veil"]),
        (("frameworks", "hum"), ["humanity"]),
        (("help-code", "r00"), [f"R00{number}" for number in range(1, 10)]),
        (("help-code", "w01"), [f"W01{number}" for number in range(6)]),
        (("cases", "transm"), ["transmitter-room", "transm"]),
    ],
)  # fmt: skip
def test_ids_of_the_case_are_offered(words: tuple[str, ...], found: list[str]):
    assert offered(*words) == found


def test_options_are_offered_for_a_file_too_and_nothing_for_one_that_cannot_be_read(
    tmp_path: Path,
):
    file = tmp_path / "case.yaml"
    file.write_text("title: x\noptions: {go: Go, stay: Stay}\n")
    assert offered("analyze", str(file), "--exit-verdict", "") == ["go", "stay"]
    file.write_text("title: x\noptions: {go: Go\n")
    assert offered("analyze", str(file), "--exit-verdict", "") == []
    for case in ("no-such-case", "-"):
        for option in ("--exit-verdict", "--facts", "--frameworks", "--prioritize"):
            assert offered("analyze", case, option, "") == []
