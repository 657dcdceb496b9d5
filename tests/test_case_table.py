"""The classic cases against the verdicts that seven theories are taken to give of them."""

import pytest

from argue.io.beside import case_beside
from argue.io.bundled import bundled_text
from argue.io.case import load_case
from argue.model.case import Considered
from argue.verdict.considered import DISPUTED

COLUMNS = (
    ("welfare", "total"),
    ("rule_utilitarian",),
    ("universalization", "humanity"),
    ("veil",),
    ("veil_average",),
    ("rejection", "ex_ante"),
    ("limited_aggregation",),
)
"""Of each theory, what stands for it in a case: the first of these that is judged there."""

TABLE = """
transmitter-room           wait      ~           rescue     rescue    wait      rescue    rescue
taurek-one-or-five         five      five        -          five      five      five      five
life-or-headaches          headaches ~           -          life      headaches life      life
death-or-paraplegia        legs      legs        -          life      legs      life      legs
mass-vaccination           perfect   perfect     -          lame      perfect   perfect   ~
trapped-miner              safety    safety      -          ~         safety    rescue    ~
air-travel                 allow     allow       allow      !allow    allow     allow     ~
drowning-child             rescue    rescue      rescue     rescue    rescue    rescue    rescue
fishing-hook-above         hook      !hook       !hook      !hook     !hook     ~         ~
fishing-hook-below         hook      hook        hook       hook      hook      hook      hook
fishing-hook-no-threshold  hook      hook        hook       hook      hook      hook      hook
fishing-commons            !race     !race       !race      !race     !race     !race     !race
water-in-a-drought         water     !water      !water     !water    ~         !water    ~
lying-promise              ~         !promise    !promise   !promise  ~         !promise  !promise
refusing-aid               !refuse   !refuse     !refuse    !refuse   !refuse   !refuse   !refuse
murderer-at-the-door       lie       lie         lie        lie       lie       lie       lie
everyone-a-dentist         dentist   dentist     ~          dentist   dentist   dentist   dentist
queue-restroom             ask       ask         ask        ask       ask       ask       ask
two-societies              unequal   unequal     -          equal     unequal   unequal   unequal
scarce-antibiotic          give_healthy give_healthy - give_dying give_healthy  ~         ~
omelas                     keep      ~           !keep      !keep     keep      !keep     !keep
repugnant-conclusion       vast      ~           -          happy     happy     -         -
trolley-switch             turn      turn        ~          turn      turn      turn      turn
footbridge                 push      !push       !push      push      push      !push     !push
transplant-surgeon         operate   !operate    !operate   operate   operate   !operate  !operate
survival-lottery           lottery   ~           ~          lottery   lottery   lottery   ~
twin-dilemma               cooperate cooperate   cooperate  cooperate cooperate cooperate cooperate
mask-mandate               continue  continue    continue   continue  continue  continue  continue
power-seeking              ~         !unlimited  !unlimited !unlimited ~     !unlimited   ~
harvest-assistant          maximise  ~           -          worst_off maximise  worst_off ~
choosing-distributions     first     -           -          fourth    first     -         -
blue-house                 paint     ~           ~          -         paint     ~         -
capabilities-or-alignment  alignment alignment !capabilities alignment alignment \
capabilities alignment
"""
"""One case a line: act utilitarianism, rule utilitarianism, universalization, the veil by the
worst off and by the average, Scanlon, limited aggregation. An option is the one it takes or lets
one take, after ! the one it forbids; ~ it is disputed or depends on a fact; - it has no say."""

ROWS = [line.split() for line in TABLE.strip().splitlines()]
TAKEN = frozenset({"required", "allowed"})


def judgements(name: str) -> tuple[Considered, ...]:
    """What is judged of a bundled case, in the case itself and in the views beside it."""
    beside = case_beside(bundled_text(name), name)
    return (*load_case(name).considered, *(() if beside is None else beside.considered))


def cell_of(judged: tuple[Considered, ...], sources: tuple[str, ...]) -> tuple[str, ...]:
    """What a theory is taken to say, in the signs of the table: one for each option judged."""
    for source in sources:
        found = [each for each in judged if each.by == source]
        if found:
            return tuple(_sign(each) for each in found)
    return ("-",)


def _sign(judged: Considered) -> str:
    if judged.status in (DISPUTED, "contested"):
        return "~"
    return judged.option if judged.status in TAKEN else f"!{judged.option}"


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_classic_case_holds_the_verdict_of_every_theory_that_has_one(row: list[str]):
    name, *cells = row
    judged = judgements(name)
    assert len(cells) == len(COLUMNS)
    for sources, cell in zip(COLUMNS, cells, strict=True):
        if cell != "-":
            assert cell in cell_of(judged, sources), (sources, cell_of(judged, sources))


def test_complaints_after_the_event_are_judged_beside_those_before_it():
    ex_post = {
        name: {_sign(each) for each in judgements(name) if each.by == "ex_post"}
        for name in ("mass-vaccination", "trapped-miner", "air-travel", "survival-lottery")
    }
    assert ex_post == {
        "mass-vaccination": {"lame"},
        "trapped-miner": {"safety"},
        "air-travel": {"!allow"},
        "survival-lottery": {"!lottery"},
    }
