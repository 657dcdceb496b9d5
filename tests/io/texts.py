"""Whole case files around the lines a test is about."""

import re
from typing import Any

import yaml
from yamlcore import CoreDumper

from argue.errors import CaseError, Problem
from argue.io.case import read_case
from argue.model.case import Case

GIVEN = {
    "title": "title: T",
    "options": "options: {rescue: Free the worker, wait: Finish the match}",
    "standpoints": "standpoints: {worker: {}, viewer: {}}",
    "facts": "facts: {surge: {status: disputed}, storm: {status: disputed}}",
}


def whole(lines: str) -> str:
    """A case file with these lines; what is always needed and not among them stands above."""
    there = set(re.findall(r"^(\w+):", lines, re.MULTILINE))
    return "\n".join([*(line for key, line in GIVEN.items() if key not in there), lines])


def case_of(lines: str) -> Case:
    """The case of a file with these lines."""
    return read_case(whole(lines))


def problems_of(lines: str) -> tuple[Problem, ...]:
    """All that is wrong with a file with these lines; nothing for one that is in order."""
    return problems_in(whole(lines))


def problems_in(text: str, file: str = "case") -> tuple[Problem, ...]:
    """All that is wrong with a text; nothing for one that is in order."""
    try:
        read_case(text, file)
    except CaseError as error:
        return error.problems
    return ()


class Dumper(CoreDumper):
    """Writes YAML 1.2, every value where it stands."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def as_yaml(document: dict[str, Any], *, flow: bool = False) -> str:
    """A mapping as YAML 1.2, in its own order, with brackets if asked for."""
    return yaml.dump(
        document, Dumper=Dumper, sort_keys=False, allow_unicode=not flow, default_flow_style=flow
    )
