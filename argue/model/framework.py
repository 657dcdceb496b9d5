"""What a moral framework is: parameters, critical questions, and one comparing formula.

A framework is a module of the package `frameworks` (or of a plug-in) that exports a `Framework`
named `FRAMEWORK`. Its `compare` is written once over the operations of `argue.model.numbers`, so
that the same lines give exact fractions for one case and arrays for a batch.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, TypeAlias

from argue.model.case import Maxim, Mode, nothing
from argue.model.numbers import Number, Ops
from argue.model.record import field, record

ParameterKind: TypeAlias = Literal["choice", "number", "flag", "text", "names"]
TableName: TypeAlias = Literal["payoffs", "general"]

INDEPENDENT, COMMON = "independent", "common"
"""How the lotteries of different persons hang together: not at all, or by one draw for all."""


@record
class Parameter:
    """A choice the literature leaves open: its name, what it does, and what we take by default.

    `kind` is `choice` (one of `choices`), `number`, `flag`, `text` or `names` (a list); a number
    may be bounded by `low` and `high`, both included. What a text or a list of names may hold are
    the `choices` and the case's ids of a `group` (option, standpoint, fact), if either is given.
    Where the case has one of the features `assumed_with` (a key of options, or `lottery`), the
    parameter's value is an assumption that the report states. It bears on nothing unless the
    parameters named in `needs` have one of the values given there.
    """

    name: str
    doc: str
    kind: ParameterKind = "number"
    default: Any = None
    choices: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None
    group: str = ""
    assumed_with: tuple[str, ...] = ()
    needs: tuple[tuple[str, tuple[Any, ...]], ...] = ()

    def bears(self, given: Mapping[str, Any]) -> bool:
        """Answers whether anything can hang on this parameter, the others being as given."""
        return all(given.get(name) in values for name, values in self.needs)


@record
class CriticalQuestion:
    """A question that a reason of this kind must survive, with the id a challenge cites.

    `doubt` is what a challenge that cites it says if it has no text of its own; it may name
    {voice}, whose complaint is challenged.
    """

    id: str
    text: str
    doubt: str = ""


Prospect: TypeAlias = "Sequence[tuple[Number, Number]]"
"""What may come of an option for somebody: pairs (probability, number)."""


@record
class View:
    """What a framework sees of a case in one world, every condition and lottery resolved.

    `cells[i][k]` is the number of option i for standpoint k in the table the framework reads, in
    the case's unit, None where that person does not exist under the option; `counts[k]` persons;
    `levels[k]` wellbeing before the choice (0 where no level is given); `factors[i][k]` what k's
    complaint against i is multiplied by (consent, responsibility, challenges, rights);
    `universal[i]` the pair (utility if all who would do it, utility if nobody does), empty without
    data, and `maxims[i]` what is said of i as everyone's practice. `wrongs[name][i][k]` says
    whether option i does to k what the name says (a key of an option, such as `deceives`) without
    k's consent; `irreversible[i]` whether i cannot be undone; `prospects[i][k]` holds what may
    come of option i for k, as pairs (probability, number), none where k does not exist. Wrongs and
    prospects are there for a framework that reads them. Where `Framework.draws` asks for the
    outcomes of independent draws, a standpoint is listed once for each of its outcomes, with as
    many persons as get it; for those of a common draw, `states` holds the chance of every state
    and the cells in it. `acts` are the effects of the act alone and `act_counts` the persons,
    where `Framework.acts` asks for them. `doubts[i]` are the credences of the disputed facts that
    option i rests on (None: not given), `breaches[i]` whether i breaks a norm, where
    `Framework.rests` and `norms` ask for them. Parameters hold a value for every parameter of the
    framework.
    """

    options: tuple[str, ...]
    standpoints: tuple[str, ...] = ()
    cells: Sequence[Sequence[Number]] = ()
    counts: Sequence[Number] = ()
    levels: Sequence[Number] = ()
    factors: Sequence[Sequence[Number]] = ()
    universal: Sequence[tuple[Number, Number]] = ()
    maxims: Sequence[Maxim] = ()
    wrongs: Mapping[str, Sequence[Sequence[bool]]] = field(default_factory=nothing)
    irreversible: Sequence[bool] = ()
    prospects: Sequence[Sequence[Prospect]] = ()
    states: Sequence[tuple[Number, Sequence[Sequence[Number]]]] = ()
    acts: Sequence[Sequence[Number]] = ()
    act_counts: Sequence[Number] = ()
    doubts: Sequence[Sequence[Number]] = ()
    breaches: Sequence[bool] = ()
    parameters: Mapping[str, Any] = field(default_factory=nothing)

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Every ordered pair of different options, as indices."""
        size = range(len(self.options))
        return tuple((a, b) for a in size for b in size if a != b)


Voice: TypeAlias = "str | None"


@record
class Findings:
    """What a framework finds in one world.

    `margins[voice, a, b] > 0` is a reason for option a over option b (indices), in the
    framework's own unit. `complaints[a, b]` holds, in comparing a with b, the strength of each
    standpoint's complaint against a and against b (a pair of sequences): standpoint k has a
    reason for a over b if its complaint against b is the stronger of its two, and t answers it
    if t's complaint against a is at least as strong. `passes` says of each option whether it
    passes a test (positive) or fails, None where nothing is tested. `answered[voice, a, b] > 0`
    says that the numbers themselves answer that reason: the framework's built-in critical question.
    """

    margins: Mapping[tuple[Voice, int, int], Number]
    complaints: Mapping[tuple[int, int], tuple[Sequence[Number], Sequence[Number]]] = field(
        default_factory=nothing
    )
    passes: Sequence[Number] | None = None
    answered: Mapping[tuple[Voice, int, int], Number] = field(default_factory=nothing)


@record
class Choice:
    """What a framework judges by that picks another one: the pick, the stakes, and each's worth."""

    mechanism: str
    stakes: Number
    worth: Mapping[str, Number]


@record
class Claim:
    """One reason a framework gives, for putting it into words.

    Options and standpoints by id; `margin` in the framework's unit, written out with the unit of
    the case (`2.5 burden points`); `parameters` are those of the framework's use. `start` is the
    option that a complaint is measured from, or another word for it, '' where that is open.
    """

    better: str
    worse: str
    voice: Voice
    margin: str
    parameters: Mapping[str, Any] = field(default_factory=nothing)
    start: str = ""


@record
class Framework:
    """A moral framework: where its reasons come from, and how they are found and worded.

    `family` names the frameworks that say the same kind of thing. `complaints` is true where a
    challenge to a voice lowers the complaint itself; `levels` where wellbeing before the choice is
    added; `persons` where numbers of different persons are compared, so that an incomparable scale
    silences it. `value` gives what `mode: enough` measures for each option (None: the mode is not
    offered), higher being better unless `value_is_burden`. `whole` answers for parameters whether
    `compare` only adds, subtracts and compares cells and levels, so that it may be given whole
    numbers, all scaled alike, and its margins scaled back: much faster. `word` puts one claim into
    a sentence of at most 25 words.

    `wrongs` names the keys of options it reads (`deceives`, ...); a parameter of the same name
    chooses among them. `prospects` is true where it reads what lotteries may come to. `numbers`
    answers for parameters whether it reads a table at all (None: it does). `built_in` is the
    critical question that `Findings.answered` answers; its text may name {better} and {worse}.

    `losses` says whether its reasons are that people fare better or worse (None: as `persons`),
    which is what an agent may forgo. `draws` answers for parameters how lotteries are seen:
    INDEPENDENT draws, one COMMON draw, or empty for what they come to on average (as for None).
    `starts` answers what the complaint of a standpoint is measured from, given the places of the
    better option, of the worse one and of the standpoint.
    `acts` answers whether the effects of the act alone are read beside another table. `voices` are
    the voices that are no standpoints. `rests` is true where it reads which disputed facts options
    rest on, `norms` where it reads which options break a norm. `chooses` answers, given
    parameters, the stakes and which of its `mechanisms` have their data, which of these frameworks
    judges in its place. `graded` answers for each option how likely people are to find it
    acceptable, by a published model, none without the model's parameters: a figure for the report,
    in no reason. `exact` answers whether everything is computed in fractions; where roots or
    logarithms enter, `TOLERANCE` of `argue.model.numbers` holds.
    """

    id: str
    title: str
    scheme: str
    source: str
    compare: Callable[[View, Ops], Findings]
    word: Callable[[Claim], str]
    reads: TableName | Literal["universal", "influence", "options"] = "payoffs"
    mode: Mode = Mode.BEST
    parameters: tuple[Parameter, ...] = ()
    critical_questions: tuple[CriticalQuestion, ...] = ()
    family: Callable[[Mapping[str, Any]], str] | None = None
    levels: bool = False
    persons: bool = True
    complaints: bool = False
    starts: Callable[[View, tuple[int, int, int]], str] | None = None
    value: Callable[[View, Ops], Sequence[Number]] | None = None
    value_is_burden: bool = False
    whole: Callable[[Mapping[str, Any]], bool] | None = None
    wrongs: tuple[str, ...] = ()
    prospects: bool = False
    numbers: Callable[[Mapping[str, Any]], bool] | None = None
    built_in: CriticalQuestion | None = None
    losses: bool | None = None
    draws: Callable[[Mapping[str, Any]], str] | None = None
    acts: Callable[[Mapping[str, Any]], bool] | None = None
    voices: tuple[str, ...] = ()
    rests: bool = False
    norms: bool = False
    mechanisms: tuple[str, ...] = ()
    chooses: Callable[[Mapping[str, Any], Number, Sequence[str]], Choice] | None = None
    graded: Callable[[View, Ops], Sequence[Number]] | None = None
    unit: str = ""
    exact: Callable[[Mapping[str, Any]], bool] | None = None

    def defaults(self) -> dict[str, Any]:
        """Answers the value of every parameter that the user did not give."""
        return {parameter.name: parameter.default for parameter in self.parameters}

    def family_of(self, parameters: Mapping[str, Any]) -> str:
        """Answers which family this use of the framework belongs to."""
        return self.family(parameters) if self.family else self.id

    def is_exact(self, parameters: Mapping[str, Any]) -> bool:
        """Answers whether this use of the framework computes in fractions throughout."""
        return self.exact is None or self.exact(parameters)
