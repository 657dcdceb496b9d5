"""The fields of a norm, and of what it demands over time."""

from __future__ import annotations

from argue.io.kinds import (
    AMOUNT,
    CONDITION,
    LABEL,
    NUMBER,
    TEXT,
    Field,
    list_of,
    map_of,
    record,
    ref,
    word,
)

_OPTIONS = list_of(ref("option"))

PATTERN_KINDS = ("never", "always", "achieve")
"""The keys of a pattern that say what it demands; exactly one of them stands there."""

PATTERN = record(
    "pattern",
    Field("never", TEXT, "What must not hold, such as leak & !urgent."),
    Field("always", TEXT, "What must hold all the while."),
    Field("achieve", TEXT, "What must come to hold."),
    Field("after", TEXT, "Whenever this holds, from that step on.", "from the start"),
    Field("until", TEXT, "Only until this holds (never, always).", "to the end"),
    Field("before", TEXT, "Before this holds (achieve)."),
    Field("within", AMOUNT, "In so many steps at most (achieve)."),
)

INTERPRETATION = record(
    "interpretation",
    Field("text", LABEL, "What the norm means, so read.", required=True),
    Field("breached_by", _OPTIONS, "Options that break it, so read.", "none"),
    Field("because", TEXT, "What speaks for reading it so."),
    Field("over", list_of(LABEL), "Rival interpretations this one goes before.", "none"),
    Field("source", TEXT, "Who reads it so.", "the norm's"),
)

NORM = record(
    "norm",
    Field("role", TEXT, "The role it is bound to."),
    Field("by", TEXT, "Whose norm it is: a standpoint or any name."),
    Field("text", TEXT, "The norm in words.", "the id"),
    Field("modality", word("forbid", "require", "permit"), "What it does.", "forbid"),
    Field("breached_by", _OPTIONS, "Options that break its letter.", "none"),
    Field("when", CONDITION, "What must hold for it to apply.", "always"),
    Field("ltl", TEXT, "What it demands over the options' traces, in temporal logic."),
    Field("pattern", PATTERN, "What it demands over the options' traces, as a pattern."),
    Field("limits", map_of(LABEL, NUMBER), "The most there may be of features of an option."),
    Field(
        "interpretations",
        map_of(LABEL, INTERPRETATION),
        "Rival readings of an open term; one of them holds, and which may be disputed.",
    ),
    Field("purpose", TEXT, "What it is for."),
    Field("frustrates_purpose", _OPTIONS, "Options that defeat its purpose.", "none"),
    Field("purpose_exempts", _OPTIONS, "Options that break only its letter.", "none"),
    Field("exceptions", list_of(ref("fact")), "Facts any of which suspends it.", "none"),
    Field("principles", list_of(ref("type")), "Frameworks that justify it.", "none"),
    Field("permits", _OPTIONS, "Options a permission expressly allows.", "none"),
    Field(
        "reparation",
        TEXT,
        "What repairs a breach, in temporal logic from the step of the breach on; words alone "
        "where the norm is not about time.",
    ),
    Field("rank", NUMBER, "A higher rank outranks a lower one.", "0"),
    Field("special_to", list_of(ref("norm")), "More general norms it goes before.", "none"),
    Field("since", NUMBER, "When it was made, such as a year; a later norm goes before."),
    Field(
        "authority",
        word("propose", "act"),
        "Whether a review of the norm only proposes, or silences it.",
        "propose",
    ),
    Field("source", TEXT, "Where the norm stands."),
)
