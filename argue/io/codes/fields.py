"""Codes for single keys and values that do not fit the table of fields."""

from __future__ import annotations

from argue.io.codes.code import Code

FIELD_CODES: dict[str, Code] = {
    "C014": Code(
        "an unknown key",
        "A key that means nothing would be a silent mistake, so it is an error. Keys that begin\n"
        "with x- are free, at the top and in every entry. A framework has the keys of its type.",
        "querstion: Stop the broadcast?",
        "question: Stop the broadcast?\nx-note: for the seminar",
    ),
    "C015": Code(
        "a value of the wrong sort",
        "The key asks for another sort of value: text, number, true or false, list or mapping. In\n"
        "YAML 1.2 yes, no and on are text; a text that looks like a number needs quotes.",
        "source: 1998",
        'source: "1998"',
    ),
    "C016": Code(
        "a key is missing",
        "The entry cannot be understood without this key.",
        "reasons: [{by: union, favours: rescue}]",
        "reasons: [{by: union, favours: rescue, over: wait}]",
    ),
    "C017": Code(
        "a word that is not offered",
        "The key takes one of a few words.",
        "facts: {surge: {status: disputet}}",
        "facts: {surge: {status: disputed}}",
    ),
    "C018": Code(
        "a number that cannot be read exactly",
        "Numbers are exact: 12, -0.5, 1e-3 and 1/3 are read as written. Separators, infinity, a\n"
        "division by zero and more than a hundred characters are refused, and so is what lies\n"
        "beyond 1e100 on either side, or closer to 0 than 1e-100.",
        "standpoints: {worker: {count: 1_000}, viewer: {}}",
        "standpoints: {worker: {count: 1000}, viewer: {}}",
    ),
    "C019": Code(
        "a number out of bounds",
        "Counts and losses are not negative; shares, credences and probabilities lie from 0 to 1.",
        "facts: {surge: {status: disputed, credence: 70}}",
        "facts: {surge: {status: disputed, credence: 0.7}}",
    ),
    "C020": Code(
        "a malformed id",
        "Ids are a letter, then letters, digits and underscores, so that they can be named on a\n"
        "command line and in a condition. What people should read goes under text.",
        "facts: {high-transmission: {}}",
        "facts: {high_transmission: {text: High transmission}}",
    ),
    "C021": Code(
        "a reserved id",
        "The word has a meaning of its own where ids of this kind stand: default in payoffs,\n"
        "numbers as the voice of ties, norms in priorities, not in conditions.",
        "facts: {not: {status: disputed}}",
        "facts: {nothing: {status: disputed}}",
    ),
    "C022": Code(
        "an id is used twice",
        "Sources of reasons share their ids: frameworks, norms (norm:<id>) and whoever states a\n"
        "reason. To use a framework twice give each use its own id and the same type.",
        "frameworks: [veil, {id: veil, rule: maximin}]",
        "frameworks: [veil, {id: thin_veil, type: veil, rule: maximin}]",
    ),
    "C031": Code(
        "not a condition",
        "A condition is the id of a fact, the word not and an id, or a list of these that means\n"
        "all of them. There is no or: use two reasons, or another fact. A list that asks for a\n"
        "fact and its opposite never holds.",
        "norms: {quota: {when: surge or storm}}",
        "norms: {quota: {when: [surge]}}",
    ),
    "C032": Code(
        "not a cell",
        "A cell is a number, absent, [low, high], {if: condition, then: cell, else: cell} or\n"
        "{lottery: [[probability, cell], ...]}. absent says that this person does not exist under\n"
        "the option; it cannot be a prize, nor stand in universal.",
        "payoffs:\n  rescue: {worker: {if: surge, then: -1}, viewer: 0}\n"
        "  wait: {worker: 0, viewer: 0}",
        "payoffs:\n  rescue: {worker: {if: surge, then: -1, else: 0}, viewer: 0}\n"
        "  wait: {worker: 0, viewer: 0}",
    ),
    "C033": Code(
        "an interval upside down",
        "[low, high] needs the smaller number first.",
        "payoffs: {default: [3, 1]}",
        "payoffs: {default: [1, 3]}",
    ),
    "C034": Code(
        "not a lottery",
        "A lottery is a list of pairs [probability, cell]; the probabilities sum to exactly 1, as\n"
        "fractions.",
        "payoffs: {default: {lottery: [[0.33, 3], [0.67, 0], [0.01, 1]]}}",
        "payoffs: {default: {lottery: [[1/3, 3], [2/3, 0]]}}",
    ),
    "C035": Code(
        "a cell nested too deeply",
        "Conditions and lotteries may be nested eight deep in one cell.",
        "payoffs: {default: " + "{if: surge, else: 0, then: " * 9 + "1" + "}" * 10,
        "payoffs: {default: {if: surge, then: 1, else: 0}}",
    ),
    "C042": Code(
        "nothing is given",
        "The title, the text of an option and the list of options must not be empty.",
        'title: ""',
        "title: Transmitter room",
    ),
}
"""Code -> what it means."""
