"""Names of files, as they are given to everything that opens one; none of these is there."""

from collections.abc import Callable
from pathlib import Path

from argue.construct.rules.files import load_base
from argue.errors import ArgueError
from argue.explain.saved import load_saved
from argue.io.case import load_case
from argue.io.graphs import load_af
from argue.io.study import load_study
from argue.rewards.scale.bindings import load_bindings
from argue.rewards.scale.inputs import Bases, files_of, items_of_files
from argue.rewards.scale.rows import table_of
from argue.seminar.packs.teaching import load_teaching
from argue.seminar.quiz.key_file import read_key
from tests.fuzz.texts import text_of

FOLDER = "no-such-folder"
"""What every name begins with, so that nothing is opened."""

OPENED: tuple[Callable[[str], object], ...] = (
    load_case,
    load_af,
    load_saved,
    load_study,
    load_bindings,
    load_teaching,
    load_base,
    lambda name: read_key(Path(name)),
    lambda name: table_of(name, ()),
    lambda name: files_of([name]),
    lambda name: list(items_of_files([f"{name}x.jsonl"], Bases())),
)


def path(data: bytes) -> None:
    """The name of a file that is not there: all say so, or that no file has such a name."""
    name = f"{FOLDER}/{text_of(data)}"
    if "\n" in name:
        return  # a case may be given as text, which this is then
    for opened in OPENED:
        try:
            opened(name)
        except ArgueError:
            continue
        raise AssertionError(f"{opened} opened a file that is not there")
