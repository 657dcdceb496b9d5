"""Judges a case, asks why, and writes the report, as an embedding program would."""

from __future__ import annotations

from pathlib import Path

import argue
from argue.errors import NoSuchInput, OutOfBudget, Problem


def told(name: str, folder: Path) -> list[str]:
    """Answers what a program might show of a case."""
    try:
        case: argue.Case = argue.load_case(name)
        analysis: argue.Analysis = argue.analyze(case, facts={}, timeout=60.0)
    except argue.CaseError as error:
        problems: tuple[Problem, ...] = error.problems
        return [f"{problem.line}: {problem.message}" for problem in problems]
    except (NoSuchInput, OutOfBudget) as error:
        return [str(error)]
    lines: list[str] = [analysis.outcome.value]
    for option, status in analysis.statuses.items():
        lines.append(f"{option.upper()}: {status.value}")
        why = analysis.why(option)
        lines += [sentence.strip() for sentence in why.sentences]
        lines += [str(analysis.why_not(option)).strip()]
        found = analysis.flips(option, most=1, timeout=60.0)
        lines += [sentence.strip() for sentence in found.sentences]
    for each in analysis.flips(most=1).values():
        lines.append(each.option.upper())
    analysis.report("html").save(folder / "report.html")
    text: str = analysis.report("text", audience="analyst")
    title: str = case.options[next(iter(case.options))].text
    data = analysis.to_dict()
    word: str = data["options"][next(iter(case.options))]["status"]
    return [*lines, text, title, word, str(data["schema"])]


def is_settled(analysis: argue.Analysis) -> bool:
    """Answers whether nothing is open."""
    settled = (argue.Status.OBLIGATORY, argue.Status.PERMISSIBLE, argue.Status.IMPERMISSIBLE)
    return analysis.outcome is argue.Outcome.DECIDED and all(
        status in settled for status in analysis.statuses.values()
    )


def counted(case: argue.Case) -> int:
    """Answers how often the solver was asked for a case."""
    with argue.counted() as counts:
        argue.analyze(case)
    return counts["solver calls"]
