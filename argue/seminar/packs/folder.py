"""A pack as a folder of files: what each is called, whom it is for, and what could not be made."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from argue.io.template import case_template
from argue.report import render
from argue.seminar.packs import pages
from argue.seminar.packs.outcomes import MOST
from argue.seminar.packs.pack import Pack
from argue.seminar.packs.questions import ITEMS, key_page
from argue.seminar.pages import CONTENT_LANGUAGE, page
from argue.seminar.quiz.data import key_data
from argue.seminar.quiz.html import quiz_page


@dataclass(frozen=True, slots=True)
class File:
    """One file of a pack; `key` names it in the catalogue, `teacher` says whom it is for."""

    name: str
    key: str
    content: str | bytes
    teacher: bool = False


@dataclass(frozen=True, slots=True)
class Folder:
    """All files of a pack, and in words what it lacks."""

    files: tuple[File, ...]
    lacks: tuple[str, ...]


def folder_of(pack: Pack) -> Folder:
    """Answers the files of a pack, the page that leads to them first.

    Raises: UnknownId or ArgueError for a what-if or remark that the case does not bear out.
    """
    lacks: list[str] = []
    if pack.missing:
        lacks.append(pack.words.say("pack.missing", parts="; ".join(pack.missing)))
    files = list(_files(pack))
    lacks += _short(pack)
    printed = _printed(next(str(f.content) for f in files if f.key == "handout"))
    if printed is None:
        lacks.append(pack.words.say("pack.no_pdf"))
    else:
        files.insert(1, File("handout.pdf", "pdf", printed))
    index = File("index.html", "index", _index(pack, files, lacks))
    return Folder((index, *files), tuple(lacks))


def _files(pack: Pack) -> Iterator[File]:
    yield File("handout.html", "handout", pages.handout(pack))
    yield File("slides.html", "slides", pages.slides(pack))
    labelled = pages.steps(pack)
    if labelled is not None:
        yield File("steps.html", "steps", labelled)
    yield File("report.html", "report", render(pack.analysis, "html", "student"))
    yield File("what-ifs.html", "whatifs", pages.whatifs(pack))
    paper = pack.paper
    if paper is not None:
        yield File("quiz.html", "quiz", quiz_page(paper, pack.words))
    yield File("blank.yaml", "blank", case_template(full=False))
    yield File("notes.html", "notes", pages.notes(pack), teacher=True)
    if paper is not None:
        yield File("quiz-key.html", "key", key_page(paper, pack.words), teacher=True)
        graded = json.dumps(key_data((paper,)), indent=2, ensure_ascii=False) + "\n"
        yield File("quiz-key.json", "graded", graded, teacher=True)


def _short(pack: Pack) -> Iterator[str]:
    """Yields that there are fewer what-ifs or quiz items than a pack is to have."""
    items = 0 if pack.paper is None else len(pack.paper.items)
    if items < ITEMS:
        yield pack.words.say("pack.few_items", number=items, of=ITEMS)
    if len(pack.whatifs) < MOST:
        yield pack.words.say("pack.few_whatifs", number=len(pack.whatifs), of=MOST)


def _index(pack: Pack, files: list[File], lacks: list[str]) -> str:
    say = pack.words.say
    groups = [
        (say(heading), [_entry(file, pack) for file in files if file.teacher is teacher])
        for heading, teacher in (("pack.for_class", False), ("pack.for_teacher", True))
    ]
    return page(
        "index.html.j2",
        style="reading.css",
        title=say("pack.title_index", title=pack.case.title),
        remark="" if pack.words.code == CONTENT_LANGUAGE else say("pack.english"),
        groups=groups,
        notes=lacks,
        say=say,
        lang=pack.words.code,
        content_lang=CONTENT_LANGUAGE,
    )


def _entry(file: File, pack: Pack) -> dict[str, str]:
    say = pack.words.say
    told = {part: say(f"pack.{part}_{file.key}") for part in ("title", "about")}
    return {"name": file.name, **told}


def _printed(handout: str) -> bytes | None:
    """Answers the handout as PDF; None where what makes it is not installed.

    Nothing is fetched for it: the page needs no other file.
    """
    try:
        library: Any = import_module("weasyprint")
    except (ImportError, OSError):  # OSError: it is installed, but Pango itself is not
        return None
    return library.HTML(string=handout, url_fetcher=_nothing).write_pdf()


def _nothing(url: str, *_: object, **__: object) -> Any:
    raise ValueError(f"{url} is not fetched")
