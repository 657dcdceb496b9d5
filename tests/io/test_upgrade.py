"""Case files of earlier formats: read with a warning, upgraded in place, judged the same."""

import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.analysis import analyze
from argue.errors import CaseError
from argue.io.bundled import bundled_ids, bundled_text
from argue.io.case import load_case, read_case
from argue.io.document import text_document
from argue.io.upgrade.formats import FORMATS, NEWEST, RENAMED, is_newer
from argue.io.upgrade.renewing import renewed
from argue.io.upgrade.rewriting import upgraded

OLD = """\
# asked by two people
schema: argue/case/v1   # the first
title: 'A choice: cq or not'
options: {cq: Say cq, b: Not}
standpoints: {me: {}, you: {count: 3}}
payoffs: {cq: {me: 0, you: 0}, b: {me: -1, you: 2}}
frameworks: [welfare, rejection]
challenges:
  # why it is pressed
  - {id: x, cq: generic, against: {framework: rejection}}   # cq: kept
  - "cq": 'generic'
    id: cq
    against: {framework: welfare, better: cq}
x-cq: {cq: free}
"""
NEW = (
    OLD.replace("case/v1", "case/v2")
    .replace("{id: x, cq: ", "{id: x, question: ")
    .replace('"cq": ', '"question": ')
)
TOML = """\
schema = 'argue/case/v1' # cq = 1
title = "cq = 3"
[options]
cq = "The option"
b = \"\"\"cq = "cq" \"\"\"
[standpoints.me]
[payoffs]
cq.me = 0
b = {me = -1}
[[frameworks]]
id = "rejection"
[[challenges]]
id = "x"
'cq' = "generic"
against = {framework = "rejection", better = "cq"}
[[challenges]]
id = "y"
cq = "cq"
against.framework = "rejection"
"""


def problems(text: str, file: str = "case") -> list[tuple[str, int]]:
    with pytest.raises(CaseError) as caught:
        read_case(text, file)
    return [(problem.code, problem.line) for problem in caught.value.problems]


def judged(text: str, file: str = "case") -> dict[str, object]:
    """Everything an analysis says, but for the file it was made of and how that is spelt."""
    data = analyze(read_case(text, file)).to_dict()
    data["case"] = {key: value for key, value in data["case"].items() if key != "sha256"}
    data["warnings"] = [w for w in data["warnings"] if w["code"] != "W015"]
    return data


def aged(text: str) -> str:
    """A bundled case as it was written in the first format."""
    text = text.replace(f"schema: {NEWEST}\n", f"schema: {FORMATS[0]}\n")
    head, challenges, tail = text.partition("\nchallenges:\n")
    lines = tail.splitlines(keepends=True)
    end = next((i for i, line in enumerate(lines) if line[:1].isalpha()), len(lines))
    old = (line.replace("    question:", "    cq:") for line in lines[:end])
    return "".join([head, challenges, *old, *lines[end:]])


def test_an_old_key_is_read_as_the_new_one_and_warned_of_with_its_place():
    case = read_case(OLD)
    assert [c.question for c in case.challenges.values()] == ["generic", "generic"]
    assert [(p.code, p.path, p.line, p.column) for p in case.old_keys] == [
        ("W015", "challenges[0].cq", 10, 13),
        ("W015", "challenges[1].cq", 11, 5),
    ]
    notes = [note for note in analyze(case).to_dict()["warnings"] if note["code"] == "W015"]
    assert [note["path"] for note in notes] == ["challenges[0].cq", "challenges[1].cq"]
    assert "(line 10); write question" in notes[0]["text"]


def test_an_old_key_in_a_file_that_does_not_say_its_format_is_read_too():
    assert len(read_case(OLD.replace("schema: argue/case/v1   # the first\n", "")).old_keys) == 2


@pytest.mark.parametrize(("size", "last"), [(101, "1 more key has"), (120, "20 more keys have")])
def test_of_very_many_old_keys_the_first_are_named_and_the_others_counted(size, last):
    challenges = [{"cq": "generic", "against": {"source": "s"}} for _ in range(size)]
    reason = {"by": "s", "favours": "a", "over": "b"}
    options = {"a": "A", "b": "B"}
    case = {"title": "t", "options": options, "reasons": [reason], "challenges": challenges}
    for source in (json.dumps(case), case):
        found = load_case(source).old_keys
        assert {problem.code for problem in found} == {"W015"}
        assert [p.path for p in found] == [*(f"challenges[{n}].cq" for n in range(100)), ""]
        assert found[-1].message == f"{last} another name by now"


def test_a_file_that_says_it_is_of_the_newest_format_keeps_to_its_names():
    with pytest.raises(CaseError) as caught:
        read_case(OLD.replace("case/v1", "case/v2"))
    first = caught.value.problems[0]
    assert (first.code, first.line) == ("C014", 10)
    assert first.help == "write question, or run argue upgrade on the file"


def test_what_has_no_old_key_is_read_without_a_warning_in_every_format():
    for name in FORMATS:
        assert read_case(NEW.replace("case/v2", name[-7:])).old_keys == ()


def test_a_file_of_a_newer_format_is_refused_and_nothing_else_is_said():
    text = OLD.replace("case/v1", "case/v3").replace("title", "heading")
    assert problems(text) == [("C065", 2)]
    with pytest.raises(CaseError, match=r"argue/case/v3; argue .* reads up to argue/case/v2"):
        upgraded(text)
    assert is_newer("argue/case/v10") and not is_newer("argue/case/vv") and not is_newer(NEWEST)


def test_both_names_of_a_key_beside_each_other_are_refused_with_both_lines():
    text = OLD.replace("    id: cq\n", "    question: generic\n")
    assert problems(text) == [("C066", 11)]
    with pytest.raises(CaseError, match="both are given"):
        upgraded(text)


def test_an_upgrade_touches_the_old_keys_and_the_format_and_nothing_else():
    assert upgraded(OLD) == NEW
    assert read_case(NEW).old_keys == ()


def test_an_upgrade_does_not_say_a_format_where_none_was_said():
    line = "schema: argue/case/v1   # the first\n"
    assert upgraded(OLD.replace(line, "")) == NEW.replace(line.replace("v1", "v2"), "")


def test_what_is_upgraded_already_comes_back_as_it_is():
    assert upgraded(NEW) == NEW
    assert upgraded(TOML, "a.toml") == upgraded(upgraded(TOML, "a.toml"), "a.toml")


def test_in_toml_too_only_keys_of_challenges_are_renamed():
    new = upgraded(TOML, "a.toml")
    changed = [(a, b) for a, b in zip(TOML.splitlines(), new.splitlines(), strict=True) if a != b]
    assert changed == [
        ("schema = 'argue/case/v1' # cq = 1", "schema = 'argue/case/v2' # cq = 1"),
        ("'cq' = \"generic\"", "'question' = \"generic\""),
        ('cq = "cq"', 'question = "cq"'),
    ]
    assert tomllib.loads(new)["challenges"][1]["question"] == "cq"
    assert judged(new, "a.toml") == judged(TOML, "a.toml")


def test_toml_with_too_many_places_to_try_is_refused_and_named():
    options = "".join(f"[x-{n}]\ncq = {n}\n" for n in range(250))
    text = TOML.replace("[[challenges]]", f"{options}[[challenges]]", 1)
    with pytest.raises(CaseError) as caught:
        upgraded(text, "a.toml")
    assert [p.code for p in caught.value.problems] == ["C067", "C067"]
    assert caught.value.problems[0].path == "challenges[0].cq"


@pytest.mark.parametrize("indent", [None, 2])
def test_json_is_upgraded_in_place(indent):
    case = json.loads(json.dumps(tomllib.loads(TOML))) | {"text": "𝔸 \ud83d\ude00 \\ cq"}
    case = {"text": case.pop("text"), **case}
    text = json.dumps(case, indent=indent)
    new = upgraded(text, "a.json")
    wanted = text.replace("case/v1", "case/v2").replace('"cq": "generic"', '"question": "generic"')
    assert new == wanted.replace('"cq": "cq"', '"question": "cq"')


def test_an_escaped_or_tagged_key_is_written_by_its_new_name():
    text = OLD.replace('"cq": ', '"\\x63q": ').replace("{id: x, cq:", "{id: x, !!str cq:")
    assert upgraded(text) == NEW


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_stay(end):
    text = "\ufeff" + OLD.replace("\n", end)
    assert upgraded(text) == "\ufeff" + NEW.replace("\n", end)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("title: [", "C003"),
        ("- a\n- b\n", "C011"),
        ("schema: argue/study/v1\ntitle: x\n", "C017"),
        ("schema: [argue/case/v1]\ntitle: x\noptions: {a: A}\n", None),
    ],
)
def test_what_is_no_readable_case_is_refused(text, code):
    if code is None:
        assert upgraded(text) == text
        return
    with pytest.raises(CaseError) as caught:
        upgraded(text)
    assert caught.value.problems[0].code == code


def test_every_bundled_case_is_of_the_newest_format():
    for name in bundled_ids():
        text = bundled_text(name)
        assert f"\nschema: {NEWEST}\n" in text
        assert upgraded(text, f"{name}.yaml") == text


CHALLENGED = sorted(
    name for name in bundled_ids() if any(c.question for c in load_case(name).challenges.values())
)


@pytest.mark.parametrize("name", CHALLENGED)
def test_a_bundled_case_of_the_first_format_becomes_what_it_is_now_and_is_judged_the_same(name):
    now = bundled_text(name)
    old = aged(now)
    assert old != now and f"schema: {FORMATS[0]}" in old
    assert upgraded(old) == now
    assert read_case(old).old_keys
    assert judged(old) == judged(now)


def test_there_are_bundled_cases_that_say_a_critical_question():
    assert len(CHALLENGED) >= 5


AMOUNTS = st.integers(-3, 3)
WORDS = st.sampled_from(["cq", "question", "generic", "a: b", "#cq", "it's", "", "schema"])


@st.composite
def cases(draw: st.DrawFn) -> dict[str, object]:
    options = draw(st.lists(st.sampled_from(["a", "b", "cq", "question"]), min_size=2, unique=True))
    entries = st.fixed_dictionaries(
        {"against": st.just({"framework": draw(st.sampled_from(["welfare", "rejection"]))})},
        optional={"cq": WORDS, "text": WORDS, "by": WORDS, "status": st.just("accepted")},
    )
    challenges = draw(st.lists(entries, max_size=4))
    for challenge in challenges:
        if challenge.get("status") == "accepted":
            challenge["because"] = "why"
    numbers = {n: {"me": draw(AMOUNTS), "cq": draw(AMOUNTS)} for n in options}
    return {
        **({"schema": FORMATS[0]} if draw(st.booleans()) else {}),
        "title": draw(st.sampled_from(["cq", "cq: question", '"cq"'])),
        "x-cq": {"cq": draw(WORDS)},
        "options": {name: name for name in options},
        "standpoints": {"me": {}, "cq": {"count": 2}},
        "payoffs": numbers,
        "frameworks": ["welfare", "rejection"],
        "challenges": challenges,
    }


@given(case=cases(), indent=st.sampled_from([None, 1, 4]))
def test_whatever_is_upgraded_reads_without_a_warning_and_is_judged_the_same(case, indent):
    text = json.dumps(case, indent=indent)
    new = upgraded(text)
    fresh = text_document(new, "case").root
    assert fresh is not None
    assert renewed(fresh).old == () and upgraded(new) == new
    assert text.count("\n") == new.count("\n")
    assert read_case(new).old_keys == ()
    assert judged(new) == judged(text)


def test_every_renaming_leads_to_a_key_that_is_in_the_schema():
    from argue.io.schema import case_schema

    for entry in RENAMED:
        assert entry.since in FORMATS[1:]
        schema = case_schema()
        for step in entry.under:
            inside = {"[]": "items", "*": "additionalProperties"}.get(step)
            schema = schema[inside] if inside else schema["properties"][step]
        assert entry.new in schema["properties"]
        assert schema["properties"][entry.old]["deprecated"] is True


def test_the_page_of_a_class_is_given_the_names_that_it_reads():
    from argue.report.lab.page import lab_page

    page = lab_page(read_case(OLD))
    assert "question: generic" in page and "cq: generic" not in page


def test_an_old_submission_and_a_new_one_are_merged():
    from argue.explain.merging import merge
    from argue.explain.voices import voices_of

    other = NEW.replace("id: x", "id: other, text: Another").replace("id: cq", "id: second")
    old = read_case(OLD, "ana.yaml")
    text = merge(voices_of([old, read_case(other, "ben.yaml")])).text
    case = read_case(text)
    assert {c.question for c in case.challenges.values()} == {"generic"} and case.old_keys == ()
