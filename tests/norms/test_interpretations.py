"""Open texture: rival interpretations of a norm are argued over, and one of them holds."""

from itertools import product

import pytest

from argue.analysis import analyze
from argue.io.case import read_case
from argue.model.argument import Kind
from argue.model.case import FactStatus
from argue.model.verdict import AttributionKind, Status
from tests.io.texts import problems_of

PARK = """title: What is a vehicle?
options: {ambulance: Drive in, bicycle: Ride in, drone: Fly in, walk: Walk in}
facts: {motor: {text: The bicycle has a motor, status: STATUS}}
norms:
  no_vehicles:
    text: No vehicles in the park
    breached_by: [ambulance]
    interpretations:
      letter: {text: what has wheels, breached_by: [bicycle], because: so the word is used}
      purpose: {text: what disturbs walkers, breached_by: [drone]LETTER}
      engine: {text: what has an engine, breached_by: [drone], because: so the act says}
"""


def park(*, more: str = "", over: str = "", status: str = "disputed") -> str:
    return PARK.replace("LETTER", over).replace("STATUS", status) + more


def judged(text: str, **given):
    return analyze(read_case(text), **given)


def ruled_out(found) -> list[frozenset[str]]:
    return [frozenset(found.statuses) - position.permissible for position in found.positions]


def test_what_every_interpretation_forbids_is_impermissible_and_the_rest_contested():
    found = judged(park())
    assert found.statuses == {
        "ambulance": Status.IMPERMISSIBLE,
        "bicycle": Status.CONTESTED,
        "drone": Status.CONTESTED,
        "walk": Status.PERMISSIBLE,
    }
    assert {a.kind for a in found.attribution["bicycle"]} == {AttributionKind.FACT}


def test_in_every_position_one_interpretation_holds_and_no_two():
    assert set(ruled_out(judged(park()))) == {
        frozenset({"ambulance", "bicycle"}),
        frozenset({"ambulance", "drone"}),
    }


def test_that_an_interpretation_is_right_is_a_claim_with_its_reason():
    found = judged(park())
    claims = [a.id for a in found.graph.of_kind(Kind.FACT)]
    assert "fact:no_vehicles_letter" in claims
    fact = found.case.facts["no_vehicles_letter"]
    assert fact.text == '"no vehicles" means: what has wheels'
    assert fact.evidence == "so the word is used"
    assert fact.status is FactStatus.DISPUTED


def test_one_that_goes_before_its_rivals_decides():
    found = judged(park(over=", over: [letter, engine]"))
    assert found.statuses["drone"] is Status.IMPERMISSIBLE
    assert found.statuses["bicycle"] is Status.PERMISSIBLE
    assert found.case.facts["no_vehicles_letter"].evidence == (
        "so the word is used; purpose goes before it"
    )


def test_one_that_goes_before_only_some_leaves_the_others_in_dispute():
    found = judged(park(over=", over: [letter]"))
    assert found.statuses["bicycle"] is Status.PERMISSIBLE
    assert found.statuses["drone"] is Status.IMPERMISSIBLE
    found = judged(park(over=", over: [engine]"))
    assert found.statuses["bicycle"] is Status.CONTESTED


@pytest.mark.parametrize(("letter", "purpose"), list(product((True, False), repeat=2)), ids=str)
def test_whoever_settles_the_reading_gets_that_reading(letter: bool, purpose: bool):
    settled = {"no_vehicles_letter": letter, "no_vehicles_purpose": purpose}
    found = judged(park(), facts=settled)
    out = "bicycle" if letter else "drone"
    assert ruled_out(found) == [frozenset({"ambulance", out})]


RULES = """rules:
  defeasible:
    - {id: usage, then: no_vehicles_letter}
    - {id: sense, if: motor, then: not no_vehicles_letter}
  preferences: [[sense, usage]]
"""


def test_rules_argue_for_and_against_an_interpretation():
    defeated = judged(park(more=RULES, status="agreed"))
    assert defeated.statuses["bicycle"] is Status.PERMISSIBLE
    upheld = judged(park(more=RULES, status="denied"))
    assert upheld.statuses["bicycle"] is Status.IMPERMISSIBLE
    assert upheld.statuses["drone"] is Status.PERMISSIBLE


def test_the_interpretations_of_a_norm_count_as_one_family():
    found = judged(park())
    assert {s.family for s in found.sources} == {"norm:no_vehicles"}


WAY = "  way: {text: Take the way through, breached_by: [walk]}\n"


@pytest.mark.parametrize(
    "more",
    [
        f"{WAY}priorities: [['norm:no_vehicles', 'norm:way']]\n",
        WAY.replace("breached", "special_to: [], rank: -1, breached"),
    ],
)
def test_what_goes_before_another_norm_does_so_however_it_is_read(more: str):
    one = park(more=more).replace("walk: Walk in", "walk: Walk in, crawl: Crawl in")
    both = one.replace("[bicycle]", "[bicycle, drone, crawl]").replace(
        "[drone]", "[bicycle, drone, crawl]"
    )
    assert judged(both).statuses["walk"] is Status.OBLIGATORY
    assert (
        judged(both.replace("rank: -1", "rank: 0").partition("priorities")[0]).statuses["walk"]
        is Status.CONTESTED
    )


def test_priorities_and_canons_about_the_norm_are_about_each_interpretation():
    readings = [f"norm:no_vehicles_{name}" for name in ("letter", "purpose", "engine")]
    found = read_case(park(more=f"{WAY}priorities: [['norm:way', 'norm:no_vehicles']]\n"))
    assert {(p.higher, p.lower) for p in found.priorities} == {("norm:way", r) for r in readings}
    special = WAY.replace("breached", "special_to: [no_vehicles], breached")
    found = read_case(park(more=special))
    assert {(p.higher, p.lower) for p in found.priorities} == {("norm:way", r) for r in readings}


def test_a_case_may_say_itself_how_the_dispute_stands():
    text = park().replace("facts: {", "facts: {no_vehicles_letter: {status: agreed}, ")
    assert judged(text).statuses["bicycle"] is Status.IMPERMISSIBLE


TWO = "{letter: {text: a, breached_by: [rescue]}, purpose: {text: b}}"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("interpretations: {letter: {text: a}}", "has no rival"),
        ("interpretations: {letter: {text: a, over: [purpos]}, purpose: {text: b}}", "no rival of"),
        ("interpretations: {letter: {text: a, over: [letter]}, b: {text: b}}", "no rival of"),
        (
            "interpretations: {a: {text: a, over: [b]}, b: {text: b, over: [a]}}",
            "in a circle",
        ),
        (
            "interpretations: {a: {text: a}, b: {text: b, over: [c]}, c: {text: c, over: [b]}}",
            "in a circle",
        ),
        ('interpretations: {"a b": {text: a}, c: {text: b}}', "is no id"),
        (f"modality: permit, interpretations: {TWO}", "has no interpretations"),
        (f"ltl: F x, interpretations: {TWO}", "has no interpretations"),
    ],
)
def test_interpretations_that_are_no_rivals_are_refused(lines: str, said: str):
    found = problems_of(f"norms: {{quiet: {{{lines}}}}}")
    assert [problem.code for problem in found] == ["C064"]
    assert said in found[0].message
    assert found[0].line > 0


def test_a_challenge_names_the_interpretation_it_is_against():
    norm = f"norms: {{quiet: {{interpretations: {TWO}}}}}\n"
    (problem,) = problems_of(f"{norm}challenges: [{{against: {{norm: quiet}}}}]")
    assert problem.help == "name one of them: quiet_letter, quiet_purpose"
    assert problems_of(f"{norm}challenges: [{{against: {{norm: quiet_letter}}}}]") == ()


def test_a_revision_settles_the_reading_or_takes_the_norm_as_a_whole():
    from argue.norms.repairs import Repair, repaired, repairs_of

    text = park()
    case = read_case(text)
    found = set(repairs_of(case))
    assert {r.name for r in found if r.kind == "drop"} == {"no_vehicles"}
    assert {r.other for r in found if r.kind == "except"} == {"motor"}
    settled = read_case(repaired(text, Repair("hold", "no_vehicles_letter", case=case.id)))
    assert settled.facts["no_vehicles_letter"].status is FactStatus.AGREED
    assert settled.facts["no_vehicles_letter"].text == '"no vehicles" means: what has wheels'
    assert judged(repaired(text, Repair("drop", "no_vehicles"))).case.norms == {}
    excepted = read_case(repaired(text, Repair("except", "no_vehicles", "motor")))
    assert {norm.exceptions for norm in excepted.norms.values()} == {("motor",)}


def test_a_reading_is_settled_in_a_file_without_facts():
    from argue.norms.repairs import Repair, repaired

    lines = [line for line in park().splitlines() if not line.startswith("facts")]
    settled = repaired("\n".join(lines) + "\n", Repair("deny", "no_vehicles_letter"))
    assert read_case(settled).facts["no_vehicles_letter"].status is FactStatus.DENIED
