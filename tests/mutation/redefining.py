"""Puts changed definitions in the place of those that a loaded module has.

What other modules hold of the module has to change as well, so the objects that exist are given
what the new ones say. What cannot be changed in place, such as a number or a tuple, is refused;
what was worked out from an object when it was made stays as it is.
"""

from __future__ import annotations

import ast
from itertools import zip_longest
from types import FunctionType, GetSetDescriptorType, MemberDescriptorType, ModuleType
from typing import Any

DEFINING = (ast.FunctionDef, ast.ClassDef, ast.Assign, ast.AnnAssign)
"""The statements that do the same however often they are run."""


def definitions(before: str, after: str) -> tuple[ast.Module, ast.Module]:
    """Answers what two files define otherwise than each other, as a program of either."""
    bodies = [ast.parse(text).body for text in (before, after)]
    differing = [
        pair
        for pair in zip_longest(*bodies, fillvalue=ast.Pass())
        if ast.dump(pair[0]) != ast.dump(pair[1])
    ]
    future = [s for s in bodies[0] if isinstance(s, ast.ImportFrom) and s.module == "__future__"]
    old, new = (
        ast.Module([*future, *(pair[side] for pair in differing)], type_ignores=[])
        for side in (0, 1)
    )
    return old, new


def redefine(module: ModuleType, program: ast.Module) -> None:
    """Runs definitions in a module, and changes the objects it has into those they make.

    Raises TypeError where a statement does more than define, or an object cannot be changed.
    """
    for statement in program.body:
        if not isinstance(statement, (*DEFINING, ast.ImportFrom)):
            raise TypeError(f"{ast.unparse(statement)} is no definition")
    names, known = module.__dict__, dict(module.__dict__)
    exec(compile(program, str(module.__file__), "exec", dont_inherit=True), names)
    for name, new in dict(names).items():
        if name in known and new is not known[name]:
            become(known[name], new)
            names[name] = known[name]


def become(old: Any, new: Any) -> None:
    """Gives an object what another of its kind holds, or raises TypeError where it cannot."""
    if type(old) is not type(new) or getattr(old, "__closure__", None):
        raise TypeError(f"{old!r} cannot become {new!r}")
    if isinstance(old, FunctionType):
        old.__code__ = new.__code__
        old.__defaults__, old.__kwdefaults__ = new.__defaults__, new.__kwdefaults__
    elif isinstance(old, type):
        for name, value in vars(new).items():
            if not isinstance(value, (GetSetDescriptorType, MemberDescriptorType)):
                setattr(old, name, value)
    elif isinstance(old, (dict, set)):
        old.clear()
        old.update(new)
    elif hasattr(old, "__dict__") and not callable(old):
        old.__dict__.clear()
        old.__dict__.update(new.__dict__)
    else:
        raise TypeError(f"{old!r} is not changed in place")
