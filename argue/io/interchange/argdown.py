"""A part of Argdown, the plain-text language for maps of arguments.

    # Title                     the first heading; the others are passed over
    [walk]: We should walk. #claim
      - <rain>: It rains.       what stands below attacks (-) or supports (+) what stands above
        <_ [umbrella]           undercuts it
      +> [healthy]              with an arrow to the right, what stands above attacks (->),
      >< [drive]                supports (+>) or undercuts (_>) what stands below; >< both ways

Read are statements `[label]: text`, arguments `<label>: text`, texts without a label, lines that
go on with a text, these relations nested by indentation, comments, the first tag of a text (its
kind) and a front matter. Other tags and the data in braces are passed over. Premise-conclusion
structures and lists are refused, and so is one label for both a statement and an argument.

An argument without a text that leads from statements to one statement is an inference of the map.
An undercut attacks the inference if it is about one, else the argument. Source: [Argdown].
"""

from __future__ import annotations

import re
from typing import NamedTuple, NoReturn

from argue.errors import ArgueError, CaseError, Problem
from argue.io.graphs.lines import MALFORMED, Line, bounded
from argue.io.interchange.argdown_lines import elements_of
from argue.io.interchange.maps import (
    INFERENCE,
    REPHRASE,
    ArgumentMap,
    Conflict,
    Parts,
    Point,
    af_of_map,
    fresh_ids,
    map_of_af,
)
from argue.io.phrasing import visible
from argue.model.af import AF

ATTACK, SUPPORT, BOTH = "attack", "support", "contradiction"


class Relation(NamedTuple):
    """What a sign means: its sort, and whether what stands above is the source."""

    sort: str
    outgoing: bool


RELATIONS = {
    "-": Relation(ATTACK, False),
    "<-": Relation(ATTACK, False),
    "->": Relation(ATTACK, True),
    "+": Relation(SUPPORT, False),
    "<+": Relation(SUPPORT, False),
    "+>": Relation(SUPPORT, True),
    "<_": Relation(ATTACK, False),
    "_>": Relation(ATTACK, True),
    "><": Relation(BOTH, True),
}

_SPECIAL = re.compile(r"[\\{}#_*\[<@]|/(?=[/*])")
_TAG = re.compile(r"[\w-]+")
_LONG_TAG = re.compile(r"[^()\\\s]+(?: [^()\\\s]+)*")
_UNLABELLED = re.compile(r"//|/\*|<!--|\s{2}|\t|^\s|\s$|\n")


def load(data: bytes, file: str = "graph") -> AF:
    """Answers the bare graph of a file; raises CaseError, ArgueError for supports."""
    return af_of_map(load_map(data, file))


def dump(af: AF) -> str:
    """Answers the file of a bare graph; raises ArgueError for an id that no label can be."""
    return dump_map(map_of_af(af))


def load_map(data: bytes, file: str = "graph") -> ArgumentMap:
    """Answers the map of a file; raises CaseError with line and column, LimitExceeded."""
    return _Reader(data, file).found()


class _Reader:
    """Collects the elements of a file, and then says which arguments are inferences."""

    def __init__(self, data: bytes, file: str) -> None:
        self.data, self.file = data, file
        self.points: dict[str, Point] = {}
        self.top: dict[str, None] = {}
        self.brackets: dict[str, str] = {}
        self.links: dict[tuple[str, str, str], None] = {}
        self.untitled = 0
        self.title = ""

    def found(self) -> ArgumentMap:
        """Answers the map."""
        above: list[tuple[int, str]] = []
        for element in elements_of(self.data, self.file):
            if element.title:
                self.title = self.title or element.text
                continue
            while above and above[-1][0] >= element.indent:
                above.pop()
            name = self._point(element.line, element.label, element.bracket)
            self._say(element.line, name, element.text, element.kind)
            if element.relation:
                if not above:
                    advice = "indent it below the statement or argument that it is about"
                    element.line.wrong("a relation to nothing", advice, element.relation)
                self._link(RELATIONS[element.relation], above[-1][1], name)
            else:
                self.top[name] = None
            above.append((element.indent, name))
        return self._parts().assembled()

    def _point(self, line: Line, label: str, bracket: str) -> str:
        while not label:
            self.untitled += 1
            name = f"Untitled {self.untitled}"
            label = "" if name in self.points else name
        if self.brackets.setdefault(label, bracket) != bracket:
            advice = "a statement and an argument need different labels here"
            line.wrong(f"{label!r} is both a statement and an argument", advice, label)
        bounded(len(self.points))
        self.points.setdefault(label, Point(label))
        return label

    def _say(self, line: Line, name: str, text: str, kind: str) -> None:
        before = self.points[name]
        if text and before.text and text != before.text:
            advice = "give the text once, and the label alone elsewhere"
            line.wrong(f"{name!r} has two texts", advice, name)
        self.points[name] = Point(name, before.text or text, before.kind or kind)

    def _link(self, relation: Relation, above: str, below: str) -> None:
        ends = (above, below) if relation.outgoing else (below, above)
        if relation.sort == BOTH:
            self.links[ATTACK, below, above] = None
        self.links[SUPPORT if relation.sort == SUPPORT else ATTACK, *ends] = None

    def _parts(self) -> Parts:
        schemes = self._schemes()
        parts = Parts(self._wrong, title=self.title)
        for name in dict.fromkeys((*self.top, *self.points)):
            if name in schemes:
                rephrase = self.points[name].kind == REPHRASE
                parts.schemes[name] = REPHRASE if rephrase else INFERENCE
            else:
                parts.points[name] = self.points[name]
        for sort, source, target in self.links:
            if sort == SUPPORT:
                parts.supports.append((source, target))
            else:
                parts.conflicts.append(Conflict(source, target))
        return parts

    def _wrong(self, name: str, message: str, advice: str) -> NoReturn:
        raise CaseError([Problem(MALFORMED, message, name, help=advice)], self.file)

    def _schemes(self) -> frozenset[str]:
        """Answers the arguments that are inferences: see the module."""
        into: dict[str, list[str]] = {}
        out: dict[str, list[str]] = {}
        attacking = {source for sort, source, _ in self.links if sort == ATTACK}
        for sort, source, target in self.links:
            if sort == SUPPORT:
                into.setdefault(target, []).append(source)
                out.setdefault(source, []).append(target)
        return frozenset(
            name
            for name, bracket in self.brackets.items()
            if bracket == "<"
            and not self.points[name].text
            and name not in attacking
            and len(out.get(name, ())) == 1
            and name in into
            and all(self.brackets[end] == "[" for end in (*into[name], *out[name]))
        )


def dump_map(found: ArgumentMap) -> str:
    """Answers the file of a map; the condition of a conflict becomes a comment.

    An inference whose id no argument's label can be gets another, and a kind that no tag can be is
    left out.

    Raises: ArgueError for an id that no label can be.
    """
    inferences = {each.id for each in found.inferences}
    names = {point.id: _label(point.id, statement=bool(inferences)) for point in found.points}
    new = fresh_ids("inference ", (*names, *inferences))
    for each in found.inferences:
        names[each.id] = f"<{each.id if _is_argument(each.id) else new()}>"
    below: dict[str, list[str]] = {name: [] for name in names}
    for each in found.inferences:
        below[each.conclusion].append(f"  + {names[each.id]}")
        below[each.id] += [f"  + {names[premise]}" for premise in each.premises]
    for one in found.conflicts:
        sign = "<_" if one.target in inferences else "-"
        note = f" // {' '.join(one.condition.split())}" if one.condition else ""
        below[one.target].append(f"  {sign} {names[one.attacker]}{note}")
    lines = [f"# {_escaped(found.title)}", ""] if found.title.strip() else []
    for point in found.points:
        lines += [names[point.id] + _said(point), *below[point.id], ""]
    for each in found.inferences:
        tag = f" #{REPHRASE}" if each.kind == REPHRASE else ""
        lines += [names[each.id] + tag, *below[each.id], ""]
    return "\n".join(lines)


def _said(point: Point) -> str:
    text = f": {_escaped(point.text)}" if point.text.strip() else ""
    if _TAG.fullmatch(point.kind):
        return f"{text} #{point.kind}"
    return f"{text} #({point.kind})" if _LONG_TAG.fullmatch(point.kind) else text


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", visible(" ".join(text.split())))


def _label(name: str, *, statement: bool) -> str:
    """Answers a label in brackets; that of what cannot be an argument becomes a statement's."""
    if not statement and _is_argument(name):
        return f"<{name}>"
    if _in_brackets(name) and "]" not in name and not name.isspace():
        return f"[{name}]"
    raise ArgueError(
        f"argdown cannot hold the id {name!r}; use ids without brackets, backslashes, //, /*, "
        "and spaces at the ends or in a row"
    )


def _is_argument(name: str) -> bool:
    return _in_brackets(name) and ">" not in name and name[0] not in "-_+"  # <- is a relation


def _in_brackets(name: str) -> bool:
    return bool(name) and not _UNLABELLED.search(name) and "\\" not in name
