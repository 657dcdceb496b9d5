"""The JSON Schema of an analysis as data, `argue/analysis/v1`."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, TypeAlias

from argue.model.argument import AttackKind, Kind
from argue.model.verdict import AttributionKind, Basis, Label, MoveKind, Outcome, Status, Word
from argue.verdict.permission import Permitted

Schema: TypeAlias = dict[str, Any]

TEXT: Schema = {"type": "string"}
FLAG: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0}
FRACTION: Schema = {"type": "string", "pattern": r"^-?\d+(/\d+)?$"}
RANKED: Schema = {"type": "string", "pattern": "^[^>]+>[^>]+$"}


def word(kind: type[StrEnum], *more: str) -> Schema:
    """Answers the schema of one of an enum's words, or of some more."""
    return {"enum": [*(str(member) for member in kind), *more]}


def record(**fields: Schema) -> Schema:
    """Answers the schema of an object with exactly these keys."""
    return {
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }


def items(of: Schema) -> Schema:
    """Answers the schema of a list."""
    return {"type": "array", "items": of}


def by_id(of: Schema) -> Schema:
    """Answers the schema of a mapping from ids."""
    return {"type": "object", "additionalProperties": of}


def maybe(of: Schema) -> Schema:
    """Answers the schema of something that may be null."""
    return {"anyOf": [of, {"type": "null"}]}


NAMES = items(TEXT)
SETTLED = by_id(FLAG)
STATUSES = by_id(word(Status))

LEADING = record(
    option=TEXT,
    tally=by_id({"type": "array", "items": COUNT, "minItems": 2, "maxItems": 2}),
    dissent=maybe(record(source=TEXT, prefers=TEXT, margin=FRACTION, share=FRACTION)),
)

SHARED = record(
    table=by_id(record(allowed_by=COUNT, of=COUNT)),
    crux=items(
        record(
            moves=items(record(kind=word(MoveKind), name=TEXT, holds=FLAG, text=TEXT)),
            statuses=STATUSES,
        )
    ),
    decisive_priorities=items(record(priorities=items(RANKED), statuses=STATUSES)),
    leading=items(record(facts=SETTLED, challenges=SETTLED, numbers=NAMES, leading=maybe(LEADING))),
    ruled_out=items(record(option=TEXT, preferred=NAMES, nobodys_worst=FLAG, text=TEXT)),
)

WEIGHED = items(
    record(
        facts=SETTLED,
        challenges=SETTLED,
        scores=by_id(FRACTION),
        best=NAMES,
        left_out=by_id(TEXT),
    )
)

UNCERTAINTY = record(
    missing=TEXT,
    credences=by_id(FRACTION),
    rest=FRACTION,
    favourites=NAMES,
    mass=by_id(record(allowing=FRACTION, forbidding=FRACTION, neither=FRACTION)),
    borda=WEIGHED,
    choiceworthiness=by_id(WEIGHED),
)

CHANCES = record(
    credences=by_id(FRACTION),
    left_open=NAMES,
    options=by_id(by_id(FRACTION)),
    judged=COUNT,
    error=FRACTION,
)

COMPLETIONS = record(
    missing=TEXT,
    kind={"enum": ["exact", "bound", None]},
    every=STATUSES,
    some=by_id(by_id(TEXT)),
)

CLAIM: Schema = {
    "type": "object",
    "properties": {
        "better": TEXT,
        "worse": TEXT,
        "voice": TEXT,
        "by": TEXT,
        "margin": items(FRACTION),
    },
    "additionalProperties": False,
}

GRAPH = record(
    arguments=items(
        record(
            id=TEXT,
            kind=word(Kind),
            source=maybe(TEXT),
            claim=CLAIM,
            text=TEXT,
            premises=NAMES,
            label=word(Label, "varies"),
        )
    ),
    attacks=items(
        {
            "type": "object",
            "properties": {
                "from": TEXT,
                "to": TEXT,
                "kind": word(AttackKind),
                "if": maybe(RANKED),
                "via": maybe(TEXT),
            },
            "required": ["from", "to", "kind", "if", "via"],
            "additionalProperties": False,
        }
    ),
)


def analysis_schema() -> Schema:
    """Answers the JSON Schema (draft 2020-12) of what `Analysis.to_dict` gives."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "argue/analysis/v1",
        **record(
            schema={"const": "argue/analysis/v1"},
            version=TEXT,
            case=record(
                id=TEXT,
                title=TEXT,
                question=TEXT,
                sha256={"type": "string", "pattern": "^[0-9a-f]{64}$"},
            ),
            settings=record(
                facts=SETTLED,
                priorities=items(items(TEXT)),
                frameworks=maybe(NAMES),
                semantics=TEXT,
                flat=FLAG,
                compliance=TEXT,
            ),
            outcome=word(Outcome),
            dilemma=FLAG,
            options=by_id(
                record(
                    text=TEXT,
                    status=word(Status),
                    basis=word(Basis),
                    flags=NAMES,
                    permission=maybe(
                        record(word=word(Permitted), by=NAMES, against=NAMES, defeated=NAMES)
                    ),
                )
            ),
            positions=items(
                record(
                    permissible=NAMES,
                    undecided=NAMES,
                    rankings=items(RANKED),
                    facts=SETTLED,
                    challenges=SETTLED,
                    numbers=NAMES,
                    settles=FLAG,
                )
            ),
            sources=items(record(id=TEXT, title=TEXT, family=TEXT, missing=TEXT, chosen=TEXT)),
            alone=by_id(by_id(word(Word))),
            shared=SHARED,
            attribution=by_id(items(record(kind=word(AttributionKind), name=TEXT))),
            graded=items(
                record(source=TEXT, facts=SETTLED, challenges=SETTLED, acceptable=by_id(FRACTION))
            ),
            uncertainty=maybe(UNCERTAINTY),
            chances=maybe(CHANCES),
            completions=maybe(COMPLETIONS),
            considered=items(
                record(option=TEXT, by=maybe(TEXT), expected=TEXT, got=TEXT, agrees=FLAG)
            ),
            residue=NAMES,
            supererogatory=NAMES,
            revision_proposals=items(
                record(
                    norm=TEXT,
                    principles=NAMES,
                    complying=NAMES,
                    instead=NAMES,
                    acted=FLAG,
                    change=maybe(TEXT),
                    ways=items(record(way=TEXT, status=TEXT)),
                )
            ),
            assumptions=items(record(fact=TEXT, text=TEXT)),
            warnings=items(record(code=TEXT, path=TEXT, text=TEXT)),
            not_used=items(record(path=TEXT, why=TEXT)),
            partial=FLAG,
            graph=GRAPH,
        ),
    }
