"""`argue fit` and `argue roles` as they are run."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from argue.analysis import analyze
from argue.cli.exits import Exit
from argue.cli.main import main
from argue.errors import ArgueError, CaseError
from argue.io.case import read_case
from argue.io.study import read_study
from argue.model.verdict import Status
from argue.norms.interaction import role_posterior

JUDGED = """title: How much may a boat take?
norm: {steps: 10, exceptions: [need], rivals: [promise]}
judgements:
  - {amount: 0.2, verdict: permissible}
  - {amount: 0.6, verdict: impermissible}
  - {amount: 0.8, holds: [need], verdict: permissible}
  - {id: yes, amount: 0.9, favours: [promise], verdict: permissible}
  - {id: no_, amount: 0.9, favours: [promise], verdict: impermissible}
"""
CHOSEN = """title: A queue
rules: {wait_turn: {forbid: push, when: [queue], prior: 0.1}}
choices:
  - {holds: [queue], desires: {push: 2, wait: 0}, did: wait}
  - {holds: [queue], desires: {push: 2, wait: 0}, did: push}
"""
LABELLED = """title: Harm
examples:
  - {features: [harm], verdict: impermissible}
  - {features: [harm], verdict: impermissible}
  - {features: [harm, consent], verdict: permissible}
  - {features: [harm, consent], verdict: permissible}
"""


SPOKEN = """title: Who is speaking?
case: child-or-adult
roles:
  of_child: {prior: 0.3, signals: {high_voice: 0.9, long_words: 0.1}, facts: {child: true}}
  of_adult: {prior: 0.7, signals: {high_voice: 0.3, long_words: 0.5}, facts: {child: false}}
observed: {high_voice: true, long_words: false}
"""


@pytest.fixture
def told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    def tell(text: str, *options: str) -> str:
        file = tmp_path / "study.yaml"
        file.write_text(text)
        assert main(["fit", str(file), *options]) == Exit.DONE
        return capsys.readouterr().out

    return tell


def test_judgements_give_a_norm_what_conflicts_and_a_question(told):
    text = told(JUDGED.replace("id: yes", "id: aye"))
    assert "forbidden where its amount is above" in text
    assert "need is an exception: " in text
    assert "No hypothesis explains all of aye, no_" in text
    assert "Best asked next: amount" in text
    assert "Nothing is changed by this" in text
    assert all(len(line) <= 88 for line in text.splitlines())


def test_judgements_as_data(told):
    data = json.loads(told(JUDGED.replace("id: yes", "id: aye"), "--json"))
    assert data["schema"] == "argue/fit/v1"
    assert sum(p["probability"] for p in data["threshold"]["probabilities"]) == pytest.approx(1)
    assert data["unexplained"] == 1
    assert data["conflict"] == ["aye", "no_"]


def test_choices_give_the_rules_that_are_held(told):
    text = told(CHOSEN)
    assert "wait_turn (forbid push when queue)" in text
    assert "against it at choice 2" in text


def test_signals_give_the_role_and_the_verdict_under_each(told):
    data = json.loads(told(SPOKEN, "--json"))
    # 0.3 x 0.9 x 0.9 against 0.7 x 0.3 x 0.5
    assert data["roles"]["of_child"]["probability"] == "81/116"
    assert data["roles"]["of_adult"]["probability"] == "35/116"
    assert data["roles"]["of_child"]["statuses"]["full"] == "impermissible"
    assert data["roles"]["of_adult"]["statuses"]["full"] == "obligatory"
    assert "- of_child: 70 %\n  full would be impermissible" in told(SPOKEN)


def test_what_is_inferred_comes_with_the_lines_that_adopt_it(told, tmp_path: Path):
    learnt = (
        '  + norms: {learnt: {text: "Forbidden if harm, unless consent", when: [harm], '
        "exceptions: [consent], breached_by: [...]}}"
    )
    text = told(LABELLED)
    assert learnt in text.splitlines()
    case = f"""title: T
options: {{harm_her: Harm her, leave: Leave}}
facts: {{harm: {{status: agreed}}, consent: {{status: denied}}}}
{learnt.removeprefix("  + ").replace("...", "harm_her")}
"""
    assert analyze(read_case(case)).statuses["harm_her"] is Status.IMPERMISSIBLE
    chosen = told(CHOSEN.replace("did: push", "did: wait")).splitlines()
    adopted = "  + norms: {wait_turn: {text: Forbid push, when: [queue], breached_by: [...]}}"
    assert adopted in chosen
    assert "    + facts: {child: {status: denied}}" in told(SPOKEN).splitlines()


def test_a_rule_that_is_probably_not_held_is_not_offered_for_adoption(told):
    assert "To adopt" not in told(CHOSEN)


def test_examples_that_no_rules_explain_together_are_named(told):
    text = told(LABELLED + "  - {features: [harm], verdict: permissible}\n")
    assert "No rules explain both example1 and example5" in text


STEPS = """title: Who is it working for?
case: CASE
roles:
  private-use: {signals: {first_name: 0.6, invoice: 0.1}}
  corporate: {signals: {first_name: 0.2, invoice: 0.5}}
observed: [[first_name], [], [first_name]]
"""
BOUND = """title: A speaker
options: {tell: Tell, keep: Say nothing}
norms:
  privacy: {role: private-use, breached_by: [tell]}
  profit: {role: corporate, breached_by: [keep]}
priorities: [["norm:profit", "norm:privacy"]]
challenges: [{id: c, against: {norm: privacy}, text: Is it private?}]
"""


def test_each_step_of_a_dialogue_bears_on_the_role(told, tmp_path: Path):
    (tmp_path / "bound.yaml").write_text(BOUND)
    study = STEPS.replace("CASE", str(tmp_path / "bound.yaml"))
    data = json.loads(told(study, "--json"))["roles"]
    # (0.6 x 0.9)^2 x 0.4 x 0.9 against (0.2 x 0.5)^2 x 0.8 x 0.5
    private, corporate = Fraction(104976, 1000000), Fraction(4000, 1000000)
    assert Fraction(data["private-use"]["probability"]) == private / (private + corporate)
    assert data["corporate"]["statuses"] == {"tell": "obligatory", "keep": "impermissible"}
    assert data["private-use"]["statuses"] == {"tell": "contested", "keep": "permissible"}
    assert "    - norms: profit, which is bound to another role" in told(study).splitlines()


def test_a_signal_at_some_step_that_no_role_knows_is_named():
    study = read_study(STEPS.replace("[]", "[whistle]"))
    with pytest.raises(ArgueError, match="private-use does not say how likely 'whistle'"):
        role_posterior(study.roles, study.observed)


def test_a_signal_that_a_role_says_nothing_of_is_named():
    study = read_study(SPOKEN.replace("long_words: 0.5", "short_words: 0.5"))
    with pytest.raises(ArgueError, match="of_adult does not say how likely 'long_words'"):
        role_posterior(study.roles, study.observed)


def test_what_no_role_allows_is_said():
    sure = SPOKEN.replace("0.9", "0").replace("high_voice: 0.3", "high_voice: 0")
    study = read_study(sure)
    with pytest.raises(ArgueError, match="no role allows"):
        role_posterior(study.roles, study.observed)


def test_examples_give_rules_with_exceptions(told):
    assert "- forbidden if harm, unless consent" in told(LABELLED)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: T\nobserved: {a: true}", "tell nothing without roles"),
        ("title: T", "exactly one of judgements, choices, examples, observed"),
        ("title: T\njudgements: [{amount: 1}]", "needs a verdict, or people"),
        (
            "title: T\njudgements: [{amount: 1, people: 2, permissible: 3}]",
            "the first not the larger",
        ),
        (
            "title: T\nnorm: {from: 2}\njudgements: [{amount: 1, verdict: permissible}]",
            "must rise",
        ),
        ("title: T\nchoices: [{desires: {a: 1}, did: b}]", "none of the acts desired"),
        (
            "title: T\nrules: {r: {}}\nchoices: [{desires: {a: 1}, did: a}]",
            "must forbid an act or require one",
        ),
        (
            "title: T\njudgements: [{amount: 1, holds: [x], verdict: permissible}]",
            '"x" is no fact',
        ),
    ],
)
def test_a_study_that_makes_no_sense_is_refused_with_the_place(text: str, said: str):
    with pytest.raises(CaseError) as caught:
        read_study(text)
    assert said in str(caught.value)
    assert all(problem.line and problem.help for problem in caught.value.problems)


def test_roles_are_listed_and_told(capsys: pytest.CaptureFixture[str]):
    assert main(["roles"]) == Exit.DONE
    listed = capsys.readouterr().out
    assert "public-interest: " in listed
    assert all(len(line) <= 80 for line in listed.splitlines())
    assert main(["roles", "private-use"]) == Exit.DONE
    assert "Except where the fact consent_to_share holds" in capsys.readouterr().out
    assert main(["roles", "--json"]) == Exit.DONE
    assert len(json.loads(capsys.readouterr().out)["roles"]) == 3
    assert main(["roles", "butler"]) == Exit.USAGE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{JUDGED}noise: 1/2\n", ":9:1: error[C044]: noise must lie between 0 and 1/2"),
        (
            "title: T\nrules: {r: {forbid: push, prior: 1}}\nobedience: 1\n"
            "choices: [{desires: {push: 2, wait: 0}, did: push}]\n",
            ": choice 1 is against the rule r",
        ),
        (
            "title: T\nroles: {child: {signals: {tall: 0}}}\nobserved: {tall: true}\n",
            ": no role allows what was observed",
        ),
    ],
)
def test_a_study_that_asks_for_what_cannot_be_is_a_file_that_is_wrong(
    text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "study.yaml"
    file.write_text(text)
    assert main(["fit", str(file)]) == Exit.BAD_CASE
    assert f"{file}{said}" in capsys.readouterr().err
