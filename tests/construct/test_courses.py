"""Norms over time: held against the traces of the options, and what is wrong said with its line."""

from __future__ import annotations

import pytest

from argue.analysis import analyze
from argue.construct.given import as_given
from argue.construct.sources import sources_of
from argue.errors import CaseError
from argue.io.case import load_case

PLANS = """
title: Asked and answered
options:
  prompt: {text: Answer at once, trace: [[asked], [answered], []]}
  late: {text: Answer late, trace: [[asked], [], [], [], [answered, apologised]]}
  never: {text: Do not answer, trace: [[asked], [], [], []]}
norms:
"""
WITHIN = "pattern: {achieve: answered, after: asked, within: 2}"


def judged(norms: str):
    return analyze(load_case(PLANS + norms))


def statuses(norms: str) -> str:
    found = judged(norms)
    return " ".join(f"{o}:{found.status(o)[0].upper()}" for o in found.case.options)


def test_option_whose_trace_violates_the_norm_breaches_it() -> None:
    assert statuses(f"  answer: {{{WITHIN}}}") == "prompt:O late:I never:I"


def test_pattern_and_its_formula_judge_alike() -> None:
    assert statuses("  answer: {ltl: 'G(asked -> F<=2 answered)'}") == statuses(
        f"  answer: {{{WITHIN}}}"
    )


def test_repaired_breach_is_favoured_over_one_that_is_not() -> None:
    case = as_given(load_case(PLANS + f"  answer: {{{WITHIN}, reparation: F apologised}}"))
    (source,) = sources_of(case)
    reasons = {(r.better, r.worse): r.text(tuple(r.margins.values())) for r in source.reasons}
    assert set(reasons) == {("prompt", "late"), ("prompt", "never"), ("late", "never")}
    assert "at step 3" in reasons["late", "never"]
    assert '"late" makes it good' in reasons["late", "never"]


def test_what_frustrates_the_purpose_is_made_good_by_nothing() -> None:
    given = f"  answer: {{{WITHIN}, reparation: F apologised, frustrates_purpose: [late]}}"
    (source,) = sources_of(as_given(load_case(PLANS + given)))
    assert {(r.better, r.worse) for r in source.reasons} == {
        ("prompt", "late"),
        ("prompt", "never"),
    }


def test_unavoidable_breach_leaves_the_repaired_one_standing() -> None:
    text = PLANS.replace("prompt: {text: Answer at once, trace: [[asked], [answered], []]}", "")
    found = analyze(load_case(f"{text}  answer: {{{WITHIN}, reparation: F apologised}}"))
    assert [str(found.status(o)) for o in ("late", "never")] == ["obligatory", "impermissible"]
    assert found.residue == ("norm:answer",) or "norm:answer" in str(found.residue)


BOTH_REPAIRED = "[[asked], [], [], [apologised], [asked], [], [], [apologised]]"


def test_of_several_repairs_the_last_is_told() -> None:
    text = PLANS.replace("norms:\n", ASKED_AGAIN % BOTH_REPAIRED)
    norm = "{ltl: 'G(asked -> F<=2 answered)', reparation: F apologised}"
    found = as_given(load_case(f"{text}  answer: {norm}")).norms["answer"]
    assert found.courses["again"] == "at steps 3 and 7, repaired at step 8"


ASKED_AGAIN = "  again: {text: Sorry and late again, trace: %s}\nnorms:\n"
BOTH_TIMES = "[[asked], [], [], [apologised], [asked], [], []]"


@pytest.mark.parametrize(
    ("norm", "courses", "repaired"),
    [
        (
            "{ltl: 'G(asked -> F answered)'}",
            {"never": "with something still owed at the end"}
            | {"again": "with something still owed at the end"},
            (),
        ),
        (
            "{ltl: 'G(asked -> F<=2 answered)', reparation: F apologised}",
            {"late": "at step 3, repaired at step 5", "never": "at step 3"}
            | {"again": "at steps 3 and 7"},
            ("late",),
        ),
        (
            "{ltl: G !asked, reparation: G !apologised}",
            {"prompt": "at step 1 (asked), repaired by the end", "late": "at step 1 (asked)"}
            | {"never": "at step 1 (asked), repaired by the end", "again": "at step 1 (asked)"},
            ("prompt", "never"),
        ),
    ],
)
def test_a_course_says_in_words_when_a_duty_was_breached_and_how_that_ended(
    norm: str, courses: dict[str, str], repaired: tuple[str, ...]
) -> None:
    text = PLANS.replace("norms:\n", ASKED_AGAIN % BOTH_TIMES)
    found = as_given(load_case(f"{text}  answer: {norm}")).norms["answer"]
    assert found.courses == courses
    assert set(found.breached_by) == set(courses)
    assert found.repaired_by == repaired


def test_what_breaches_the_letter_is_not_made_good_along_the_way() -> None:
    given = f"  answer: {{{WITHIN}, reparation: F apologised, breached_by: [late]}}"
    found = as_given(load_case(PLANS + given)).norms["answer"]
    assert found.repaired_by == ()
    assert set(found.breached_by) == {"late", "never"}


def test_letter_and_trace_count_together() -> None:
    assert statuses(f"  answer: {{{WITHIN}, breached_by: [prompt]}}") == "prompt:P late:P never:P"


def test_without_a_reparation_nothing_is_owed_words_are_not_used() -> None:
    case = load_case(PLANS + "  kind: {breached_by: [never], reparation: apologise}")
    assert [entry.path for entry in case.not_used] == ["norms.kind.reparation"]
    timed = load_case(PLANS + f"  kind: {{{WITHIN}, reparation: apologised}}")
    assert timed.not_used == ()


@pytest.mark.parametrize(
    ("norm", "words", "line"),
    [
        ("{ltl: 'G(asked -> Q'}", "'Q' cannot stand here", 8),
        ("{ltl: G(asked -> F paid)}", "names 'paid', which holds at no step", 8),
        ("{pattern: {never: asked, within: 2}}", "'within' does not go with 'never'", 8),
        ("{pattern: {never: asked, always: asked}}", "never and always given", 8),
        ("{pattern: {after: asked}}", "must demand one thing; none given", 8),
        ("{pattern: {achieve: answered, within: 5/2}}", "counts steps", 8),
        ("{modality: permit, ltl: F answered}", "permits, so nothing over time", 8),
        ("{ltl: F answered, reparation: 'F ('}", "ends too early", 8),
    ],
)
def test_norm_over_time_that_cannot_be_followed_is_an_error(
    norm: str, words: str, line: int
) -> None:
    with pytest.raises(CaseError, match=words) as caught:
        judged(f"  answer: {norm}")
    assert [problem.line for problem in caught.value.problems][:1] == [line]


@pytest.mark.parametrize(
    ("trace", "told"),
    [
        ("[[asked], [answered, at_once]]", "the traces name answered, asked and at_once"),
        ("[[], []]", "the traces name nothing"),
    ],
)
def test_what_no_trace_names_is_met_with_what_they_do(trace: str, told: str) -> None:
    text = f"title: T\noptions: {{a: {{text: A, trace: {trace}}}}}\nnorms: {{n: {{ltl: F paid}}}}"
    with pytest.raises(CaseError) as caught:
        as_given(load_case(text))
    assert [problem.help for problem in caught.value.problems] == [told]


def test_option_without_a_trace_is_named() -> None:
    with pytest.raises(CaseError, match="gone has no trace"):
        analyze(
            load_case(
                "title: T\noptions: {gone: G, kept: {text: K, trace: [[a]]}}\n"
                "norms: {n: {ltl: F a}}"
            )
        )


def test_a_norm_over_time_is_followed_beside_one_that_is_not_about_time() -> None:
    plain = "  kind: {breached_by: [prompt], text: Be kind}"
    case = as_given(load_case(f"{PLANS}  answer: {{{WITHIN}}}\n{plain}\n"))
    assert set(case.norms["answer"].breached_by) == {"late", "never"}
    assert case.norms["kind"].breached_by == ("prompt",)
    assert not case.norms["kind"].courses


def test_a_limit_holds_beside_a_norm_that_has_none() -> None:
    features = "{text: %s, features: {tonnes: %s}}"
    case = as_given(
        load_case(
            f"title: T\noptions: {{more: {features % ('M', 3)}, less: {features % ('L', 1)}}}\n"
            "norms:\n  cap: {limits: {tonnes: 2}, text: At most two}\n"
            "  kind: {breached_by: [less], text: Be kind}\n"
        )
    )
    assert case.norms["cap"].breached_by == ("more",)
    assert case.norms["kind"].breached_by == ("less",)


@pytest.mark.parametrize(
    ("norm", "path"),
    [
        ("{ltl: 'F (', reparation: F apologised}", "norms.answer.ltl"),
        ("{ltl: F answered, reparation: 'F ('}", "norms.answer.reparation"),
        ("{pattern: {never: 'asked ('}}", "norms.answer.pattern"),
        (f"{{{WITHIN}, reparation: 'F ('}}", "norms.answer.reparation"),
        ("{ltl: 'F (', reparation: 'F ('}", "norms.answer.ltl"),
    ],
)
def test_the_part_of_a_norm_that_cannot_be_read_is_named(norm: str, path: str) -> None:
    with pytest.raises(CaseError) as caught:
        judged(f"  answer: {norm}")
    assert [problem.path for problem in caught.value.problems] == [path]


@pytest.mark.parametrize(
    ("features", "words"),
    [
        (("", "{tonnes: 1}"), "limits 'tonnes', which more does not say of itself"),
        (("", "{litres: 1}"), "limits 'tonnes', which more and less do not say of themselves"),
    ],
)
def test_what_does_not_say_how_much_of_it_there_is_is_named(
    features: tuple[str, str], words: str
) -> None:
    given = [f"{{text: T{f', features: {each}' if each else ''}}}" for each in features]
    text = f"title: T\noptions: {{more: {given[0]}, less: {given[1]}}}\n"
    with pytest.raises(CaseError, match=words):
        as_given(load_case(f"{text}norms: {{cap: {{limits: {{tonnes: 2}}, text: Two}}}}\n"))
