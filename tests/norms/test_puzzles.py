"""The standard puzzles of deontic logic: options are whole courses, so none is a paradox."""

from argue.analysis import analyze
from argue.io.case import read_case
from argue.model.verdict import Status
from argue.verdict.result import Analysis

CHISHOLM = """norms:
  go: {text: Jones goes to help, breached_by: [STAYS]}
  tell: {text: If he goes he tells them he comes, breached_by: [GOSILENT]}
  silent: {text: If he does not go he does not tell them, breached_by: [stay_and_tell]}
"""
FENCE = """norms:
  none: {text: There is no fence, breached_by: [white, red]}
  white: {text: If there is a fence it is white, breached_by: [red]}
"""


def judged(options: str, norms: str) -> Analysis:
    names = ", ".join(f"{name}: {name}" for name in options.split())
    return analyze(read_case(f"title: T\noptions: {{{names}}}\n{norms}"))


def allowed(found: Analysis) -> set[str]:
    return {o for o, s in found.statuses.items() if s in (Status.PERMISSIBLE, Status.OBLIGATORY)}


def test_chisholm_going_and_telling_is_obligatory():
    norms = CHISHOLM.replace("STAYS", "stay, stay_and_tell").replace("GOSILENT", "go")
    found = judged("go go_and_tell stay stay_and_tell", norms)
    assert found.statuses["go_and_tell"] is Status.OBLIGATORY
    assert found.residue == ()


def test_chisholm_who_stays_owes_the_going_and_must_not_tell():
    norms = CHISHOLM.replace("STAYS", "stay, stay_and_tell").replace("breached_by: [GOSILENT]", "")
    found = judged("stay stay_and_tell", norms.replace("comes, }", "comes}"))
    assert found.statuses["stay"] is Status.OBLIGATORY
    assert found.residue == ("norm:go",)


def test_forrester_who_kills_must_kill_gently_and_still_does_wrong():
    norms = "norms: {life: {breached_by: [gently, cruelly]}, gently: {breached_by: [cruelly]}}"
    found = judged("gently cruelly", norms)
    assert found.statuses["gently"] is Status.OBLIGATORY
    assert found.residue == ("norm:life",)
    assert allowed(judged("spare gently cruelly", norms)) == {"spare"}


def test_ross_to_mail_or_burn_follows_from_mailing_and_allows_no_burning():
    found = judged(
        "mail burn keep", "norms: {mail: {modality: require, breached_by: [burn, keep]}}"
    )
    assert found.statuses["mail"] is Status.OBLIGATORY
    assert found.statuses["burn"] is Status.IMPERMISSIBLE


def test_the_fence_that_must_not_be_and_if_it_is_must_be_white():
    assert allowed(judged("bare white red", FENCE)) == {"bare"}
    standing = judged("white red", FENCE)
    assert allowed(standing) == {"white"}
    assert standing.residue == ("norm:none",)


REYKJAVIK = """norms:
  not_one: {text: The first is not told, breached_by: [first, both]}
  not_other: {text: The second is not told, breached_by: [second, both]}
  first_too: {text: If the second is told so is the first, breached_by: [second]}
  second_too: {text: If the first is told so is the second, breached_by: [first]}
"""


def test_reykjavik_nobody_is_told():
    assert allowed(judged("neither first second both", REYKJAVIK)) == {"neither"}


def test_reykjavik_once_a_secret_is_out_what_repairs_must_rank_first():
    assert set(judged("first second both", REYKJAVIK).statuses.values()) == {Status.CONTESTED}
    special = REYKJAVIK.replace("[second]}", "[second], special_to: [not_one, not_other]}")
    special = special.replace("[first]}", "[first], special_to: [not_one, not_other]}")
    assert allowed(judged("first second both", special)) == {"both"}
