"""What a chart of numbers and statuses shows, before it is drawn: marks with their places.

Places are floats, for drawing only; what is written beside them is exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from argue.construct.words import plain, written
from argue.explain.break_even import BreakEven, BreakEvens, Turning
from argue.explain.flip_map import Course, FlipMap
from argue.explain.judge import Statuses
from argue.model.record import field, record
from argue.model.verdict import Status
from argue.report.words import GLYPHS

MOST_BARS = 8
"""Numbers in a tornado; the rest stands in the table."""


@record
class End:
    """Where a bar ends: how far from the middle, as a share of the table's range, and the text."""

    share: float
    text: str


@record
class Bar:
    """How far one number can move either way before a status changes; None where none does."""

    name: str
    now: str
    below: End | None
    above: End | None


@record
class Tornado:
    """The room that numbers have, the least room first."""

    title: str
    description: str
    bars: tuple[Bar, ...]


@record
class Piece:
    """A part of an axis with one status, by its ends; a single point has equal ones."""

    low: float
    high: float
    status: str


@record
class Strip:
    """The statuses of each option against one number, which now stands at `now`."""

    title: str
    description: str
    axis: str
    ends: tuple[float, float]
    now: float
    rows: tuple[tuple[str, tuple[Piece, ...]], ...]


@record
class Field:
    """A part of the plane of two numbers: polygons, a letter, and the statuses there in words."""

    letter: str
    text: str
    polygons: tuple[tuple[tuple[float, float], ...], ...]


@record
class Areas:
    """The statuses over two numbers, which now stand at `now`; axes from left, and from below."""

    title: str
    description: str
    axes: tuple[str, str]
    ends: tuple[tuple[float, float], tuple[float, float]]
    now: tuple[float, float]
    fields: tuple[Field, ...] = field(default_factory=tuple)


Chart = Tornado | Strip | Areas

NO_ANSWER = "no answer: a principle is undefined there"
"""What is said of numbers for which a framework has none."""


def area_of(polygon: Sequence[tuple[float, float]]) -> float:
    """Answers the area of a polygon."""
    ends = zip(polygon, [*polygon[1:], polygon[0]], strict=True)
    return abs(sum(x * v - u * y for (x, y), (u, v) in ends)) / 2


def tornado(found: BreakEvens) -> Tornado:
    """Answers the chart of the numbers whose change changes a status, and how far each can go."""
    about = f'the status of "{found.option}"' if found.option else "a status"
    turning = [t for t in found.turnings if t.nearest is not None][:MOST_BARS]
    least = turning[0].figure.path if turning else ""
    told = f"How far each number can move, as a share of the range of its table, until {about} "
    told += f"changes; the least room first{f', which {least} has' if least else ''}."
    bars = tuple(
        Bar(
            t.figure.path, written(t.figure.value), _end(t, t.below, found), _end(t, t.above, found)
        )
        for t in turning
    )
    return Tornado("How far numbers can move", told, bars)


def _end(turning: Turning, side: BreakEven | None, found: BreakEvens) -> End | None:
    if side is None:
        return None
    where = in_place(side, "above" if side.value > turning.figure.value else "below")
    changes = becoming(found, side.statuses).split(", ")
    more = f" and {len(changes) - 1} more" if len(changes) > 2 else ""
    said = f"{changes[0]}{more}" if more else ", ".join(changes)
    return End(float(side.share or 0), f"{where}: {said}")


def in_place(side: BreakEven, word: str) -> str:
    """Answers where a status changes: at a value, or `word` (above, below) it."""
    if not side.exact:
        return f"{word} about {float(side.value):.4g}"
    return f"{'at' if side.at else word} {rounded(side.value)}"


def becoming(found: BreakEvens, then: Statuses) -> str:
    """Answers which options become what, in a phrase: `exempt impermissible`."""
    options = [found.option] if found.option else [o for o in then if then[o] != found.statuses[o]]
    return in_words({o: then[o] for o in options})


def in_words(statuses: Mapping[str, Status]) -> str:
    """Answers statuses with their signs: `✗ mandate impermissible, ◐ exempt contested`."""
    return ", ".join(f"{GLYPHS[s]} {plain(o)} {s}" for o, s in statuses.items())


def rounded(number: Fraction) -> str:
    """Answers a number as it is written, without the word that says it had to be rounded."""
    return written(number).removeprefix("about ")


def strip(found: Course) -> Strip:
    """Answers the chart of statuses against one number."""
    figure = found.figure
    options = tuple(found.parts[0].statuses) if found.parts else ()
    rows = tuple((o, tuple(_pieces(found, o))) for o in options)
    how = "" if found.exact else " Points were judged; between them the border may lie elsewhere."
    if sum(part.high - part.low for part in found.parts) < found.bounds[1] - found.bounds[0]:
        how += f" Where nothing is drawn there is {NO_ANSWER}."
    told = (
        f"What becomes of each option as {figure.path} moves; it is {written(figure.value)}.{how}"
    )
    return Strip(
        f"Status against {figure.path}",
        told,
        figure.path,
        (float(found.bounds[0]), float(found.bounds[1])),
        float(figure.value),
        rows,
    )


def _pieces(found: Course, option: str) -> Iterable[Piece]:
    held: Piece | None = None
    for part in found.parts:
        status = str(part.statuses[option])
        if held is not None and held.status == status:
            held = Piece(held.low, float(part.high), status)
            continue
        if held is not None:
            yield held
        held = Piece(float(part.low), float(part.high), status)
    if held is not None:
        yield held


def areas(found: FlipMap) -> Areas:
    """Answers the chart of statuses over two numbers, the same statuses under one letter."""
    groups: dict[str, list[tuple[tuple[float, float], ...]]] = {}
    for area in found.areas:
        corners = tuple((float(x), float(y)) for x, y in area.corners)
        groups.setdefault(in_words(area.statuses) or NO_ANSWER, []).append(corners)
    ordered = sorted(groups.items(), key=lambda group: (group[0] == NO_ANSWER, group[0]))
    fields = tuple(
        Field(chr(ord("A") + place % 26), text, tuple(sorted(polygons)))
        for place, (text, polygons) in enumerate(ordered)
    )
    how = "" if found.exact else " Points of a grid were judged; borders may lie elsewhere."
    told = f"What becomes of the options as {found.across.path} and {found.up.path} move.{how}"
    (left, right), (bottom, top) = found.bounds
    return Areas(
        "Where two numbers flip the verdict",
        told,
        (found.across.path, found.up.path),
        ((float(left), float(right)), (float(bottom), float(top))),
        (float(found.across.value), float(found.up.value)),
        fields,
    )
