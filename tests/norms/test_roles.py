"""The catalogue of roles: what it says, and how it completes a case."""

import pytest

from argue import registry
from argue.analysis import analyze
from argue.io.case import load_case, read_case
from argue.io.roles import roles
from argue.model.case import Case
from argue.model.verdict import Status

NORMS = [norm for role in roles().values() for norm in role.norms.values()]

OPTIONS = """
title: A speaker at home
options: {tell: Tell the parents, keep: Say nothing}
"""


def case(text: str) -> Case:
    return read_case(OPTIONS + text)


def test_three_roles_have_the_fourteen_norms_of_the_talk():
    sizes = {role.id: len(role.norms) for role in roles().values()}
    assert sizes == {"public-interest": 6, "corporate": 4, "private-use": 4}
    assert len({norm.id for norm in NORMS}) == 14


@pytest.mark.parametrize("norm", NORMS, ids=lambda norm: norm.id)
def test_every_norm_says_what_it_is_for_and_rests_on_frameworks_there_are(norm):
    assert norm.text
    assert norm.purpose.startswith("that ")
    assert norm.exceptions
    assert set(norm.principles) <= set(registry.known_types())


def test_exceptions_have_names_of_their_own():
    names = [name for norm in NORMS for name in norm.exceptions]
    assert len(names) == len(set(names))


def test_a_bound_norm_is_completed_and_binds():
    found = case("context: {role: private-use}\nnorms: {privacy: {breached_by: [tell]}}")
    privacy = found.norms["privacy"]
    known = roles()["private-use"].norms["privacy"]
    assert (privacy.text, privacy.purpose) == (known.text, known.purpose)
    assert privacy.principles == known.principles
    assert privacy.role == "private-use"
    assert privacy.source == known.source
    assert analyze(found).statuses["tell"] is Status.IMPERMISSIBLE


def test_what_the_case_says_itself_is_kept():
    found = case(
        "context: {role: private-use}\n"
        "norms: {privacy: {text: Ours, principles: [veil], breached_by: [tell]}}"
    )
    assert found.norms["privacy"].text == "Ours"
    assert found.norms["privacy"].principles == ("veil",)


def test_without_the_role_a_norm_of_that_name_is_only_what_the_case_says():
    found = case("norms: {privacy: {breached_by: [tell]}}")
    assert found.norms["privacy"].text == "privacy"
    assert found.norms["privacy"].principles == ()


def test_norms_that_are_not_bound_are_named_and_never_guessed():
    found = case("context: {role: private-use}\nnorms: {privacy: {breached_by: [tell]}}")
    assert list(found.norms) == ["privacy"]
    (said,) = found.not_used
    assert said.path == "context.role"
    others = ["reasonable_inferences", "user_autonomy", "no_aggression"]
    assert all(name in said.why for name in others)
    assert "of the role private-use, privacy" not in said.why


def test_a_role_all_of_whose_norms_are_bound_leaves_nothing_to_say():
    assert load_case("home-assistant").not_used == ()


def test_several_roles_bring_in_all_their_norms_and_conflict_is_contested():
    found = case(
        "context: {role: [private-use, public-interest]}\n"
        "norms:\n  privacy: {breached_by: [tell]}\n"
        "  democratic_accountability: {breached_by: [keep]}\n"
    )
    assert found.norms["democratic_accountability"].role == "public-interest"
    assert set(analyze(found).statuses.values()) == {Status.CONTESTED}
    ranked = analyze(found, priorities=[("privacy", "democratic_accountability")])
    assert ranked.statuses["keep"] is Status.OBLIGATORY


def test_an_exception_holds_where_the_case_declares_a_fact_of_its_name():
    text = "context: {role: private-use}\nnorms: {privacy: {breached_by: [tell]}}\n"
    free = case(text + "facts: {consent_to_share: {status: agreed}}")
    assert free.norms["privacy"].exceptions == ("consent_to_share",)
    assert analyze(free).statuses["tell"] is not Status.IMPERMISSIBLE
    bound = case(text + "facts: {consent_to_share: {status: denied}}")
    assert analyze(bound).statuses["tell"] is Status.IMPERMISSIBLE


def test_an_unknown_role_is_said_with_what_is_meant():
    (said,) = case("context: {role: privte-use}").not_used
    assert "'privte-use'" in said.why
    assert "private-use" in said.why.split("did you mean")[1]
