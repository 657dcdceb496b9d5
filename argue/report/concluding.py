"""What follows from a base of rules, as text and as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from argue.construct.rules import Conclusion, RuleSolution, Standing
from argue.model.rules import Rule
from argue.report.inert import inert_lines

SCHEMA = "argue/rules/v1"


def conclusions_text(
    solution: RuleSolution, texts: Mapping[str, str], notes: Iterable[str] = ()
) -> str:
    """Answers what becomes of every statement and why; `texts` say what statements mean.

    `notes` are lines about the base as a whole.
    """
    count, semantics = len(solution.extensions), solution.semantics
    lines = [
        f"{len(solution.graph.derivations)} arguments; "
        f"{count or 'no'} {semantics} extension{'' if count == 1 else 's'}"
    ]
    for title, fallible in (("Given", False), ("Premises", True)):
        found = [str(p.literal) for p in solution.graph.base.premises if p.fallible is fallible]
        lines += [f"{title}: {', '.join(found)}"] if found else []
    lines += notes
    for standing in Standing:
        judged = [each for each in _told(solution) if each.standing is standing]
        lines += ["", standing.capitalize()] if judged else []
        for each in judged:
            lines += _lines(solution, each, texts)
    return inert_lines("\n".join([*lines, ""]))


def _lines(solution: RuleSolution, each: Conclusion, texts: Mapping[str, str]) -> Iterator[str]:
    text = texts.get(each.literal.fact, "")
    sense = "" if each.literal.holds else "not: "
    meaning = f"  {sense}{text}" if text and text != each.literal.fact else ""
    yield f"  {each.literal}{meaning}"
    for rule in _rules_for(solution, each):
        yield f"      {_rule(rule)}"
    yield f"      {each.why}"


def _rule(rule: Rule) -> str:
    who = [word for word in (rule.kind and str(rule.kind), rule.by and f"by {rule.by}") if word]
    end = f" ({', '.join(who)})" if who else ""
    name = "" if rule.id == str(rule) else f"{rule.id}: "
    return f"{name}{rule}{end}" + (f": {rule.text}" if rule.text else "")


def _rules_for(solution: RuleSolution, each: Conclusion) -> tuple[Rule, ...]:
    """Answers the rules that the arguments for a statement end in."""
    last = [solution.graph.derivation(id_).rule for id_ in each.arguments]
    return tuple(dict.fromkeys(rule for rule in last if rule is not None))


def _told(solution: RuleSolution) -> tuple[Conclusion, ...]:
    """Answers the statements that are in question: all but axioms."""
    firm = {p.literal for p in solution.graph.base.premises if not p.fallible}
    return tuple(each for each in solution.conclusions.values() if each.literal not in firm)


def conclusions_data(
    solution: RuleSolution, texts: Mapping[str, str], notes: Iterable[str] = ()
) -> dict[str, object]:
    """Answers the same as plain data for JSON, schema `argue/rules/v1`."""
    extensions = [sorted(map(str, solution.held_in(each))) for each in solution.extensions]
    return {
        "schema": SCHEMA,
        "semantics": str(solution.semantics),
        "given": [str(premise.literal) for premise in solution.graph.base.premises],
        "notes": list(notes),
        "extensions": extensions,
        "statements": [
            {
                "statement": str(each.literal),
                "text": texts.get(each.literal.fact, ""),
                "standing": str(each.standing),
                "why": each.why,
                "floating": each.floating,
                "arguments": list(each.arguments),
                "rules": [rule.id for rule in _rules_for(solution, each)],
            }
            for each in _told(solution)
        ],
    }
