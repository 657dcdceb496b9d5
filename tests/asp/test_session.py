import time
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.asp import Atom, Session, facts_of
from argue.asp import session as session_module
from argue.errors import OutOfBudget, SolverError, UnknownId
from argue.model.af import AF
from tests.strategies import af, graphs

PIGEONS = """
#const holes = 11.
{ sits(P, H) : H = 1..holes } = 1 :- P = 1..holes+1, not easy.
:- sits(P, H), sits(Q, H), P < Q.
{ easy }.
#show easy/0.
"""


def member(argument: str) -> Atom:
    return "in", (argument,)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Session]:
    """Writes a program where the session finds it, and opens a session on it."""
    monkeypatch.setattr(session_module, "ENCODINGS", tmp_path)

    def open_session(text: str, facts: tuple[Atom, ...] = ()) -> Session:
        (tmp_path / "program.lp").write_text(text, encoding="utf-8")
        return Session(("program",), facts)

    return open_session


def test_models_are_plain_atoms():
    found = set(Session(("stable",), facts_of(af("a<->b"))).models())
    assert found == {frozenset({member("a")}), frozenset({member("b")})}


def test_facts_from_one_call_serve_every_question():
    session = Session(("complete",), facts_of(af("a<->b")))
    for _ in range(3):
        assert len(list(session.models())) == 3
        assert len(list(session.models(limit=2))) == 2
        assert session.satisfiable([(member("a"), True)])
        assert not session.satisfiable([(member("a"), True), (member("b"), True)])


def test_an_atom_that_nothing_derives_is_false():
    session = Session(("complete",), facts_of(af("a->b")))
    for unknown in (member("nobody"), ("no_such_predicate", ()), ("in", ("a", "b"))):
        assert not session.satisfiable([(unknown, True)])
        assert list(session.models([(unknown, True)])) == []
        assert session.satisfiable([(unknown, False)])
        assert len(list(session.models([(unknown, False)]))) == 1


def test_a_fact_is_true():
    session = Session(("complete",), facts_of(af("a->b")))
    for fact in (("arg", ("a",)), ("att", ("a", "b"))):
        assert session.satisfiable([(fact, True)])
        assert not session.satisfiable([(fact, False)])
        assert list(session.models([(fact, False)])) == []


def test_what_simplification_decides_cannot_be_assumed_away():
    session = Session(("complete",), facts_of(af("a->b->c")))
    for atom, value in ((member("a"), True), (member("b"), False), (member("c"), True)):
        assert session.satisfiable([(atom, value)])
        assert not session.satisfiable([(atom, not value)])


def test_contradictory_assumptions_have_no_model():
    session = Session(("admissible",), facts_of(af("a")))
    assert not session.satisfiable([(member("a"), True), (member("a"), False)])


@pytest.mark.parametrize("options", [(), ("--config=trendy",), ("--sat-prepro=2",)])
@given(graph=graphs(max_size=6), data=st.data())
def test_assuming_is_filtering(options: tuple[str, ...], graph: AF, data: st.DataObject):
    session = Session(("complete",), facts_of(graph), options=options)
    everything = set(session.models())
    literals = st.tuples(st.sampled_from([*graph.arguments, "nobody"]), st.booleans())
    for wanted in data.draw(st.lists(st.lists(literals, max_size=4), max_size=4)):
        assume = [(member(argument), value) for argument, value in wanted]
        expected = {m for m in everything if all((a in m) == value for a, value in assume)}
        assert set(session.models(assume)) == expected
        assert session.satisfiable(assume) == bool(expected)
        union = frozenset[Atom]().union(*expected) if expected else None
        assert session.consequences("brave", assume) == union
        common = frozenset[Atom].intersection(*expected) if expected else None
        assert session.consequences("cautious", assume) == common


def test_projection_answers_every_shown_part_once(program: Callable[..., Session]):
    session = program("{ a; b }. #show a/0.")
    assert len(list(session.models())) == 4
    assert sorted(map(sorted, session.models(project=True))) == [[], [("a", ())]]
    assert len(list(session.models())) == 4


def test_other_atoms_can_be_told_without_adding_answers(program: Callable[..., Session]):
    session = program("{ a }. b :- not a. { c }. d. #show a/0.")
    told = session.models([(("c", ()), True)], also=[("b", ()), ("d", ()), ("e", ())])
    assert set(told) == {frozenset({("a", ()), ("d", ())}), frozenset({("b", ()), ("d", ())})}
    projected = list(session.models(project=True, also=[("b", ()), ("d", ()), ("e", ())]))
    assert len(projected) == 2


def test_an_early_close_leaves_the_session_usable():
    session = Session(("conflict_free",), facts_of(af("a b c d")))
    for _ in range(3):
        models = session.models()
        next(models)
        assert isinstance(models, Generator)
        models.close()
        assert len(list(session.models())) == 16


def test_an_abandoned_search_leaves_the_session_usable():
    session = Session(("conflict_free",), facts_of(af("a b c d")))
    assert len(next(session.models())) <= 4
    assert session.satisfiable()


def test_two_questions_at_once_are_refused_and_the_first_goes_on():
    session = Session(("conflict_free",), facts_of(af("a b")))
    models = session.models()
    first = next(models)
    with pytest.raises(SolverError, match="close"):
        session.satisfiable()
    with pytest.raises(SolverError, match="close"):
        next(session.models())
    assert len({first, *models}) == 4
    assert session.satisfiable()


def test_a_program_without_answer_set_has_no_consequences():
    session = Session(("stable",), facts_of(af("a->a")))
    assert session.consequences("brave") is None
    assert list(session.models()) == []


def test_a_message_of_the_solver_is_an_error(program: Callable[..., Session]):
    with pytest.raises(SolverError, match="does not occur in any rule head"):
        program("p :- undefined(1).")
    with pytest.raises(SolverError, match="operation undefined"):
        program("p(X + 1) :- q(X).", (("q", ("text",)),))


def test_a_syntax_error_carries_the_solvers_text(program: Callable[..., Session]):
    with pytest.raises(SolverError, match="syntax error") as caught:
        program("p :- q(.")
    assert isinstance(caught.value.__cause__, RuntimeError)


def test_an_unknown_option_is_an_error():
    with pytest.raises(SolverError, match="nonsense"):
        Session(("complete",), (), options=("--nonsense",))


@pytest.mark.parametrize("name", ["nothing", "../encodings/complete", "complete.lp", ""])
def test_only_packaged_encodings_are_loaded(name: str):
    with pytest.raises(UnknownId, match="unknown encoding"):
        Session((name,), ())


def test_a_term_that_is_no_data_is_an_error(program: Callable[..., Session]):
    for text in ("p(constant).", "p(f(1)).", "p(#inf)."):
        with pytest.raises(SolverError, match="show"):
            list(program(text).models())
    with pytest.raises(SolverError, match="no plain atom"):
        list(program("-p(1).").models())


def test_time_runs_out_and_the_session_stays_usable(program: Callable[..., Session]):
    session = program(PIGEONS)
    session.deadline = time.monotonic() + 0.2
    hard, easy = [(("easy", ()), False)], [(("easy", ()), True)]
    with pytest.raises(OutOfBudget):
        session.satisfiable(hard)
    with pytest.raises(OutOfBudget):
        list(session.models(hard))
    session.deadline = None
    assert session.satisfiable(easy)
    session.deadline = time.monotonic() + 60
    assert list(session.models(easy)) == [frozenset({("easy", ())})]


def test_a_deadline_that_is_far_changes_no_answer():
    graph = af("a<->b b->c->d->e->c")
    free = Session(("complete",), facts_of(graph))
    timed = Session(("complete",), facts_of(graph), deadline=time.monotonic() + 60)
    assert set(free.models()) == set(timed.models())
    for argument in graph.arguments:
        for value in (True, False):
            assume = [(member(argument), value)]
            assert free.satisfiable(assume) == timed.satisfiable(assume)
            assert free.consequences("brave", assume) == timed.consequences("brave", assume)
