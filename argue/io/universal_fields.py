"""The keys of what if everyone did it: utilities, shapes, and what is said of the maxim itself."""

from __future__ import annotations

from argue.io.kinds import (
    AMOUNT,
    FLAG,
    NUMBER,
    POSITIVE,
    QUANTITY,
    SHARE,
    Field,
    either,
    list_of,
    record,
    word,
)

MAXIM = (
    Field("conceivable", FLAG, "Whether everyone's doing it can be conceived at all.", "true"),
    Field(
        "own",
        record(
            "own",
            Field("all", NUMBER, "The agent's own utility if everyone does it.", required=True),
            Field("nobody", NUMBER, "The agent's own utility if nobody does it.", required=True),
        ),
        "What everyone's doing it is worth to the agent, for will: own.",
    ),
    Field(
        "means",
        record(
            "means",
            Field("all", SHARE, "The chance, if everyone does it.", required=True),
            Field("alone", SHARE, "The chance, if only the agent does it.", required=True),
        ),
        "How likely it is to bring about what it is done for.",
    ),
)
"""What may be said of an option's maxim beside its utilities."""

EXTREMES = record(
    "universal",
    Field("all", QUANTITY, "Utility if everyone who would do it does it.", required=True),
    Field("nobody", QUANTITY, "Utility if nobody does it.", required=True),
    *MAXIM,
)

SHAPE = record(
    "universal",
    Field(
        "shape",
        word("threshold", "aggregation", "coordination"),
        "How utility depends on how many do it.",
        required=True,
    ),
    Field("population", POSITIVE, "How many people there are.", required=True),
    Field(
        "interested",
        AMOUNT,
        "How many of them, the agent included, would do it if they felt free to.",
        required=True,
    ),
    Field(
        "threshold",
        list_of(AMOUNT, 2, 2),
        "For shape threshold: how many do it when harm begins, and when it is complete.",
    ),
    Field("gain", NUMBER, "Utility below the threshold, or of each who does it.", "0"),
    Field("loss", AMOUNT, "Harm when it is complete, or of each who does it; not negative.", "0"),
    *MAXIM,
)

READING = either(
    word("refrain"),
    record(
        "universal",
        Field("all", NUMBER, "Utility if everyone who would do it does it.", required=True),
        Field("nobody", NUMBER, "Utility if nobody does it.", required=True),
        *MAXIM,
    ),
    SHAPE,
)
"""What a challenge would have universalization read: plain numbers."""
