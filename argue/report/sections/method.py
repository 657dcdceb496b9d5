"""Section 12: how the verdict was found, what the model leaves out, and how to get it again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import PurePath

from argue.io.bundled import bundled_text, is_bundled
from argue.io.shell import command_line, file_word
from argue.model.case import Case
from argue.model.version import VERSION
from argue.report.content import Code, Item, Items, Paragraph, Section, Table
from argue.report.sections.choices import choices, precision
from argue.verdict.result import Analysis

METHOD = (
    "Every principle gives reasons for one option over another. Reasons, replies and challenges "
    "attack one another; between principles only a ranking decides. An option is permitted in a "
    "position if every objection to it falls. Positions are the preferred labellings of this "
    "graph [Dung95, Caminada06a], one for each ranking and each way the disputed points fall."
)
LIMITS = (
    "Not modelled: how the numbers were come by, options and people the case leaves out, time, "
    "and anything said in its texts only. Credences are reported and not used. This is a model's "
    "verdict, not advice; people decide."
)


def section(analysis: Analysis) -> Section:
    """Answers method, limits, choices where the literature splits, and provenance."""
    taken = tuple(Item(text) for text in choices(analysis))
    parted = (Paragraph("Chosen where the literature splits:"), Items(taken)) if taken else ()
    blocks = (
        Paragraph(METHOD),
        *parted,
        Paragraph(precision(analysis)),
        Paragraph(LIMITS),
        Table(("", "provenance"), tuple(_provenance(analysis))),
        Code(command(analysis), "sh"),
    )
    return Section("method", "Method and limits", blocks)


def short_section(analysis: Analysis) -> Section:
    """Answers method, limits and the command, without the choices and the rest of provenance."""
    blocks = (Paragraph(METHOD), Paragraph(LIMITS), Code(command(analysis), "sh"))
    return Section("method", "Method and limits", blocks)


def reproduction(analysis: Analysis) -> Section:
    """Answers where the verdict comes from and the command that reproduces it."""
    rows = tuple(_provenance(analysis))
    kept = tuple(row for row in rows if row[1] != "none" and row[0] != "source")
    return Section("method", "Provenance", (Table(("", ""), kept), Code(command(analysis), "sh")))


def _provenance(analysis: Analysis) -> Iterator[tuple[str, str]]:
    setup = analysis.setup
    yield ("case", analysis.case.id)
    if analysis.case.source:
        yield ("source", " ".join(analysis.case.source.split()))
    yield ("sha256 of the case", analysis.case.sha256 or "none: the case was not read from text")
    yield ("argue", VERSION)
    flat = ", on the flat graph" if setup.flat else ", within each ranking"
    yield ("semantics", f"{setup.semantics}{flat}")
    yield ("compliance with norms", str(analysis.case.compliance))
    yield ("facts settled", ", ".join(f"{n}={v}".lower() for n, v in setup.facts.items()) or "none")
    ranked = ", ".join(f"{high}>{low}" for high, low in setup.priorities)
    yield ("priorities added", ranked or "none")
    kept = "all" if setup.frameworks is None else ", ".join(setup.frameworks)
    yield ("frameworks kept", kept or "none")


def command(analysis: Analysis, name: str = "report", *more: str) -> str:
    """Answers the command that does the same again, with more words at its end."""
    setup = analysis.setup
    words = ["argue", name, named(analysis.case)]
    if setup.facts:
        settled = ",".join(f"{f}={'true' if v else 'false'}" for f, v in setup.facts.items())
        words += ["--facts", settled]
    for high, low in setup.priorities:
        words += ["--prioritize", f"{high}>{low}"]
    if setup.frameworks is not None:
        words += ["--frameworks", ",".join(setup.frameworks)]
    if setup.semantics != "preferred":
        words += ["--semantics", setup.semantics]
    if setup.flat:
        words.append("--flat")
    if setup.compliance is not None:
        words += ["--compliance", setup.compliance]
    return command_line((*words, *more))


def named(case: Case) -> str:
    """Answers the case as the command names it.

    `-` stands for what came from no file, or from one whose name no line can show.
    """
    if is_bundled(case.id):
        text = bundled_text(case.id).encode("utf-8")
        if hashlib.sha256(text).hexdigest() == case.sha256:
            return case.id
    name = PurePath(case.file or "").name
    word = file_word(name) if PurePath(name).suffix else None
    return word or "-"
