"""The `argue` command: finds the subcommand asked for, and turns errors into exit codes."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

import click

from argue.cli.deprecated import deprecations_told
from argue.cli.exits import Exit, explain
from argue.cli.output import soften_encoding
from argue.cli.streams import open_closed_streams
from argue.model.version import VERSION

COMMANDS: dict[str, tuple[str, str]] = {
    "analyze": ("analyze", "Judge every option of a case, with the reasons."),
    "report": ("report", "Write the whole justification of a verdict: text, HTML, LaTeX."),
    "why": ("why", "Say why an option or argument stands as it does, and why not otherwise."),
    "whatif": ("whatif", "Judge a case before and after changes, or find what flips it."),
    "sensitivity": ("sensitivity", "Say how firm a verdict is: numbers, disputed facts, rankings."),
    "diff": ("diff", "Tell what differs between two analyses, and through which arguments."),
    "merge": ("merge", "Make one case out of several people's submissions, and find the crux."),
    "contest": ("contest", "List what of a case may be disputed, with ready challenges."),
    "serve": ("serve", "Show a case on a page that follows its file while it is edited."),
    "lab": ("lab", "Write a page in which a class edits a case, with the solver inside."),
    "graph": ("graph", "Draw the arguments of a case: SVG, PNG, DOT, TikZ."),
    "check": ("check", "Say whether case files can be read, and what is wrong with them."),
    "new": ("new", "Write a commented case file to start from."),
    "upgrade": ("upgrade", "Rewrite case files of earlier formats to the newest."),
    "compare": ("compare", "Set semantics and frameworks side by side for one case."),
    "batch": ("batch", "Judge very many cases, on many cores or a cluster, a line each."),
    "label": ("label", "Judge very many rows of numbers by one compiled case."),
    "cases": ("cases", "List the bundled cases, print one, or check them all."),
    "frameworks": ("frameworks", "List the moral frameworks, or tell all about some of them."),
    "roles": ("roles", "List the norms that go with the roles a system may have."),
    "fit": ("fit", "Infer norms from judgements, behaviour or examples."),
    "revise": ("revise", "Find the smallest repairs that make cases fit considered judgements."),
    "norm": ("norm", "Follow a norm over time step by step, or write its monitor."),
    "solve": ("solve", "Answer a question of the ICCMA competitions about an attack graph."),
    "rules": ("rules", "Say what follows from norms and arguments written as rules."),
    "convert": ("convert", "Rewrite a graph, scenario or case in another program's format."),
    "schema": ("schema", "Print the JSON Schema of a case or of an analysis."),
    "validate": ("validate", "Hold models of moral judgement against what people judged."),
    "sweep": ("sweep", "Show how far Kantian reasoning restrains the pursuit of power."),
    "pack": ("pack", "Write all that a class on a case needs: handout, slides, notes, quiz."),
    "debate": ("debate", "Defend or attack an option of a case against the engine, in words."),
    "steps": ("steps", "Go through a case step by step: who is accepted, argument by argument."),
    "quiz": ("quiz", "Ask students about a case or a graph, each a variant of their own."),
    "grade": ("grade", "Grade a folder of answers to a quiz, and show where the class splits."),
    "poll": ("poll", "Make one analysis of what a class holds: rankings, facts, judgements."),
    "help-code": ("help_code", "Explain a code such as C012 or W004."),
}
"""Command name -> its module in this package, and what it does in one line."""


class LazyGroup(click.Group):
    """A group that knows its commands from a table and imports only the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        return import_module(f"argue.cli.{COMMANDS[cmd_name][0]}").command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the table, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example:  argue analyze mask-mandate",
)
@click.version_option(VERSION, message="argue %(version)s")
def cli() -> None:
    """Judge what may be done, by arguments that can be checked and contested.

    A case lists options, what each does to whom, and what is in dispute. Every option gets a
    verdict, and every verdict its reasons.
    """


def run() -> NoReturn:
    """Run the command line and leave at once, without the interpreter's tidying up.

    What a short process would spend on collecting garbage and taking modules apart is a sixth of
    its time.
    """
    gc.set_threshold(100_000)
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # main has said it
            stream.flush()
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Answers the exit code of the command line; data goes to stdout, all else to stderr."""
    open_closed_streams()
    soften_encoding(sys.stdout, sys.stderr)
    try:
        with deprecations_told():
            code = cli.main(
                args=None if arguments is None else list(arguments),
                prog_name="argue",
                standalone_mode=False,
            )
        sys.stdout.flush()
    except BrokenPipeError:
        return Exit.BROKEN_PIPE
    except SystemExit:
        if "_ARGUE_COMPLETE" in os.environ:
            raise
        return Exit.BROKEN_PIPE  # the only other thing for which click exits here
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted", err=True)
        return Exit.INTERRUPTED
    except Exception as error:  # the one place that may: everything becomes an exit code
        if os.environ.get("ARGUE_DEBUG") == "1":
            raise
        return explain(error)
    return code if isinstance(code, int) else Exit.DONE
