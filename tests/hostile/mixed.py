"""A case in which many attacks stand side by side, as a stranger would send them."""

import json
from dataclasses import replace

from argue.analysis import analyze
from argue.io.case import load_case
from argue.verdict.result import Analysis

TEXTS = {
    "html": "<img src=x onerror=alert(1)>",
    "script": "</title></svg></style><script>alert(2)</script>",
    "entity": "&lt;script&gt;alert(3)&#x3c;",
    "template": "{{ 7 * 7 }}{% raw %}",
    "link": "[free money](javascript:alert(4)) ![](http://evil.example/x.png)",
    "address": "http://evil.example www.evil.example me@evil.example",
    "reference": "[x]: http://evil.example 'title'",
    "table": "cell | another | `code` ``` ~~~",
    "emphasis": "**bold** _slanted_ ~~gone~~ # heading > quote",
    "dot": 'a"]; evil [label="\\N \\l \\" <b>',
    "ansi": "\x1b[31mred\x1b[0m \x1b]0;title\x07",
    "bidi": "\u202egnirts\u202c \u2066x\u2069 \u200b\u2028 \ud7ff",
}
"""Kind of attack -> a text that makes it."""

REFUSED = ("ansi", "bidi")
"""Texts that no case file may hold."""

SOURCE = """
title: {link}
question: {script}
source: {html}
options:
  good: {{text: {html}}}
  bad: {{text: {script}}}
  ugly: {{text: {table}}}
standpoints:
  people: {{level: 1, text: {table}}}
facts:
  doubt: {{text: {template}, status: disputed}}
  taken: {{text: taken, status: assumed}}
reasons:
  - {{id: one, by: somebody, favours: good, over: bad, text: {dot}}}
  - {{id: two, by: somebody_else, favours: bad, over: good, because: doubt, text: {address}}}
  - {{id: three, by: somebody, favours: good, over: ugly, text: {emphasis}}}
norms:
  rule: {{text: {reference}, breached_by: [bad]}}
challenges:
  - {{id: why, against: {{reason: one}}, text: {entity}}}
"""


def hostile() -> Analysis:
    """The analysis of the hostile case, every text in it unchanged.

    What the reader of case files refuses, such as terminal commands, is put in behind it.
    """
    written = {name: json.dumps(text) for name, text in TEXTS.items() if name not in REFUSED}
    case = load_case(SOURCE.format(**written), name="hostile")
    facts = {**case.facts, "taken": replace(case.facts["taken"], text=TEXTS["bidi"])}
    options = {**case.options, "ugly": replace(case.options["ugly"], text=TEXTS["ansi"])}
    return analyze(replace(case, facts=facts, options=options, source=TEXTS["ansi"]))
