"""Which packages of the project a run of each reader sees the coverage of; imports none of them."""

from collections.abc import Mapping

_CASES = ("argue.io",)
_NORMS = (*_CASES, "argue.construct", "argue.logic", "argue.logic.temporal")
_MAPS = ("argue.io.interchange", "argue.io.graphs", "argue.construct.rules")
_ROWS = ("argue.rewards.scale",)

PACKAGES: Mapping[str, tuple[str, ...]] = {
    "i23": ("argue.io.graphs",),
    "apx": ("argue.io.graphs",),
    "tgf": ("argue.io.graphs",),
    "incomplete": ("argue.model", "argue.semantics.variants"),
    "formula": ("argue.logic",),
    "temporal": ("argue.logic", "argue.logic.temporal"),
    "notation": ("argue.construct.rules", "argue.io"),
    "options": ("argue.cli",),
    "completions": ("argue.rewards.preferences",),
    "debate": ("argue.seminar.debate",),
    "aif": _MAPS,
    "argdown": _MAPS,
    "node-link": _MAPS,
    "jiminy": _MAPS,
    "carneades": _MAPS,
    "rules": (*_CASES, "argue.construct.rules"),
    "games": (*_CASES, "argue.construct.games", "argue.logic"),
    "norms": _NORMS,
    "case-yaml": _CASES,
    "case-json": _CASES,
    "case-toml": _CASES,
    "case-mapping": _CASES,
    "editing": _CASES,
    "upgrading": (*_CASES, "argue.io.upgrade"),
    "merging": ("argue.io", "argue.explain"),
    "bank": ("argue.io", "argue.norms", "argue.report.revision"),
    "study": ("argue.io", "argue.norms"),
    "saved": ("argue.explain", "argue.report"),
    "batch": _ROWS,
    "labels-jsonl": _ROWS,
    "labels-csv": _ROWS,
    "bindings": (*_ROWS, "argue.rewards"),
    "resumed": _ROWS,
    "quiz-key": ("argue.seminar.quiz",),
    "quiz-answers": ("argue.seminar.quiz",),
    "ballot": ("argue.seminar.quiz", "argue.seminar"),
    "teaching": ("argue.seminar.packs",),
    "requests": ("argue.report.live",),
    "commands": ("argue.cli",),
    "drawn-case": _CASES,
    "drawn-formula": ("argue.logic",),
    "drawn-temporal": ("argue.logic", "argue.logic.temporal"),
    "drawn-graph": ("argue.io.graphs", "argue.io.interchange"),
    "path": _CASES,
}
"""Reader -> packages."""
