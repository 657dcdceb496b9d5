"""The demonstration on a commons: trains, measures, and writes what was found.

    python docs/commons/run.py [FOLDER]
    python docs/commons/run.py --draw

Needs the extra `rewards`; with the extra `plots` it draws the pictures too. Takes settings.toml
beside it and writes results.json and the pictures into FOLDER. Without FOLDER they are written
beside it, and the tables of the page docs/commons.md with them; `--draw` writes tables and pictures
anew from the results that stand there.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import hashlib
import json
import sys
import time
import tomllib
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from studies import STUDIES, Study  # noqa: E402  (after the path)
from tables import inserted  # noqa: E402  (after the path)

PAGE = HERE.parent / "commons.md"


def run(name: str) -> tuple[str, Any, int, float]:
    """Answers what one study found, how many patterns were solved, and how long it took."""
    start = time.perf_counter()
    study = Study(tomllib.loads((HERE / "settings.toml").read_text(encoding="utf-8")), name)
    found = STUDIES[name](study)
    return name, found, study.judges.patterns, time.perf_counter() - start


def main(folder: Path) -> None:
    """Run every study, in as many processes as there are processors, and write what they found."""
    digest = hashlib.sha256((HERE / "settings.toml").read_bytes()).hexdigest()
    results: dict[str, Any] = {"settings": digest, "patterns": 0}
    with ProcessPoolExecutor() as pool:
        for name, found, patterns, seconds in pool.map(run, STUDIES):
            results[name] = found
            results["patterns"] += patterns
            print(f"{name:<10} {seconds:6.1f} s", file=sys.stderr, flush=True)
    text = json.dumps(results, indent=1)
    (folder / "results.json").write_text(text + "\n", encoding="utf-8")
    show(results, folder)


def show(results: Mapping[str, Any], folder: Path) -> None:
    """Write the tables into the page, where the folder is this one, and draw the pictures."""
    if folder == HERE:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(inserted(page, results), encoding="utf-8")
    try:
        from pictures import draw  # noqa: PLC0415  (the results are written without matplotlib too)
    except ModuleNotFoundError as error:
        print(
            f"no pictures without {error.name}: pip install 'argue-norms[plots]'", file=sys.stderr
        )
        return
    draw(results, folder)


if __name__ == "__main__":
    if sys.argv[1:] == ["--draw"]:
        show(json.loads((HERE / "results.json").read_text(encoding="utf-8")), HERE)
    else:
        main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else HERE)
