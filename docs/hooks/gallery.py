"""All bundled cases with their verdicts: one page of links, and a report and case file for each."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from operator import itemgetter
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

import argue
from argue.io.bundled import bundled_ids, bundled_text
from argue.report import render

HEADINGS = {
    "decided": (
        "Decided",
        "Every option is permissible or impermissible, however what is left open falls.",
    ),
    "contested": ("Contested", "What may be done depends on what the case leaves open."),
    "unresolved": ("Unresolved", "Options defeat each other, and nothing breaks the tie."),
    "silent": ("Silent", "No principle has anything to say on the case as it is."),
}
"""Outcome -> its heading, and what it means."""

INTRODUCTION = """# Gallery

The {count} cases that come with `argue`, each with its full report: one page that needs no network,
in which facts, rankings and challenges can be switched. `argue analyze ID` judges one in a
terminal, `argue cases ID` prints it. Where the literature has a judgement, the report says whether
the analysis agrees.
"""


def entry(name: str, analysis: Any) -> str:
    """Answers the lines on one case: its title and question, and how its options stand."""
    case = analysis.case
    question = f"{case.question}<br>\n" if case.question else ""
    stand = " · ".join(f"{option} *{status}*" for option, status in analysis.statuses.items())
    return (
        f"**[{case.title}]({name}.html)** <br>\n{question}{stand}<br>\n"
        f"`{name}`, its [case file]({name}.yaml)\n"
    )


def page(entries: Mapping[str, list[str]]) -> str:
    """Answers the page of links, by what came out."""
    count = sum(map(len, entries.values()))
    parts = [INTRODUCTION.format(count=count)]
    for outcome, (heading, meaning) in HEADINGS.items():
        if found := entries.get(outcome):
            parts += [f"## {heading}\n\n{meaning}\n", *found]
    return "\n".join(parts)


def made(names: Sequence[str]) -> list[dict[str, str]]:
    """Answers what came out of bundled cases, the lines on each, and the page of its report."""
    analyses = {name: argue.analyze(argue.load_case(name)) for name in names}
    return [
        {
            "name": name,
            "outcome": str(analysis.outcome),
            "entry": entry(name, analysis),
            "report": render(analysis, "html"),
        }
        for name, analysis in analyses.items()
    ]


def made_apart(names: Sequence[str]) -> list[dict[str, str]]:
    """Answers the same, from a process of its own.

    Raises: PluginError with what the process said if it fails.
    """
    done = subprocess.run(
        [sys.executable, __file__, *names],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )
    if done.returncode:
        raise PluginError(f"the reports of {', '.join(names)} failed:\n{done.stderr}")
    return json.loads(done.stdout)


def on_files(files: Files, config: Any) -> Files:
    """Add the page, the reports and the case files."""
    entries: dict[str, list[str]] = {}
    names, at_once = bundled_ids(), os.cpu_count() or 1
    with ThreadPoolExecutor(at_once) as pool:
        parts = pool.map(made_apart, [names[first::at_once] for first in range(at_once)])
        cases = sorted(chain.from_iterable(parts), key=itemgetter("name"))
    for case in cases:
        entries.setdefault(case["outcome"], []).append(case["entry"])
        texts = {".html": case["report"], ".yaml": bundled_text(case["name"])}
        for suffix, text in texts.items():
            file = f"gallery/{case['name']}{suffix}"
            files.append(File.generated(config, file, content=text))
    if unknown := set(entries) - set(HEADINGS):
        raise PluginError(f"the gallery has no heading for the outcomes {sorted(unknown)}")
    files.append(File.generated(config, "gallery/index.md", content=page(entries)))
    return files


if __name__ == "__main__":
    json.dump(made(sys.argv[1:]), sys.stdout)
