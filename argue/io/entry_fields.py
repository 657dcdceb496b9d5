"""The keys of the entries of a case file: options, standpoints, norms, challenges and so on."""

from __future__ import annotations

from argue.io.kinds import (
    AMOUNT,
    BECAUSE,
    CONDITION,
    FLAG,
    LABEL,
    MODE,
    NO_STANDPOINTS,
    NUMBER,
    POSITIVE,
    SHARE,
    STRATEGY,
    TEXT,
    Field,
    either,
    list_of,
    map_of,
    new,
    record,
    ref,
    word,
)
from argue.io.universal_fields import READING

JUDGEMENTS = (
    "obligatory",
    "permissible",
    "impermissible",
    "contested",
    "unresolved",
    "required",
    "allowed",
    "forbidden",
    "disputed",
)
"""What a considered judgement may say of an option; disputed: the literature is divided on it."""

_OPTIONS = list_of(ref("option"))
_PERSONS = list_of(ref("standpoint"))

OPTION = record(
    "option",
    Field("text", LABEL, "What is done, as a complete plan.", required=True),
    Field("source", TEXT, "Where the wording or the option comes from."),
    Field(
        "presume",
        word("forbidden", "permitted"),
        "forbidden: whoever proposes it bears the burden of proof.",
        "permitted",
    ),
    Field("uses_as_means", _PERSONS, "Standpoints it uses merely as a means.", "none"),
    Field("breaches_right_of", _PERSONS, "Standpoints a right of whom it breaches.", "none"),
    Field("deceives", _PERSONS, "Standpoints it deceives.", "none"),
    Field("coerces", _PERSONS, "Standpoints it coerces.", "none"),
    Field("does_harm_to", _PERSONS, "Standpoints to whom it does harm.", "none"),
    Field(
        "allows_harm_to",
        _PERSONS,
        "Standpoints whose harm it only allows to happen; complaints then weigh less.",
        "none",
    ),
    Field("irreversible", FLAG, "Whether it cannot be undone.", "false"),
    Field(
        "rests_on",
        list_of(ref("fact")),
        "Facts it takes for granted: predictions, or values behind it.",
        "none",
    ),
    Field("plays", STRATEGY, "The strategy of the case's game that this option is."),
    Field(
        "trace",
        list_of(list_of(TEXT)),
        "What holds at each step under this option, for norms stated in temporal logic.",
    ),
    Field(
        "features",
        map_of(LABEL, NUMBER),
        "How much there is of what norms set limits to, such as irreversible_loss: 40.",
    ),
)

STANDPOINT = record(
    "standpoint",
    Field(
        "count",
        either(
            AMOUNT,
            record(
                "count",
                Field("payoffs", AMOUNT, "Persons, where payoffs are read.", required=True),
                Field("general", AMOUNT, "Persons, where general is read.", "as for payoffs"),
            ),
        ),
        "How many persons, read where heads are counted; 0 for one who can only complain.",
        "1",
    ),
    Field("text", TEXT, "Who they are.", "the id"),
    Field("name", LABEL, "What they are called in sentences: the donor.", "the id in words"),
    Field("level", NUMBER, "Their wellbeing before the choice.", "not given, read as 0"),
    Field(
        "consent",
        either(FLAG, _OPTIONS),
        "What they have consented to: every option (true) or these.",
        "nothing",
    ),
    Field(
        "responsible",
        either(SHARE, map_of(ref("option"), SHARE)),
        "Their own share of the responsibility, 0 to 1, for all options or one by one.",
        "0",
    ),
    Field("agent", FLAG, "Whether they are the one who acts.", "false"),
    Field(
        "cap",
        either(AMOUNT, map_of(ref("source", "*"), AMOUNT)),
        "The most that can be asked of this agent, by every source (also *) or by each.",
        "no limit",
    ),
    Field(
        "prerogative",
        FLAG,
        "Whether this agent may forgo what would benefit only the agent.",
        "false",
    ),
    Field("role", TEXT, "The role they hold."),
)

FACT = record(
    "fact",
    Field("text", TEXT, "The statement in words.", "the id"),
    Field(
        "status",
        word("agreed", "assumed", "disputed", "denied"),
        "How it stands; assumed counts as agreed and is listed as an assumption.",
        "agreed",
    ),
    Field("credence", SHARE, "How likely it is held to be, 0 to 1; reported, never used."),
    Field("lean", FLAG, "Which way a met standard of proof decides it."),
    Field("evidence", TEXT, "What speaks for or against it."),
)

FRAMEWORK_FIELDS = (
    Field("id", new("framework"), "Its name among the sources of this case.", "the type"),
    Field("type", TEXT, "Which framework it is.", "the id"),
    Field("mode", MODE, "Whether it asks for the best, for enough, or tests.", "the framework's"),
)
"""The keys of every use of a framework; those of its type stand beside them."""

TABLE_FIELD = Field("table", word("payoffs", "general"), "Which table it reads.", "the framework's")
RESIDUE_FIELD = Field("residue_above", AMOUNT, "Complaints above it are a residue.", "no bound")

REASON = record(
    "reason",
    Field("id", new("reason"), "Its name.", "reason1, reason2, ... by position"),
    Field("by", new("by"), "Who gives it; a source of its own.", required=True),
    Field("favours", ref("option"), "The option it speaks for.", required=True),
    Field("over", ref("option"), "The option it speaks against.", required=True),
    Field("because", CONDITION, "Facts it depends on.", "nothing"),
    Field("strength", POSITIVE, "How strong, among the reasons of the same source.", "1"),
    Field("text", TEXT, "The reason in words."),
    Field("source", TEXT, "Where it is stated."),
)

HIGHER = Field(
    "higher",
    ref("source", "norms"),
    "The source that outranks; norms: each.",
    required=True,
)
LOWER = Field("lower", ref("source", "norms"), "The source outranked; norms: each.", required=True)

PRIORITY = record(
    "priority",
    Field("id", new("priority"), "Its name.", "higher>lower"),
    HIGHER,
    LOWER,
    Field("because", BECAUSE, "Why; a condition where it names declared facts."),
    Field("by", TEXT, "Who declares it."),
)

_BETTER = Field("better", ref("option"), "Only the reasons for this option.")
_WORSE = Field("worse", ref("option"), "Only the reasons against this option.")
_VOICE = Field(
    "voice",
    ref("standpoint", *NO_STANDPOINTS),
    "Only this standpoint's complaints, or what numbers, slight complaints (spared) or "
    "catastrophe speak for.",
)
REPLY_KINDS = ("framework", "cap", "prerogative", "norm")
"""The keys of `reply` that say what it belongs to; exactly one of them stands there."""

_REPLY = record(
    "reply",
    Field("framework", ref("framework"), "A reply within this framework."),
    Field("cap", ref("standpoint"), "The cap of this agent."),
    Field("prerogative", ref("standpoint"), "The prerogative of this agent."),
    Field("norm", ref("norm"), "The express permission by this norm."),
    Field(
        "by",
        ref("replier"),
        "Only a framework's reply by this standpoint, or by the numbers themselves "
        "(levelling_down).",
    ),
    Field("better", ref("option"), "Only replies to reasons for this option; of no norm."),
    Field("worse", ref("option"), "Only replies to reasons against this option."),
)

TARGET_KINDS = ("framework", "norm", "source", "reply", "priority", "reason", "challenge")
"""The keys of `against` that say what is challenged; exactly one of them stands there."""

AGAINST = record(
    "against",
    Field("framework", ref("framework"), "A framework of this case."),
    Field("norm", ref("norm"), "A norm."),
    Field("source", ref("source"), "Any source: a framework, norm:<id>, or who states reasons."),
    Field("reply", _REPLY, "A reply within a framework."),
    Field("priority", ref("priority"), "A priority."),
    Field("reason", ref("reason"), "A stated reason."),
    Field("challenge", ref("challenge"), "Another challenge."),
    _BETTER,
    _WORSE,
    _VOICE,
)

CHALLENGE = record(
    "challenge",
    Field("id", new("challenge"), "Its name.", "challenge1, challenge2, ... by position"),
    Field("question", TEXT, "The critical question it presses."),
    Field("against", AGAINST, "What it is directed against, one thing.", required=True),
    Field(
        "status",
        word("raised", "accepted", "refuted"),
        "raised: both ways are counted; accepted: it stands; refuted: it is gone.",
        "raised",
    ),
    Field("because", BECAUSE, "Why; a condition where it names declared facts."),
    Field("if", CONDITION, "What must hold for it to stand.", "nothing"),
    Field("factor", AMOUNT, "What a challenged complaint is multiplied by.", "0"),
    Field("by", TEXT, "Who raises it."),
    Field("text", TEXT, "The challenge in words."),
    Field(
        "universal",
        READING,
        "What universalization reads instead for the option challenged, while it stands.",
        "its reasons fall",
    ),
)

CONSIDERED = record(
    "judgement",
    Field("option", ref("option"), "The option judged.", required=True),
    Field("status", word(*JUDGEMENTS), "What is held of it.", required=True),
    Field("by", TEXT, "The source or the people it is attributed to.", "the whole case"),
    Field("source", TEXT, "Citation."),
)
