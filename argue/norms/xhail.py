"""Rules with exceptions learnt by the program `xhail`, which comes with the extra `ilp`.

It abduces what would explain the examples and generalises that by the features they have. It
allows for no mistakes: rules explain every example, or there are none. A rule of it may also forbid
everything but what has a feature, which no rule learnt by `argue.norms.rules` does.

Source: [Ray09].
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from argue.errors import ArgueError, OutOfBudget
from argue.io.phrasing import listed
from argue.model.study import Example
from argue.norms.rules import Learnt, Theories, Theory, features_of, forbids, opposed

PROGRAM = "xhail"

_RULE = re.compile(r"forbid\(V1\)(?: :- (.+))?\.")
_LITERAL = re.compile(r"(not )?(case|f(\d+))\(V1\)")


def found_program() -> Path:
    """Answers where xhail is: beside the Python that runs, or on the path.

    Raises: ArgueError naming the extra that brings it.
    """
    beside = shutil.which(PROGRAM, path=str(Path(sys.executable).parent))
    found = beside or shutil.which(PROGRAM)
    if found is None:
        raise ArgueError(
            "--learner xhail needs the program xhail: pip install 'argue-norms[ilp]'; "
            "--learner argue needs nothing more"
        )
    return Path(found)


def learn_by_xhail(
    examples: Sequence[Example], *, program: Path | None = None, deadline: float | None = None
) -> Theories:
    """Answers all the rules that are best by xhail's own measure, and how many features they name.

    Raises: ArgueError where xhail is missing, fails or finds none; OutOfBudget past the deadline.
    """
    program = program or found_program()
    features = features_of(examples)
    if not any(example.forbidden for example in examples):
        return Theories(0, (Theory((), ()),), complete=True)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "examples.lp"
        file.write_text("\n".join(_lines(examples, features)) + "\n", encoding="utf-8")
        ran = _run([str(program), "run", str(file), "--all"], deadline)
    if ran.returncode:
        raise ArgueError(_failure(ran.stderr, examples))
    found = {_theory(rules, examples) for rules in rules_printed(ran.stdout, features)}
    return Theories(min(map(_size, found)), tuple(sorted(found)), complete=True)


def _run(command: Sequence[str], deadline: float | None) -> subprocess.CompletedProcess[str]:
    left = None if deadline is None else max(0.001, deadline - time.monotonic())
    try:
        return subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=left
        )
    except subprocess.TimeoutExpired as error:
        raise OutOfBudget("xhail ran out of time; give it more, or fewer features") from error


def _lines(examples: Sequence[Example], features: Sequence[str]) -> Iterator[str]:
    """Answers xhail's input; features and examples go by number, so no text becomes program."""
    for number, example in enumerate(examples):
        yield f"case(e{number})."
        for at, feature in enumerate(features):
            if feature in example.features:
                yield f"f{at}(e{number})."
    yield "#modeh forbid(+case)."
    for at in range(len(features)):
        yield f"#modeb f{at}(+case)."
        yield f"#modeb not f{at}(+case)."
    for number, example in enumerate(examples):
        yield f"#example {'' if example.forbidden else 'not '}forbid(e{number})."


def rules_printed(printed: str, features: Sequence[str]) -> list[tuple[Learnt, ...]]:
    """Answers the sets of rules that xhail printed, the features by their names.

    Raises: ArgueError for a line that is no such rule.
    """
    sets: list[list[Learnt]] = [[]]
    for line in filter(None, map(str.strip, printed.splitlines())):
        if not line.startswith("%"):
            sets[-1].append(_rule(line, features))
        elif sets[-1]:
            sets.append([])
    return [tuple(sorted(rules)) for rules in sets if rules]


def _rule(line: str, features: Sequence[str]) -> Learnt:
    matched = _RULE.fullmatch(line)
    body = matched[1].split(", ") if matched and matched[1] else []
    literals = [_LITERAL.fullmatch(part) for part in body]
    if matched is None or None in literals:
        raise ArgueError(f"xhail printed {line!r}, which is no rule as asked for; is it 0.1.6?")
    when, unless = set[str](), set[str]()
    for literal in filter(None, literals):
        if literal[3] is not None:
            (unless if literal[1] else when).add(features[int(literal[3])])
    return Learnt(tuple(sorted(when)), tuple(sorted(unless)))


def _theory(rules: tuple[Learnt, ...], examples: Sequence[Example]) -> Theory:
    missed = (e.id for e in examples if forbids(rules, e.features) is not e.forbidden)
    return Theory(rules, tuple(sorted(missed)))


def _size(theory: Theory) -> int:
    return sum(len(rule.when) + len(rule.unless) for rule in theory.rules)


def _failure(said: str, examples: Sequence[Example]) -> str:
    if "No hypothesis found" not in said:
        return f"xhail failed: {said.strip().splitlines()[-1] if said.strip() else 'no word why'}"
    pairs = opposed(examples)
    same = "have the same features and opposite verdicts"
    why = f": {' and '.join(pairs[0])} {same}" if pairs else ""
    return (
        f"xhail finds no rules that explain all of {listed([e.id for e in examples])}{why}; "
        "leave out what is mistaken, or take --learner argue, which allows for mistakes"
    )
