"""A validation as plain text of at most 100 columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import wrap

from argue.norms.human.results import Scored, Validation

WIDTH = 100


def as_text(found: Validation) -> str:
    """Answers the validation as text for a terminal or a file."""
    parts = (
        ("Source", [found.source]),
        ("Twelve cells, those whose judgement varied (study 4a)", _models(found.models)),
        (
            "As reported, not refitted here",
            [f"{n}: AIC {v}" for n, v in found.not_refitted.items()],
        ),
        *((f"Everyone, {name} (study 4a)", _models(m)) for name, m in found.whole_sample.items()),
        ("Shares acceptable, observed and predicted", _cells(found)),
        ("Contrasts", _contrasts(found)),
        ("Study 3: drop from low to high interest, and what each reading expects", _drops(found)),
        ("The engine's pass or fail against most people", _verdicts(found)),
        ("To be read with these", [f"- {note}" for note in found.notes]),
    )
    return "\n\n".join("\n".join((title, *_indented(lines))) for title, lines in parts)


def _indented(lines: Iterable[str]) -> list[str]:
    """Answers lines set in by two, the overlong ones broken at words."""
    found: list[str] = []
    for line in lines:
        broken = [line] if len(line) <= WIDTH - 2 else wrap(line, WIDTH - 4)
        found += [f"  {'  ' if index else ''}{part}" for index, part in enumerate(broken)]
    return [line.rstrip() for line in found]


def _columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Answers rows as lines, the first column to the left and the others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]


def _models(models: Sequence[Scored]) -> list[str]:
    rows: list[tuple[str, ...]] = [("", "NLL", "AIC", "r", "tau", "beta")]
    for model in models:
        given = model.parameters
        rows.append(
            (
                model.model,
                f"{model.nll:.2f}",
                f"{model.aic:.1f}",
                "-" if model.correlation is None else f"{model.correlation:.3f}",
                *(f"{given[name]:.3f}" if name in given else "" for name in ("tau", "beta")),
            )
        )
    return _columns(rows)


def _cells(found: Validation) -> list[str]:
    shown = [model for model in found.models if "utility" in model.model]
    marks = [f"[{index}]" for index, _ in enumerate(shown, 1)]
    rows: list[tuple[str, ...]] = [("", "n", "observed", *marks)]
    for place, cell in enumerate(found.cells):
        predicted = (f"{model.predictions[place]:.3f}" for model in shown)
        rows.append((cell.condition, str(cell.people), f"{cell.share:.3f}", *predicted))
    named = zip(marks, shown, strict=True)
    return [*_columns(rows), *(f"{mark} {model.model}" for mark, model in named)]


def _contrasts(found: Validation) -> list[str]:
    lines: list[str] = []
    for contrast in found.contrasts:
        first, second = contrast.shares
        lines.append(
            f"study {contrast.study}: {contrast.first} {first:.3f}, {contrast.second} "
            f"{second:.3f}; chi-square {contrast.chi_square:.1f}, p {_p(contrast.p)}"
        )
        lines += [f"  {model}: {word}" for model, word in contrast.expects.items()]
    ratio, p = found.interaction
    lines.append(
        f"study 4a: threshold and its product with the number add chi-square {ratio:.1f} to the "
        f"number alone, p {_p(p)}"
    )
    return lines


def _p(p: float) -> str:
    return f"{p:.3f}" if p >= 0.001 else "< .001"


def _drops(found: Validation) -> list[str]:
    rows: list[tuple[str, ...]] = [("", "observed", "all concerned", "own interest", "own means")]
    for entry in found.collisions:
        drops = (entry.observed, entry.others, entry.own, entry.means)
        rows.append((entry.vignette, *(f"{drop:.3f}" for drop in drops)))
    return _columns(rows)


def _verdicts(found: Validation) -> list[str]:
    lines: list[str] = []
    for entry in found.verdicts:
        lines.append(f"study {entry.study}: {entry.agree} of {entry.conditions}")
        lines += [f"  otherwise: {condition}" for condition in entry.differ]
    return lines
