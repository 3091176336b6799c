"""Immutable values at a third of the price of frozen dataclasses.

A frozen dataclass compiles its own equality, hash, repr and guards, which took more than half of the time
that our modules need to be imported. A `value` is a dataclass whose methods are shared instead.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass
from typing import Any, TypeVar, dataclass_transform, overload

Cls = TypeVar("Cls")


@overload
@dataclass_transform(frozen_default=True)
def value(cls: type[Cls], /) -> type[Cls]: ...
@overload
@dataclass_transform(frozen_default=True)
def value(*, kw_only: bool) -> Callable[[type[Cls]], type[Cls]]: ...
def value(cls: type[Any] | None = None, /, *, kw_only: bool = False) -> Any:
    """Make a class with annotated fields an immutable dataclass with slots."""

    def make(plain: type[Any]) -> type[Any]:
        made = dataclass(slots=True, kw_only=kw_only, eq=False, repr=False)(plain)
        for name, method in _SHARED.items():
            if name not in plain.__dict__:
                setattr(made, name, method)
        return made

    return make if cls is None else make(cls)


def _values(self: Any) -> tuple[object, ...]:
    return tuple(getattr(self, name) for name in self.__dataclass_fields__)


def _eq(self: Any, other: object) -> bool:
    return type(self) is type(other) and _values(self) == _values(other)


def _hash(self: Any) -> int:
    return hash(_values(self))


def _repr(self: Any) -> str:
    fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__dataclass_fields__)
    return f"{type(self).__name__}({fields})"


def _set_once(self: Any, name: str, new: object) -> None:
    """Only the constructor sets a field, and each of them once."""
    if hasattr(self, name):
        raise FrozenInstanceError(f"cannot assign to field {name!r}")
    object.__setattr__(self, name, new)


def _no_delete(_self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


_SHARED = {
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _set_once,
    "__delattr__": _no_delete,
}
