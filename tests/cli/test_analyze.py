"""`argue analyze` as it is run: what goes to stdout, what to stderr, and the exit code."""

import json
from pathlib import Path

import pytest

from argue.analysis import analyze
from argue.cli.exits import Exit
from argue.cli.main import main
from argue.errors import UnknownId
from argue.io.case import load_case
from tests.bundled import some_cases
from tests.cli.command import run

BAD = "title: x\noptions: {a: A, b: B}\nframeworks: [universalisation]\n"


@pytest.mark.parametrize("case", some_cases(3))
def test_a_bundled_case_is_judged_in_eighty_columns(case: str, capsys: pytest.CaptureFixture[str]):
    assert main(["analyze", case]) == Exit.DONE
    captured = capsys.readouterr()
    assert captured.err == ""
    assert max(map(len, captured.out.splitlines())) <= 80
    assert "\x1b" not in captured.out


@pytest.mark.parametrize(
    ("arguments", "verdict"),
    [
        ([], {"rescue": "contested", "wait": "contested"}),
        (["--prioritize", "rejection:welfare", "--prioritize", "veil>welfare"],
         {"rescue": "obligatory", "wait": "impermissible"}),
        (["--frameworks", "welfare"], {"rescue": "impermissible", "wait": "obligatory"}),
        (["--frameworks", "veil, rejection"], {"rescue": "obligatory", "wait": "impermissible"}),
    ],
)  # fmt: skip
def test_options_decide_as_the_sources_they_favour(
    arguments: list[str], verdict: dict[str, str], capsys: pytest.CaptureFixture[str]
):
    assert main(["analyze", "transmitter-room", "--json", *arguments]) == Exit.DONE
    data = json.loads(capsys.readouterr().out)
    assert data["schema"] == "argue/analysis/v1"
    assert {name: option["status"] for name, option in data["options"].items()} == verdict


@pytest.mark.parametrize(
    "arguments", [["--semantics", "stable"], ["--flat"], ["--semantics", "grounded", "--flat"]]
)
def test_the_semantics_asked_for_is_the_one_reported(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
):
    assert main(["analyze", "mask-mandate", "--json", *arguments]) == Exit.DONE
    data = json.loads(capsys.readouterr().out)
    assert data["settings"]["flat"] == ("--flat" in arguments)
    assert data["settings"]["semantics"] in (*arguments, "preferred")
    assert data["options"]["continue"]["status"] == "obligatory"


@pytest.mark.parametrize(
    "named",
    [
        ("vehicles-in-the-park", "drone", "ambulance"),
        ("consent-banner", "fingerprint", "cookie"),
    ],
)
@pytest.mark.parametrize(
    ("level", "status", "change"),
    [("mere", "permissible", None), ("wilful", "impermissible", None),
     ("enlightened", "impermissible", "except")],
)  # fmt: skip
def test_a_loophole_is_judged_at_the_level_of_compliance_asked_for(
    named: tuple[str, str, str],
    level: str,
    status: str,
    change: str | None,
    capsys: pytest.CaptureFixture[str],
):
    case, loophole, breach = named
    command = ["analyze", case, "--json", "--compliance", level]
    assert main(command) == Exit.DONE
    data = json.loads(capsys.readouterr().out)
    assert data["settings"]["compliance"] == level
    assert data["options"][loophole]["status"] == status
    assert data["options"][breach]["status"] == "impermissible"
    assert [p["change"] for p in data["revision_proposals"]] == ([change] if change else [])


def test_a_report_at_another_level_says_so_and_is_verified(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    saved = str(tmp_path / "saved.json")
    asked = ["vehicles-in-the-park", "--compliance", "mere"]
    assert main(["report", *asked, "-o", saved]) == Exit.DONE
    assert main(["report", "vehicles-in-the-park", "--verify", saved]) == Exit.DONE
    assert main(["report", *asked]) == Exit.DONE
    assert "--compliance mere" in capsys.readouterr().out


def test_a_level_that_is_none_is_refused_with_the_levels():
    with pytest.raises(UnknownId, match="level of compliance 'blind'; known: mere, wilful"):
        analyze(load_case("kidney"), compliance="blind")


def test_a_settled_fact_is_no_longer_disputed(capsys: pytest.CaptureFixture[str]):
    command = ["analyze", "mask-mandate-exemptions", "--json"]
    main(command)
    assert json.loads(capsys.readouterr().out)["outcome"] == "contested"
    main([*command, "--facts", "surge=true"])
    assert json.loads(capsys.readouterr().out)["outcome"] == "decided"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["mask-mandate", "--exit-verdict", "continue"], Exit.DONE),
        (["mask-mandate", "--exit-verdict", "end"], Exit.NOT_PERMITTED),
        (["transmitter-room", "--exit-verdict", "rescue"], Exit.NOT_PERMITTED),
        (["kidney", "--exit-verdict", "blood"], Exit.DONE),
        (["kidney", "--exit-verdict", "liver"], Exit.USAGE),
        (["kidney", "--facts", "surge=true"], Exit.USAGE),
        (["kidney", "--prioritize", "welfare:virtue"], Exit.USAGE),
        (["kidney", "--frameworks", "virtue"], Exit.USAGE),
        (["kidney", "--semantics", "perfect"], Exit.USAGE),
        (["kidney", "--prioritize", "welfare>veil>welfare"], Exit.USAGE),
        (["no-such-case"], Exit.NO_INPUT),
        (["no/such/file.yaml"], Exit.NO_INPUT),
    ],
)
def test_exit_codes(arguments: list[str], code: Exit, capsys: pytest.CaptureFixture[str]):
    assert main(["analyze", *arguments, "--quiet"]) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert bool(captured.err) == (code in (Exit.USAGE, Exit.NO_INPUT))


def test_a_bad_case_is_shown_with_its_place_on_stderr(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "bad.yaml"
    file.write_text(BAD)
    assert main(["analyze", str(file)]) == Exit.BAD_CASE
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "bad.yaml:3:14: error[C012]" in captured.err
    assert "universalization" in captured.err


def test_a_case_is_read_from_stdin_and_written_to_a_file(tmp_path: Path):
    text = "title: x\noptions: {a: A, b: B}\nreasons: [{id: r, by: me, favours: a, over: b}]\n"
    done = run("analyze", "-", "-o", str(tmp_path / "out.JSON"), stdin=text.encode())
    assert (done.returncode, done.stdout, done.stderr) == (Exit.DONE, b"", b"")
    data = json.loads((tmp_path / "out.JSON").read_text(encoding="utf-8"))
    assert data["options"]["a"]["status"] == "obligatory"


@pytest.mark.parametrize("case", ["mask-mandate-exemptions", "kidney"])
def test_an_ascii_locale_does_not_stop_the_report(case: str):
    done = run("analyze", case, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (Exit.DONE, b"")
    assert done.stdout.isascii()
    assert b"\\u" not in done.stdout


def test_neither_hash_seed_nor_width_of_the_terminal_changes_a_byte():
    reports = {
        run("analyze", "hiring-screening", PYTHONHASHSEED=seed, COLUMNS=width).stdout
        for seed, width in (("1", "40"), ("2", "200"))
    }
    assert len(reports) == 1
    assert reports != {b""}


def test_control_characters_of_a_case_do_not_reach_the_terminal(tmp_path: Path):
    file = tmp_path / "case.yaml"
    file.write_text('title: "a \\e[31m b \\u202e c"\noptions: {a: "A \\e]0;x\\a", b: B}\n')
    done = run("analyze", str(file))
    assert not set(done.stdout + done.stderr) & {0x1B, 0x07}
    assert "\u202e" not in (done.stdout + done.stderr).decode()


def test_time_that_runs_out_ends_with_124_and_what_is_known(capsys: pytest.CaptureFixture[str]):
    arguments = ["analyze", "windfall-sharing", "--timeout", "0.000001"]
    assert main(arguments) == Exit.OUT_OF_TIME
    told = capsys.readouterr().out
    assert told.startswith("Partial: time ran out")
    assert "Not known yet" in told
    assert main([*arguments, "--json"]) == Exit.OUT_OF_TIME
    data = json.loads(capsys.readouterr().out)
    assert (data["schema"], data["partial"]) == ("argue/partial/v1", True)
    assert set(data["options"].values()) == {None}
    assert main([*arguments, "--quiet"]) == Exit.OUT_OF_TIME
    assert capsys.readouterr().out == ""


def test_a_suffix_that_promises_another_format_is_refused(tmp_path: Path):
    assert main(["analyze", "mask-mandate", "-o", str(tmp_path / "mask.html")]) == Exit.USAGE
    assert not list(tmp_path.iterdir())


def test_silence_permits_nothing(tmp_path: Path):
    case = tmp_path / "silent.yaml"
    case.write_text("title: Nothing known\noptions: {a: a, b: b}\n")
    assert main(["analyze", str(case), "--quiet", "--exit-verdict", "a"]) == Exit.NOT_PERMITTED


def test_an_accepted_challenge_is_not_called_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    case = tmp_path / "accepted.yaml"
    case.write_text(
        "title: A waived burden\noptions: {a: burdens t, b: burdens s}\n"
        "standpoints: {s: {count: 1}, t: {count: 1}}\n"
        "payoffs: {a: {s: 0, t: -10}, b: {s: -8, t: 0}}\nframeworks: [rejection]\n"
        "challenges: [{id: form, status: accepted, text: t agreed, "
        "against: {framework: rejection, voice: t}}]\n"
    )
    assert main(["analyze", str(case)]) == Exit.DONE
    said = capsys.readouterr().out
    assert "whether or not" not in said
    assert "however the disputed points" not in said
