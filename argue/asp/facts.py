"""Atoms as plain Python data, and their exact translation to and from the solver's symbols.

A string always becomes a quoted string term, so no text of a user can become program.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from clingo.control import Control
from clingo.symbol import Function, Number, String, Symbol, SymbolType, Tuple_

from argue.errors import SolverError
from argue.model.af import AF

Term: TypeAlias = "str | int | tuple[Term, ...]"
"""An argument of an atom: a text, an integer of 32 bit, or a tuple of terms."""

Atom: TypeAlias = tuple[str, tuple[Term, ...]]
"""A predicate and its arguments, for example `("att", ("a", "b"))`."""

LARGEST = 2**31 - 1
SMALLEST = -(2**31)


def facts_of(af: AF) -> Iterator[Atom]:
    """Answers what the encodings of semantics read: `arg(A)` and `att(A, B)`."""
    for argument in af.arguments:
        yield "arg", (argument,)
    for attack in af.attacks:
        yield "att", attack


def add_facts(control: Control, facts: Iterable[Atom]) -> None:
    """Makes every atom a fact of the program, before it is grounded."""
    with control.backend() as backend:
        for fact in facts:
            backend.add_rule([backend.add_atom(symbol_of(fact))])


def symbol_of(atom: Atom) -> Symbol:
    """Answers the solver's symbol of an atom.

    Raises: SolverError for an integer beyond 32 bit and for text the solver cannot hold.
    """
    name, terms = atom
    return Function(name, [_symbol_of_term(term) for term in terms])


def atom_of(symbol: Symbol) -> Atom:
    """Answers the atom of a solver's symbol.

    Raises: SolverError for symbols an `Atom` cannot say: constants and functions as arguments,
    classical negation.
    """
    if symbol.type is not SymbolType.Function or symbol.negative:
        raise SolverError(f"the program shows {symbol}, which is no plain atom")
    return symbol.name, tuple(_term_of(argument) for argument in symbol.arguments)


def _symbol_of_term(term: Term) -> Symbol:
    if isinstance(term, str):
        return _quoted(term)
    if isinstance(term, tuple):
        return Tuple_([_symbol_of_term(part) for part in term])
    if not SMALLEST <= term <= LARGEST:
        raise SolverError(f"{term} does not fit the solver's 32-bit integers; compare it before")
    return Number(term)


def _quoted(text: str) -> Symbol:
    # The solver's strings end at the first NUL, which would make two ids one.
    if "\0" in text:
        raise SolverError(f"{text!r} holds a NUL character; leave it out of ids")
    try:
        return String(text)
    except UnicodeEncodeError as error:
        raise SolverError(f"{text!r} is not valid Unicode text: {error}") from error


def _term_of(symbol: Symbol) -> Term:
    if symbol.type is SymbolType.String:
        return symbol.string
    if symbol.type is SymbolType.Number:
        return symbol.number
    if symbol.type is SymbolType.Function and not symbol.name:
        return tuple(_term_of(part) for part in symbol.arguments)
    raise SolverError(f"the program shows the term {symbol}; show strings, integers and tuples")
