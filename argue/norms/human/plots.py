"""Pictures of what people judged and what the models predict; needs the extra `plots`."""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

from argue.errors import ArgueError
from argue.io.saving import save
from argue.norms.human.comparison import IDEAL, MEASURED, NUMBER, interested_in
from argue.norms.human.results import Validation

LINES = {MEASURED: ("C0", "-"), IDEAL: ("C1", "--"), NUMBER: ("0.5", ":")}
"""Model -> colour and dash, so that the lines differ without colour as well."""

KINDS = {"png": {}, "pdf": {"CreationDate": None}, "svg": {"Date": None}}
"""Formats of pictures, and what keeps the time of day out of each: files can be compared."""


def plot(found: Validation, file: str | Path) -> Path:
    """Draws shares by number interested, one panel a threshold, with the predictions as lines.

    The suffix of the file chooses the format (png, pdf, svg). Answers the path written.

    Raises: ArgueError without matplotlib, and for a suffix it does not write; OSError where the
    file cannot be written.
    """
    figure = figure_for(file)
    thresholds = list(dict.fromkeys(cell.threshold for cell in found.cells))
    panels = figure.subplots(1, len(thresholds), sharey=True)
    for axes, threshold in zip(panels, thresholds, strict=True):
        _panel(axes, found, [i for i, c in enumerate(found.cells) if c.threshold == threshold])
    panels[0].set_ylabel("share who find it acceptable")
    panels[0].legend(fontsize="small")
    return saved(figure, file)


def figure_for(file: str | Path) -> Any:
    """Answers an empty figure that can be written to a file of this name.

    Raises: ArgueError without matplotlib, and for a suffix it does not write.
    """
    try:
        kind = import_module("matplotlib.figure").Figure
    except ImportError as error:
        raise ArgueError('plots need matplotlib: pip install "argue-norms[plots]"') from error
    figure, path = kind(figsize=(8, 3.6), layout="constrained"), Path(file)
    if path.suffix.lstrip(".") not in KINDS:
        raise ArgueError(f"cannot draw {path.name}: end the name in .png, .pdf or .svg")
    return figure


def saved(figure: Any, file: str | Path) -> Path:
    """Writes a figure and answers the path; raises OSError where that cannot be done."""
    path, drawn = Path(file), BytesIO()
    kind = path.suffix.lstrip(".")
    same: Any = import_module("matplotlib").rc_context({"svg.hashsalt": "argue"})
    with same:
        figure.savefig(drawn, format=kind, dpi=150, metadata=KINDS[kind])
    save(path, drawn.getvalue())
    return path


def _panel(axes: Any, found: Validation, places: list[int]) -> None:
    cells = [found.cells[place] for place in places]
    numbers = [interested_in(cell) for cell in cells]
    axes.plot(numbers, [cell.share for cell in cells], "ko", label="people")
    for name, (color, dash) in LINES.items():
        predicted = found.model(name).predictions
        shown = [predicted[place] for place in places]
        axes.plot(numbers, shown, color=color, linestyle=dash, label=name)
    low, high = cells[0].threshold or (0, 0)
    axes.axvspan(low, high, color="0.92", zorder=0)
    axes.set_title(f"harm from {low}, complete at {high}")
    axes.set_xlabel("number interested")
    axes.set_ylim(0, 1)
