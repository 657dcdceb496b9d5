"""What each problem code of the rules of a case means, with examples that run.

The numbers are public, as those of a case file are: a code keeps its meaning.
"""

from __future__ import annotations

from argue.construct.rules.reading import TITLES
from argue.io.codes.code import Code


def _code(name: str, why: str, wrong: str, right: str) -> Code:
    return Code(TITLES[name], why, wrong, right)


RULE_CODES: dict[str, Code] = {
    "R001": _code(
        "R001",
        "Rules and their entries have a fixed set of keys; those that begin with x- are free.\n"
        "A misspelt key would otherwise be a premise or a rule that silently goes missing.",
        "rules: {axiom: [rain]}",
        "rules: {axioms: [rain]}",
    ),
    "R002": _code(
        "R002",
        "Premises, rules, contraries and preferences are lists (rules and premises may also be\n"
        "mappings by id); principle, comparison and rebut are words; transposition is true or\n"
        "false. A contrary is a pair of two different statements.",
        "rules: {premises: [rain], principle: first-link}",
        "rules: {premises: [rain], principle: last-link}",
    ),
    "R003": _code(
        "R003",
        "A statement is an id, or not and an id: rain, not rain. Words with spaces need an\n"
        "underscore between them.",
        "rules: {premises: [heavy rain]}",
        "rules: {premises: [heavy_rain]}",
    ),
    "R004": _code(
        "R004",
        "A rule says what it starts from and what it concludes: d1: rain, not covered => wet.\n"
        "The arrow => belongs under defeasible, -> under strict.",
        'rules: {premises: [rain], defeasible: ["d1: rain -> wet"]}',
        'rules: {premises: [rain], defeasible: ["d1: rain => wet"]}',
    ),
    "R005": _code(
        "R005",
        "Premises and rules are named once, by a letter followed by letters, digits and\n"
        "underscores, and not by a statement or a fact of the case. A statement is one kind of\n"
        "premise only.",
        "rules: {axioms: [rain], premises: [rain]}",
        "rules: {axioms: [rain], premises: [wind]}",
    ),
    "R006": _code(
        "R006",
        "Preferences order defeasible rules among themselves and premises among themselves, or\n"
        "all the rules of one party: [d2, d1]. Axioms and strict rules are never outweighed, so\n"
        "that nothing is preferred to them.",
        'rules: {premises: [rain], defeasible: ["d1: rain => wet"], preferences: [[d1, rain]]}',
        'rules: {premises: [rain], defeasible: ["d1: rain => wet", "d2: rain => cold"],\n'
        "        preferences: [[d1, d2]]}",
    ),
    "R007": _code(
        "R007",
        "What is preferred to something is never, through others, outranked by it. Remove one\n"
        "preference of the circle that the message names.",
        "rules: {premises: [rain, wind], preferences: [[rain, wind], [wind, rain]]}",
        "rules: {premises: [rain, wind], preferences: [[rain, wind]]}",
    ),
    "R008": _code(
        "R008",
        "Axioms and agreed facts cannot be attacked. If strict rules draw a contradiction from\n"
        "them, there is nothing left that could give way; make one of them a premise.",
        'rules: {axioms: [rain, dry], strict: ["s1: rain -> not dry"]}',
        'rules: {axioms: [rain], premises: [dry], strict: ["s1: rain -> not dry"]}',
    ),
    "R009": _code(
        "R009",
        "To conclude not d1 is to say that rule d1 does not apply. Only defeasible rules can fail\n"
        "to apply; a strict rule always does.",
        'rules: {premises: [rain, roof], strict: ["s1: rain -> wet"],\n'
        '        defeasible: ["d1: roof => not s1"]}',
        'rules: {premises: [rain, roof], defeasible: ["d0: rain => wet", "d1: roof => not d0"]}',
    ),
}
"""Code -> what it means."""
