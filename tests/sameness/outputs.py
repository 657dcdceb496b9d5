"""Everything that the commands write, made by one process in the folder that is current.

python -m tests.sameness.outputs [quick] [twice]
"""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

from argue.cli.main import main
from tests.sameness.commands import COMMANDS, Command, give

STDOUT = "stdout"
CODE = "code"


def make(command: Command, folder: Path) -> None:
    """Run a command; what it writes comes to stand in the folder, with its stdout and exit code."""
    folder.mkdir(parents=True)
    arguments = [one.format(out=folder.as_posix()) for one in command.arguments]
    kept = os.dup(1)
    with (folder / STDOUT).open("wb") as file:
        os.dup2(file.fileno(), 1)
        try:
            code = int(main(arguments))
        finally:
            sys.stdout.flush()
            os.dup2(kept, 1)
            os.close(kept)
    (folder / CODE).write_text(f"{code}\n", encoding="ascii")


def make_all(*, quick: bool, folder: str = "once") -> None:
    """Run all commands, or the quick ones, whose libraries are there."""
    for command in COMMANDS:
        if (command.quick or not quick) and not (command.extra and not find_spec(command.extra)):
            make(command, Path(folder, command.name))


if __name__ == "__main__":
    give(Path("given"))
    make_all(quick="quick" in sys.argv)
    if "twice" in sys.argv:
        make_all(quick="quick" in sys.argv, folder="again")
