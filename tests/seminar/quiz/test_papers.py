"""Papers: the same from the same seed, another for every student, and without the key."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argue.errors import ArgueError, UnknownId
from argue.model.af import AF
from argue.seminar.class_files import LONGEST_NAME
from argue.seminar.language import language
from argue.seminar.quiz.asking import ask_paper
from argue.seminar.quiz.data import key_data, quiz_data
from argue.seminar.quiz.files import file_names
from argue.seminar.quiz.gift import SPECIAL, escaped, gift
from argue.seminar.quiz.html import quiz_page
from argue.seminar.quiz.kinds import KINDS
from argue.seminar.quiz.papers import Order, Paper, kinds_of, left_out, papers
from argue.seminar.quiz.sources import DrawnSource, GraphSource, source_of
from argue.seminar.quiz.tasks import SetTask

CASE = """\
title: "Gate ~ = # { } : \\\\ <b>&amp;</b> %50% -> // ####"
question: "Who {may} pass?"
options: {drive: "Drive ~through~ </script><script>alert(1)</script>", wait: "=Wait #now"}
standpoints: {patient: {}, walkers: {count: 30}}
payoffs: {drive: {patient: 0, walkers: -1}, wait: {patient: -40, walkers: 0}}
frameworks: [welfare, rejection]
"""


def order(*sources: str, kinds: tuple[str, ...] = tuple(KINDS), seed: str = "s") -> Order:
    found = tuple(source_of(name) for name in sources) or (DrawnSource(),)
    return Order(found, kinds, seed, language())


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    file = tmp_path_factory.mktemp("case") / "gate.yaml"
    file.write_text(CASE, encoding="utf-8")
    return papers(order(str(file)))[0]


def test_the_same_seed_and_student_give_the_same_paper_in_another_process():
    code = (
        "from tests.seminar.quiz.test_papers import order\n"
        "from argue.seminar.quiz.papers import papers\n"
        "print([p.id for p in papers(order('fishing-commons'), ('Ana', 'Ben'))])"
    )
    here = str([p.id for p in papers(order("fishing-commons"), ("Ana", "Ben"))])
    there = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    ).stdout
    assert there.strip() == here


def test_students_and_seeds_get_papers_of_their_own():
    found = papers(order(), ("Ana", "Ben")) + papers(order(seed="t"), ("Ana",))
    assert len({paper.id for paper in found}) == 3
    alone = papers(order(), ("Ben",))
    assert alone[0] == found[1]  # a variant does not depend on who else is in the class


def test_every_kind_is_asked_of_a_case_that_gives_it():
    (paper,) = papers(order("fishing-commons"))
    assert [asked.item.kind for asked in paper.items] == list(KINDS)
    assert [asked.item.id for asked in paper.items] == [f"item{n}" for n in range(1, 11)]


def test_a_kind_that_no_source_gives_is_named():
    wanted = order("mask-mandate")
    assert left_out(wanted, papers(wanted)) == ("ranking",)
    both = order("mask-mandate", "fishing-commons")
    assert left_out(both, papers(both)) == ()


def test_nothing_to_ask_is_an_error():
    with pytest.raises(ArgueError, match="nothing to ask"):
        papers(order(kinds=("predict",)))


def test_a_student_is_named_once():
    with pytest.raises(ArgueError, match="twice: Ana"):
        papers(order(), ("Ana", "Ben", "Ana"))


def test_kinds_are_read_with_numbers():
    assert kinds_of(["label", "stable:2"]) == ("label", "stable", "stable")
    with pytest.raises(UnknownId, match="unknown kind of item 'stabel'"):
        kinds_of(["stabel"])
    for wrong in ("label:", "label:0", "label:x", "label:101", "label:" + "9" * 4_400):
        with pytest.raises(ArgueError, match="a number from 1 to 100"):
            kinds_of([wrong])
    with pytest.raises(ArgueError, match="at most 100 items"):
        kinds_of(["label:60", "round:60"])


def test_items_about_a_graph_are_about_a_part_of_it():
    af = AF.parse("a1->b2 b2->c3 c3->a1 c3->d4 d4->e5 e5->f6 f6->g7 g7->h8 h8->f6 x9->d4")
    source = GraphSource("g.apx", af)
    (paper,) = papers(Order((source,), ("label", "admissible"), "1", language()))
    for asked in paper.items:
        ids = asked.task.map.ids
        attacks = {(ids[one], ids[other]) for one, other in asked.item.attacks}
        assert attacks == set(af.restricted_to(ids.values()).attacks)
        assert 3 <= len(ids) <= 6


def test_a_map_of_a_case_is_part_of_the_graph_of_one_of_its_positions():
    source = source_of("fishing-commons")
    (paper,) = papers(Order((source,), ("label",) * 3, "1", language()))
    texts = {a.text for a in source.analysis.graph.arguments.values()}
    for asked in paper.items:
        ids, plain = asked.task.map.ids, source._plain
        attacks = {(ids[one], ids[other]) for one, other in asked.item.attacks}
        assert any(set(af.restricted_to(ids.values()).attacks) == attacks for af in plain)
        assert {text for _, text in asked.item.arguments} <= texts


def test_what_students_get_has_no_key():
    (paper,) = papers(order("fishing-commons"), ("Ana",))
    for text in (quiz_page(paper, language()), json.dumps(quiz_data([paper]))):
        for asked in paper.items:
            for key in asked.keys.values():
                for told in (*key.chosen.values(), *key.missed.values()):
                    assert json.dumps(told.text)[1:-1] not in text and told.text not in text
        assert '"right"' not in text and "mistake" not in text
    assert '"right"' in quiz_page(paper, language(), practice=True)


def test_the_data_name_their_schemas_and_the_key_keeps_the_paper():
    (paper,) = papers(order(), ("Ana",))
    quiz, key = quiz_data([paper]), key_data([paper])
    assert quiz["schema"] == "argue/quiz/v1" and key["schema"] == "argue/quiz-key/v1"
    assert {k: v for k, v in key["papers"][0].items() if k != "keys"} == quiz["papers"][0]


def test_a_hostile_case_stays_text_in_a_page(hostile: Paper):
    page = quiz_page(hostile, language(), practice=True)
    assert page.count("<script") == 2 and "alert(1)</script>" not in page
    assert "&lt;/script&gt;" in page


def parsed(text: str) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    """GIFT read by its grammar: name, stem, and answers as (weight, text, feedback)."""
    found: list[tuple[str, str, list[tuple[str, str, str]]]] = []
    sign = r"(?:\\.|[^\\~=#{}:])"
    for block in re.split(r"\n\s*\n", text.strip()):
        if block.startswith("$CATEGORY:"):
            assert "\n" not in block
            continue
        whole = re.fullmatch(
            rf"::({sign}+)::\[html\]((?:{sign})+?) \{{\n(.*)\n\}}", block, re.DOTALL
        )
        assert whole, block
        answers = re.findall(rf"^(=|~(?:%-?[\d.]+%)?)({sign}+)#({sign}+)$", whole[3], re.MULTILINE)
        assert len(answers) == len(whole[3].splitlines()), whole[3]
        plain = [(w, unescaped(a), unescaped(f)) for w, a, f in answers]
        found.append((unescaped(whole[1]), unescaped(whole[2]), plain))
    return found


def unescaped(text: str) -> str:
    return re.sub(r"\\([~=#{}:\\])", r"\1", text)


def test_gift_follows_its_grammar_whatever_a_case_says(hostile: Paper):
    for paper in (hostile, *papers(order("fishing-commons"), ("Ana", "Ben"))):
        questions = parsed(gift([paper], language()))
        assert len(questions) == sum(len(asked.item.fields) for asked in paper.items)
        for _, _, answers in questions:
            weights = [weight for weight, _, _ in answers]
            single = [w for w in weights if w == "="]
            several = [float(w.strip("~%")) for w in weights if w.startswith("~%")]
            assert len(single) == 1 or abs(sum(w for w in several if w > 0) - 100) < 0.001
            assert not (single and several)


def test_gift_keeps_what_is_said(hostile: Paper):
    _, stem, _ = parsed(gift([hostile], language()))[0]
    assert "Gate ~ = # { } : \\ &lt;b&gt;&amp;amp;&lt;/b&gt;" in stem
    assert unescaped(escaped(SPECIAL)) == SPECIAL


@pytest.mark.parametrize("name", ["", " \t", "x" * (LONGEST_NAME + 1), " a" * 80])
def test_a_student_whose_answers_would_be_refused_has_no_paper(name: str):
    with pytest.raises(ArgueError, match=f"has from 1 to {LONGEST_NAME} characters"):
        papers(order(kinds=("label",)), ("Ben", name))


def test_a_name_stands_in_a_paper_as_in_answers():
    (paper,) = papers(order(kinds=("label",)), (f" Ana  {'x' * 76} ",))
    assert paper.student == f"Ana {'x' * 76}" and len(paper.student) == LONGEST_NAME
    with pytest.raises(ArgueError, match="twice: Ana B"):
        papers(order(kinds=("label",)), ("Ana B", "Ana  B"))


def test_files_are_named_after_students():
    assert file_names("quiz.html", ["Ana"]) == ["quiz.html"]
    names = file_names("out/quiz.html", ["Ana", "Ána", "Bo O'Neil", "李"])
    assert names == [
        str(Path("out") / f"quiz-{n}.html") for n in ("ana", "ana-2", "bo-o-neil", "4")
    ]
    assert file_names("quiz.html", []) == []


NAMES = st.text(alphabet="aA-!3 ", max_size=6) | st.text(max_size=80)


@given(st.lists(NAMES, max_size=8, unique=True))
@example(["A-3", "A", "a."])  # the third is numbered as the first is called
@example(["㍱" * 80, "㍱" * 79])  # three plain letters each
def test_every_student_has_a_file_of_their_own_whose_name_is_short(students: list[str]):
    names = file_names("out/quiz.html", students)
    assert len(set(names)) == len(students)
    assert all(len(Path(name).name) < 120 and Path(name).parent == Path("out") for name in names)


def test_the_terminal_asks_again_and_tells_right_from_wrong():
    (paper,) = papers(order(kinds=("round", "stable"), seed="7"))
    task = paper.items[1].task
    assert isinstance(task, SetTask)
    right = paper.items[0].keys["round"].right
    choices = [c.id for c in paper.items[0].item.fields[0].choices]
    numbers = " ".join(str(choices.index(choice) + 1) for choice in right)
    wrong = next(i for i, c in enumerate(paper.items[1].item.fields[0].choices, 1)
                 if c.id not in paper.items[1].keys["set"].right)  # fmt: skip
    typed = iter(["", "99", "one", numbers, "1 2", str(wrong)])
    said: list[str] = []
    answers = ask_paper(paper, language(), lambda _: next(typed), said.append)
    assert answers["item1"]["round"] == sorted(right, key=choices.index)
    text = "\n".join(said)
    assert text.count("Please type numbers") == 4
    assert "-> Right." in text and "-> Not quite." in text
    assert said[-1] == "Points: 1 of 2."
    assert "(attack: " in text or "(argument: " in text
    assert "Arguments: A, B, C" in text


def test_without_scripts_of_others_a_page_is_one_file():
    (paper,) = papers(order("fishing-commons"), ("Ana",))
    page = quiz_page(paper, language())
    assert not re.search(r"(?:src|href)=", page)
    assert "default-src 'none'" in page
