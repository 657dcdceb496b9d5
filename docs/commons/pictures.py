"""The pictures of the demonstration, drawn from its results; needs the extra `plots`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure
from tables import GROWTH, RULE, WAYS, graphs_of, growths_of, rebels_of, thresholds_of

Results = Mapping[str, Any]
GREY, BLUE, ORANGE = "0.45", "#1f5fa8", "#c2571a"
mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "commons", "font.size": 9})


def draw(results: Results, folder: Path) -> None:
    """Draw every picture into a folder, as SVG that is the same for the same results."""
    for name, make in PICTURES.items():
        figure = make(results)
        figure.savefig(folder / f"{name}.svg", metadata={"Date": None})


def _dot(axes: Any, x: float, found: list[float], **style: Any) -> None:
    """A mean with its interval, upright."""
    mean, low, high = found
    axes.plot([x, x], [low, high], color=style.get("color", GREY), linewidth=1)
    axes.plot([x], [mean], linestyle="", **style)


def _from_zero(axes: Any) -> None:
    """Let the numbers start at 0, with room above the largest."""
    axes.autoscale_view()
    axes.set_ylim(0, 1.05 * axes.get_ylim()[1])


def rivals(results: Results) -> Figure:
    """What people harvest and what the poorest get, by how they were trained, in two commons."""
    figure = Figure(figsize=(9, 4.6), layout="constrained")
    names = list(results["scarce"])[::-1]  # the first on top
    for axes, study in zip(figure.subplots(1, 2, sharey=True), ("scarce", "plenty"), strict=True):
        for place, name in enumerate(names):
            fares = results[study][name]
            color = ORANGE if name == RULE else BLUE
            for what, shift, marker in (("harvest", 0.14, "o"), ("poorest", -0.14, "v")):
                mean, low, high = fares[what]
                axes.plot([low, high], [place + shift] * 2, color=color, linewidth=1)
                full = color if what == "harvest" else "white"
                axes.plot([mean], [place + shift], marker, color=color, markerfacecolor=full)
            lost = f"{100 * fares['collapse'][0]:.0f} %"
            axes.text(1.01, place, lost, transform=axes.get_yaxis_transform(), va="center")
        axes.set_yticks(range(len(names)), names)
        axes.set_xlim(left=0)
        axes.grid(axis="x", color="0.9")
        axes.set_title(f"the {study} commons")
        axes.set_xlabel("units an episode: mean ●, poorest ▽; right: stocks lost")
    return figure


def slices(results: Results) -> Figure:
    """What becomes of a tolerated loss for every act, for an episode, and for the policy."""
    figure = Figure(figsize=(6, 3.2), layout="constrained")
    axes = figure.subplots()
    styles = {"act": ("o-", GREY), "budget": ("s--", BLUE), "policy": ("D-", ORANGE)}
    words = {
        "act": "with every act",
        "budget": "in an episode together",
        "policy": "by the policy as a whole",
    }
    for way, (style, color) in styles.items():
        found = {n.split()[1]: f for n, f in results["slices"].items() if n.startswith(way)}
        places = [100 * float(share) for share in found]
        means = [fares["harvest"][0] for fares in found.values()]
        axes.plot(places, means, style, color=color, label=words[way])
        poorest = [fares["poorest"][0] for fares in found.values()]
        axes.plot(places, poorest, style[0], color=color, markerfacecolor="white")
        for place, fares in zip(places, found.values(), strict=True):
            for what in ("harvest", "poorest"):
                axes.plot([place] * 2, fares[what][1:], color=color, linewidth=1)
    axes.set_xscale("log")
    axes.set_xticks(places, [f"{place:g} %" for place in places])
    axes.minorticks_off()
    _from_zero(axes)
    axes.set_xlabel("share of the best for all that may be lost")
    axes.set_ylabel("mean (full) and poorest (open)")
    axes.legend(loc="lower left")
    return figure


def supposed(results: Results) -> Figure:
    """What becomes of the rule if it supposes a wrong growth."""
    figure = Figure(figsize=(6, 3.2), layout="constrained")
    axes = figure.subplots()
    fares = results["supposed"]["fares"]
    believed = sorted((float(name), f) for name, f in fares.items() if name != "learnt")
    for what, marker, color in (("harvest", "o", ORANGE), ("poorest", "v", BLUE)):
        axes.plot([g for g, _ in believed], [f[what][0] for _, f in believed], color=color)
        for growth, found in believed:
            _dot(axes, growth, found[what], marker=marker, color=color)
        _dot(axes, results["supposed"]["learnt"], fares["learnt"][what], marker="x", color="black")
    axes.axvline(GROWTH, color="0.8", zorder=0)
    _from_zero(axes)
    axes.set_xlabel("growth that the rule supposes (line: the true one; cross: learnt)")
    axes.set_ylabel("mean ● and poorest ▼")
    return figure


def growths(results: Results) -> Figure:
    """How rule and rivals fare in commons that grow slower or faster."""
    figure = Figure(figsize=(6.5, 3.4), layout="constrained")
    axes = figure.subplots()
    found = growths_of(results)
    marks = "osD^v"
    for place, (name, mark) in enumerate(zip(next(iter(found.values())), marks, strict=True)):
        color = ORANGE if name == RULE else (GREY, BLUE)[place % 2]
        for at, fares in enumerate(found.values()):
            shift = at + (place - 2) * 0.07
            label = name if at == 0 else None
            _dot(axes, shift, fares[name]["harvest"], marker=mark, color=color, label=label)
    axes.set_xticks(range(len(found)), list(found))
    _from_zero(axes)
    axes.set_xlabel("growth of the commons")
    axes.set_ylabel("harvest per person")
    axes.legend(fontsize="small")
    return figure


def need(results: Results) -> Figure:
    """Hunger against stock in a drought, for all thresholds and for four graphs."""
    figure = Figure(figsize=(7, 3.8), layout="constrained")
    axes = figure.subplots()
    for name, fares in thresholds_of(results).items():
        mark = "." if name.split()[2] == "1" else "+"
        axes.plot([fares["stock"][0]], [100 * fares["hungry"][0]], mark, color=GREY)
    axes.plot([], [], ".", color=GREY, label="at most 1 above some stock")
    axes.plot([], [], "+", color=GREY, label="at most 2 above some stock")
    marks = (("s", BLUE), ("D", ORANGE), ("^", BLUE), ("v", ORANGE))
    for (name, fares), (mark, color) in zip(graphs_of(results).items(), marks, strict=True):
        x, y = fares["stock"][0], 100 * fares["hungry"][0]
        axes.plot([x], [y], mark, color=color, markersize=8, markerfacecolor="none", label=name)
    axes.set_xlabel("mean stock over 100 steps")
    axes.set_ylabel("share of steps hungry, %")
    _from_zero(axes)
    axes.legend(fontsize="small")
    return figure


def rebels(results: Results) -> Figure:
    """What the first rebel, the poorest and all on average harvest, by how the others are bound."""
    figure = Figure(figsize=(9, 3.4), layout="constrained")
    found = rebels_of(results)
    kinds = (("first", "^", ORANGE), ("harvest", "D", GREY), ("poorest", "o", BLUE))
    words = {"first": "the first rebel", "harvest": "mean", "poorest": "the poorest"}
    for axes, (way, numbers) in zip(figure.subplots(1, 3, sharey=True), found.items(), strict=True):
        for number, fares in numbers.items():
            for shift, (what, mark, color) in enumerate(kinds):
                if number or what != "first":
                    place = number + 0.1 * (shift - 1)
                    _dot(axes, place, fares[what], marker=mark, color=color)
        for what, mark, color in kinds:
            axes.plot([], [], mark, color=color, label=words[what])
        axes.set_xticks([0, 1, 2, 3])
        _from_zero(axes)
        axes.set_xlabel("rebels among six")
        axes.set_title(f"bound {WAYS[way]}".replace(", then", ",\nthen"), fontsize="medium")
    figure.axes[0].set_ylabel("harvest")
    figure.axes[0].legend(fontsize="small")
    return figure


PICTURES = {
    "rivals": rivals,
    "slices": slices,
    "supposed": supposed,
    "growths": growths,
    "need": need,
    "rebels": rebels,
}
"""Name of the file -> what draws it."""
