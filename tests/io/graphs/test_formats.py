import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.errors import ArgueError, CaseError, LimitExceeded, NoSuchInput, UnknownId
from argue.io.graphs import FORMATS, dump_af, format_of, load_af, parse_af
from argue.model.af import AF
from tests.strategies import CORNER_CASES, af, graphs

EACH = pytest.mark.parametrize("form", FORMATS)
LINES = pytest.mark.parametrize("form", ["i23", "apx", "tgf"])


def numbered(graph: AF) -> AF:
    ids = [str(i) for i in range(1, len(graph) + 1)]
    return AF.from_indices(ids, graph.sources, graph.targets)


@EACH
@given(graph=graphs())
def test_what_is_written_is_read_again(form: str, graph: AF):
    expected = numbered(graph) if form == "i23" else graph
    found = parse_af(dump_af(graph, form), form)
    assert found == expected
    assert found.arguments == expected.arguments


@EACH
@pytest.mark.parametrize("text", CORNER_CASES.values(), ids=CORNER_CASES)
def test_corner_cases_survive_every_format(form: str, text: str):
    graph = numbered(af(text))
    assert parse_af(dump_af(graph, form), form) == graph


@LINES
@given(graph=graphs(), seed=st.integers(0, 99))
def test_untidy_files_mean_the_same(form: str, graph: AF, seed: int):
    graph = numbered(graph)
    comment = {"i23": "# a comment", "apx": "% a comment", "tgf": ""}[form]
    chance = random.Random(seed)
    lines: list[str] = []
    for line in dump_af(graph, form).splitlines():
        lines += [f"  {line}  ", *chance.choice([[], [""], [comment], [line] * (line[:1] == "a")])]
    untidy = "\r\n".join(lines)
    assert parse_af(untidy, form) == graph
    assert parse_af(dump_af(graph, form).rstrip("\n"), form) == graph


def test_the_example_of_the_i23_format():
    graph = parse_af("p af 5\n# this is a comment\n1 2\n2 4\n4 5\n5 4\n5 5\n")
    assert graph == af("1->2->4<->5->5 3")
    assert graph.arguments == ("1", "2", "3", "4", "5")


def test_apx_allows_any_order_spaces_quotes_and_several_facts_a_line():
    graph = parse_af('att(a, "b").arg(a). % first\narg( b ) .\natt("b",a).', "apx")
    assert graph == af("a<->b")


def test_tgf_does_not_read_labels():
    assert parse_af("1 first\n2 second one\n#\n1 2 attacks\n", "tgf") == af("1->2")


@LINES
def test_attacks_given_twice_count_once(form: str):
    text = {
        "i23": "p af 2\n1 2\n1 2\n",
        "apx": "arg(1).\narg(2).\natt(1,2).\natt(1,2).\n",
        "tgf": "1\n2\n#\n1 2\n1 2\n",
    }[form]
    assert parse_af(text, form).attacks == (("1", "2"),)


MALFORMED = [
    ("i23", "", 0),
    ("i23", "1 2\n", 1),
    ("i23", "p af x\n", 1),
    ("i23", "p af -1\n", 1),
    ("i23", "p af 2\n1 3\n", 2),
    ("i23", "p af 2\n0 1\n", 2),
    ("i23", "p af 2\n1 2\n1\n2 1\n", 3),
    ("i23", "p af 3\n1 2 3\n1\n", 2),
    ("i23", "p af 2\n# fine\n\n1 2\n1 b\n", 5),
    ("i23", "p af 2\n1 2\n1 99999999999999999999999\n", 3),
    ("i23", "p af 2\np af 2\n", 2),
    ("apx", "arg(a)\n", 1),
    ("apx", "arg(a).\natt(a).\n", 2),
    ("apx", "arg(a).\narg(b,a).\n", 2),
    ("apx", "arg(a).\natt(a,b).\n", 2),
    ("apx", "arg(a).\narg(b).\natt(a,b,a).\natt(b).\n", 3),
    ("apx", "arg(a).\nnonsense\n", 2),
    ("apx", "arg().\n", 1),
    ("tgf", "a\nb\n", 0),
    ("tgf", "a\n#\n#\n", 3),
    ("tgf", "a\n#\na b\n", 3),
    ("tgf", "a\n#\na\n", 3),
]


@pytest.mark.parametrize(("form", "text", "line"), MALFORMED)
def test_what_is_malformed_is_named_with_its_line(form: str, text: str, line: int):
    with pytest.raises(CaseError) as caught:
        parse_af(text, form)
    (problem,) = caught.value.problems
    assert problem.line == line
    assert problem.help
    if line:
        assert problem.text == text.splitlines()[line - 1].strip()
        assert 1 <= problem.column <= len(problem.text)


@LINES
def test_text_that_is_not_utf8_is_named_with_its_line(form: str):
    start = {"i23": b"p af 2\n", "apx": b"arg(a).\n", "tgf": b"a\n"}[form]
    with pytest.raises(CaseError) as caught:
        FORMATS[form].load(start + b"\xff\xfe 1\n", "graph")
    assert caught.value.problems[0].line == 2


def test_a_head_that_announces_too_much_is_refused_before_anything_is_built():
    with pytest.raises(LimitExceeded):
        parse_af("p af 99999999999\n")
    with pytest.raises(LimitExceeded):
        parse_af("# slow\np af 99999999999\n")


@pytest.mark.parametrize(
    ("form", "again", "more"),
    [("apx", "arg(a).\narg(b).\narg(a).\n", "arg(c).\n"), ("tgf", "a\nb\na\n#\n", "c\n")],
)
def test_an_argument_listed_again_is_no_argument_more(
    form: str, again: str, more: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("argue.io.graphs.lines.MAX_ARGUMENTS", 2)
    assert parse_af(again, form).arguments == ("a", "b")
    with pytest.raises(LimitExceeded, match="more than 2 arguments"):
        parse_af(more + again, form)


@pytest.mark.parametrize("form", ["apx", "tgf"])
@pytest.mark.parametrize("name", ["a b", "", "a\nb", "\ufeffa"])
def test_an_id_the_format_cannot_hold_is_an_error(form: str, name: str):
    with pytest.raises(ArgueError, match="cannot hold"):
        dump_af(AF.of([name]), form)


def test_i23_keeps_other_ids_as_comments():
    text = dump_af(af("rain->sun"), "i23")
    assert text == "p af 2\n# 1 'rain'\n# 2 'sun'\n1 2\n"
    assert parse_af(text) == af("1->2")


@pytest.mark.parametrize("form", FORMATS)
def test_half_of_a_surrogate_pair_is_no_utf8(form: str):
    with pytest.raises(CaseError, match="not UTF-8"):
        parse_af("arg(\ud800).", form)


@pytest.mark.parametrize("name", ["\x00.apx", "x" * 300 + ".tgf"])
def test_a_name_that_no_file_can_have_is_that_of_no_file(name: str):
    with pytest.raises(NoSuchInput, match="cannot read"):
        load_af(name)


def test_the_suffix_means_the_format(tmp_path: Path):
    for name, form in (("g.af", "i23"), ("g.APX", "apx"), ("g.tgf", "tgf")):
        path = tmp_path / name
        path.write_text(dump_af(af("1->2"), form))
        assert format_of(str(path)) == form
        assert load_af(str(path)) == af("1->2")
    with pytest.raises(ArgueError, match="suffix"):
        format_of("graph.txt")
    assert load_af(str(tmp_path / "g.APX"), "apx") == af("1->2")
    with pytest.raises(UnknownId, match="known: i23, apx, tgf, aif"):
        load_af(str(tmp_path / "g.af"), "dimacs")
    with pytest.raises(NoSuchInput):
        load_af(str(tmp_path / "missing.af"))
