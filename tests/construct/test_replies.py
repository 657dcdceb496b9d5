"""Challenges to replies, whatever gives them; and what a challenge says without a text."""

import pytest

import argue
from argue import registry
from argue.errors import CaseError
from argue.explain.contestable import contest
from argue.io.case import load_case
from argue.model.argument import Kind
from tests.frameworks.seen import analysed, said_alone, statuses
from tests.frameworks.test_distribution import LEVELLING

KIDNEY = """
title: A kidney
options: {give: Give a kidney, keep: Keep it}
standpoints: {donor: {agent: true, cap: %s}, patient: {}}
payoffs: {give: {donor: -5, patient: 0}, keep: {donor: 0, patient: -12}}
frameworks: [welfare]
"""
FILMING = """
title: To film in the park
options: {film: Film, abstain: Do not}
norms:
  quiet: {text: Disturb nobody, breached_by: [film]}
  press: {text: The press may film, modality: permit, permits: [film]}
"""
ANSWERED = """
title: Equal burdens
options: {a: a, b: b}
standpoints: {s: {}, t: {}}
payoffs: {a: {s: 0, t: -3}, b: {s: -3, t: 0}}
frameworks: [rejection]
"""

USES = "[{id: here, type: rejection}, {id: there, type: rejection, complaint: level}]"


def challenged(text, reply, **more):
    words = "".join(f", {key}: {value}" for key, value in more.items())
    return (
        f"{text}challenges: [{{id: doubt, status: accepted, because: Looked into, "
        f"against: {{reply: {reply}}}{words}}}]\n"
    )


@pytest.mark.parametrize(
    ("text", "reply", "source", "option"),
    [
        (
            LEVELLING % "",
            "{framework: equality, by: levelling_down, better: blind, worse: leave}",
            "equality",
            "leave",
        ),
        (LEVELLING % "", "{framework: equality}", "equality", "leave"),
        (KIDNEY % 5, "{cap: donor}", "welfare", "keep"),
        (KIDNEY % "{welfare: 5}", "{cap: donor, better: give, worse: keep}", "welfare", "keep"),
        (FILMING, "{norm: press, worse: film}", "norm:quiet", "film"),
        (ANSWERED, "{framework: rejection, by: s, better: b, worse: a}", "rejection", "a"),
    ],
)
def test_every_reply_can_be_challenged(text, reply, source, option):
    assert said_alone(text, source)[option] == "allowed"
    assert said_alone(challenged(text, reply), source)[option] == "forbidden"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ANSWERED, 'a complaint at least as strong by s speaks against "b"'),
        (FILMING, 'the norm "press" expressly permits "film"'),
        (KIDNEY % 5, '"give" costs donor more than can be asked'),
    ],
)
def test_a_reply_says_what_it_rests_on(text: str, said: str):
    assert said in {a.text for a in analysed(text).graph.of_kind(Kind.REPLY)}


def test_a_reply_that_a_framework_has_words_for_is_said_in_them():
    question = registry.framework("equality").built_in
    assert question is not None
    expected = question.text.format(better="blind", worse="leave")
    said = {a.text for a in analysed(LEVELLING % "").graph.of_kind(Kind.REPLY)}
    assert expected in said


def test_a_reply_answers_the_complaints_of_its_own_source():
    """From before, t has the better of it under b; only compared with the other options not."""
    text = ANSWERED.replace("t: {}", "t: {level: 9}").replace("[rejection]", USES)
    graph = analysed(text).graph
    answered = [(a.attacker, a.target) for a in graph.attacks if a.attacker.startswith("reply:")]
    assert answered
    for reply, reason in answered:
        assert reply.split(":")[1] == reason.split(":")[1]


def test_a_cap_turns_on_the_disputed_facts_in_what_the_agent_gets_and_on_no_others():
    """However many others there are."""
    names = [f"f{i}" for i in range(9)]
    facts = ", ".join(f"{name}: {{status: disputed}}" for name in names)
    text = f"{KIDNEY % 5}facts: {{{facts}, hard: {{status: %s}}}}\n"
    text = text.replace("donor: -5", "donor: {if: hard, then: -5, else: -1}")
    replies = {
        status: [a.id for a in analysed(text % status).graph.of_kind(Kind.REPLY)]
        for status in ("agreed", "disputed", "denied")
    }
    assert replies == {
        "agreed": ["reply:cap:donor:give>keep"],
        "disputed": ["reply:cap:donor:give>keep@hard"],
        "denied": [],
    }


def test_whom_an_option_does_not_let_exist_it_costs_nothing():
    text = KIDNEY.replace("keep: {donor: 0,", "keep: {donor: absent,") % 5
    text = text.replace("[welfare]", "[{id: veil, rule: average}]")
    (reply,) = analysed(text).graph.of_kind(Kind.REPLY)
    assert reply.id == "reply:cap:donor:give>keep"


def test_a_permission_answers_for_what_it_permits_and_for_nothing_else():
    text = FILMING.replace("abstain: Do not", "shout: Shout, abstain: Do not").replace(
        "breached_by: [film]", "breached_by: [film, shout]"
    )
    assert statuses(text) == {
        "film": "permissible",
        "shout": "impermissible",
        "abstain": "permissible",
    }


@pytest.mark.parametrize(
    ("against", "who"),
    [
        ("{framework: rejection, voice: neighbour}", "neighbour"),
        ("{reply: {framework: rejection, by: neighbour}}", "neighbour"),
        ("{reply: {framework: rejection}}", "somebody"),
    ],
)
def test_a_doubt_names_whom_it_doubts(against: str, who: str):
    doubt = f"challenges: [{{question: consent, against: {against}}}]"
    said = analysed(IDIOSYNCRATIC + doubt).graph.arguments["challenge:challenge1"]
    expected = registry.framework("rejection").critical_questions[0].doubt.format(voice=who)
    assert said.text == f"{expected[:1].upper()}{expected[1:]}"


def test_a_doubt_of_a_priority_called_like_a_framework_is_none_of_the_framework():
    text = IDIOSYNCRATIC + (
        "reasons: [{by: critic, favours: paint, over: leave}]\n"
        "priorities: [{id: rejection, higher: critic, lower: rejection}]\n"
        "challenges: [{question: consent, against: {priority: rejection}}]\n"
    )
    assert analysed(text).graph.arguments["challenge:challenge1"].text == "consent"


def test_only_a_permission_permits():
    plain = FILMING.replace("modality: permit, ", "breached_by: [abstain], ")
    assert not analysed(plain).graph.of_kind(Kind.REPLY)
    assert statuses(FILMING)["film"] == "permissible"


def test_a_challenge_to_another_reply_leaves_it_standing():
    text = challenged(ANSWERED, "{framework: rejection, by: t, better: b, worse: a}")
    assert said_alone(text, "rejection")["a"] == "allowed"


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        ("{}", "must belong to one thing; none given"),
        ("{by: donor}", "must belong to one thing; none given"),
        ("{cap: donor, framework: welfare}", "one thing; framework and cap given"),
        ("{cap: donor, by: patient}", "by cannot narrow the reply of a cap"),
        ("{framework: welfare, by: nobody}", '"nobody" is no standpoint of this case'),
        ("{framework: welfare, by: levelling_down}", '"levelling_down" is no standpoint'),
        ("{cap: nobody}", '"nobody" is no standpoint of this case'),
        ("{norm: press}", '"press" is no norm of this case'),
    ],
)
def test_a_challenge_to_no_single_reply_is_refused_with_its_place(reply, message):
    with pytest.raises(CaseError, match=r"case:7:\d+") as caught:
        load_case(challenged(KIDNEY % 5, reply))
    assert message in str(caught.value)


def test_better_narrows_no_permission():
    with pytest.raises(CaseError, match="better cannot narrow the reply of a norm"):
        load_case(challenged(FILMING, "{norm: press, better: abstain}"))


@pytest.mark.parametrize("text", [LEVELLING % "", KIDNEY % 5, FILMING, ANSWERED])
def test_what_is_offered_for_a_reply_can_be_read_and_is_aimed_at_it(text):
    analysis = analysed(text)
    replies = [a.id for a in analysis.graph.of_kind(Kind.REPLY)]
    offered = {entry.id: entry for entry in contest(analysis).entries}
    assert replies
    for reply in replies:
        again = analysed(f"{text}{offered[reply].yaml}\n")
        assert any(
            a.attacker == "challenge:my_challenge" and a.target == reply
            for a in again.graph.attacks
        )


def test_slight_complaints_are_a_voice_that_can_be_challenged():
    text = """
title: Hoarse
options: {save: Save one, rescue: Save the other, hoarse: Save the other and be hoarse}
standpoints: {one: {}, other: {}, saver: {}}
payoffs:
  save: {one: 0, other: -100, saver: 0}
  rescue: {one: -100, other: 0, saver: 0}
  hoarse: {one: -100, other: 0, saver: -1}
frameworks: [{id: rejection, relevance: 1/2}]
"""
    assert statuses(text)["hoarse"] == "impermissible"
    doubt = (
        "challenges: [{status: accepted, because: Too slight, "
        "against: {framework: rejection, voice: spared}}]\n"
    )
    assert statuses(text + doubt)["hoarse"] == "permissible"


@pytest.mark.parametrize("name", ["numbers", "spared", "catastrophe"])
def test_nobody_may_be_called_like_a_voice_that_is_nobodys(name):
    with pytest.raises(CaseError, match=f'"{name}" cannot be the id of a standpoint'):
        load_case(f"title: Names\noptions: {{a: a, b: b}}\nstandpoints: {{{name}: {{}}}}\n")


IDIOSYNCRATIC = """
title: A dislike of blue
options: {paint: Paint the house blue, leave: Leave it}
standpoints: {neighbour: {}, owner: {}}
payoffs: {paint: {neighbour: -9, owner: 0}, leave: {neighbour: 0, owner: -4}}
frameworks: [rejection]
"""


def test_an_idiosyncratic_complaint_is_none():
    """Scanlon 1998, 204: principles are judged by generic reasons, those of a standpoint."""
    assert statuses(IDIOSYNCRATIC)["leave"] == "obligatory"
    challenge = (
        "challenges: [{question: generic, status: %s, %s"
        "against: {framework: rejection, voice: neighbour}}]"
    )
    upheld = IDIOSYNCRATIC + challenge % ("accepted", "because: Nobody else minds, ")
    assert statuses(upheld) == {"paint": "obligatory", "leave": "impermissible"}
    raised = analysed(IDIOSYNCRATIC + challenge % ("raised", ""))
    assert {str(s) for s in raised.statuses.values()} == {"contested"}
    said = raised.graph.arguments["challenge:challenge1"].text
    assert said == (
        "The complaint of neighbour is idiosyncratic: not everyone in that standpoint has it"
    )
    assert "the complaint of neighbour is idiosyncratic" in (
        raised.graph.arguments["aside:challenge1"].text
    )
    told = " ".join(str(argue.analyze(raised.case).report("text")).split())
    assert "idiosyncratic: not everyone in that standpoint has it" in told


@pytest.mark.parametrize(
    "question", ["consent", "trivial", "generic", "ex_ante", "incomparable", "allowed", "numbers"]
)
def test_every_critical_question_of_rejection_has_words_of_its_own(question):
    challenge = "challenges: [{question: %s, against: {framework: rejection, voice: neighbour}}]"
    said = analysed(IDIOSYNCRATIC + challenge % question).graph.arguments["challenge:challenge1"]
    assert len(said.text.split()) > 3
    assert len(said.text.split()) <= 25


def test_a_text_of_ones_own_comes_first():
    challenge = (
        "challenges: [{question: generic, text: Mere taste, against: {framework: rejection}}]"
    )
    said = analysed(IDIOSYNCRATIC + challenge).graph.arguments["challenge:challenge1"]
    assert said.text == "Mere taste"


def test_a_question_without_words_for_the_doubt_is_named():
    text = "title: T\noptions: {a: A, b: B}\nstandpoints: {p: {}}\nframeworks: [welfare]\n"
    text += "payoffs: {a: {p: 1}, b: {p: 0}}\n"
    doubt = "challenges: [{question: uncounted, against: {framework: welfare}}]"
    graph = analysed(text + doubt).graph
    assert graph.arguments["challenge:challenge1"].text == "uncounted"
    assert graph.arguments["aside:challenge1"].text == "It is set aside that uncounted"
