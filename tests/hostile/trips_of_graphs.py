"""Trips over the limits of graphs, of maps of other programs, and of learning and revising."""

import json
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from argue.analysis import analyze
from argue.cli.exits import Exit
from argue.io.graphs import apx, i23, tgf
from argue.io.graphs.files import load_af
from argue.io.interchange import aif, argdown, jiminy
from argue.io.study import read_study
from argue.model.af import AF
from argue.model.case import Case
from argue.model.study import Family, Grid
from argue.model.verdict import Status
from argue.norms.revision import revise
from argue.norms.rules import Example, learn
from argue.norms.thresholds import infer, next_question
from argue.semantics.tasks import extensions
from argue.semantics.variants.gradual import h_categoriser
from argue.semantics.variants.incomplete import IncompleteAF
from argue.semantics.variants.preferences import objectively_accepted
from tests.hostile.trip import Ask, Trip


def _padded(text: str, ask: Ask) -> Ask:
    """Asks about a file that spaces at its end make so many bytes long."""

    def asked(size: int, folder: Path) -> object:
        (folder / "file").write_text(text.ljust(size), encoding="utf-8")
        return ask(size, folder / "file")

    return asked


def _names(count: int) -> list[str]:
    return [f"a{i}" for i in range(count)]


def _announced(count: int, folder: Path) -> object:
    return i23.load(f"p af {count}\n".encode(), "graph")


def _digits(count: int, folder: Path) -> object:
    return i23.load(f"p af 5\n{'1'.zfill(count)} 2\n".encode(), "graph")


def _apx(count: int, folder: Path) -> object:
    return apx.load("".join(f"arg({name}).\n" for name in _names(count)).encode(), "graph")


def _tgf(count: int, folder: Path) -> object:
    return tgf.load("\n".join([*_names(count), "#"]).encode(), "graph")


def _map(parts: Mapping[str, list[dict[str, str]]]) -> object:
    return aif.load_map(json.dumps({"nodes": [], "edges": [], **parts}).encode())


def _points(count: int, folder: Path) -> object:
    nodes = [{"nodeID": name, "text": name, "type": "I"} for name in _names(count)]
    return _map({"nodes": nodes})


def _named(count: int, folder: Path) -> object:
    return _map({"nodes": [{"nodeID": "n" * count, "text": "said", "type": "I"}]})


def _attackers(count: int) -> list[str]:
    return [f"  - [b{i // 3}]\n" for i in range(count)]


def _attacked(count: int, folder: Path) -> object:
    """So many conflicts between fewer statements: each of some attacks each of others."""
    lines = [line for i in range(3) for line in (f"[a{i}]: a\n", *_attackers(count)[i::3])]
    return argdown.load_map("".join(lines).encode())


def _context(count: int, folder: Path) -> object:
    return jiminy.load(f"context: [{', '.join(f'{{id: {n}}}' for n in _names(count))}]".encode())


def _uncertain(count: int, folder: Path) -> object:
    return list(IncompleteAF.of(AF(tuple(_names(count)), (), ()), _names(count)).completions())


def _audience(count: int, folder: Path) -> object:
    names = _names(count)
    return objectively_accepted(AF(tuple(names), (), ()), {n: f"of {n}" for n in names}, "a0")


def _rounds(count: int, folder: Path) -> object:
    """What nothing attacks has its strength from the first round on, and no other changes."""
    return h_categoriser(AF.parse("a b"))


def _extensions(count: int, folder: Path) -> object:
    """Four preferred extensions of two members, two of one in each component."""
    return extensions(AF.parse("a<->b c<->d"), "preferred")


GRAPHS = (
    Trip(
        "bytes of a graph",
        _padded("p af 1\n# ", lambda _, file: load_af(str(file), "i23")),
        "more than {most} bytes",
        lowered=90,
    ),
    *(
        Trip("arguments it may announce", ask, "more than {most} arguments", lowered=9)
        for ask in (_announced, _apx, _tgf)
    ),
    Trip(
        "bytes of a map in JSON",
        _padded('{"nodes": [], "edges": []}', lambda _, file: aif.load_map(file.read_bytes())),
        "more than {most} bytes",
        lowered=90,
    ),
    Trip(
        "bytes of a map in Argdown",
        _padded("[a]: a", lambda _, file: argdown.load_map(file.read_bytes())),
        "more than {most} bytes",
        lowered=90,
    ),
    *(
        Trip("points, inferences or conflicts of a map", ask, "have {most} parts", lowered=9)
        for ask in (_points, _attacked)
    ),
    Trip("entries of a scenario in YAML", _context, "list {most}, or split"),
    Trip("uncertain elements gone through", _uncertain, "settle all but {most}", lowered=5),
    Trip("values of an audience", _audience, "at most {most} can be tried", lowered=4),
    Trip(
        "rounds of a gradual semantics",
        _rounds,
        "after {most} rounds",
        holds=1,
        code=Exit.OUT_OF_TIME,
    ),
    Trip("digits of an argument's number", _digits, "at most {most} digits"),
    Trip("characters of an id of a map in JSON", _named, "at most {most} characters"),
    Trip(
        "members in all of the extensions answered together",
        _extensions,
        "more than {most} members in all",
        holds=8,
    ),
    Trip(
        "members of extensions of one component put in order",
        _extensions,
        "more than {most} members",
        holds=2,
    ),
)

CLASH = """title: T
options: {a: A, b: B}
facts: {f: {status: agreed}}
norms: {n: {breached_by: [a]}}
considered: {a: permissible}
"""
"""A case that two edits alone bring into agreement, and that two may be made of together."""


def _judge(case: Case) -> Mapping[str, Status]:
    return analyze(case).statuses


def _revised(count: int, folder: Path) -> object:
    return revise({"case": CLASH}, _judge)


def _thresholds(count: int, folder: Path) -> object:
    return infer(Family(Grid(Fraction(0), Fraction(1), count - 1)), [], Fraction(1, 4))


def _mixes(count: int, folder: Path) -> object:
    """An exception that holds or does not."""
    family = Family(Grid(Fraction(0), Fraction(1), 2), exceptions=("e",))
    return next_question(infer(family, [], Fraction(1, 4)))


def _features(count: int, folder: Path) -> object:
    return learn([Example("e", frozenset(_names(count)), False)])


def _examples(count: int, folder: Path) -> object:
    return learn([Example(name, frozenset(), False) for name in _names(count)])


def _priced(count: int, folder: Path) -> object:
    example = "{features: [a], verdict: permissible}"
    return read_study(f"title: T\nprice: {count}\nexamples: [{example}]\n")


def _asked(count: int, folder: Path) -> object:
    judgement = f"{{amount: 1/2, people: {count}, permissible: 1}}"
    return read_study(f"title: T\nnorm: {{steps: 2}}\njudgements: [{judgement}]\n")


LEARNING = (
    Trip(
        "judgements of edited cases in one revision", _revised, "more than {most}; allow", holds=3
    ),
    Trip("hypotheses about a threshold", _thresholds, "more than {most}; take", lowered=50),
    Trip("situations looked at for the next question", _mixes, "more than {most}; take", holds=2),
    Trip("features of examples", _features, "features, more than {most}"),
    Trip("examples", _examples, "examples, more than {most}", lowered=9),
    Trip("price of an unexplained example", _priced, "from 1 to {most}"),
    Trip("people behind one judgement", _asked, "up to {most}"),
)
