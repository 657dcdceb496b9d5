"""Text for LaTeX: nothing in it acts, whatever engine reads it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from argue.report.inert import inert

PREAMBLE = r"""\usepackage{iftex}
\ifPDFTeX
  \usepackage[T1]{fontenc}
  \usepackage[utf8]{inputenc}
  \usepackage{textcomp}
  \usepackage{lmodern}
  \newcommand{\argueother}[2]{#2}
\else
  \usepackage{fontspec}
  \newcommand{\argueother}[2]{#1}
\fi
\usepackage{amssymb}
\usepackage{xcolor}
\usepackage{tikz}
\usetikzlibrary{arrows.meta}
\newcommand{\arguehalf}{\tikz[baseline=-.6ex]{\draw (0,0) circle (.75ex);
  \fill (0,.75ex) arc (90:270:.75ex);}}
\newcommand{\arguefull}{\tikz[baseline=-.6ex]{\fill (0,0) circle (.75ex);}}
\newcommand{\argueopen}{\tikz[baseline=-.6ex]{\draw (0,0) circle (.75ex);}}
\definecolor{accepted}{HTML}{1D4F91}
\definecolor{rejected}{HTML}{9A4A00}
\definecolor{varies}{HTML}{5B3A86}
\definecolor{undecided}{HTML}{4A4A4A}
"""
"""What every document needs that shows escaped text or pictures; found in any TeX installation."""

_SIGNS: Mapping[str, str] = MappingProxyType(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "%": r"\%",
        "_": r"\_",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        '"': r"\textquotedbl{}",
        "'": r"\textquotesingle{}",
        "`": r"\textasciigrave{}",
        # What would run together into another sign is kept apart.
        "-": "{-}",
        ",": "{,}",
        "!": "{!}",
        "?": "{?}",
        "●": r"\arguefull{}",
        "◐": r"\arguehalf{}",
        "○": r"\argueopen{}",
        "✓": r"$\checkmark$",
        "✗": r"$\times$",
        "×": r"$\times$",
        "·": r"$\cdot$",
        "⇄": r"$\rightleftarrows$",
        "→": r"$\rightarrow$",
        "≥": r"$\geq$",
        "≤": r"$\leq$",
        "−": "$-$",
        "–": "{--}",
        "—": "{---}",
        "…": r"\ldots{}",
        "“": "{``}",
        "”": "{''}",
        "‘": "{`}",
        "’": "{'}",
        "€": r"\texteuro{}",
    }
)
"""Sign -> what shows it in every engine."""

_LETTERS = frozenset("ÄÖÜäöüßÀÁÂÃÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕØÙÚÛÝÞàáâãåæçèéêëìíîïðñòóôõøùúûýþÿŒœŠšŽžŁł")
"""Letters that pdfTeX knows in the encoding the documents use."""


def escaped(text: str) -> str:
    """Answers text that LaTeX shows as it stands, on one line.

    Letters that pdfTeX lacks are shown by their number there, and as they are by engines that
    have them.
    """
    return " ".join(_word(inert(word)) for word in text.split())


LONG = 18
"""Words with more signs than this, such as ids, may be broken after their separators."""


def _word(word: str) -> str:
    if len(word) <= LONG:
        return "".join(map(_escaped, word))
    may_break = ":_>/,=." if any(c in ":_>/,=." for c in word) else word
    return "".join(f"{_escaped(c)}{_BREAK if c in may_break else ''}" for c in word)


_BREAK = r"\allowbreak{}"


def _escaped(character: str) -> str:
    if character in _SIGNS:
        return _SIGNS[character]
    if character.isascii() or character in _LETTERS:
        return character
    return rf"\argueother{{{character}}}{{[U+{ord(character):04X}]}}"


def escaped_code(line: str) -> str:
    """Answers a line of code for a typewriter face: every space kept, breakable at spaces."""
    shown = "".join(map(_escaped, inert(line)))
    indent = len(line) - len(line.lstrip(" "))
    return r"\ " * indent + re.sub(r" +", lambda found: r"\ " * len(found[0]), shown[indent:])
