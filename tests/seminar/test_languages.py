"""Catalogues: every language is complete and has the same values to fill in."""

import string
import tomllib
from importlib.resources import files

import pytest

from argue.errors import UnknownId
from argue.seminar.glossary import TERMS, FirstUses, term
from argue.seminar.language import DEFAULT, language, languages, missing

OTHERS = [code for code in languages() if code != DEFAULT]


def texts(code: str) -> dict[str, str]:
    return dict(language(code).texts)


def values(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_has_every_text_of_the_english_one_and_no_other(code: str):
    assert missing(code) == ()
    assert texts(code).keys() == texts(DEFAULT).keys()


@pytest.mark.parametrize("code", OTHERS)
def test_a_text_is_filled_in_with_the_same_values_in_every_language(code: str):
    english = texts(DEFAULT)
    other = {key: values(text) for key, text in texts(code).items()}
    assert other == {key: values(text) for key, text in english.items()}


@pytest.mark.parametrize("code", OTHERS)
def test_nearly_all_texts_are_translated(code: str):
    english = texts(DEFAULT)
    same = [key for key, text in texts(code).items() if text == english[key]]
    names = ("quiz.title", "pack.person", "quiz.wrong.said_yes", "pack.alone_cell")
    assert len(same) <= len(texts(code)) // 50, same
    assert set(names) & set(english)


@pytest.mark.parametrize("code", languages())
def test_every_word_of_the_glossary_has_forms_and_a_meaning(code: str):
    words = language(code)
    tables = tomllib.loads(
        files("argue.seminar").joinpath("languages", f"{code}.toml").read_text(encoding="utf-8")
    )
    assert set(tables["terms"]) == set(tables["glossary"]) == set(TERMS)
    for key in TERMS:
        found = term(key, words)
        assert found.word and found.meaning.endswith(".")


@pytest.mark.parametrize("code", languages())
def test_names_of_commands_in_a_debate_differ(code: str):
    commands = [text for key, text in texts(code).items() if key.startswith("debate.word_")]
    assert len(set(commands)) == len(commands) == 8
    said = language(code).say("debate.commands")
    assert all(word in said for word in commands)


def test_a_word_is_explained_once_and_only_as_a_word_of_its_own():
    uses = FirstUses(language())
    first = uses.of(["A counterattack is no word of the list.", "This attacks that."])
    assert [t.key for t in first] == ["attack"]
    assert uses.of(["It attacks it again."]) == ()


def test_a_word_that_is_not_in_the_glossary_is_refused():
    with pytest.raises(UnknownId, match=r"terms\.nothing"):
        term("nothing", language())
