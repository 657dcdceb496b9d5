"""An analysis as plain data for JSON, schema `argue/analysis/v1`; fractions are strings."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from argue.errors import LimitExceeded
from argue.model.argument import Argument, Attack
from argue.model.case import FactStatus
from argue.model.verdict import Branch, Label, Leading, Move, Position, Status
from argue.model.version import VERSION
from argue.verdict.graded import graded_data
from argue.verdict.permission import Permission, permissions
from argue.verdict.result import Analysis

SCHEMA = "argue/analysis/v1"
DISPUTED = FactStatus.DISPUTED


def data_of(analysis: Analysis) -> dict[str, Any]:
    """Answers the analysis as nested dictionaries, lists, strings, booleans and integers."""
    case, permitted = analysis.case, permissions(analysis)
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "case": {
            "id": case.id,
            "title": case.title,
            "question": case.question,
            "sha256": case.sha256,
        },
        "settings": {
            "facts": dict(analysis.setup.facts),
            "priorities": [list(pair) for pair in analysis.setup.priorities],
            "frameworks": None
            if analysis.setup.frameworks is None
            else list(analysis.setup.frameworks),
            "semantics": analysis.setup.semantics,
            "flat": analysis.setup.flat,
            "compliance": str(case.compliance),
        },
        "outcome": str(analysis.outcome),
        "dilemma": analysis.dilemma,
        "options": {o: _option(analysis, o, permitted.get(o)) for o in case.options},
        "positions": [_position(position) for position in analysis.positions],
        "sources": [_source(analysis, s.id) for s in analysis.sources],
        "alone": {s: {o: str(w) for o, w in row.items()} for s, row in analysis.alone.items()},
        "shared": _shared(analysis),
        "attribution": {
            option: [{"kind": str(a.kind), "name": a.name} for a in found]
            for option, found in analysis.attribution.items()
        },
        "graded": graded_data(case),
        "uncertainty": _uncertainty(analysis),
        "chances": _chances(analysis),
        "completions": _completions(analysis),
        "considered": [
            {
                "option": c.option,
                "by": c.by,
                "expected": c.expected,
                "got": c.got,
                "agrees": c.agrees,
            }
            for c in analysis.considered
        ],
        "residue": list(analysis.residue),
        "supererogatory": list(analysis.supererogatory),
        "revision_proposals": [
            {
                "norm": p.norm,
                "principles": list(p.principles),
                "complying": list(p.complying),
                "instead": list(p.instead),
                "acted": p.acted,
                "change": p.change or None,
                "ways": [{"way": w, "status": str(s)} for w, s in p.ways.items()],
            }
            for p in analysis.proposals
        ],
        "assumptions": [
            {"fact": f.id, "text": f.text}
            for f in case.facts.values()
            if f.status is FactStatus.ASSUMED
        ],
        "warnings": [{"code": n.code, "path": n.path, "text": n.text} for n in analysis.notices],
        "not_used": [{"path": n.path, "why": n.why} for n in analysis.not_used],
        "partial": not analysis.shared.complete,
        "graph": {
            "arguments": [_argument(a, analysis) for a in analysis.graph.arguments.values()],
            "attacks": [_attack(a) for a in analysis.graph.attacks],
        },
    }


def _uncertainty(analysis: Analysis) -> dict[str, Any] | None:
    if not analysis.case.credences:
        return None
    from argue.verdict.uncertainty import data_beside  # noqa: PLC0415  (rare, slow)

    return data_beside(analysis)


def _chances(analysis: Analysis) -> dict[str, Any] | None:
    """Answers how probable the statuses are; None where no disputed fact has a credence."""
    if all(f.credence is None or f.status is not DISPUTED for f in analysis.case.facts.values()):
        return None
    found = analysis.chances
    return {
        "credences": {fact: _fraction(c) for fact, c in found.credences.items()},
        "left_open": list(found.left_open),
        "options": {
            option: {str(s): _fraction(p) for s, p in shares.items()}
            for option, shares in found.options.items()
        },
        "judged": found.judged,
        "error": _fraction(found.error),
    }


def _completions(analysis: Analysis) -> dict[str, Any] | None:
    """Answers what holds of the numbers known only within bounds; None where there are none."""
    if not analysis.case.regions:
        return None
    from argue.verdict.completions import completions  # noqa: PLC0415  (rare)

    try:
        found = completions(analysis)
    except LimitExceeded as error:
        return {"missing": str(error), "kind": None, "every": {}, "some": {}}
    if found is None:
        return None
    return {
        "missing": "",
        "kind": found.kind,
        "every": _words(found.every),
        "some": {o: {str(s): where for s, where in by.items()} for o, by in found.some.items()},
    }


def _permission(found: Permission | None) -> dict[str, Any] | None:
    """Answers what norms make of an option; None where there are none."""
    if found is None:
        return None
    return {
        "word": str(found.word),
        "by": list(found.by),
        "against": list(found.against),
        "defeated": list(found.defeated),
    }


def _option(analysis: Analysis, option: str, permission: Permission | None) -> dict[str, Any]:
    return {
        "text": analysis.case.options[option].text,
        "status": str(analysis.statuses[option]),
        "basis": str(analysis.basis[option]),
        "flags": list(analysis.flags[option]),
        "permission": _permission(permission),
    }


def _position(position: Position) -> dict[str, Any]:
    return {
        "permissible": sorted(position.permissible),
        "undecided": sorted(position.undecided),
        "rankings": [f"{high}>{low}" for high, low in position.priorities],
        "facts": dict(position.facts),
        "challenges": dict(position.challenges),
        "numbers": list(position.numbers),
        "settles": position.settles,
    }


def _source(analysis: Analysis, name: str) -> dict[str, Any]:
    source = next(s for s in analysis.sources if s.id == name)
    return {
        "id": source.id,
        "title": source.title,
        "family": source.family,
        "missing": source.missing,
        "chosen": next((u.chosen for u in analysis.case.frameworks if u.id == name), ""),
    }


def _shared(analysis: Analysis) -> dict[str, Any]:
    shared = analysis.shared
    return {
        "table": {o: {"allowed_by": k, "of": n} for o, (k, n) in shared.allowed_by.items()},
        "crux": [
            {"moves": [_move(m) for m in c.moves], "statuses": _words(c.statuses)}
            for c in shared.crux
        ],
        "decisive_priorities": [
            {
                "priorities": [f"{h}>{low}" for h, low in d.priorities],
                "statuses": _words(d.statuses),
            }
            for d in shared.decisive
        ],
        "leading": [_branch(branch) for branch in shared.branches],
        "ruled_out": [
            {
                "option": r.option,
                "preferred": list(r.preferred),
                "nobodys_worst": r.nobodys_worst,
                "text": str(r),
            }
            for r in shared.ruled_out
        ],
    }


def _words(statuses: Mapping[str, Status]) -> dict[str, str]:
    return {option: str(status) for option, status in statuses.items()}


def _move(move: Move) -> dict[str, Any]:
    return {"kind": str(move.kind), "name": move.name, "holds": move.holds, "text": str(move)}


def _branch(branch: Branch) -> dict[str, Any]:
    return {
        "facts": dict(branch.facts),
        "challenges": dict(branch.challenges),
        "numbers": list(branch.numbers),
        "leading": None if branch.leading is None else _leading(branch.leading),
    }


def _leading(leading: Leading) -> dict[str, Any]:
    dissent = leading.dissent
    return {
        "option": leading.option,
        "tally": {option: list(votes) for option, votes in leading.tally.items()},
        "dissent": None
        if dissent is None
        else {
            "source": dissent.source,
            "prefers": dissent.prefers,
            "margin": _fraction(dissent.margin),
            "share": _fraction(dissent.share),
        },
    }


def _fraction(number: Fraction) -> str:
    return str(number)


def _argument(argument: Argument, analysis: Analysis) -> dict[str, Any]:
    claim = {
        "better": argument.better,
        "worse": argument.worse,
        "voice": argument.voice,
        "by": argument.by,
        "margin": None if argument.margin is None else [_fraction(m) for m in argument.margin],
    }
    return {
        "id": argument.id,
        "kind": str(argument.kind),
        "source": argument.source,
        "claim": {key: value for key, value in claim.items() if value is not None},
        "text": argument.text,
        "premises": list(argument.premises),
        "label": _label(analysis.labels.get(argument.id, frozenset())),
    }


def _label(labels: frozenset[Label]) -> str:
    """Answers the label in all positions, or `varies`."""
    return str(next(iter(labels))) if len(labels) == 1 else "varies"


def _attack(attack: Attack) -> dict[str, Any]:
    given = None if attack.higher is None else f"{attack.higher}>{attack.lower}"
    return {
        "from": attack.attacker,
        "to": attack.target,
        "kind": str(attack.kind),
        "if": given,
        "via": None,
    }
