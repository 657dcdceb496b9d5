"""Runs the notebook of the documentation in a kernel and looks at what its cells display.

Not collected by default, since it needs a kernel: `python tests/docs/notebook.py FOLDER` runs it in
a folder and leaves it there with its outputs.
"""

import sys
from pathlib import Path

import jupytext
import nbformat
from nbclient import NotebookClient

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "notebook.md"
DISPLAYED = ("analysis", "refused", 'full_report(refused, "student")', "graph")
"""How cells end that display something."""


def main(folder: Path) -> None:
    """Run every cell, and hold what it displays against what it should."""
    notebook = jupytext.read(PAGE)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": folder}}).execute()
    nbformat.write(notebook, folder / "notebook.ipynb")
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    shown = 0
    for cell in cells:
        for output in cell.outputs:
            if output.output_type == "stream" and output.name == "stderr":
                sys.exit(f"{cell.source}\nwrote to stderr:\n{output.text}")
        if cell.source.splitlines()[-1] in DISPLAYED:
            check(cell)
            shown += 1
    if shown != len(DISPLAYED):
        sys.exit(f"{shown} of {len(DISPLAYED)} cells that display something were found in {PAGE}")
    print(f"{len(cells)} cells ran, {shown} displayed themselves")


def check(cell: nbformat.NotebookNode) -> None:
    """Stop unless the cell displayed text, and HTML with a picture or verdicts and no script."""
    found = [o.data for o in cell.outputs if o.output_type == "execute_result"]
    if len(found) != 1 or not {"text/plain", "text/html"} <= set(found[0]):
        sys.exit(f"{cell.source}\ndisplayed no text and HTML")
    if "<svg" not in found[0]["text/html"] or "<script" in found[0]["text/html"].lower():
        sys.exit(f"{cell.source}\ndisplayed no picture, or a script")


main(Path(sys.argv[1]))
