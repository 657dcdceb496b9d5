"""What Python callers may rely on is as it is stored in api.txt: a change is a decision."""

from importlib import import_module

import pytest

import argue
from argue.cli.exits import Exit
from argue.cli.main import COMMANDS
from tests.stability.compatible import breaking
from tests.stability.public import PAGE, left_out, public_lines, public_modules, public_names
from tests.stability.stored import FOLDER, hold, stored

API = FOLDER / "api.txt"
INSTEAD = "keep it and deprecate it with argue.model.deprecating, or raise the version"


def test_public_names_and_their_signatures_are_as_stored():
    now = {*public_lines(), *(line for line in stored(API) if left_out(line))}
    hold(API, now, broken=breaking(stored(API), now), instead=INSTEAD)


def test_commands_their_options_and_exit_codes_are_as_stored():
    commands = {f"argue {name}" for name in COMMANDS}
    options = {
        f"argue {name} {option}"
        for name, (module, _) in COMMANDS.items()
        for parameter in import_module(f"argue.cli.{module}").command.params
        for option in (*parameter.opts, *parameter.secondary_opts)
        if option.startswith("-")
    }
    now = commands | options | {f"exit code {code.value}" for code in Exit}
    file = FOLDER / "commands.txt"
    hold(file, now, broken=stored(file) - now, instead="keep it, and say that it is deprecated")


def test_the_list_of_public_modules_is_told_in_the_documentation_and_holds_the_package():
    modules = public_modules()
    assert modules[0] == "argue" and len(modules) == len(set(modules)) >= 8
    assert set(public_names("argue")) == set(argue.__all__)
    assert "argue.model.framework" in modules


def test_every_public_name_of_the_package_is_in_the_reference():
    page = (PAGE.parent / "python.md").read_text(encoding="utf-8")
    names = set(argue.__all__) - {"__version__"}
    assert {name for name in names if f"::: argue.{name}\n" not in page} == set()


CALL = "argue.f(case: Case, *, facts: Mapping[str, bool] | None = None) -> Analysis"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (CALL, CALL.replace("= None", "= None, flat: bool = False")),
        (CALL, CALL.replace("*, facts", "most: int = 2, *, facts")),
        (CALL, CALL.replace("Mapping[str, bool]", "Mapping[str, bool | int]")),
        (CALL, CALL.replace("= None", "= None, **more: Any")),
        ("argue.Case.title: str", "argue.Case.title: Text"),
        ("argue.f(a: int)", "argue.f(a: int = 3)"),
    ],
)
def test_what_adds_to_a_signature_breaks_nothing(old: str, new: str):
    assert breaking([old], [new]) == set()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (CALL, "argue.g(case: Case) -> Analysis"),
        (CALL, CALL.replace("facts:", "settled:")),
        (CALL, CALL.replace("*, facts", "*, most: int, facts")),
        (CALL, CALL.replace(" = None", "")),
        (CALL, CALL.replace("case: Case", "name: str, case: Case")),
        (CALL, CALL.replace("case: Case, *", "*, case: Case")),
        ("argue.f(a: int, b: int)", "argue.f(b: int, a: int)"),
        ("argue.Status.DONE = 'done'", "argue.Status.DONE = 'ready'"),
        ("class argue.CaseError(ArgueError)", "class argue.CaseError(Exception)"),
    ],
)
def test_what_takes_from_a_signature_is_found(old: str, new: str):
    assert breaking([old], [new]) == {old}
