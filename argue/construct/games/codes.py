"""What the problem code of a case's game means, with examples that run."""

from __future__ import annotations

from argue.construct.games.payoffs import CODE
from argue.io.codes.code import Code

GAME_CODES: dict[str, Code] = {
    CODE: Code(
        "a game that cannot be played",
        "game names a family with its parameters, or gives a table of payoffs, or a range of\n"
        "strategies with a formula; every option plays one of its strategies, and the payoffs\n"
        "come from it. The message says which part does not fit.",
        'options: {rescue: {text: Help, plays: "0"}, wait: {text: Wait, plays: nash}}\n'
        "game: {family: commons, players: [worker, viewer], a: 10, b: -1, c: 1}",
        'options: {rescue: {text: Help, plays: "0"}, wait: {text: Wait, plays: nash}}\n'
        "game: {family: commons, players: [worker, viewer], a: 10, b: 1, c: 1}",
    ),
}
"""Code -> what it means."""
