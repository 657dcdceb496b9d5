"""All sources of reasons: who speaks, in which voices, and for which reasons."""

import pytest

from argue import registry
from argue.construct.graph import graph_of
from argue.construct.sources import sources_of
from argue.construct.views import view
from argue.io.case import load_case
from argue.model.argument import Kind
from tests.laws.tables import case_of

CROWD = {"a": (0, 0, 3), "b": (2, 5, 0)}


@pytest.mark.parametrize(
    ("given", "voices"),
    [({}, {"p", "q"}), ({"complete": True}, {"p", "q"}), ({"complete": False}, {"q"})],
)
def test_every_complaint_is_heard_unless_the_strongest_are_asked_for(given, voices):
    case = load_case(case_of(CROWD, {"id": "rejection", "ties": "none"}))
    (source,) = sources_of(case, **given)
    against_a = {r.voice for r in source.reasons if (r.better, r.worse) == ("b", "a")}
    assert against_a == voices


BARE = {"title": "Norms", "options": {"a": "a", "b": "b"}, "facts": {"f": {"status": "disputed"}}}


@pytest.mark.parametrize("when", ["f", "not f"])
def test_a_norm_that_applies_in_some_world_only_speaks(when: str):
    case = load_case({**BARE, "norms": {"n": {"breached_by": ["a"], "when": when}}})
    (source,) = sources_of(case)
    assert not source.missing
    assert not source.pruned
    assert source.passes == {"a", "b"}
    assert {(r.better, r.worse) for r in source.reasons} == {("b", "a")}
    (reason,) = source.reasons
    assert set(reason.margins.values()) == {1}  # a breach is a breach, and no more than one


def test_a_norm_that_applies_everywhere_is_passed_by_what_complies_and_a_permission_says_nothing():
    norms = {"n": {"breached_by": ["a"]}, "leave": {"modality": "permit", "permits": ["a"]}}
    (source,) = sources_of(load_case({**BARE, "norms": norms}))
    assert (source.id, source.passes) == ("norm:n", {"b"})


@pytest.mark.parametrize(
    ("words", "said"),
    [({}, 'the old critic favours "a"'), ({"text": "It is kinder"}, "It is kinder")],
)
def test_a_stated_reason_is_said_as_written_or_else_by_whom_and_for_what(words, said: str):
    given = {"by": "the_old_critic", "favours": "a", "over": "b", **words}
    (source,) = sources_of(load_case({**BARE, "reasons": [given]}))
    (reason,) = source.reasons
    assert reason.text(tuple(reason.margins.values())) == said


def test_a_norm_with_a_disputed_exception_speaks_where_it_does_not_hold():
    case = load_case({**BARE, "norms": {"n": {"breached_by": ["a"], "exceptions": ["f"]}}})
    (source,) = sources_of(case)
    (reason,) = source.reasons
    ((answer,),) = source.worlds.implicants(reason.holds)
    assert str(answer) == "not f"


def test_a_norm_that_applies_nowhere_says_that_it_does_not():
    norms = {"n": {"breached_by": ["a"], "when": "f"}}
    (source,) = sources_of(
        load_case({**BARE, "facts": {"f": {"status": "denied"}}, "norms": norms})
    )
    assert source.missing == "the norm does not apply here"
    assert not source.passes
    assert not source.reasons
    assert not source.residue


def test_two_reasons_of_one_person_for_one_pair_are_two_arguments():
    given = [{"id": name, "by": "critic", "favours": "a", "over": "b"} for name in ("one", "two")]
    case = load_case({**BARE, "reasons": given})
    found = graph_of(case, sources_of(case)).of_kind(Kind.REASON)
    assert [argument.by for argument in found] == ["one", "two"]


def test_what_a_permission_names_as_a_breach_breaks_no_rule():
    norms = {"n": {"breached_by": ["a"]}, "leave": {"modality": "permit", "permits": ["a"]}}
    for leave, broken in ({}, [True, False]), ({"breached_by": ["b"]}, [True, False]):
        given = {"n": norms["n"], "leave": {**norms["leave"], **leave}}
        case = load_case({**BARE, "norms": given, "frameworks": ["rules"]})
        (use,) = case.frameworks
        assert view(case, use, registry.framework("rules"), {}).breaches == broken


@pytest.mark.parametrize(
    ("when", "status", "left"),
    [
        ("f", "agreed", True),
        ("f", "disputed", False),
        ("not f", "disputed", False),
        ("f", "denied", False),
    ],
)
def test_a_breach_is_left_over_if_every_option_breaches_wherever_facts_fall(when, status, left):
    norms = {"n": {"breached_by": ["a", "b"], "when": when}}
    (source,) = sources_of(load_case({**BARE, "facts": {"f": {"status": status}}, "norms": norms}))
    assert source.residue == left


def test_an_agent_with_a_cap_needs_no_numbers_where_none_are_read():
    case = load_case(
        {
            **BARE,
            "standpoints": {"p": {"agent": True, "cap": 1}, "q": {}},
            "norms": {"n": {"breached_by": ["a"]}},
        }
    )
    assert not graph_of(case, sources_of(case)).of_kind(Kind.REPLY)


def test_reasons_come_in_the_order_of_the_options_they_favour_then_of_the_voices():
    (source,) = sources_of(load_case(case_of(CROWD, {"id": "rejection", "ties": "none"})))
    found = [(r.better, r.worse, r.voice) for r in source.reasons]
    assert found == [("a", "b", "r"), ("b", "a", "p"), ("b", "a", "q")]
