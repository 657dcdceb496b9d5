"""The code for what can be wrong with a graph, a map of arguments or a scenario in a file."""

from __future__ import annotations

from argue.io.codes.code import Code
from argue.io.graphs.lines import MALFORMED

GRAPH_CODES: dict[str, Code] = {
    MALFORMED: Code(
        "a graph file that does not follow its format",
        "The message names the first line that is wrong. i23 begins with `p af N` and has a line\n"
        "`i j` for every attack, with numbers from 1 to N. apx has facts arg(a). and att(a,b).,\n"
        "every argument declared. tgf lists the arguments, then a line with #, then the attacks.\n"
        "aif and node-link are JSON with lists of nodes and of edges between them; argdown has\n"
        "statements [a]: ..., arguments <b>: ..., and below them, indented, what attacks (-) or\n"
        "supports (+) them. Norms (jiminy) and argument graphs (carneades) are in YAML.\n"
        "The suffix of the file says which format it is in; -fo says it otherwise.",
        "p af 2\n1 5",
        "p af 5\n1 5",
        runs=False,
    ),
}
"""Code -> what it means."""
