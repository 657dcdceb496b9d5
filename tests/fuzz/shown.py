"""What is shown of an analysis: one output of many, that the input itself chooses."""

from collections.abc import Callable
from zlib import adler32

from argue.cli.sentences import filled
from argue.explain.break_even import break_evens
from argue.explain.contestable import contest
from argue.explain.figures import figures_of
from argue.explain.why import why
from argue.io.interchange.formats import MAPS
from argue.io.interchange.maps import map_of_graph
from argue.report import formats
from argue.report.pictures import chart_data
from argue.report.pictures.charts import chart_svg
from argue.report.pictures.formats import FORMATS as PICTURES
from argue.report.pictures.formats import draw
from argue.rewards.judge import compile
from argue.seminar.debate.debate import Debate
from argue.seminar.debate.scene import scene_of
from argue.seminar.language import language
from argue.seminar.packs import pages
from argue.seminar.packs.pack import Pack
from argue.seminar.packs.teaching import teaching_for
from argue.seminar.poll_pages import poll_form
from argue.seminar.steps.telling import steps_page, told
from argue.verdict.result import Analysis
from tests.fuzz.refusing import refusing

Show = Callable[[Analysis], object]

WORDS = language()
SECONDS = 0.5
"""The time a search in an output is given."""


def _first(analysis: Analysis) -> str:
    return next(iter(analysis.statuses))


def _judge(analysis: Analysis) -> object:
    """What judges rows of the first payoff by one column."""
    numbers = (figure.path for figure in figures_of(analysis.given))
    first = next((path for path in numbers if path.startswith("payoffs.")), "")
    return compile(analysis.given, {first: "x"}) if first else analysis


OUTPUTS: tuple[Show, ...] = (
    *(lambda a, f=form: formats.render(a, f) for form in formats.FORMATS),
    *(lambda a, w=who: formats.render(a, "html", w) for who in ("student", "engineer")),
    *(lambda a, f=form: draw(a, f) for form in PICTURES),
    lambda a: draw(a, full=True),
    lambda a: draw(a, position=1),
    lambda a: chart_svg(chart_data.tornado(break_evens(a, timeout=SECONDS))),
    lambda a: filled(why(a, _first(a)).sentences),
    lambda a: contest(a).sentences,
    lambda a: steps_page(told(a, "labelling", WORDS)),
    lambda a: steps_page(told(a, "building", WORDS)),
    lambda a: Debate(scene_of(a, option=_first(a), position=1), WORDS).opening(),
    lambda a: poll_form(a, WORDS),
    _judge,
    lambda a: pages.handout(Pack(a, teaching_for(a.given.id, WORDS.code), WORDS)),
    *(lambda a, m=one: m.dump(map_of_graph(a.graph, a.given.title)) for one in MAPS.values()),
)
"""Reports, pictures, explanations, pages of a seminar, judges and maps for other programs."""


def show(analysis: Analysis, data: bytes) -> None:
    """Make one output; it may be refused, but only in words."""
    with refusing():
        assert OUTPUTS[adler32(data) % len(OUTPUTS)](analysis) is not None
