"""A case file to start from: every key with what it means, in a file that is in order.

What a key means is said by the table of fields, the same that drives the reader and the schema.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from argue.errors import ArgueError
from argue.io.case_fields import CASE
from argue.io.entry_fields import FACT, OPTION, STANDPOINT
from argue.io.kinds import ID_PATTERN, RESERVED, Kind
from argue.io.upgrade.formats import NEWEST

TITLE = "A choice to be made"
OPTIONS = ("act", "wait")

HEAD = """\
# yaml-language-server: $schema=case.schema.json
# The line above lets an editor check and complete this file; "argue schema -o case.schema.json"
# writes the schema. Judge the case with "argue analyze", given the name of this file.
"""

SHORT = ("title", "question", "options", "standpoints", "facts", "payoffs", "frameworks", "norms")
"""The keys of a short template, beside `schema`."""

SAMPLES: Mapping[str, str] = {
    "schema": f"schema: {NEWEST}",
    "question": "question: What may be done?",
    "source": "source: A book, an article, a conversation",
    "text": "text: >-\n  The story, in a few sentences.",
    "tags": "tags: [draft]",
    "context": "# context: {role: public-interest, domain: health}",
    "standpoints": "standpoints:\n"
    "  me: {count: 1, level: 50, text: whoever decides}\n"
    "  others: {count: 10, level: 40, text: everybody else}",
    "facts": "facts:\n  urgent: {text: Time is short, status: disputed}",
    "scale": "scale: {unit: points, zero: nothing changes for this person}",
    "influence": "# influence: {FIRST: {me: 1, others: 1}, LAST: {me: 5, others: 1}}",
    "game": "# game: {family: commons, a: 10, b: 1, c: 1, players: [me, others]}",
    "frameworks": "frameworks:\n  - welfare\n  - {id: veil, type: veil, rule: leximin}\n"
    "  - rejection",
    "norms": "norms:\n"
    "  promise: {text: Promises are kept, by: others, breached_by: [LAST], when: urgent}",
    "compliance": "compliance: mere",
    "reasons": "reasons:\n"
    "  - {id: habit, by: custom, favours: FIRST, over: LAST, text: It was always done so}",
    "rules": '# rules: {premises: [alarm], defeasible: ["r1: alarm => urgent"]}',
    "priorities": "priorities:\n  - [norms, custom]",
    "challenges": "challenges:\n"
    "  - {id: consented, status: raised, against: {framework: rejection, voice: me},\n"
    "     text: Whoever decides has accepted this burden}",
    "considered": "# considered:\n"
    "#   - {option: FIRST, status: permissible, by: most people asked, source: a study}",
    "credences": "# credences: {welfare: 0.5}",
}
"""Key -> what stands under it; FIRST and LAST are options. A comment shows keys of rarer use."""

ENTRIES: Mapping[str, tuple[Kind, str]] = {
    "options": (OPTION, "FIRST"),
    "standpoints": (STANDPOINT, "others"),
    "facts": (FACT, "urgent"),
}
"""Key whose entries have keys of their own -> what these are, and the entry they are shown for."""


def case_template(
    title: str = TITLE, options: Sequence[str] = OPTIONS, *, full: bool = False
) -> str:
    """Answers the text of a case of this title with these options; `full` shows every key.

    The numbers in it are placeholders and say so.

    Raises: ArgueError for an empty title, fewer than two options, or an id that cannot be one.
    """
    _check(title, options)
    made = {
        **SAMPLES,
        "title": f"title: {_text(title)}",
        "options": _options(options),
        "payoffs": f"payoffs:  # placeholders: write your own numbers\n{_table(options)}",
        "general": f"# general:\n{_table(options, '#   ')}",
        "universal": "\n".join(
            ["# universal:", *(f"#   {option}: {{all: 0, nobody: 0}}" for option in options)]
        ),
    }
    shown = [f for f in CASE.fields if full or f.name in ("schema", *SHORT)]
    parts = [HEAD]
    for field in shown:
        sample = made[field.name]
        if full and field.name in ENTRIES:
            sample = f"{sample}\n{_entry(*ENTRIES[field.name])}"
        sample = sample.replace("FIRST", options[0]).replace("LAST", options[-1])
        parts.append(sample if field.name == "schema" else f"\n# {field.doc}\n{sample}")
    return "\n".join(part.rstrip("\n") for part in parts) + "\n"


def _entry(kind: Kind, name: str) -> str:
    """Answers as comments all keys that an entry may have, each with what it means."""
    such = f"an {kind.title}" if kind.title[0] in "aeiou" else f"a {kind.title}"
    rows = [
        f"# With all its keys, of which it needs few, such {such} reads:",
        f"#   {name}:",
    ]
    for field in kind.fields:
        rows += [f"#     # {field.doc}", f"#     {field.name}: {_sample(field.kind)}"]
    return "\n".join(rows)


def _sample(kind: Kind) -> str:
    """Answers a value of a kind, as YAML writes it."""
    first = kind.kinds[0] if kind.kinds else kind.of
    if kind.name == "either" and first is not None:
        return _sample(first)
    if kind.name == "list" and first is not None:
        return f"[{_sample(first)}]"
    if kind.name == "map" and kind.keys is not None and first is not None:
        return f"{{{_sample(kind.keys)}: {_sample(first)}}}"
    if kind.name == "number":
        return "0.5" if kind.high == 1 else "5"
    known = {"flag": "true", "ref": _NAMED.get(kind.group, ""), "word": "".join(kind.words[:1])}
    return known.get(kind.name) or "words"


_NAMED = {"option": "FIRST", "standpoint": "others", "fact": "urgent", "source": "welfare"}
"""Sort of id -> one that the template declares."""


def _check(title: str, options: Sequence[str]) -> None:
    if not title.strip() or not title.isprintable():
        raise ArgueError("a title is one line of text that is not empty")
    if len(set(options)) < 2 or len(set(options)) < len(options):
        raise ArgueError("a case needs two or more different options, as in --options act,wait")
    for option in options:
        if not re.fullmatch(ID_PATTERN, option) or option in RESERVED["option"]:
            raise ArgueError(
                f"{option!r} cannot be the id of an option; write a letter, then letters, digits "
                "and underscores"
            )


def _text(text: str) -> str:
    """Answers a text as YAML in double quotes, which JSON writes too."""
    return json.dumps(text, ensure_ascii=False)


def _options(options: Sequence[str]) -> str:
    rows = [f"  {option}: {_text(f'What {option} comes to')}" for option in options]
    return "\n".join(["options:", *rows])


def _table(options: Sequence[str], indent: str = "  ") -> str:
    """Answers rows of placeholders: what burdens me more the others have less of."""
    most = len(options) - 1
    return "\n".join(
        f"{indent}{option}: {{me: {-(most - place)}, others: {-place}}}"
        for place, option in enumerate(options)
    )
