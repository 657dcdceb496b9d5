"""The fast ways to what `definitions` defines: structure first, the solver on what is left."""

from argue.semantics.solving.solver import Solver

__all__ = ["Solver"]
