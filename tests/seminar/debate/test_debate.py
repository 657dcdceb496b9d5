"""Debates in words: what is typed is answered, and the end says what was missing."""

import pytest

from argue.analysis import analyze
from argue.errors import ArgueError, UnknownId
from argue.io.bundled import bundled_ids
from argue.io.case import load_case
from argue.model.verdict import Label, Status
from argue.seminar.debate.debate import Debate
from argue.seminar.debate.moves import offered, recognised
from argue.seminar.debate.own import questions, targets
from argue.seminar.debate.own_reason import alternatives, claims
from argue.seminar.debate.scene import Scene, scene_of
from argue.seminar.language import language
from argue.seminar.packs.outcomes import statuses_said
from argue.verdict.result import Analysis
from tests.cli.command import run

WORDS = language()
ANALYSES = {
    name: analyze(load_case(name)) for name in ("mask-mandate", "animals", "hiring-screening")
}


def debate(case: str = "mask-mandate", **how) -> Debate:
    return Debate(scene_of(ANALYSES[case], **how), WORDS)


def number_of(talk: Debate, name: str) -> str:
    """The number under which an argument is offered."""
    return str(list(offered(talk.scene, WORDS).values()).index(name) + 1)


def best(scene: Scene) -> str:
    return scene.rules.good(scene.play)[0]


def test_the_side_that_is_right_wins_by_the_engines_own_hints():
    talk = debate()
    talk.opening()
    while not talk.over:
        assert "Look at" in talk.answer("hint")[0]
        said = talk.answer("hint")[0]
        talk.answer("".join(c for c in said if c.isdecimal()))
    assert talk.scene.won
    assert "You win" in talk.answer("again")[0] or talk.transcript().count("You win") == 1


def test_losing_says_which_reply_was_missing():
    talk = debate()
    wanted = best(talk.scene)
    ending = "\n".join(talk.answer("concede"))
    assert "You lose" in ending and "What was missing" in ending
    text = ANALYSES["mask-mandate"].graph.arguments[wanted].text
    assert text.rstrip(".")[1:] in ending


def test_losing_a_claim_that_nothing_could_save_says_so_and_where_it_would_hold():
    talk = debate("animals", option="include", position=1)
    lines = list(talk.opening())
    while not talk.over:
        lines += talk.answer("pass")
    ending = "\n".join(lines)
    assert "No answer would have held" in ending
    assert '"only persons" does not hold [fact:not only_persons]' in ending


def test_attacking_what_holds_is_lost_and_says_what_meets_the_objection():
    talk = debate(side="attack", option="continue")
    ending = "\n".join(talk.answer("concede"))
    assert "You lose" in ending
    assert " is met by " in ending


def test_an_objection_that_was_missed_is_named():
    talk = debate(side="attack", option="end")
    assert "What was missing: against" in "\n".join(talk.answer("concede"))


def test_a_sentence_that_answers_something_else_is_refused_with_what_it_speaks_against():
    talk = debate()
    legal = talk.scene.rules.legal(talk.scene.play)
    wrong = [n for n in offered(talk.scene, WORDS).values() if n not in legal]
    assert wrong
    before = talk.scene.play
    for name in wrong:
        assert "speaks against" in talk.answer(number_of(talk, name))[0]
    assert talk.scene.play == before


def test_words_of_a_sentence_are_taken_for_it():
    talk = debate()
    said = talk.answer("there is a complaint at least as strong, by those at high risk")
    assert said[0].startswith("Taken as: ")
    assert talk.over and talk.scene.won


def test_words_that_fit_nothing_are_said_not_to_be_understood():
    talk = debate()
    assert "fits none" in talk.answer("bananas are yellow")[0]
    assert recognised("the and of", ["the and of"]) is None


@pytest.mark.parametrize("typed", ["0", "99", "-1"])
def test_a_number_that_is_not_on_the_list_is_refused(typed: str):
    talk = debate()
    before = talk.scene
    talk.answer(typed)
    assert talk.scene.play == before.play


def test_undo_takes_the_last_move_back_and_can_be_repeated_to_the_start():
    talk = debate(side="attack", option="end")
    start = talk.scene.play
    talk.answer(number_of(talk, talk.scene.rules.legal(talk.scene.play)[0]))
    assert talk.scene.play != start
    talk.answer("undo")
    assert talk.scene.play == start
    assert talk.answer("undo") == (WORDS.say("debate.no_undo"),)


def test_an_own_argument_asks_for_its_critical_question_and_then_counts():
    talk = debate(option="end")
    target = targets(talk.scene)[0]
    asked = questions(talk.scene, target, WORDS)
    assert {q.id for q in asked} >= {"consent", "trivial", ""}
    assert talk.answer("own They knew the risk and took it")[0] == WORDS.say("debate.own_target")
    said = talk.answer("1")
    assert any("Has the complainant agreed" in line for line in said)
    after = "\n".join(talk.answer("1"))
    assert "It presses the critical question: Has the complainant agreed" in after
    assert "my_challenge" in talk.scene.analysis.case.challenges
    challenge = talk.scene.analysis.case.challenges["my_challenge"]
    assert (challenge.question, challenge.text) == ("consent", "They knew the risk and took it")


def test_an_own_argument_can_win_what_was_lost_and_changes_the_case():
    talk = debate("animals", option="include", position=1)
    assert not talk.scene.rules.winnable(talk.scene.play)
    talk.answer("own Small children have no duties either")
    talk.answer("1")
    asked = questions(talk.scene, targets(talk.scene)[0], WORDS)
    assert asked[0].text == WORDS.say("debate.cq_true")
    lines = talk.answer("2")
    assert talk.over and talk.scene.won, lines
    assert talk.scene.rules.winnable(talk.scene.play)


def test_an_own_argument_can_change_the_verdict_of_the_case_and_says_how():
    talk = debate("animals", option="include", position=1)
    before = talk.scene.analysis.statuses
    talk.answer("own Nobody can have duties to anything without being asked")
    talk.answer("1")
    said = "\n".join(talk.answer("2"))
    after = talk.scene.analysis.statuses
    changed = "Before, " in said
    assert changed == (before != after)
    assert ("the verdict stays" in said) == (before == after)


@pytest.mark.parametrize("side", ["attack", "defend"])
def test_a_reason_of_ones_own_against_the_bare_claim_is_a_reason_for_the_other_option(side: str):
    talk = debate(side=side, option="continue" if side == "attack" else "end")
    talk.opening()
    lines = list(talk.answer("own It is about all of us"))
    if side == "defend":
        assert f'  {1 + len(targets(talk.scene))}. the claim that "continue" may be done' in lines
        lines = list(talk.answer(str(1 + len(targets(talk.scene)))))
    reason = talk.scene.analysis.case.reasons[-1]
    assert (reason.favours, reason.over, reason.by) == ("end", "continue", "you")
    assert lines[0] == "You: “It is about all of us” (your own argument)"
    assert lines[1].startswith("Rules: It counts from now on as a reason")


def test_a_reason_of_ones_own_goes_first_in_the_debate_and_its_rank_is_left_open_in_the_case():
    talk = debate(option="end")
    assert not talk.scene.rules.winnable(talk.scene.play)
    before = talk.scene.analysis.statuses
    talk.answer("own The surge is over")
    said = "\n".join(talk.answer(str(1 + len(targets(talk.scene)))))
    after = talk.scene.analysis
    assert before["end"] is Status.IMPERMISSIBLE and after.status("end") is Status.CONTESTED
    assert f"in this debate it goes first. In the whole case then: {told(after)}" in said
    assert {pair[0] for pair in talk.scene.given.priorities} == {"you"}
    assert not after.case.priorities
    assert talk.scene.won


def told(analysis: Analysis) -> str:
    return statuses_said(analysis.statuses, WORDS)


def test_of_several_options_a_reason_says_for_which_it_speaks():
    analysis = analyze(load_case("fishing-commons"))
    talk = Debate(scene_of(analysis, option="restrain"), WORDS)
    talk.answer("own It leaves fish for the children")
    asked = talk.answer(str(1 + len(targets(talk.scene))))
    (claim,) = claims(talk.scene)
    assert asked[0] == WORDS.say("debate.own_instead", option=f'"{claim.option}"')
    assert alternatives(talk.scene, claim) == ("restrain", "race")
    for typed in ("3", "0", "9" * 4_400):
        assert talk.answer(typed)[0] == WORDS.say("debate.no_number", most=2)
    talk.answer("2")
    assert talk.scene.analysis.case.reasons[-1].favours == "race"
    assert talk.transcript().startswith("# A debate")


def test_a_second_reason_comes_from_the_same_source_and_is_taken_back_by_undo():
    talk = Debate(scene_of(analyze(load_case("fishing-commons")), option="restrain"), WORDS)
    for number in (1, 0, 1, 2):
        if number == 0:
            talk.answer("undo")
            assert not talk.scene.analysis.case.reasons and not talk.scene.own
            continue
        talk.answer("own It leaves fish for the children")
        talk.answer(str(1 + len(targets(talk.scene))))
        talk.answer("1")
        found = [reason.by for reason in talk.scene.analysis.case.reasons]
        assert found == ["you"] * number


def test_too_many_own_arguments_are_refused_and_the_debate_goes_on():
    talk = debate("hiring-screening", option="human")
    for _ in range(12):
        if talk.over:
            break
        before = talk.scene
        talk.answer("own A firm is no person and has no complaint of its own")
        if len(targets(talk.scene)) + len(claims(talk.scene)) > 1:
            talk.answer("1")
        said = talk.answer("5")
        if talk.scene is before:
            assert said[0].startswith("It cannot stand in a case")
            break
    assert talk.answer("help")


def test_an_own_argument_without_words_says_how_to_write_it():
    assert debate().answer("own") == (WORDS.say("debate.own_how"),)


def test_text_of_an_own_argument_is_inert_in_the_record():
    talk = debate(option="end")
    talk.answer("own <script>alert(1)</script> [x](javascript:1)")
    talk.answer("1")
    talk.answer("1")
    assert talk.scene.own
    record = talk.transcript()
    assert "<script>" not in record and "[x](javascript" not in record


def test_the_transcript_holds_every_move_and_the_result():
    talk = debate()
    talk.answer("1")
    talk.answer("concede")
    record = talk.transcript()
    for entry in talk.scene.entries:
        assert entry.text.split("”")[0][1:20].rstrip("\\.") in record.replace("\\", "")
    assert record.startswith("# A debate") and "## Result" in record


def test_nothing_more_can_be_said_after_the_end():
    talk = debate()
    talk.answer("concede")
    assert talk.answer("1") == (WORDS.say("debate.is_over"),)


@pytest.mark.parametrize("side", ["defend", "attack"])
@pytest.mark.parametrize("game", ["preferred", "grounded"])
def test_playing_the_good_moves_ends_as_the_position_says(side: str, game: str):
    analysis = ANALYSES["animals"]
    for option in analysis.graph.options:
        talk = debate("animals", side=side, game=game, option=option)
        holds = talk.scene.rules.winnable(talk.scene.play)
        while not talk.over:
            scene = talk.scene
            name = (scene.rules.good(scene.play) or scene.rules.legal(scene.play))[0]
            talk.answer(number_of(talk, name))
        assert talk.scene.won == (holds if side == "defend" else not holds)


def test_without_an_option_one_is_taken_that_can_be_held_or_is_rejected():
    scene = scene_of(ANALYSES["mask-mandate"])
    assert scene.option == "continue"
    assert scene_of(ANALYSES["mask-mandate"], side="attack").option == "end"
    found = scene_of(ANALYSES["animals"]).position
    assert found in ANALYSES["animals"].positions
    assert found.label(scene_of(ANALYSES["animals"]).option) is Label.IN


def test_what_there_is_not_is_refused_by_name():
    with pytest.raises(UnknownId, match="nowhere"):
        debate(option="nowhere")
    with pytest.raises(UnknownId, match="position:9"):
        debate(position=9)
    with pytest.raises(ArgueError, match="leave out semantics"):
        scene_of(analyze(load_case("animals"), semantics="stable"))


def test_lines_of_a_pipe_are_moves_and_the_record_is_written(tmp_path):
    file = tmp_path / "debate.md"
    done = run("debate", "mask-mandate", "-o", str(file), stdin=b"hint\nconcede\n1\n")
    assert done.returncode == 0, done.stderr
    assert b"> concede" in done.stdout and b"> 1" not in done.stdout
    assert "You lose" in file.read_text(encoding="utf-8")


def test_moves_of_the_command_line_come_first_and_an_empty_pipe_asks_nothing():
    done = run("debate", "mask-mandate", "--say", "concede")
    assert done.returncode == 0 and b"What was missing" in done.stdout
    silent = run("debate", "mask-mandate")
    assert silent.returncode == 0 and b"What answers" in silent.stdout


def test_a_claim_that_nothing_speaks_against_is_won_before_a_word_is_said():
    done = run("debate", "-", stdin=b"title: Bare\noptions: {a: one, b: two}\n")
    assert done.returncode == 0
    assert b"You win" in done.stdout


def test_the_debate_speaks_german_and_takes_english_words_too():
    german = language("de")
    for word in ("aufgeben", "concede"):
        talk = Debate(scene_of(ANALYSES["mask-mandate"]), german)
        assert "Sie verlieren" in "\n".join(talk.answer(word))


def test_every_bundled_case_with_a_position_can_be_debated_to_an_end():
    for name in sorted(bundled_ids())[::12]:
        analysis = analyze(load_case(name))
        for side in ("defend", "attack"):
            talk = Debate(scene_of(analysis, side=side), WORDS)
            for _ in range(200):
                if talk.over:
                    break
                scene = talk.scene
                move = (scene.rules.good(scene.play) or scene.rules.legal(scene.play))[0]
                talk.answer(number_of(talk, move))
            assert talk.over, (name, side)
