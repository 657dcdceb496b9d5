"""The option that chooses the language of the interface, for the commands of the seminar."""

from __future__ import annotations

from typing import Any

import click
from click.shell_completion import CompletionItem


class LanguageCode(click.ParamType[str]):
    """The code of a language that the interface speaks, such as `de`."""

    name = "code"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code itself, if there is a catalogue of that language."""
        from argue.seminar.language import languages  # noqa: PLC0415  (not needed for --help)

        if value not in languages():
            self.fail(f"{value!r}: choose one of {', '.join(languages())}", param, ctx)
        return value

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The codes of the languages there are."""
        from argue.seminar.language import languages  # noqa: PLC0415  (only while completing)

        return [CompletionItem(code) for code in languages() if code.startswith(incomplete)]


language_option = click.option(
    "--language",
    type=LanguageCode(),
    default="en",
    show_default=True,
    help="The language of the interface: en or de. Cases stay in their own.",
)
