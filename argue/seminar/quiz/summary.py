"""The summary of a class: as text, as JSON, as a table for a spreadsheet, and a student's page."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from argue.report.inert import inert
from argue.seminar.language import Language
from argue.seminar.quiz.grading import Graded, Grades
from argue.seminar.quiz.marking import shown
from argue.seminar.quiz.splits import Split, crux, splits

GRADES = "argue/grades/v1"
FORMULA = "=+-@\t\r"
"""What a spreadsheet takes for the beginning of a formula."""


def summary_text(grades: Grades, language: Language) -> str:
    """Answers the summary of a class in lines."""
    found = splits(grades.graded)
    parts = [
        *_students(grades, language),
        "",
        language.say("grade.splits"),
        f"  {language.say('grade.splits_hint')}",
        *(line for split in found for line in _split(split, language)),
        "",
        crux_told(crux(found), language),
        *problems(grades, language),
    ]
    return "\n".join(inert(line) for line in parts)


def _students(grades: Grades, language: Language) -> Iterator[str]:
    yield language.say("grade.students")
    for one in grades.graded:
        values = {"student": one.student, "points": shown(one.points), "total": one.total}
        yield f"  {language.say('grade.student', **values)}"
    if not grades.graded:
        yield f"  {language.say('grade.nobody')}"


def _split(split: Split, language: Language) -> Iterator[str]:
    yield f"  {heading(split, language)}: {told(split, language)}"
    for mistake, number in split.mistakes:
        yield f"    {number} x {language.say(f'grade.mistakes.{mistake}')}"


def heading(split: Split, language: Language) -> str:
    """Answers what an item of a class is called: its title, numbered from the second on."""
    number = split.slot[1]
    title = language.say(f"quiz.kinds.{split.slot[0]}")
    return title if number == 1 else f"{title} ({number})"


def told(split: Split, language: Language) -> str:
    """Answers how many were right, and how many pairs of students split."""
    values = {
        "right": split.right,
        "answered": split.answered,
        "left_out": split.left_out,
        "split": shown(split.split),
        "pairs": split.pairs,
    }
    return language.say("grade.split" if split.points else "grade.predicted", **values)


def crux_told(found: Split | None, language: Language) -> str:
    """Answers which item to talk about first, and what that means."""
    if found is None:
        return language.say("grade.no_crux")
    values = {"item": heading(found, language), "split": shown(found.split), "pairs": found.pairs}
    said = language.say("grade.crux", **values)
    if not found.mistakes or not found.points:
        return said
    mistake = language.say(f"grade.mistakes.{found.mistakes[0][0]}")
    return f"{said} {language.say('grade.commonest', mistake=mistake)}"


def problems(grades: Grades, language: Language) -> tuple[str, ...]:
    """Answers what was not graded, what was handed in twice, and who handed in nothing."""
    refused = (language.say("grade.refused", file=r.file, why=r.why) for r in grades.refused)
    repeated = (language.say("grade.repeated", file=f, other=o) for f, o in grades.repeated)
    absent = (language.say("grade.absent", student=student) for student in grades.absent)
    return (*refused, *repeated, *absent)


def student_text(one: Graded, language: Language) -> str:
    """Answers the feedback for one student in lines."""
    lines = [one.paper.title, student_line(one, language)]
    for number, item in enumerate(one.items, 1):
        lines += ["", language.say("quiz.item", number=number, title=item.item.title)]
        if not item.answered:
            lines.append(f"  {language.say('grade.not_answered')}")
        for prompt, all_told in item.told:
            for said in all_told:
                word = language.say("quiz.not_right" if said.mistake else "quiz.is_right")
                lines.append(f"  {prompt}: {word} {said.text}")
    return "\n".join(inert(line) for line in lines)


def student_line(one: Graded, language: Language) -> str:
    """Answers a student's points in a line."""
    values = {"student": one.student, "points": shown(one.points), "total": one.total}
    return language.say("grade.student", **values)


def summary_csv(grades: Grades, language: Language) -> str:
    """Answers a row for every student: name, file, points, total, points of every item.

    Nothing in it is a formula to a spreadsheet. Files that were not graded have a row as well.
    """
    found = splits(grades.graded)
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    titles = [heading(split, language) for split in found]
    columns = (language.say(f"grade.column.{name}") for name in ("student", "file"))
    counted = (language.say(f"grade.column.{name}") for name in ("points", "total", "note"))
    rows.writerow([*columns, *counted, *titles])
    for one in grades.graded:
        points = [_number(item.points) for item in one.items]
        rows.writerow(
            [_cell(one.student), _cell(one.file), _number(one.points), one.total, "", *points]
        )
    for refused in grades.refused:
        rows.writerow(["", _cell(refused.file), "", "", _cell(refused.why)])
    for file, other in grades.repeated:
        rows.writerow(["", _cell(file), "", "", _cell(f"= {other}")])
    for student in grades.absent:
        rows.writerow([_cell(student), "", "", "", language.say("grade.column.absent")])
    return out.getvalue()


def _cell(text: str) -> str:
    said = inert(text)
    return f"'{said}" if said.startswith(tuple(FORMULA)) else said


def _number(points: Any) -> str:
    return f"{float(points):.2f}".rstrip("0").rstrip(".")


def summary_data(grades: Grades) -> dict[str, Any]:
    """Answers the summary of a class as plain data."""
    found = splits(grades.graded)
    main = crux(found)
    return {
        "schema": GRADES,
        "students": [_student_data(one) for one in grades.graded],
        "items": [_split_data(split) for split in found],
        "crux": None if main is None else _slot(main),
        "refused": [{"file": r.file, "why": r.why} for r in grades.refused],
        "repeated": [{"file": file, "same_as": other} for file, other in grades.repeated],
        "absent": list(grades.absent),
    }


def _slot(split: Split) -> str:
    kind, number = split.slot
    return f"{kind}:{number}"


def _student_data(one: Graded) -> dict[str, Any]:
    return {
        "student": one.student,
        "file": one.file,
        "paper": one.paper.id,
        "points": str(one.points),
        "total": one.total,
        "items": [
            {
                "id": item.item.id,
                "kind": item.item.kind,
                "points": str(item.points),
                "of": item.item.points,
                "answered": item.answered,
                "mistakes": [str(m) for m in item.mistakes],
                "feedback": [
                    {"question": prompt, "texts": [said.text for said in all_told]}
                    for prompt, all_told in item.told
                ],
            }
            for item in one.items
        ],
    }


def _split_data(split: Split) -> dict[str, Any]:
    return {
        "item": _slot(split),
        "title": split.title,
        "answered": split.answered,
        "left_out": split.left_out,
        "right": split.right,
        "mistakes": {str(mistake): number for mistake, number in split.mistakes},
        "choices": [
            {
                "question": prompt,
                "counts": [{"choice": text, "students": n, "right": ok} for text, n, ok in rows],
            }
            for prompt, rows in split.choices
        ],
        "pairs_split": str(split.split),
        "pairs": split.pairs,
    }


def summary_page(grades: Grades, language: Language) -> str:
    """Answers the summary of a class as a page."""
    from argue.seminar.quiz.pages import page  # noqa: PLC0415  (only pages need jinja2)

    found = splits(grades.graded)
    values: dict[str, Any] = {
        "grades": grades,
        "splits": [(heading(s, language), told(s, language), s) for s in found],
        "crux": crux_told(crux(found), language),
        "problems": problems(grades, language),
        "students": [(one, shown(one.points)) for one in grades.graded],
    }
    return page("grades.html.j2", language, None, scripts=(), **values)
