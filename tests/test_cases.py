"""The bundled cases: each can be read, names its sources, and comes out as these have it."""

import json
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from yamlcore import CoreLoader

from argue.analysis import analyze
from argue.errors import CaseError
from argue.io.beside import case_beside
from argue.io.bundled import bundled_ids, bundled_text
from argue.io.case import load_case
from argue.io.differences import differences_of
from argue.io.fields import case_schema
from argue.model.case import FactStatus
from argue.report.agreement import agreement
from argue.verdict.rankings import telling_rankings
from argue.verdict.uncertainty import uncertainty
from tests.bundled import analysis_of

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "cases"
SCHEMA = FOLDER / "case.schema.json"
EDITOR_LINE = "# yaml-language-server: $schema=case.schema.json"
NAMES = bundled_ids()
CITED = re.compile(r"([A-Z][\w'-]+)(?: et al\.| and [A-Z][\w'-]+)? (\d{4})")
"""A work as a judgement cites it: an author and a year."""
VERDICTS: dict[str, tuple[str, dict[str, str]]] = {
    "mask-mandate": ("decided", {"continue": "obligatory", "end": "impermissible"}),
    "mask-mandate-exemptions": (
        "contested",
        {"mandate": "impermissible", "exempt": "contested", "voluntary": "contested"},
    ),
    "transmitter-room": ("contested", {"rescue": "contested", "wait": "contested"}),
    "fishing-hook-above": ("decided", {"hook": "impermissible", "none": "obligatory"}),
    "fishing-hook-below": ("decided", {"hook": "obligatory", "none": "impermissible"}),
    "hiring-screening": (
        "decided",
        {"deploy": "impermissible", "audited": "obligatory", "human": "impermissible"},
    ),
    "fishing-commons": (
        "contested",
        {"restrain": "contested", "moderate": "contested", "race": "contested"},
    ),
    "animals": ("contested", {"include": "contested", "exclude": "contested"}),
    "kidney": (
        "decided",
        {"kidney": "permissible", "blood": "permissible", "nothing": "impermissible"},
    ),
    "tax": ("contested", {"tax_rich": "contested", "tax_poor": "contested"}),
    "bayesian-updating": (
        "contested",
        {"sharp": "contested", "range": "contested", "hunches": "impermissible"},
    ),
    "capabilities-or-alignment": (
        "contested",
        {"alignment": "contested", "capabilities": "contested"},
    ),
    "power-seeking": (
        "contested",
        {"unlimited": "impermissible", "restrained": "contested", "none": "contested"},
    ),
    "windfall-sharing": (
        "contested",
        {"hoard": "impermissible", "share_benefits": "contested", "share_power": "contested"},
    ),
}


def test_the_bundled_cases_are_the_files_of_the_folder():
    assert set(VERDICTS) < set(NAMES) == {path.stem for path in FOLDER.glob("*.yaml")}


@pytest.mark.parametrize("name", VERDICTS)
def test_a_bundled_case_gets_the_verdict_it_is_known_for(name: str):
    outcome, statuses = VERDICTS[name]
    analysis = analysis_of(name)
    assert analysis.outcome == outcome
    assert {option: analysis.status(option) for option in statuses} == statuses
    assert set(statuses) == set(load_case(name).options)


@pytest.mark.parametrize("name", NAMES)
def test_a_bundled_case_names_its_sources_and_declares_its_numbers(name: str):
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    case = load_case(name)
    assert text.startswith(f"{EDITOR_LINE}\nschema: argue/case/v2\n")
    assert case.source
    assert case.question
    assert case.text
    assert "x-assumptions:" in text or not (case.payoffs or case.game)


@pytest.mark.parametrize("name", NAMES)
def test_a_bundled_case_fits_the_schema(name: str):
    data = yaml.load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), CoreLoader)
    Draft202012Validator(case_schema()).validate(data)


@pytest.mark.parametrize("name", NAMES)
def test_a_bundled_case_comes_out_as_its_sources_have_it_or_says_why_not(name: str):
    found = agreement(name)
    assert found.holds, found.remarks()


@pytest.mark.parametrize(
    ("name", "option", "by", "settled"),
    [
        ("animals", "include", "personhood", {"facts": {"personlike": True}}),
        ("fishing-commons", "race", "universalization", {"facts": {"others_defect": False}}),
        ("fishing-commons", "race", "rejection", {"facts": {"others_defect": False}}),
        ("mask-mandate-exemptions", "voluntary", None, {"facts": {"surge": True}}),
        ("transmitter-room", "rescue", None, {"priorities": [("rejection", "welfare")]}),
        (
            "rescue-over-one",
            "stop",
            "Foot",
            {
                "priorities": [
                    (ours, theirs)
                    for ours in ("deontic", "rejection")
                    for theirs in ("welfare", "allowing_as_doing")
                ]
            },
        ),
    ],
)
def test_a_difference_goes_away_with_what_the_case_says_it_is_due_to(
    name: str, option: str, by: str | None, settled: dict[str, Any]
):
    assert (option, by) in differences_of(bundled_text(name))
    found = {(c.option, c.by): c.agrees for c in analyze(load_case(name), **settled).considered}
    assert found[option, by]


@pytest.mark.parametrize("name", NAMES)
def test_every_work_that_a_judgement_cites_is_given_in_full(name: str):
    case = load_case(name)
    entries = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Bibliography")[2]
    known = [" ".join((case.source or "").split()), *entries.split("\n- ")]
    beside = case_beside(bundled_text(name), name)
    judged = [*case.considered, *(beside.considered if beside else ())]
    cited = [work for each in judged for work in CITED.findall(each.source or "")]
    assert [w for w in cited if not any(w[0] in text and w[1] in text for text in known)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_bundled_case_is_small_enough_to_compare_on_the_flat_graph(name: str):
    assert len(telling_rankings(analysis_of(name).graph)) <= 30


@pytest.mark.parametrize(
    ("name", "option", "by", "settled", "words"),
    [
        ("blue-house", "paint", "virtual_bargaining", "reasonable", ("allowed", "forbidden")),
        ("blue-house", "paint", "rejection", "reasonable", ("required", "forbidden")),
        ("everyone-a-dentist", "dentist", "universalization", "act_form", ("forbidden", "allowed")),
        ("villain-script", "write", "rejection", "fiction", ("required", "forbidden")),
        ("alignment-career-with-ties", "alignment", "own_concern", "higher_value",
         ("required", "forbidden")),
    ],
)  # fmt: skip
def test_what_a_judgement_makes_depend_on_a_fact_turns_on_it(
    name: str, option: str, by: str, settled: str, words: tuple[str, str]
):
    found = [analyze(load_case(name), facts={settled: holds}) for holds in (True, False)]
    assert tuple(str(analysis.alone[by][option]) for analysis in found) == words


@pytest.mark.parametrize(("child", "answer"), [(True, "gentle"), (False, "full")])
def test_the_role_that_is_settled_decides_between_the_norms_of_two_roles(child: bool, answer: str):
    analysis = analyze(load_case("child-or-adult"), facts={"child": child})
    assert analysis.status(answer) == "obligatory"


@pytest.mark.parametrize(
    ("level", "authority", "permitted"),
    [
        ("mere", "propose", {"drone", "carry"}),
        ("wilful", "propose", {"carry"}),
        ("enlightened", "propose", {"carry"}),
        ("enlightened", "act", {"ambulance", "drone", "carry"}),
    ],
)
def test_each_level_of_compliance_reads_the_rule_in_its_own_way(
    level: str, authority: str, permitted: set[str]
):
    text = bundled_text("vehicles-in-the-park")
    text = text.replace("compliance: enlightened", f"compliance: {level}")
    text = text.replace("authority: propose", f"authority: {authority}")
    analysis = analyze(load_case(text))
    found = {o for o in analysis.case.options if analysis.status(o) != "impermissible"}
    assert found == permitted
    assert bool(analysis.proposals) == (level == "enlightened")


def test_without_the_burden_of_proof_the_quiet_release_hangs_on_the_disputed_harm():
    text = bundled_text("undisclosed-risk")
    text = text.replace("presume: forbidden", "presume: permitted").replace("    lean: true\n", "")
    assert analyze(load_case(text)).status("quiet") == "contested"


def test_without_a_cap_welfare_alone_requires_the_kidney():
    text = bundled_text("kidney")
    assert text.count(", cap: 5") == 1
    alone = analyze(load_case(text.replace(", cap: 5", ""))).alone
    assert alone["welfare"]["kidney"] == "required"


def test_without_the_difference_between_doing_and_allowing_the_numbers_decide_for_driving():
    text = bundled_text("rescue-over-one")
    assert text.count("allowed_weight: 1/2") == 1
    alone = analyze(load_case(text.replace("allowed_weight: 1/2", "allowed_weight: 1"))).alone
    assert alone["rejection"] == alone["allowing_as_doing"]


@pytest.mark.parametrize("name", ["bystanders-sacrifice", "lesser-good-of-another"])
def test_without_a_prerogative_what_costs_the_agent_most_may_not_be_done(name: str):
    text = bundled_text(name)
    assert text.count("    prerogative: true\n") == 1
    without = analyze(load_case(text.replace("    prerogative: true\n", "")))
    costly = next(o for o in without.case.options if analysis_of(name).status(o) == "permissible")
    assert without.alone["rejection"][costly] == "forbidden"


def test_without_a_cap_the_bystander_would_have_to_give_his_life_by_the_sum():
    text = bundled_text("bystanders-sacrifice")
    assert text.count("    cap: 20\n") == 1
    alone = analyze(load_case(text.replace("    cap: 20\n", ""))).alone
    assert (alone["welfare"]["leave"], alone["welfare"]["turn_to_self"]) == ("forbidden", "allowed")


@pytest.mark.parametrize(
    ("upheld", "status"),
    [
        ("few_want_it", "permissible"),
        ("stormy_days", "permissible"),
        ("others_take_it", "permissible"),
        ("from_the_first", "impermissible"),
        (None, "impermissible"),
    ],
)
def test_each_doubt_about_the_test_of_universalization_is_tested_by_its_own_data(
    upheld: str | None, status: str
):
    document: Any = yaml.load(bundled_text("fishing-hook-questioned"), CoreLoader)
    asked = {challenge["question"] for challenge in document["challenges"]}
    assert asked == {"interested", "restricted", "assurance", "no_threshold"}
    for challenge in document["challenges"]:
        challenge["status"] = "accepted" if challenge["id"] == upheld else "refuted"
        challenge["because"] = "so it is"
    assert analyze(load_case(document)).status("hook") == status


def test_the_more_is_at_stake_the_more_thought_goes_into_the_blue_house():
    chosen = {use.id: use.type for use in analysis_of("blue-house-at-other-stakes").case.frameworks}
    assert chosen == {
        "at_low_stakes": "rules",
        "at_middling_stakes": "universalization",
        "at_high_stakes": "virtual_bargaining",
    }


def test_who_leans_to_welfare_may_still_be_more_sure_than_not_that_a_life_comes_first():
    found = uncertainty(analysis_of("life-or-headaches"))
    assert found.favourites == ("welfare",)
    allowing = {option: mass.allowing for option, mass in found.mass.items()}
    assert allowing == {"life": Fraction(3, 5), "headaches": Fraction(2, 5)}
    assert {weighed.best for weighed in (*found.borda, *found.choiceworthiness)} == {("life",)}


def test_the_rules_of_the_case_on_animals_settle_that_they_can_suffer():
    case = load_case("animals")
    argued = analyze(case).case
    assert (case.facts["sentient"].status, argued.facts["sentient"].status) == (
        FactStatus.DISPUTED,
        FactStatus.AGREED,
    )
    assert "analogy(" in str(argued.facts["sentient"].evidence)
    text = bundled_text("animals").replace(", declaration]", "]")
    assert analyze(load_case(text)).case.facts["sentient"].status is FactStatus.DISPUTED


def test_the_payoffs_of_power_seeking_come_from_its_game():
    case = load_case("power-seeking")
    assert case.game
    assert not case.payoffs
    assert analyze(case).case.payoffs


def test_the_schema_beside_the_cases_is_the_one_the_reader_has():
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == case_schema()


def test_an_x_key_is_the_only_free_one():
    text = (FOLDER / "tax.yaml").read_text(encoding="utf-8")
    with pytest.raises(CaseError, match="assumptions"):
        load_case(text.replace("x-assumptions:", "assumptions:"))
