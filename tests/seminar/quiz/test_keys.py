"""Every key is what the definitions say, and every wrong answer gets feedback of its own."""

import re
from collections import Counter
from functools import cache
from itertools import chain, combinations, product

import pytest

from argue import registry
from argue.analysis import analyze
from argue.io.case import load_case, read_case
from argue.model.af import AF
from argue.model.verdict import Status
from argue.semantics import definitions
from argue.semantics.table import TABLE
from argue.seminar.language import language, languages
from argue.seminar.quiz import kinds
from argue.seminar.quiz.case_keys import remark, type_of
from argue.seminar.quiz.case_tasks import scheme_task
from argue.seminar.quiz.claims import PROPERTIES, REFUTES, Against, is_true, possible, refutations
from argue.seminar.quiz.draw import Draw
from argue.seminar.quiz.graph_keys import NONE, YES
from argue.seminar.quiz.items import Mistake
from argue.seminar.quiz.kinds import KINDS, Asked
from argue.seminar.quiz.papers import Order, Paper, papers
from argue.seminar.quiz.sources import CaseSource, DrawnSource, source_of
from argue.seminar.quiz.tasks import (
    LabelTask,
    PredictTask,
    RankingTask,
    RescueTask,
    RoundTask,
    SchemeTask,
    SetTask,
)

CASES = ("mask-mandate-exemptions", "fishing-commons", "transmitter-room")
SEEDS = tuple(map(str, range(12)))
CASE = """\
title: The gate
options: {drive: Drive through, wait: Wait}
standpoints: {patient: {}, walkers: {count: 60}}
payoffs: {drive: {patient: 0, walkers: -1}, wait: {patient: -40, walkers: 0}}
frameworks: [welfare, rejection]
"""


@cache
def made() -> tuple[Paper, ...]:
    """Papers about several cases and about drawn graphs, for several students."""
    found: list[Paper] = []
    for name in CASES:
        order = Order((source_of(name),), tuple(KINDS), "a", language())
        found += papers(order, ("Ana", "Ben", "Cem"))
    for seed in SEEDS:
        found += papers(Order((DrawnSource(),), tuple(KINDS), seed, language()))
    return tuple(found)


def asked(kind: type) -> list[Asked]:
    found = [a for paper in made() for a in paper.items if isinstance(a.task, kind)]
    assert found, f"no {kind.__name__} was drawn"
    return found


def test_labels_are_those_of_the_grounded_extension_by_its_definition():
    for one in asked(LabelTask):
        af = one.task.map.af
        (members,) = definitions.grounded(af)
        for argument in af.arguments:
            out = bool(members & set(af.attackers_of(argument)))
            word = "accepted" if argument in members else "rejected" if out else "undecided"
            assert one.keys[argument].right == (word,)


def test_a_set_is_judged_as_the_definitions_do_and_has_one_right_answer():
    for one in asked(SetTask):
        task = one.task
        holds = task.members in TABLE[task.property].definition(task.map.af)
        (right,) = one.keys["set"].right
        assert (right == YES) is holds


def test_the_reason_given_against_a_set_is_so_and_suffices():
    seen = Counter[str]()
    for one in asked(SetTask):
        (right,) = one.keys["set"].right
        if right == YES:
            continue
        task = one.task
        claim = task.claims[int(right) - 1]
        af, members = task.map.af, task.members
        seen[claim.against] += 1
        attackers = set(af.attackers_of(claim.one))
        if claim.against is Against.CONFLICT:
            assert {claim.one, claim.other} <= members
            assert (claim.one, claim.other) in af.attacks
        elif claim.against is Against.UNANSWERED:
            assert claim.other in members and (claim.one, claim.other) in af.attacks
            assert not attackers & members
        elif claim.against is Against.LEFT_OUT:
            assert claim.one not in members
            assert all(set(af.attackers_of(a)) & members for a in attackers)
        else:
            assert claim.against is Against.UNTOUCHED
            assert claim.one not in members and not attackers & members
    assert len(seen) == 4


@pytest.mark.parametrize("wanted", PROPERTIES)
def test_a_true_claim_refutes_exactly_what_the_table_says(wanted: str):
    """Over all graphs of three arguments and a loop or none, and all sets."""
    innocent: set[Against] = set()
    pairs = [*product("abc", repeat=2)]
    for attacks in chain.from_iterable(combinations(pairs, n) for n in range(5)):
        af = AF.of("abc", attacks)
        fitting = TABLE[wanted].definition(af)  # pyright: ignore  (a parameter of the test)
        for members in map(
            frozenset, chain.from_iterable(combinations("abc", n) for n in range(4))
        ):
            true = [c for c in possible(af, members) if is_true(af, members, c)]
            if members in fitting:
                innocent |= {c.against for c in true}
            assert bool(refutations(af, members, wanted)) is (members not in fitting)
    assert innocent == set(Against) - REFUTES[wanted]


def test_a_round_accepts_what_one_more_step_of_the_characteristic_function_does():
    ends = 0
    for one in asked(RoundTask):
        af = one.task.map.af
        before = frozenset()
        for _ in range(one.task.rounds):
            before = definitions.characteristic(af, before)
        new = definitions.characteristic(af, before) - before
        assert set(one.keys["round"].right) == (new or {NONE})
        ends += not new
    assert ends


def test_exactly_one_argument_rescues_and_the_target_needs_it():
    for one in asked(RescueTask):
        af, target = one.task.map.af, one.task.target
        admissible = definitions.admissible(af)
        assert frozenset({target}) not in admissible
        (reply,) = one.keys["rescue"].right
        assert frozenset({target, reply}) in admissible
        for other in one.task.offered:
            assert other == reply or frozenset({target, other}) not in admissible


def test_the_ranking_that_changes_the_verdict_is_the_one_under_which_it_differs():
    for one in asked(RankingTask):
        task = one.task
        (right,) = one.keys["ranking"].right
        assert task.source.statuses()[task.option] is not task.wanted
        for number, pairs in enumerate(task.rankings, 1):
            status = analyze(task.source.given, priorities=pairs).status(task.option)
            assert (status is task.wanted) is (str(number) == right)


def test_a_passage_comes_from_the_framework_that_is_right_and_the_question_is_one_of_its():
    for one in asked(SchemeTask):
        task = one.task
        case = load_case(task.source.name)
        reason = analyze(case).graph.arguments[task.argument]
        (scheme,) = one.keys["scheme"].right
        assert {use.id: use.type for use in case.frameworks}[reason.source] == scheme
        assert "quiz.remark" not in " ".join(one.item.text) and "{" not in " ".join(one.item.text)
        (number,) = one.keys["question"].right
        assert task.questions[int(number) - 1] == (scheme, task.asked)
        texts = [choice.text for choice in one.item.fields[1].choices]
        assert len(set(texts)) == len(texts)
        assert task.asked in {q.id for q in registry.framework(scheme).critical_questions}


@pytest.mark.parametrize("code", languages())
def test_there_is_a_remark_for_every_critical_question_of_every_framework(code: str):
    texts = language(code).texts
    asked = {
        f"quiz.remark.{framework.id}.{question.id}": framework.id
        for framework in map(registry.framework, registry.known_types())
        for question in framework.critical_questions
    }
    assert len(set(asked.values())) >= 20
    assert {key for key in texts if key.startswith("quiz.remark.")} == set(asked)
    for name in set(asked.values()):
        said = [texts[key] for key, of in asked.items() if of == name]
        assert len(set(said)) == len(said), name


@pytest.mark.parametrize(
    ("case", "types"),
    [
        ("ai-benefits-plan", {"equality"}),
        ("compute-monitoring", {"humanity", "precaution"}),
        ("rescue-over-one", {"deontic"}),
        ("blue-house", {"virtual_bargaining"}),
        ("blue-house-at-other-stakes", {"rules"}),
    ],
)
def test_a_framework_that_is_seldom_used_gives_passages_too(case: str, types: set[str]):
    source = source_of(case)
    tasks = [scheme_task(source, Draw("seed", str(n))) for n in range(24)]
    assert types <= {type_of(task) for task in tasks if task is not None}
    for task in filter(None, tasks):
        said = remark(task, language())
        assert said[0].isupper() and "{" not in said
        ids = [question for owner, question in task.questions if owner != type_of(task)]
        assert task.asked not in ids


def test_what_was_to_be_predicted_is_what_the_analysis_says_and_counts_nothing():
    for one in asked(PredictTask):
        statuses = analyze(load_case(one.task.source.name)).statuses
        assert {option: key.right for option, key in one.keys.items()} == {
            option: (str(status),) for option, status in statuses.items()
        }
        assert one.item.points == 0


def test_every_choice_has_feedback_and_only_wrong_ones_have_a_mistake():
    for one in (a for paper in made() for a in paper.items):
        for question in one.item.fields:
            key = one.keys[question.id]
            assert set(key.chosen) == {choice.id for choice in question.choices}
            assert key.right and set(key.right) <= set(key.chosen)
            assert bool(key.missed) is question.several
            for choice, told in key.chosen.items():
                assert (told.mistake is None) is (choice in key.right)
                assert told.text.endswith((".", "?")), told.text
                assert not re.search(r"\{[a-z_]{2,}\}", told.text), told.text
            for choice, told in key.missed.items():
                assert choice in key.right and told.mistake


def test_feedback_on_graphs_names_an_argument():
    graphs = (LabelTask, SetTask, RescueTask)
    for one in (a for paper in made() for a in paper.items if isinstance(a.task, graphs)):
        letters = one.task.map.af.arguments
        for key in one.keys.values():
            for told in key.chosen.values():
                names = re.findall(r"\w+", told.text)
                assert set(names) & set(letters), told.text


def test_every_mistake_has_its_texts():
    words = language().texts
    for mistake in Mistake:
        assert f"quiz.wrong.{mistake}" in words
        assert f"grade.mistakes.{mistake}" in words


def test_every_mistake_can_be_made():
    seen = set(chain.from_iterable(mistakes(one) for paper in made() for one in paper.items))
    seen |= mistakes(two_verdicts())
    for seed in range(40, 140):
        if set(Mistake) <= seen:
            break
        order = Order((DrawnSource(),), ("round", "rescue"), str(seed), language())
        seen |= set(chain.from_iterable(map(mistakes, papers(order)[0].items)))
    assert set(Mistake) <= seen


def mistakes(one: Asked) -> set[Mistake]:
    told = (
        each for key in one.keys.values() for each in (*key.chosen.values(), *key.missed.values())
    )
    return {each.mistake for each in told if each.mistake}


def two_verdicts() -> Asked:
    """A ranking each way, of which one requires what the other rules out."""
    source = CaseSource(read_case(CASE, "gate.yaml"))
    ways = ((("welfare", "rejection"),), (("rejection", "welfare"),))
    return kinds.asked(
        RankingTask(source, "drive", Status.OBLIGATORY, ways), "ranking", 1, language()
    )


def test_a_ranking_that_brings_another_verdict_is_told_with_its_reason():
    key = two_verdicts().keys["ranking"]
    assert key.right == ("2",)
    assert key.chosen["1"].mistake is Mistake.OTHER_VERDICT
    assert key.chosen["1"].text.startswith(
        'With welfare above rejection, "drive" becomes impermissible, not obligatory. It is '
    )
    assert "better effects" in key.chosen["1"].text


def test_a_draw_is_decided_by_its_words_alone():
    drawn = [Draw("x", "y").below(1000) for _ in range(2)]
    assert drawn[0] == drawn[1]
    assert Draw("xy").below(10**9) != Draw("x", "y").below(10**9)
    assert sorted(Draw("z").shuffled("abcde")) == list("abcde")
    assert Draw("seed", "Ana").below(10**6) == 376380
