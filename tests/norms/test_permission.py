"""Weak and strong permission: what is merely not prohibited, and what a norm expressly permits."""

import json

import jsonschema
import pytest

from argue.analysis import analyze
from argue.io.case import read_case
from argue.report import render
from argue.verdict.permission import Permitted, permissions
from argue.verdict.schema import analysis_schema

FILM = """title: Filming in the square
options: {film: Film, abstain: Do not film}
facts: {festival: {status: FESTIVAL}}
norms:
  privacy: {breached_by: [film], rank: RANK}
  press: {modality: permit, permits: [film], when: WHEN}
"""


def film(*, rank: int = 0, when: str = "not festival", festival: str = "denied", more: str = ""):
    text = FILM.replace("RANK", str(rank)).replace("WHEN", when).replace("FESTIVAL", festival)
    return analyze(read_case(text + more))


def words(found) -> dict[str, Permitted]:
    return {option: one.word for option, one in permissions(found).items()}


def test_an_express_permission_defeats_a_prohibition_of_no_higher_rank():
    found = permissions(film())["film"]
    assert found.word is Permitted.STRONG
    assert (found.by, found.against, found.defeated) == (("press",), (), ("privacy",))


def test_what_no_norm_prohibits_is_weakly_permitted():
    assert words(film())["abstain"] is Permitted.WEAK


def test_a_prohibition_of_higher_rank_defeats_the_permission():
    found = permissions(film(rank=1))["film"]
    assert found.word is Permitted.PROHIBITED
    assert (found.by, found.against, found.defeated) == (("press",), ("privacy",), ())


def test_without_the_permission_it_is_prohibited():
    found = permissions(film(when="festival"))["film"]
    assert found.word is Permitted.PROHIBITED
    assert found.by == ()


def test_a_permission_that_a_disputed_fact_suspends_leaves_it_open():
    found = permissions(film(when="festival", festival="disputed"))["film"]
    assert found.word is Permitted.OPEN
    assert (found.by, found.against, found.defeated) == ((), ("privacy",), ())


def test_what_another_norm_that_goes_before_defeats_is_weakly_permitted():
    norm = "  duty: {text: Document it, breached_by: [abstain]}\n"
    rank = "priorities: [['norm:duty', 'norm:privacy']]\n"
    found = film(when="festival", more=norm + rank)
    assert words(found) == {"film": Permitted.WEAK, "abstain": Permitted.PROHIBITED}
    both = film(when="festival", more=norm)
    assert words(both) == {"film": Permitted.OPEN, "abstain": Permitted.OPEN}


def test_a_permission_of_what_nothing_prohibits_is_strong_and_defeats_nothing():
    found = permissions(film(more="  leave: {modality: permit, permits: [abstain]}\n"))["abstain"]
    assert (found.word, found.by, found.defeated) == (Permitted.STRONG, ("leave",), ())


def test_a_permission_answers_no_framework():
    more = (
        "standpoints: {passers: {}}\npayoffs: {film: {passers: -1}, abstain: {passers: 0}}\n"
        "frameworks: [welfare]\n"
    )
    found = film(more=more)
    assert words(found)["film"] is Permitted.STRONG
    assert str(found.statuses["film"]) == "impermissible"


def test_without_norms_nothing_is_said():
    found = analyze(read_case("title: T\noptions: {a: A, b: B}\n"))
    assert permissions(found) == {}
    assert found.to_dict()["options"]["a"]["permission"] is None


def test_the_data_hold_it_and_fit_their_schema():
    data = film().to_dict()
    jsonschema.validate(json.loads(json.dumps(data)), analysis_schema())
    assert data["options"]["film"]["permission"] == {
        "word": "strong",
        "by": ["press"],
        "against": [],
        "defeated": ["privacy"],
    }


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, '"film" is strongly permitted: the norm press expressly permits it, which defeats'),
        ({}, '"abstain" is weakly permitted: no norm that stands prohibits it.'),
        ({"rank": 1}, "the norm privacy prohibits it; the express permission of the norm press"),
        (
            {"when": "festival", "festival": "disputed"},
            '"film" is prohibited in some position at least, where the norm privacy prohibits it.',
        ),
    ],
)
def test_the_report_says_so(given, said):
    assert said in " ".join(render(film(**given), "markdown").split())


COURSES = """title: Requests for help
options:
  at_once: {text: At once, trace: [[asked, answered], []]}
  late: {text: Late, trace: [[asked], [], [answered]]}
  never: {text: Never, trace: [[asked], []]}
norms:
  reply:
    text: Who asks gets an answer
    pattern: {achieve: answered, after: asked, within: 1}
    reparation: F answered
"""


def test_the_report_shows_a_norm_over_time_step_by_step_and_why():
    written = render(analyze(read_case(COURSES)), "markdown")
    rows = [
        tuple(cell.strip() for cell in line.strip("|").split("|"))
        for line in written.splitlines()
        if line.startswith(("| at_once", "| late", "| never", "| at once"))
    ]
    late = [row[1:] for row in rows if row[0] == "late" and len(row) == 5]
    assert late == [
        ("1", "asked", "active", "from here on something is owed"),
        ("2", "nothing", "violated", "breached at this step"),
        ("3", "answered", "repaired", "repaired at this step"),
        ("end", "", "repaired", "breached at step 2, and made good"),
    ]
    never = [row[1:] for row in rows if row[0] == "never" and len(row) == 5]
    assert never[-1] == ("end", "", "violated", "breached at step 2")


def test_the_short_text_for_engineers_has_no_table():
    written = render(analyze(read_case(COURSES)), "markdown", "engineer")
    assert "step by step" not in written
