"""Codes for what can be wrong with saved reports, and with submissions that are to be merged."""

from __future__ import annotations

from argue.io.codes.code import Code

EXPLAIN_CODES: dict[str, Code] = {
    "M001": Code(
        "submissions on different choices",
        "Voices can be merged if they are about one choice: the same options and the same kinds\n"
        "of people, under the same ids. A voice may think that an option or a person is missing;\n"
        "then everybody has to take it in first, with numbers for it.",
        "a.yaml has options {keep, end}, b.yaml has options {keep, stop}",
        "both have options {keep, end}",
        runs=False,
    ),
    "M002": Code(
        "a difference that the format cannot leave open",
        "Cells of payoffs, general and universal can become intervals or depend on a disputed\n"
        "fact, facts can be disputed, rankings and challenges be left open. Everything else, such\n"
        "as how many persons there are or the rule of a framework, can only be said once.",
        "a.yaml has {id: veil, rule: leximin}, b.yaml has {id: veil, rule: maximin}",
        "a.yaml has {id: veil, rule: leximin}, b.yaml has {id: veil_maximin, type: veil,\n"
        "rule: maximin}",
        runs=False,
    ),
    "S001": Code(
        "no saved analysis or report, or not the whole of one",
        "What is verified or compared are files that argue wrote: argue analyze --json, or\n"
        "argue report --json, which holds the case as well so that it can be run again.",
        "argue report --verify report.html",
        "argue report mask-mandate -o report.json && argue report --verify report.json",
        runs=False,
    ),
}
"""Code -> what it means."""
