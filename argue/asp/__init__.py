"""The answer-set solver's seam: plain atoms in, plain atoms out; nothing else imports clingo."""

from argue.asp.facts import Atom, Term, facts_of
from argue.asp.session import ENCODINGS, Session

__all__ = ["ENCODINGS", "Atom", "Session", "Term", "facts_of"]
