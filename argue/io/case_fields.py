"""The table of all keys of a case file: it drives the reader, the JSON Schema and the docs."""

from __future__ import annotations

from argue.io.entry_fields import (
    CHALLENGE,
    CONSIDERED,
    FACT,
    HIGHER,
    JUDGEMENTS,
    LOWER,
    OPTION,
    PRIORITY,
    REASON,
    STANDPOINT,
)
from argue.io.kinds import (
    AMOUNT,
    FLAG,
    FRAMEWORK,
    FREE,
    LABEL,
    SHARE,
    TABLE,
    TEXT,
    Field,
    either,
    list_of,
    map_of,
    new,
    pair,
    record,
    ref,
    word,
)
from argue.io.norm_fields import NORM
from argue.io.universal_fields import EXTREMES, SHAPE
from argue.io.upgrade.formats import FORMATS, NEWEST

CASE = record(
    "case",
    Field("schema", word(*reversed(FORMATS)), "Which format of case file this is.", NEWEST),
    Field("title", LABEL, "A short name.", required=True),
    Field("question", TEXT, "What is to be decided."),
    Field("source", TEXT, "Where the case comes from."),
    Field("text", TEXT, "The story."),
    Field("tags", list_of(TEXT), "Words to find it by.", "none"),
    Field(
        "context",
        record(
            "context",
            Field(
                "role",
                either(TEXT, list_of(TEXT)),
                "What the system is to people, one or several: public-interest, corporate, "
                "private-use. Completes the norms of that role which the case names.",
            ),
            Field("domain", TEXT, "The field of life."),
        ),
        "Where the question arises.",
    ),
    Field(
        "options",
        map_of(new("option"), either(LABEL, OPTION), least=1),
        "What can be done: complete plans that exclude one another.",
        required=True,
    ),
    Field("standpoints", map_of(new("standpoint"), STANDPOINT), "Who can complain.", "none"),
    Field("facts", map_of(new("fact"), FACT), "Statements the case depends on.", "none"),
    Field(
        "scale",
        record(
            "scale",
            Field("unit", TEXT, "What one point is."),
            Field("zero", TEXT, "What zero means."),
            Field("comparable", FLAG, "Whether persons can be compared.", "true"),
        ),
        "What the numbers mean.",
    ),
    Field(
        "payoffs",
        TABLE,
        "The effects of this choice: option, standpoint, cell. Every cell, or a default.",
        "none",
    ),
    Field(
        "general",
        TABLE,
        "What people would bear if everybody could rely on the option being permitted.",
        "cell by cell as in payoffs",
    ),
    Field(
        "universal",
        map_of(ref("option"), either(word("refrain"), EXTREMES, SHAPE)),
        "What if everyone did it; for all options or none. refrain: an omission.",
        "none",
    ),
    Field(
        "influence",
        map_of(ref("option"), map_of(ref("standpoint"), AMOUNT)),
        "How much say over what is decided each person has: option, standpoint, amount.",
        "none",
    ),
    Field("game", FREE, "A game the payoffs come from."),
    Field("frameworks", list_of(FRAMEWORK), "The moral frameworks that speak.", "none"),
    Field("norms", map_of(new("norm"), NORM), "Rules somebody is bound by.", "none"),
    Field(
        "compliance",
        word("mere", "wilful", "enlightened"),
        "Whether norms bind by their letter, their purpose, or their principles.",
        "mere",
    ),
    Field("reasons", list_of(REASON), "Stated reasons, for anything that is no burden.", "none"),
    Field("rules", FREE, "Rules of a structured theory: strict, defeasible, contraries."),
    Field(
        "priorities",
        list_of(either(pair(HIGHER, LOWER), PRIORITY)),
        "Which source outranks which: [higher, lower].",
        "none",
    ),
    Field("challenges", list_of(CHALLENGE), "Doubts that people raise.", "none"),
    Field(
        "considered",
        either(map_of(ref("option"), word(*JUDGEMENTS)), list_of(CONSIDERED)),
        "Judgements to compare the verdict with.",
        "none",
    ),
    Field(
        "credences",
        map_of(ref("source"), SHARE),
        "Confidence in sources, 0 to 1; only for the modes of moral uncertainty.",
    ),
)
"""A whole case file."""
