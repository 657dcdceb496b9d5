import time

import pytest

from argue.asp.program import Deadline, Program
from argue.errors import OutOfBudget

HOLES = 11


def pigeons(deadline: Deadline) -> tuple[Program, int]:
    """One pigeon more than holes, where a switch is on: hard to refute."""
    program = Program((), deadline)
    (switch,) = program.atoms(1)
    sits = [program.atoms(HOLES) for _ in range(HOLES + 1)]
    program.add([([switch], ()), *((row, ()) for row in sits)], choice=True)
    program.add(((), (switch, *(-atom for atom in row))) for row in sits)
    program.add(
        ((), (sits[i][hole], sits[j][hole]))
        for hole in range(HOLES)
        for i in range(HOLES + 1)
        for j in range(i)
    )
    return program, switch


def test_rules_say_what_holds():
    program = Program((), Deadline())
    a, b, c = program.atoms(3)
    program.add([([a], [-b]), ([b], [-a]), ([c], [a])])
    answers = {tuple(answer.holds([a, b, c, -c])) for answer in program.answers()}
    assert answers == {(True, False, True, False), (False, True, False, True)}
    assert program.count() == 2
    assert program.count([c]) == 1
    assert program.count([a, b]) == 0
    program.add([([], [a])])
    assert [answer.holds([b]) for answer in program.answers()] == [[True]]


def test_what_one_search_demands_the_next_does_not():
    program = Program((), Deadline())
    atoms = program.atoms(4)
    program.add([(atoms, ())], choice=True)
    seen = 0
    for answer in program.answers():
        answer.require([[atom] for atom in atoms])
        seen += 1
    assert seen <= 2
    assert program.count() == 16


def test_leaving_a_search_leaves_the_program_usable():
    program = Program((), Deadline())
    atoms = program.atoms(4)
    program.add([(atoms, ())], choice=True)
    for _ in range(3):
        assert next(program.answers()).holds(atoms) is not None
        assert program.count() == 16


def test_time_that_runs_out_is_an_error_and_no_answer():
    deadline = Deadline()
    program, switch = pigeons(deadline)
    for ask in (lambda: next(program.answers([switch]), None), lambda: program.count([switch])):
        deadline.at = time.monotonic() + 0.3
        started = time.monotonic()
        with pytest.raises(OutOfBudget):
            ask()
        assert time.monotonic() - started < 5
        deadline.at = None
        assert next(program.answers([-switch]), None) is not None
