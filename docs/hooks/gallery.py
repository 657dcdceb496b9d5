"""All bundled cases with their verdicts: one page of links, and a report and case file for each."""

import os
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

import argue
from argue.io.bundled import bundled_ids, bundled_text

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


def report(name: str) -> str:
    """Answers the report on a bundled case as a page, written by the command itself.

    Raises: PluginError with what the command said if it fails.
    """
    command = [sys.executable, "-c", "from argue.cli.main import run; run()"]
    done = subprocess.run(
        [*command, "report", name, "--format", "html"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )
    if done.returncode:
        raise PluginError(f"argue report {name} failed:\n{done.stderr}")
    return done.stdout


def on_files(files: Files, config: Any) -> Files:
    """Add the page, the reports and the case files."""
    entries: dict[str, list[str]] = {}
    names = bundled_ids()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        reports = pool.map(report, names)
        for name in names:
            analysis = argue.analyze(argue.load_case(name))
            entries.setdefault(str(analysis.outcome), []).append(entry(name, analysis))
        for name, written in zip(names, reports, strict=True):
            for suffix, text in ((".html", written), (".yaml", bundled_text(name))):
                files.append(File.generated(config, f"gallery/{name}{suffix}", content=text))
    if unknown := set(entries) - set(HEADINGS):
        raise PluginError(f"the gallery has no heading for the outcomes {sorted(unknown)}")
    files.append(File.generated(config, "gallery/index.md", content=page(entries)))
    return files
