"""What the tasks of the competition answer, by code or name, and where time runs out."""

import time
from collections.abc import Iterator

import pytest

from argue.errors import OutOfBudget, SolverError, UnknownId
from argue.semantics import TABLE, Acceptance, Mode, Semantics, competition
from argue.semantics.competition import Question, Task, answer, task_of, tasks
from tests.strategies import af


@pytest.mark.parametrize("code", tasks())
def test_every_task_is_found_by_its_code_in_either_case_and_by_the_name_of_the_semantics(code: str):
    task = task_of(code, "a")
    assert task.code == code
    assert task_of(code.lower(), "a") == task
    assert task_of(f"{task.question}-{task.semantics}", "a") == task
    assert task.needs_query == (task.question in (Question.CREDULOUS, Question.SCEPTICAL))


@pytest.mark.parametrize("code", ["EE", "XX-PR", "EE-XX", "EE-", "-PR", "EE-Preferred"])
def test_no_other_task_is_known(code: str):
    with pytest.raises(UnknownId, match="task"):
        task_of(code)


@pytest.mark.parametrize("semantics", Semantics)
@pytest.mark.parametrize("text", ["a<->b b->c c->c", "a->b->c->a", "a->b->c"])
def test_what_is_shown_passes_its_check_whatever_is_asked(semantics: Semantics, text: str):
    graph = af(text)
    defined = TABLE[semantics].definition(graph)
    lines = answer(graph, Task(Question.ALL, semantics), verify=True)
    assert {frozenset(line.split()[1:]) for line in lines} == defined
    for query in graph.arguments:
        some = list(answer(graph, Task(Question.CREDULOUS, semantics, query), verify=True))
        assert some[0] == ("YES" if any(query in members for members in defined) else "NO")
        assert len(some) == (2 if some[0] == "YES" else 1)
        every = list(answer(graph, Task(Question.SCEPTICAL, semantics, query), verify=True))
        assert every[0] == ("YES" if all(query in members for members in defined) else "NO")
        assert len(every) == (1 if every[0] == "YES" else 2)


def test_where_time_runs_out_before_the_first_extension_it_says_so():
    found = answer(af("a<->b"), task_of("EE-PR"), deadline=time.monotonic() - 1)
    with pytest.raises(OutOfBudget, match="after 0 extensions"):
        list(found)


def test_an_answer_that_is_wrong_is_not_given_where_answers_are_checked(
    monkeypatch: pytest.MonkeyPatch,
):
    def wrong(*_: object, **__: object) -> frozenset[str]:
        return frozenset("ab")

    graph, some = af("a<->b"), task_of("SE-PR")
    monkeypatch.setattr(competition, "one", wrong)
    assert list(answer(graph, some)) == ["w a b"]
    with pytest.raises(SolverError, match="which is a bug: a member attacks 'a', a member"):
        list(answer(graph, some, verify=True))


@pytest.mark.parametrize(
    ("code", "shown"), [("DC-PR", {"witness": "b"}), ("DS-PR", {"counterexample": "a"})]
)
def test_a_witness_that_says_the_opposite_is_not_shown(
    code: str, shown: dict[str, str], monkeypatch: pytest.MonkeyPatch
):
    given = {kind: frozenset(members) for kind, members in shown.items()}
    found = Acceptance("a", Mode.CREDULOUS, accepted="witness" in shown, **given)

    def opposite(*_: object, **__: object) -> Acceptance:
        return found

    monkeypatch.setattr(competition, "accepted", opposite)
    with pytest.raises(SolverError, match="says the opposite about 'a'"):
        list(answer(af("a<->b"), task_of(code, "a"), verify=True))
    # Nothing is checked that nobody asked to have checked.
    assert len(list(answer(af("a<->b"), task_of(code, "a")))) == 2


@pytest.mark.parametrize("code", ["DC-PR", "DS-GR"])
def test_a_question_about_an_argument_needs_one(code: str):
    with pytest.raises(UnknownId, match="argument"):
        list(answer(af("a<->b"), task_of(code)))


def test_where_time_runs_out_later_it_says_how_many_were_found(monkeypatch: pytest.MonkeyPatch):
    def late(*_: object, **__: object) -> Iterator[frozenset[str]]:
        yield frozenset("a")
        yield frozenset("b")
        raise OutOfBudget("late")

    monkeypatch.setattr(competition, "enumerated", late)
    found = answer(af("a<->b"), task_of("EE-PR"))
    assert [next(found), next(found)] == ["w a", "w b"]
    with pytest.raises(OutOfBudget, match="after 2 extensions"):
        next(found)
