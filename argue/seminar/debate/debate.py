"""A debate line by line: whatever a person types is answered, in a terminal or over a pipe."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from argue.errors import ArgueError
from argue.explain.contestable import Contestable
from argue.report.markdown import escaped
from argue.report.words import quoted
from argue.seminar.debate.explaining import explained, hint
from argue.seminar.debate.moves import advanced, offered, passed, recognised, said
from argue.seminar.debate.own import Question, questions, scheme_of, targets, with_own
from argue.seminar.debate.own_reason import Claim, alternatives, claims, with_reason
from argue.seminar.debate.scene import Entry, Scene, first_texts, ground, told
from argue.seminar.glossary import FirstUses
from argue.seminar.language import Language

COMMANDS = ("hint", "undo", "own", "pass", "concede", "again", "help", "quit")
"""What may be typed beside numbers and sentences; a catalogue may give each another name."""


@dataclass
class Own:
    """An argument of one's own that is being put in: its text, then its target and question.

    Of a reason against a bare claim is asked for which option it speaks, as a text.
    """

    text: str = ""
    target: Contestable | Claim | None = None
    asked: tuple[Contestable | Claim | Question | str, ...] = field(default_factory=tuple)


class Debate:
    """A debate under way: it remembers its scenes, so that every step can be undone."""

    def __init__(self, scene: Scene, words: Language) -> None:
        """Begin with a claim; the engine makes its first move if it is the one to attack."""
        self.words = words
        self._uses = FirstUses(words)
        self._past: list[Scene] = []
        self._own: Own | None = None
        self._told = 0
        self.left = False
        self.scene = advanced(_opened(scene, words), words)

    @property
    def over(self) -> bool:
        """Whether nothing more can be said: won, lost, given up, or left."""
        return self.scene.over or self.left

    def opening(self) -> tuple[str, ...]:
        """Answers what a person reads first: the rules, the position, the claim, the choices."""
        say, scene = self.words.say, self.scene
        game = say(f"debate.game_{scene.game}")
        side = say(f"debate.side_{scene.side}", option=quoted(scene.option))
        given = ground(scene, self.words)
        where = say("debate.where", conditions=given) if given else say("steps.ground_plain")
        lines = (scene.analysis.case.title, scene.analysis.case.question, side, where, game)
        return self._explained((*filter(None, lines), say("debate.commands"), *self._news()))

    def answer(self, line: str) -> tuple[str, ...]:
        """Answers what a person typed: a number, words of a sentence, or a command."""
        typed = line.strip()
        if self.over:
            return (self.words.say("debate.is_over"),)
        if not typed:
            return self._choices()
        first, _, rest = typed.partition(" ")
        command = self._command(first)
        if command == "own":
            return self._begin_own(rest.strip())
        if command is not None and not rest:
            return self._explained(self._do(command))
        if self._own is not None:
            return self._explained(self._go_on(typed))
        return self._explained(self._choose(typed))

    def _command(self, word: str) -> str | None:
        lowered = word.lower()
        for command in COMMANDS:
            if lowered in (command, self.words.say(f"debate.word_{command}")):
                return command
        return None

    def _do(self, command: str) -> tuple[str, ...]:
        done: dict[str, Callable[[], tuple[str, ...]]] = {
            "hint": self._hint,
            "undo": self._undo,
            "pass": lambda: self._to(passed(self.scene, self.words)),
            "concede": lambda: self._to(replace(self.scene, conceded=True)),
            "again": self._choices,
            "help": lambda: (self.words.say("debate.commands"),),
            "quit": self._quit,
        }
        self._own = None
        return done[command]()

    def _to(self, scene: Scene) -> tuple[str, ...]:
        self._past.append(self.scene)
        self.scene = scene
        return self._news()

    def _news(self) -> tuple[str, ...]:
        """Answers what was said since the last time, and then the choices or the end."""
        new = self.scene.entries[self._told :]
        self._told = len(self.scene.entries)
        lines = tuple(f"{self.words.say(f'debate.{e.speaker}')}: {e.text}" for e in new)
        if self.scene.over:
            return (*lines, *explained(self.scene, self.words))
        return (*lines, *self._choices())

    def _choices(self) -> tuple[str, ...]:
        key = "debate.choose_reply" if self.scene.side == "defend" else "debate.choose_objection"
        asked = self.words.say(key, last=told(self.scene, self.scene.play.line[-1], self.words))
        listed = (f"  {n}. {text}" for n, text in enumerate(self._offered(), 1))
        return (asked, *listed)

    def _offered(self) -> dict[str, str]:
        return offered(self.scene, self.words)

    def _hint(self) -> tuple[str, ...]:
        found = hint(self.scene, self._offered(), self.words)
        self.scene = replace(self.scene, hints=self.scene.hints + 1)
        return (found,)

    def _undo(self) -> tuple[str, ...]:
        if not self._past:
            return (self.words.say("debate.no_undo"),)
        self.scene = self._past.pop()
        self._told = len(self.scene.entries)
        return (self.words.say("debate.undone"), *self._choices())

    def _quit(self) -> tuple[str, ...]:
        self.left = True
        return (self.words.say("debate.left"),)

    def _choose(self, typed: str) -> tuple[str, ...]:
        choices = self._offered()
        texts = list(choices)
        legal = first_texts(self.scene, self.scene.rules.legal(self.scene.play), self.words)
        choices = {**legal, **choices}
        if typed.isdecimal():
            number = _number(typed, len(texts))
            if number is None:
                return (self.words.say("debate.no_number", most=len(texts)),)
            text, taken = texts[number - 1], ()
        else:
            found = recognised(typed, choices)
            if found is None:
                return (self.words.say("debate.not_understood"),)
            text, taken = found, (self.words.say("debate.taken_as", text=found),)
        name = choices[text]
        if name in self.scene.rules.legal(self.scene.play):
            return (*taken, *self._to(said(self.scene, name, self.words)))
        return (*taken, self._refused(name), *self._choices())

    def _refused(self, name: str) -> str:
        """Answers why a sentence may not be said now, and what it speaks against instead."""
        key = self.scene.rules.why_illegal(self.scene.play, name)
        attacked = self.scene.graph.attacked_by(name)
        target = told(self.scene, attacked[0], self.words) if attacked else ""
        if key == "debate.not_against" and not attacked:
            key = "debate.against_nothing"
        last = told(self.scene, self.scene.play.line[-1], self.words)
        return self.words.say(key, last=last, target=target)

    def _begin_own(self, text: str) -> tuple[str, ...]:
        if not text:
            self._own = None
            return (self.words.say("debate.own_how"),)
        found = (*targets(self.scene), *claims(self.scene))
        if not found:
            return (self.words.say("debate.own_no_target"),)
        self._own = Own(text, asked=found)
        if len(found) == 1:
            return self._explained(self._go_on("1"))
        listed = (f"  {n}. {told(self.scene, t.id, self.words)}" for n, t in enumerate(found, 1))
        return (self.words.say("debate.own_target"), *listed)

    def _go_on(self, typed: str) -> tuple[str, ...]:
        """Answers the next question about an argument of one's own, or puts it in."""
        own = self._own
        assert own is not None, "only called while one is being put in"
        number = _number(typed, len(own.asked))
        if number is None:
            return (self.words.say("debate.no_number", most=len(own.asked)),)
        chosen = own.asked[number - 1]
        if isinstance(chosen, Question | str):
            return self._put(own, chosen)
        own.target = chosen
        if isinstance(chosen, Claim):
            return self._ask_for(own, chosen)
        asked = questions(self.scene, chosen, self.words)
        own.asked = asked
        scheme = scheme_of(self.scene, chosen)
        opening = (self.words.say("debate.own_scheme", scheme=scheme),) if scheme else ()
        listed = (f"  {n}. {question.text}" for n, question in enumerate(asked, 1))
        return (*opening, self.words.say("debate.own_question"), *listed)

    def _ask_for(self, own: Own, claim: Claim) -> tuple[str, ...]:
        """Answers the question for which other option a reason speaks, if there are several."""
        own.asked = alternatives(self.scene, claim)
        if len(own.asked) == 1:
            return self._go_on("1")
        asked = self.words.say("debate.own_instead", option=quoted(claim.option))
        return (asked, *(f"  {n}. {option}" for n, option in enumerate(own.asked, 1)))

    def _put(self, own: Own, chosen: Question | str) -> tuple[str, ...]:
        """Answers what follows from an own argument: a reason for an option, or a challenge."""
        self._own = None
        scene, words, target = self.scene, self.words, own.target
        try:
            if isinstance(target, Claim):
                return self._to(with_reason(scene, target, str(chosen), own.text, words))
            assert target is not None and isinstance(chosen, Question), "asked for in that order"
            return self._to(with_own(scene, target, chosen, own.text, words))
        except ArgueError as error:
            return (self.words.say("debate.own_refused", why=str(error)),)

    def _explained(self, lines: tuple[str, ...]) -> tuple[str, ...]:
        """Answers lines with the words of the trade explained where they are first used."""
        return (*lines, *(f"  ({term})" for term in self._uses.of(lines)))

    def transcript(self) -> str:
        """Answers the debate so far in Markdown, ending in a newline."""
        say, scene = self.words.say, self.scene
        case = scene.analysis.case
        lines = [f"# {escaped(say('debate.title', title=case.title))}", ""]
        lines += [escaped(text) + "\n" for text in self._heading()]
        for entry in scene.entries:
            lines.append(f"- **{say(f'debate.{entry.speaker}')}**: {escaped(entry.text)}")
        ending = explained(scene, self.words) if scene.over else (say("debate.unfinished"),)
        lines += ["", f"## {say('debate.result')}", ""]
        lines += [escaped(text) + "\n" for text in ending]
        return "\n".join(lines).rstrip() + "\n"

    def _heading(self) -> tuple[str, ...]:
        say, scene = self.words.say, self.scene
        given = ground(scene, self.words)
        where = say("debate.where", conditions=given) if given else say("steps.ground_plain")
        side = say(f"debate.side_{scene.side}", option=quoted(scene.option))
        return (side, where, say(f"debate.game_{scene.game}"))


def _opened(scene: Scene, words: Language) -> Scene:
    """Answers the scene with its claim on record."""
    speaker = "you" if scene.side == "defend" else "engine"
    claim = scene.play.line[0]
    return replace(scene, entries=(Entry(speaker, told(scene, claim, words), claim),))


def _number(typed: str, most: int) -> int | None:
    """Answers the number that is typed, from 1 to so many; None for anything else."""
    number = int(typed) if typed.isdecimal() and len(typed) < 10 else 0
    return number if 1 <= number <= most else None
