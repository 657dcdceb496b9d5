"""What is public, line by line: names, signatures, fields, words."""

import enum
import inspect
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import GenericAlias, UnionType
from typing import Any

from argue.errors import ArgueError

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "stability.md"
PLACE = re.compile(r" at 0x[0-9a-f]+")


def public_modules() -> tuple[str, ...]:
    """The modules that the documentation lists as public."""
    return tuple(re.findall(r"^\| `(argue(?:\.[a-z_]+)*)` \|", PAGE.read_text("utf-8"), re.M))


def public_names(module: str) -> dict[str, Any]:
    """The public names of a module: those of `__all__`, or else those made in it."""
    found = import_module(module)
    named = getattr(found, "__all__", None)
    if named is None:
        named = [
            name
            for name, value in vars(found).items()
            if not name.startswith("_") and getattr(value, "__module__", "") == module
        ]
    values: dict[str, Any] = {}
    for name in sorted(named):
        with suppress(ArgueError):  # a library that an extra brings is not installed
            values[name] = getattr(found, name)
    return values


def left_out(line: str) -> bool:
    """Whether a line tells of something that needs a library that is not installed here."""
    word = line.removeprefix("class ").partition("(")[0].partition(":")[0].partition(" ")[0]
    for module in sorted(public_modules(), key=len, reverse=True):
        if word.startswith(f"{module}."):
            name = word.removeprefix(f"{module}.").partition(".")[0]
            named = getattr(import_module(module), "__all__", ())
            return name in named and name not in public_names(module)
    return False


def public_lines() -> Iterator[str]:
    """A line for every public name, with its signature, and for what it holds."""
    for module in public_modules():
        yield module
        for name, value in public_names(module).items():
            yield from _lines(f"{module}.{name}", value)


def _lines(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, type):
        yield from _class(name, value)
    elif inspect.isroutine(value):
        yield f"{name}{_signature(value)}"
    elif isinstance(value, GenericAlias | UnionType):
        yield f"{name} = {value}"
    else:
        yield f"{name}: {type(value).__name__}"


def _class(name: str, cls: type) -> Iterator[str]:
    bases = [base.__name__ for base in cls.__bases__ if base is not object]
    yield f"class {name}({', '.join(bases)})"
    if issubclass(cls, enum.Enum):
        yield from (f"{name}.{member.name} = {member.value!r}" for member in cls)
        return
    fields = getattr(cls, "__dataclass_fields__", {})
    if "__init__" in cls.__dict__ and not fields and not getattr(cls, "_is_protocol", False):
        yield f"{name}{_signature(cls)}"
    for field, kind in cls.__dict__.get("__annotations__", {}).items():
        if not field.startswith("_"):
            yield f"{name}.{field}: {kind}"
    for member, value in vars(cls).items():
        if not member.startswith("_") and member not in cls.__dict__.get("__annotations__", {}):
            yield from _member(f"{name}.{member}", value)


def _member(name: str, value: Any) -> Iterator[str]:
    function = getattr(value, "__func__", value)
    if isinstance(value, property | cached_property):
        getter = value.fget if isinstance(value, property) else value.func
        kind = getattr(getter, "__annotations__", {}).get("return", "")
        yield f"{name}: {kind}"
    elif inspect.isfunction(function):
        yield f"{name}{_signature(function)}"


def _signature(value: Any) -> str:
    said = str(inspect.signature(value)).replace("'", "")
    return PLACE.sub("", said)
