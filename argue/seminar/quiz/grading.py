"""A class's answers graded: points and feedback a student, and what could not be graded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path

from argue.errors import NoSuchInput
from argue.model.record import record
from argue.seminar.class_files import Unusable
from argue.seminar.quiz.handed_in import HandedIn, read_answers
from argue.seminar.quiz.items import Mistake, Told
from argue.seminar.quiz.key_file import KeyItem, KeyPaper
from argue.seminar.quiz.marking import feedback, share


@record
class GradedItem:
    """One item of one student: what it is worth, what was chosen and what is said about it.

    `told` has a pair for every question: its prompt, and the feedback on it.
    """

    item: KeyItem
    points: Fraction
    answered: bool
    whole: bool
    chosen: Mapping[str, tuple[str, ...]]
    told: tuple[tuple[str, tuple[Told, ...]], ...]

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """The mistakes made in it, each once."""
        made = (t.mistake for _, all_told in self.told for t in all_told if t.mistake)
        return tuple(dict.fromkeys(made)) if self.answered else ()


@record
class Graded:
    """One student's result."""

    student: str
    file: str
    paper: KeyPaper
    points: Fraction
    total: int
    items: tuple[GradedItem, ...]


@record
class Refused:
    """A file that was not graded, and why."""

    file: str
    why: str


@record
class Grades:
    """A class's results, the files that were refused, and those of students without any.

    `repeated` are files that say the same as one that was graded; `absent` are students for whom
    there is a paper and no answers.
    """

    graded: tuple[Graded, ...]
    refused: tuple[Refused, ...]
    repeated: tuple[tuple[str, str], ...]
    absent: tuple[str, ...]


def grade(folder: Path, papers: Mapping[str, KeyPaper], *, leave_out: Path | None = None) -> Grades:
    """Answers the grades of all answer files (.json) in a folder, in the order of students.

    Of several files by one student to one paper that differ none is graded, and all are named.
    `leave_out` is a file there that is no answer, such as the key.

    Raises: NoSuchInput if there is no such folder, or no file in it.
    """
    if not folder.is_dir():
        raise NoSuchInput(f"{folder} is no folder; give the one that holds the answer files")
    files = sorted(p for p in folder.iterdir() if p.is_file() and not _same(p, leave_out))
    if not files:
        raise NoSuchInput(f"{folder} holds no answer files (answers-NAME.json)")
    refused: list[Refused] = []
    read: list[HandedIn] = []
    for file in files:
        try:
            if file.suffix.lower() != ".json":
                raise Unusable("not a .json file")
            read.append(read_answers(file, papers))
        except (Unusable, NoSuchInput) as error:
            refused.append(Refused(file.name, str(error)))
    kept, repeated, twice = _once_each(read)
    graded = sorted((_graded(one) for one in kept), key=lambda g: (g.student.casefold(), g.file))
    present = {one.student for one in read}
    absent = [p.student for p in papers.values() if p.student and p.student not in present]
    return Grades(tuple(graded), (*refused, *twice), repeated, tuple(absent))


def _same(path: Path, other: Path | None) -> bool:
    return other is not None and other.exists() and path.samefile(other)


def _once_each(
    read: Sequence[HandedIn],
) -> tuple[list[HandedIn], tuple[tuple[str, str], ...], tuple[Refused, ...]]:
    """Answers one file a student, the files that repeat it, and those that contradict another."""
    by: dict[tuple[str, str], list[HandedIn]] = {}
    for one in read:
        by.setdefault((one.paper.id, one.student.casefold()), []).append(one)
    kept: list[HandedIn] = []
    repeated: list[tuple[str, str]] = []
    refused: list[Refused] = []
    for together in by.values():
        first, *others = together
        if any(other.answers != first.answers for other in others):
            names = ", ".join(one.file for one in together)
            why = f"{first.student} handed in different answers: {names}; keep one of them"
            refused += [Refused(one.file, why) for one in together]
        else:
            kept.append(first)
            repeated += [(other.file, first.file) for other in others]
    return kept, tuple(repeated), tuple(refused)


def _graded(handed: HandedIn) -> Graded:
    items = tuple(_item(item, handed.answers[item.id]) for item in handed.paper.items)
    total = sum(item.points for item in handed.paper.items)
    points = sum((item.points for item in items), Fraction(0))
    return Graded(handed.student, handed.file, handed.paper, points, total, items)


def _item(item: KeyItem, chosen: Mapping[str, tuple[str, ...]]) -> GradedItem:
    shares = [share(item.keys[q], chosen[q]) for q in item.keys]
    told = tuple((item.prompts[q], feedback(key, chosen[q])) for q, key in item.keys.items())
    return GradedItem(
        item,
        sum(shares, Fraction(0)) / len(shares) * item.points,
        any(chosen.values()),
        all(one == 1 for one in shares),
        chosen,
        told,
    )
