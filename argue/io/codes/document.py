"""Codes for files that cannot be read as one document of bounded size."""

from __future__ import annotations

from argue.io.codes.code import Code

DOCUMENT_CODES: dict[str, Code] = {
    "C001": Code(
        "the file is not UTF-8",
        "Case files are text in UTF-8. The message names the first byte that does not fit and\n"
        "where it is. Editors offer the encoding when saving.",
        "a file saved as Latin-1, Windows-1252 or UTF-16",
        "the same file saved as UTF-8",
        runs=False,
    ),
    "C002": Code(
        "the file is too large",
        "A case file may have 10 million bytes; more is refused before it is read. A case is one\n"
        "decision: many cases are many files.",
        "one file with ten thousand decisions",
        "one file for each decision",
        runs=False,
    ),
    "C003": Code(
        "the file is not YAML (or JSON, or TOML)",
        "The syntax is broken at the place shown or shortly before it: a bracket or quote that is\n"
        "never closed, entries of one mapping that begin in different columns, or a text with a\n"
        "colon and a space in it that needs quotes.",
        "question: Now: stop the broadcast?",
        'question: "Now: stop the broadcast?"',
    ),
    "C004": Code(
        "a tab where spaces are needed",
        "YAML is indented with spaces only, because the width of a tab is not defined.",
        "scale:\n\tunit: points",
        "scale:\n  unit: points",
    ),
    "C005": Code(
        "a control character",
        "A case may hold printing characters, spaces, tabs and line feeds. Others can change what\n"
        "a terminal shows, so they are refused, also when written as an escape.",
        'question: "Stop\\x1b[2J the broadcast?"',
        'question: "Stop the broadcast?"',
    ),
    "C006": Code(
        "a key is given twice",
        "Of two entries with one key only one could count, and nobody could tell which.",
        "scale: {unit: points}\nscale: {unit: hours}",
        "scale: {unit: hours}",
    ),
    "C007": Code(
        "an explicit tag",
        "Tags such as !!python/object can make other YAML readers run code; here nothing in a\n"
        "file runs, and tags beyond the core of YAML are refused. Write the plain value.",
        "question: !!python/name:os.system stop",
        "question: stop",
    ),
    "C008": Code(
        "an anchor or alias",
        "Anchors (&name) and aliases (*name) make a short file expand into a huge one, and hide\n"
        "what stands where. Values are written out wherever they are needed.",
        "scale: &points {unit: points}",
        "scale: {unit: points}",
    ),
    "C009": Code(
        "a second document",
        "One file holds one case; a line of three dashes begins another document.",
        "question: stop?\n---\nquestion: go on?",
        "question: stop?",
    ),
    "C010": Code(
        "nested too deeply",
        "Lists and mappings may be nested 64 levels deep. A case needs about ten.",
        "a file of ten thousand opening brackets",
        "a case whose deepest cell is nested some ten levels deep",
        runs=False,
    ),
    "C011": Code(
        "not a mapping",
        "A case is a mapping of keys to values with at least title and options. An empty file, a\n"
        "list or a single text is none.",
        "an empty file, or one that holds only a list",
        "title: Transmitter room\noptions: {rescue: Free the worker, wait: Finish the match}",
        runs=False,
    ),
    "C013": Code(
        "too many values",
        "A case may hold 200,000 values, and 100,000 options times standpoints; analysing more\n"
        "would take too long. Persons in the same position are one standpoint with a count.",
        "standpoints listed person by person for a whole city",
        "standpoints: {commuter: {count: 80000}, resident: {count: 20000}}",
        runs=False,
    ),
    "C046": Code(
        "too many problems",
        "Reading ends after a hundred problems, because more would not be read either.",
        "a file of another kind altogether",
        "a case whose first problems have been mended",
        runs=False,
    ),
}
"""Code -> what it means."""
