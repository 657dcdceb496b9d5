"""Frozen dataclasses that cost next to nothing to define.

`dataclasses.dataclass` writes and compiles six methods for every class, half a millisecond each
time a program starts; with some eighty classes that is most of the start-up of the command. A
`record` shares its methods instead. Type checkers and `dataclasses.replace` treat it as a frozen
dataclass.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, field
from typing import Any, TypeVar, cast, dataclass_transform

__all__ = ["field", "record"]

Class = TypeVar("Class", bound=type)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: Class) -> Class:
    """Makes a class of annotated fields a frozen dataclass; it must not inherit fields."""
    entries: dict[str, Field[Any]] = {}
    for name in cls.__dict__.get("__annotations__", {}):
        given: Any = cls.__dict__.get(name, MISSING)
        entry: Field[Any] = field(default=given)
        if isinstance(given, Field):
            entry = cast("Field[Any]", given)
        entry.name = name
        if isinstance(given, Field):
            delattr(cls, name)
        entries[name] = entry
    shared: dict[str, Any] = {
        "__dataclass_fields__": entries,
        "__match_args__": tuple(entries),
        "__init__": _initializer(entries),
        "__eq__": _equal,
        "__hash__": _hash,
        "__repr__": _repr,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__compared__": tuple(name for name, entry in entries.items() if entry.compare),
    }
    for name, value in shared.items():
        setattr(cls, name, value)
    return cls


def _initializer(entries: Mapping[str, Field[Any]]) -> Callable[..., None]:
    names = tuple(entries)
    plain = {n: e.default for n, e in entries.items() if e.default is not MISSING}
    made = {n: e.default_factory for n, e in entries.items() if e.default_factory is not MISSING}

    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:
        values = self.__dict__
        values.update(plain)
        values.update(zip(names, args, strict=False))
        values.update(kwargs)
        if made:
            for name, make in made.items():
                if name not in values:
                    values[name] = make()
        twice = args and kwargs and not kwargs.keys().isdisjoint(names[: len(args)])
        known = kwargs.keys() <= entries.keys()
        if twice or not known or len(values) != len(names) or len(args) > len(names):
            raise TypeError(_misfit(type(self).__name__, names, values, args))

    return __init__


def _misfit(
    kind: str, names: tuple[str, ...], values: Mapping[str, Any], args: tuple[Any, ...]
) -> str:
    missing = [name for name in names if name not in values]
    unknown = [name for name in values if name not in names]
    if not missing and not unknown:
        return f"{kind} takes {len(names)} values, each once; got {len(args)} in a row"
    return f"{kind} lacks {missing} and does not know {unknown}"


def _key(self: Any) -> tuple[Any, ...]:
    values = self.__dict__
    return tuple([values[name] for name in self.__compared__])


def _equal(self: Any, other: object) -> Any:
    return _key(self) == _key(other) if type(other) is type(self) else NotImplemented


def _hash(self: Any) -> int:
    return hash(_key(self))


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={self.__dict__[name]!r}" for name in self.__match_args__)
    return f"{type(self).__name__}({shown})"


def _refuse(self: Any, name: str, *_: Any) -> None:
    raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be changed")
