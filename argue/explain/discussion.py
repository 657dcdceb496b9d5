"""A discussion about an option or an argument of a case, in words: claim, objection, reply.

It is played on the plain graph of one position: under one ranking of the sources, and one way
the disputed points fall. Source: [ModgilCaminada09] for the games.
"""

from __future__ import annotations

from argue.construct.plain import under
from argue.errors import ArgueError, UnknownId
from argue.explain.circumstances import Given, completions, given_by
from argue.explain.games import MOST_MOVES, Discussion, Move, grounded_game, preferred_game
from argue.explain.positions import position_ids, position_of
from argue.explain.telling import conditions, quoted_text, sentence, subject
from argue.model.af import AF
from argue.model.argument import Kind
from argue.model.record import record
from argue.model.verdict import Label
from argue.verdict.result import Analysis
from argue.verdict.standing import open_questions, settled_by

GAMES = {"preferred": preferred_game, "grounded": grounded_game}
"""Games by the semantics that they decide: somewhere accepted, or accepted without any choice."""

WORDS = {"proponent": ("Claim", "Reply"), "opponent": ("Objection", "Objection")}
"""What a move is called: the first one of a discussion, and any other."""


@record
class Said:
    """One move in words, and what is said against it; `ends` says why it is a line's last."""

    argument: str
    move: str
    text: str
    ends: str
    below: tuple[Said, ...] = ()


@record
class Talk:
    """A discussion of a case: about what, in which position, who wins, and every move in words."""

    target: str
    game: str
    position: str
    given: Given
    won: bool
    tree: Said
    opening: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """The discussion as an outline, two blanks a level."""
        return (self.opening, *_lines(self.tree, 0))


def discuss(
    analysis: Analysis,
    target: str,
    *,
    game: str = "preferred",
    position: str | None = None,
    most: int = MOST_MOVES,
) -> Talk:
    """Answers the discussion about an option or an argument, in one position.

    In the first position that accepts it unless one is named; where none does, in the first.

    Raises: UnknownId for a target, game or position there is not; OutOfBudget past `most` moves;
    ArgueError for an analysis under other than preferred semantics.
    """
    if game not in GAMES:
        raise UnknownId("game", game, GAMES)
    if analysis.setup.semantics != "preferred" or analysis.setup.flat:
        raise ArgueError("discussions are of preferred semantics: leave out semantics and flat")
    name = f"permission:{target}" if target in analysis.graph.options else target
    if name not in analysis.graph.arguments:
        known = (*analysis.graph.options, *analysis.graph.arguments)
        raise UnknownId("option or argument", target, known)
    chosen = position or _position(analysis, name)
    given = given_by(position_of(analysis, chosen))
    played = GAMES[game](plain_graph(analysis, given), name, most=most)
    return Talk(
        target=target,
        game=game,
        position=chosen,
        given=given,
        won=played.won,
        tree=_said(analysis, played.tree, first=True),
        opening=_opening(analysis, name, given, played),
    )


def _position(analysis: Analysis, name: str) -> str:
    """Answers the first position that accepts an option; of another argument the first of all."""
    ids = position_ids(analysis)
    if not ids:
        raise ArgueError("there is no coherent position to discuss anything in")
    argument = analysis.graph.arguments[name]
    if argument.kind is not Kind.PERMISSION:
        return ids[0]
    accepting = (
        known
        for known, position in zip(ids, analysis.positions, strict=True)
        if position.label(str(argument.better)) is Label.IN
    )
    return next(accepting, ids[0])


def plain_graph(analysis: Analysis, given: Given) -> AF:
    """Answers a plain graph of a case in which what is given holds, and the rest is settled too."""
    full = next(completions(analysis.graph, given), None)
    if full is None:
        raise ArgueError("no ranking of the sources keeps to this position")
    order = [full.priorities[0][0]] if full.priorities else list(analysis.graph.sources)
    order += [low for _, low in full.priorities]
    questions = [q for q in open_questions(analysis.graph) if set(q.answers) & set(full.answers)]
    chosen = [next(a for a in q.answers if a in full.answers) for q in questions]
    return under(analysis.graph, order, settled=settled_by(questions, chosen))


def _opening(analysis: Analysis, name: str, given: Given, played: Discussion) -> str:
    who = "the proponent wins" if played.won else "the opponent wins"
    said = conditions(analysis, given)
    where = f", where {' and '.join(said)}" if said else ""
    return sentence(f"Discussed: {subject(analysis, name)}{where}; {who}")


def _said(analysis: Analysis, move: Move, *, first: bool) -> Said:
    return Said(
        argument=move.argument,
        move=WORDS[move.by][not first],
        text=_text(analysis, move.argument),
        ends=move.reason,
        below=tuple(_said(analysis, inner, first=False) for inner in move.followed_by),
    )


def _text(analysis: Analysis, name: str) -> str:
    argument = analysis.graph.arguments[name]
    if argument.kind is Kind.PERMISSION:
        return f'"{argument.better}" may be done [{name}]'
    return quoted_text(analysis, name)


def _lines(said: Said, depth: int) -> list[str]:
    end = f" ({said.ends})" if said.ends else ""
    found = [f"{'  ' * depth}{said.move}: {said.text}{end}"]
    for inner in said.below:
        found += _lines(inner, depth + 1)
    return found
