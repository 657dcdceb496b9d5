"""What a moral framework is: parameters, critical questions, and one comparing formula.

A framework is a module of the package `frameworks` (or of a plug-in) that exports a `Framework`
named `FRAMEWORK`. Its `compare` is written once over the operations of `argue.model.numbers`, so
that the same lines give exact fractions for one case and arrays for a batch.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, TypeAlias

from argue.model.case import Mode, nothing
from argue.model.numbers import Number, Ops
from argue.model.record import field, record

ParameterKind: TypeAlias = Literal["choice", "number", "flag", "text", "names"]
TableName: TypeAlias = Literal["payoffs", "general"]


@record
class Parameter:
    """A choice the literature leaves open: its name, what it does, and what we take by default.

    `kind` is `choice` (one of `choices`), `number`, `flag`, `text` or `names` (a list of ids);
    a number may be bounded by `low` and `high`, both included.
    """

    name: str
    doc: str
    kind: ParameterKind = "number"
    default: Any = None
    choices: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None


@record
class CriticalQuestion:
    """A question that a reason of this kind must survive, with the id a challenge cites."""

    id: str
    text: str


Prospect: TypeAlias = "Sequence[tuple[Number, Number]]"
"""What may come of an option for somebody: pairs (probability, number)."""


@record
class View:
    """What a framework sees of a case in one world, every condition and lottery resolved.

    `cells[i][k]` is the number of option i for standpoint k in the table the framework reads, in
    the case's unit, None where that person does not exist under the option; `counts[k]` persons;
    `levels[k]` wellbeing before the choice (0 where no level is given); `factors[i][k]` what k's
    complaint against i is multiplied by (consent, responsibility, challenges, rights);
    `universal[i]` the pair (utility if all who would do it, utility if nobody does), empty
    without data. `wrongs[name][i][k]` says whether option i does to k what the name says (a key of
    an option, such as `deceives`) without k's consent; `irreversible[i]` whether i cannot be
    undone; `prospects[i][k]` holds what may come of option i for k, as pairs (probability, number),
    none where k does not exist. Wrongs and prospects are there for a framework that reads them.
    Parameters hold a value for every parameter of the framework.
    """

    options: tuple[str, ...]
    standpoints: tuple[str, ...] = ()
    cells: Sequence[Sequence[Number]] = ()
    counts: Sequence[Number] = ()
    levels: Sequence[Number] = ()
    factors: Sequence[Sequence[Number]] = ()
    universal: Sequence[tuple[Number, Number]] = ()
    wrongs: Mapping[str, Sequence[Sequence[bool]]] = field(default_factory=nothing)
    irreversible: Sequence[bool] = ()
    prospects: Sequence[Sequence[Prospect]] = ()
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
class Claim:
    """One reason a framework gives, for putting it into words.

    Options and standpoints by id; `margin` in the framework's unit, written out with the unit of
    the case (`2.5 burden points`); `parameters` are those of the framework's use.
    """

    better: str
    worse: str
    voice: Voice
    margin: str
    parameters: Mapping[str, Any] = field(default_factory=nothing)


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
    """

    id: str
    title: str
    scheme: str
    source: str
    compare: Callable[[View, Ops], Findings]
    word: Callable[[Claim], str]
    reads: TableName | Literal["universal", "options"] = "payoffs"
    mode: Mode = Mode.BEST
    parameters: tuple[Parameter, ...] = ()
    critical_questions: tuple[CriticalQuestion, ...] = ()
    family: Callable[[Mapping[str, Any]], str] | None = None
    levels: bool = False
    persons: bool = True
    complaints: bool = False
    value: Callable[[View, Ops], Sequence[Number]] | None = None
    value_is_burden: bool = False
    whole: Callable[[Mapping[str, Any]], bool] | None = None
    wrongs: tuple[str, ...] = ()
    prospects: bool = False
    numbers: Callable[[Mapping[str, Any]], bool] | None = None
    built_in: CriticalQuestion | None = None
    unit: str = ""
    exact: bool = True

    def defaults(self) -> dict[str, Any]:
        """Answers the value of every parameter that the user did not give."""
        return {parameter.name: parameter.default for parameter in self.parameters}

    def family_of(self, parameters: Mapping[str, Any]) -> str:
        """Answers which family this use of the framework belongs to."""
        return self.family(parameters) if self.family else self.id
