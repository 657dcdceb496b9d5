"""What a framework needs of a case: what is missing in words, and what its data turn on."""

from dataclasses import replace
from typing import Any

import pytest

from argue import registry
from argue.analysis import prepared
from argue.construct.views import missing_data, questions_of
from argue.construct.worlds import Question
from argue.errors import FrameworkError
from argue.io.case import load_case
from argue.model.case import Case
from argue.verdict.result import Setup
from tests.laws.drawing import Document
from tests.laws.tables import case_of

FACTS: Document = {"f": {"status": "disputed"}, "g": {"status": "agreed"}}


def missing(case: Case) -> list[str]:
    return [missing_data(case, use, registry.framework(use.type)) for use in case.frameworks]


def test_what_is_missing_is_said_in_words():
    bare = {"title": "Bare", "options": {"a": "a", "b": "b"}}
    silent = {**bare, "frameworks": ["welfare", "universalization"]}
    assert missing(load_case(silent)) == [
        "the case gives no payoffs",
        "the case says nothing of what if everyone did it",
    ]
    document = case_of({"a": (0,), "b": (1,)}, "welfare", "veil", scale={"comparable": False})
    assert all("not comparable" in words for words in missing(load_case(document)))


def test_what_a_use_says_of_its_numbers_is_missing_only_where_it_reads_them():
    """Pareto compares nobody with anybody; a threshold of good makes deontic read numbers too."""
    apart = case_of({"a": (0,), "b": (1,)}, "pareto", scale={"comparable": False})
    assert missing(load_case(apart)) == [""]
    threshold = {"id": "deontic", "threshold": 3}
    (said,) = missing(load_case(case_of({"a": (0,), "b": (1,)}, threshold)))
    assert said.startswith("the case says of no option whom it ")


@pytest.mark.parametrize(
    ("wrongs", "words"), [(("deceives", "lies"), "not lies"), ((), "not none")]
)
def test_a_wrong_that_a_framework_does_not_know_is_refused(wrongs: tuple[str, ...], words: str):
    kind = registry.framework("autonomy")
    case = load_case(case_of({"a": (0,), "b": (1,)}, "autonomy"))
    use = replace(case.frameworks[0], parameters={"wrongs": wrongs})
    with pytest.raises(FrameworkError, match=f"some of coerces and deceives, {words}"):
        missing_data(case, use, kind)


def test_who_reads_no_wrongs_lacks_none():
    kind = replace(registry.framework("welfare"), numbers=lambda parameters: False)
    case = load_case(case_of({"a": (0,), "b": (1,)}, "welfare"))
    assert missing_data(case, case.frameworks[0], kind) == ""


HALFWAY = {"id": "rule_utilitarian", "compliance": "1/2"}


@pytest.mark.parametrize(
    ("use", "tables", "words"),
    [
        ("rule_utilitarian", ("general",), ""),
        (HALFWAY, ("general",), "the case gives no payoffs, the effects of this act alone"),
        (HALFWAY, ("payoffs", "general"), ""),
    ],
)
def test_where_some_do_not_keep_the_rule_the_act_matters_too(
    use: Any, tables: tuple[str, ...], words: str
):
    document = case_of({"a": (1,), "b": (2,)}, use)
    given = document.pop("payoffs")
    assert missing(load_case({**document, **dict.fromkeys(tables, given)})) == [words]


def asked(document: Document) -> list[set[str]]:
    """The names of what the data turn on that each use of a framework reads."""
    case = prepared(load_case(document), Setup())
    return [{q.name for q in turned_on(case, use.id)} for use in case.frameworks]


@pytest.mark.parametrize("key", ["all", "nobody"])
def test_what_if_everyone_did_it_may_turn_on_facts_too(key: str):
    cell = {"if": "f", "then": 1, "else": 0}
    document = case_of({"a": (1,)}, "universalization", "welfare", facts=FACTS)
    document["universal"] = {"a": {"all": 0, "nobody": 0} | {key: cell}}
    assert asked(document) == [{"f"}, set()]


def turned_on(case: Case, name: str) -> set[Question]:
    (use,) = (use for use in case.frameworks if use.id == name)
    return questions_of(case, use, registry.framework(use.type))


def test_a_use_turns_on_the_facts_in_the_table_it_reads_and_in_the_acts_where_it_reads_them():
    document = case_of({"a": (1,), "b": (2,)}, "welfare", "rule_utilitarian", facts=FACTS)
    document["payoffs"]["a"]["p"] = {"if": ["f", "g"], "then": 1, "else": 0}
    document["general"] = {"a": {"p": 3}, "b": {"p": 4}}
    document["frameworks"].append({**HALFWAY, "id": "half", "type": "rule_utilitarian"})
    assert asked(document) == [{"f"}, set(), {"f"}]


def test_only_what_reads_the_norms_turns_on_the_facts_they_hang_on():
    facts = {name: {"status": "disputed"} for name in "fe"}
    norms = {"n": {"breached_by": ["a"], "when": "f", "exceptions": ["e"]}}
    document = case_of({"a": (1,), "b": (2,)}, "rules", "welfare", facts=facts, norms=norms)
    assert asked(document) == [{"f", "e"}, set()]


def test_only_what_reads_bounds_turns_on_where_between_them_its_numbers_lie():
    document = case_of({"a": (1,), "b": (2,)}, "welfare", "rule_utilitarian")
    document["general"] = {"a": {"p": [0, 9]}, "b": {"p": 4}}
    case = prepared(load_case(document), Setup())
    assert turned_on(case, "welfare") == set()
    assert [q.kind for q in turned_on(case, "rule_utilitarian")] == ["numbers"]
    assert turned_on(load_case(document), "rule_utilitarian") == set()  # no regions told apart yet


def test_a_permission_beside_a_prohibition_does_not_silence_the_rules():
    norms = {"n": {"breached_by": ["a"]}, "leave": {"modality": "permit", "permits": ["a"]}}
    bare = {"title": "Norms", "options": {"a": "a", "b": "b"}, "frameworks": ["rules"]}
    assert missing(load_case({**bare, "norms": norms})) == [""]
    alone = {**bare, "norms": {"leave": norms["leave"]}}
    assert missing(load_case(alone)) == ["the case has no norms that forbid or require"]


def test_what_reads_options_and_no_numbers_needs_what_they_say():
    facts = {"f": {"status": "disputed", "credence": "1/2"}}
    options = {"a": {"text": "a", "rests_on": ["f"]}, "b": "b"}
    case = {"title": "Bare", "options": options, "facts": facts, "frameworks": ["modesty"]}
    assert missing(load_case(case)) == [""]
    assert missing(load_case({**case, "options": {"a": "a", "b": "b"}})) == [
        "the case says of no option which facts it rests on (rests_on)"
    ]
    wronged = {"a": {"text": "a", "deceives": ["p"]}, "b": "b"}
    moral = {**case, "standpoints": {"p": {}}, "frameworks": ["deontic"]}
    assert missing(load_case({**moral, "options": wronged})) == [""]
    (said,) = missing(load_case({**moral, "options": {"a": "a", "b": "b"}}))
    assert said.startswith("the case says of no option whom it ")
