"""`argue grade`: a folder of answers to a quiz, graded, with what a class should talk about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from argue.cli.output import apart, as_json, files_in, tell, write
from argue.cli.parameters import output_option_of
from argue.errors import FileError

if TYPE_CHECKING:
    from argue.seminar.language import Language
    from argue.seminar.quiz.grading import Grades

FORMATS = ("text", "html", "csv", "json")


@click.command(
    "grade", epilog="Example:  argue grade answers --key key.json -o grades.html --feedback notes"
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--key", metavar="FILE", type=click.Path(path_type=Path), required=True, help="The quiz's key."
)
@click.option(
    "--feedback",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Write the feedback of every student into FOLDER, a text each.",
)
@click.option("--language", "code", default="en", show_default=True, help="Of all texts.")
@output_option_of("Write to FILE (.html, .csv, .json, .txt), else stdout.")
def command(
    *, folder: Path, key: Path, feedback: Path | None, code: str, output: str | None
) -> None:
    """Grade the answer files in FOLDER, which pages of argue quiz saved.

    Every student gets points and feedback. Of the class is shown how every item was answered and
    the crux: the item on which most pairs of students answer differently. A file that cannot be
    graded is named with what is wrong; so are students without a file, and with two. Where none
    can be graded nothing is written, and the exit code is 65.
    """
    from argue.seminar.language import language  # noqa: PLC0415  (not needed for --help)
    from argue.seminar.quiz.grading import grade  # noqa: PLC0415  (as above)
    from argue.seminar.quiz.key_file import read_key  # noqa: PLC0415  (as above)
    from argue.seminar.quiz.summary import problems  # noqa: PLC0415  (as above)

    words = language(code)
    form = _format(output)
    apart(output, key, *files_in(folder))
    grades = grade(folder, read_key(key), leave_out=key)
    if not grades.graded:
        for line in problems(grades, words):
            tell(line)
        raise FileError(f"{folder}: none of the answers can be graded, and nothing is written")
    if feedback is not None:
        _feedback(grades, feedback, words)
    write(_rendered(grades, words, form, output), output, color=False)
    if form != "text" or output not in (None, "-"):
        for line in problems(grades, words):
            tell(line)


def _format(output: str | None) -> str:
    if output in (None, "-"):
        return "text"
    suffix = Path(output).suffix.lower().removeprefix(".")
    form = {"htm": "html", "txt": "text"}.get(suffix, suffix)
    if form not in FORMATS:
        raise click.UsageError(f"-o {output}: write .html, .csv, .json or .txt")
    return form


def _rendered(grades: Grades, words: Language, form: str, output: str | None) -> str:
    from argue.seminar.quiz import summary  # noqa: PLC0415  (not needed for --help)

    if form == "json":
        return as_json(summary.summary_data(grades), output)
    renderers = {
        "text": summary.summary_text,
        "html": summary.summary_page,
        "csv": summary.summary_csv,
    }
    return renderers[form](grades, words)


def _feedback(grades: Grades, folder: Path, words: Language) -> None:
    from argue.io.saving import make_folder  # noqa: PLC0415  (not needed for --help)
    from argue.seminar.quiz.files import file_names  # noqa: PLC0415  (not needed for --help)
    from argue.seminar.quiz.summary import student_text  # noqa: PLC0415  (as above)

    make_folder(folder)
    students = [one.student for one in grades.graded]
    wanted = file_names(str(folder / "feedback.txt"), students)
    for one, name in zip(grades.graded, wanted, strict=True):
        write(student_text(one, words), name, color=False)
