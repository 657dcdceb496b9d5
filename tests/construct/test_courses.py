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


def test_option_without_a_trace_is_named() -> None:
    with pytest.raises(CaseError, match="gone has no trace"):
        analyze(
            load_case(
                "title: T\noptions: {gone: G, kept: {text: K, trace: [[a]]}}\n"
                "norms: {n: {ltl: F a}}"
            )
        )
