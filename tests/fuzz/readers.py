"""Every reader of what comes from strangers: how it is called, and what may come out of it."""

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import click

from argue.errors import ArgueError
from argue.model.deprecating import Deprecated
from tests.fuzz import cases, commands, drawn, graphs, paths, rows, seeds, seminar, serving, texts
from tests.fuzz.refusing import is_bug
from tests.fuzz.stored import stored

NOT_JSON = (ValueError, RecursionError)
"""What Python's own reader of JSON says; where a caller of the library has read it himself."""


@dataclass(frozen=True)
class Reader:
    """What takes bytes from a stranger: only its own errors may escape.

    `form` says how its inputs are put together: `tree` (JSON), `yaml`, `toml`, `lines`, `text`,
    `typed` words of a command, or `bytes` that only chance reads.
    """

    name: str
    read: Callable[[bytes], None]
    form: str
    begun: Callable[[], Iterator[bytes]]
    allowed: tuple[type[Exception], ...] = (ArgueError,)
    longest: int = 1_000

    def tried(self, data: bytes) -> bool:
        """Answers whether an input is accepted; raises whatever a stranger should not see.

        That a key has a new name may be said.
        """
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Deprecated)
            try:
                self.read(data)
            except self.allowed as error:
                if is_bug(error):
                    raise
                return False
        return True

    def seeds(self) -> Iterator[bytes]:
        """Answers where to begin: pieces of what is shipped, and the stored corpus."""
        yield from self.begun()
        yield from stored(self.name)


def _readers() -> Iterator[Reader]:
    for form in ("i23", "apx", "tgf"):
        begun = partial(seeds.graphs, form)
        yield Reader(form, partial(graphs.graph, form), "lines", begun, longest=300)
    yield Reader("incomplete", graphs.incomplete, "text", seeds.incomplete, longest=120)
    yield Reader("formula", texts.formula, "text", seeds.formulas, longest=250)
    yield Reader("temporal", texts.temporal, "text", seeds.temporal, longest=250)
    yield Reader("notation", texts.notation, "text", seeds.notation, longest=250)
    usage = (ArgueError, click.UsageError)
    yield Reader("options", texts.options, "text", seeds.options, usage, 120)
    yield Reader(
        "completions", texts.completions, "tree", seeds.completions, (ArgueError, *NOT_JSON), 400
    )
    yield Reader("debate", texts.debate, "text", seeds.debate, longest=200)
    for form in ("aif", "node-link", "argdown"):
        sort = "lines" if form == "argdown" else "tree"
        yield Reader(form, partial(graphs.parts, form), sort, partial(seeds.maps, form))
    for form in ("jiminy", "carneades"):
        yield Reader(form, partial(graphs.foreign_rules, form), "yaml", partial(seeds.bases, form))
    own = (ArgueError, *NOT_JSON)
    yield Reader("rules", cases.rules, "tree", seeds.rules, own)
    yield Reader("games", cases.game, "tree", seeds.games, own)
    yield Reader("norms", cases.norms, "tree", seeds.norms, own)
    yield Reader("case-yaml", partial(cases.case, "yaml"), "yaml", seeds.yaml_cases)
    yield Reader("case-json", partial(cases.case, "json"), "tree", seeds.json_cases)
    yield Reader("case-toml", partial(cases.case, "toml"), "toml", seeds.toml_cases)
    yield Reader("case-mapping", cases.mapping, "tree", seeds.json_cases, own)
    yield Reader("editing", cases.editing, "yaml", seeds.yaml_cases)
    yield Reader("upgrading", cases.upgrading, "yaml", seeds.old_cases)
    yield Reader("merging", cases.merging, "yaml", seeds.pairs_of_cases, longest=1_500)
    yield Reader("bank", cases.bank, "yaml", seeds.banks, longest=1_500)
    yield Reader("study", cases.study, "yaml", seeds.studies)
    yield Reader("saved", cases.saved, "tree", seeds.saved, longest=4_000)
    yield Reader("batch", rows.batch, "tree", seeds.batch)
    yield Reader("labels-jsonl", partial(rows.labels, ".jsonl"), "lines", seeds.rows)
    yield Reader("labels-csv", partial(rows.labels, ".csv"), "lines", seeds.csv_rows, longest=400)
    yield Reader("bindings", rows.bindings, "yaml", seeds.bindings, longest=400)
    yield Reader("resumed", rows.resumed, "lines", seeds.resumed, longest=400)
    yield Reader("quiz-key", seminar.key, "tree", seeds.keys, longest=4_000)
    yield Reader("quiz-answers", seminar.answers, "tree", seeds.answers, longest=1_000)
    yield Reader("ballot", seminar.ballot, "tree", seeds.ballots, longest=600)
    yield Reader("teaching", seminar.teaching, "toml", seeds.teaching, longest=1_000)
    yield Reader("path", paths.path, "text", seeds.paths, longest=300)
    yield Reader("requests", serving.request, "lines", serving.requests, (), 600)
    yield Reader("commands", commands.command, "typed", commands.begun, (), 400)
    for name in drawn.DRAWN:
        begun = partial(seeds.chance, name)
        yield Reader(f"drawn-{name}", partial(drawn.one, name), "bytes", begun, (), 1_500)


READERS = {reader.name: reader for reader in _readers()}
"""Reader by name."""
