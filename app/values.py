"""Frozen values: what `dataclass(frozen=True, slots=True)` makes, at a thirtieth of its cost.

The first picture needs some seventy kinds of value. `dataclass` writes and compiles six methods for
each of them, and that was a quarter of the whole start. Here nothing is compiled: one constructor
and one comparison serve every kind.
"""

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar, cast, dataclass_transform

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")
Methods = dict[str, Callable[..., object]]
_OF_OPEN_CLASSES = ("__dict__", "__weakref__")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(kind: type[T]) -> type[T]:
    """Make the annotated names of a class the fields of a frozen value with slots.

    Defaults, `field()`, comparison, hashing, copying, and `replace`, `fields` and `asdict` of
    `dataclasses` work as for a frozen dataclass. A value has no other kind of value above it.
    """
    told = _Fields(kind)
    body = {name: thing for name, thing in vars(kind).items() if name not in told.defaults}
    for name in _OF_OPEN_CLASSES:
        body.pop(name, None)
    shape = {"__slots__": told.names, "__match_args__": told.names, "__dataclass_fields__": told}
    methods = {**_SHARED, **_making(told), **_comparing(told)}
    made = type(kind.__name__, kind.__bases__, {**methods, **body, **shape})
    made.__qualname__ = kind.__qualname__
    told.puts += [vars(made)[name].__set__ for name in told.names]
    return cast("type[T]", made)


class _Fields:
    """The fields of a kind. Asked of a value, they are what `dataclasses` wants to see."""

    def __init__(self, kind: type) -> None:
        body = vars(kind)
        self.types: Mapping[str, type] = body["__annotations__"]
        self.names = tuple(self.types)
        self.defaults: dict[str, object] = {n: body[n] for n in self.names if n in body}
        self.puts: list[Callable[[object, object], None]] = []
        self._kind = kind.__qualname__
        self._for_dataclasses: dict[str, Field[object]] = {}

    def __get__(self, _value: object, _kind: type) -> Mapping[str, Field[object]]:
        if not self._for_dataclasses:
            self._for_dataclasses = {name: self._field(name) for name in self.names}
        return self._for_dataclasses

    def complete(self, given: tuple[object, ...], named: dict[str, object]) -> list[object]:
        """What each field is to hold. Raises `TypeError` as any call does."""
        if len(given) > len(self.names):
            raise TypeError(f"{self._kind} holds {len(self.names)} values, not {len(given)}")
        rest = self.names[len(given) :]
        whole = [*given, *(named.pop(n) if n in named else self._default(n) for n in rest)]
        if named:
            raise TypeError(f"{self._kind} has no field {', '.join(named)}, or has it twice")
        return whole

    def _default(self, name: str) -> object:
        if name not in self.defaults:
            raise TypeError(f"{self._kind} needs {name}")
        default = self.defaults[name]
        return _made_default(default, self._kind, name) if isinstance(default, Field) else default

    def _field(self, name: str) -> Field[object]:
        default = self.defaults.get(name, MISSING)
        told = default if isinstance(default, Field) else field(default=default)
        made = copy(_some_field())
        made.name, made.type = name, self.types[name]
        for trait in ("default", "default_factory", "repr", "compare"):
            setattr(made, trait, getattr(told, trait))
        return made


def _made_default(told: Field[object], kind: str, name: str) -> object:
    if told.default_factory is not MISSING:
        return told.default_factory()
    if told.default is MISSING:
        raise TypeError(f"{kind} needs {name}")
    return told.default


@cache
def _some_field() -> Field[object]:
    """A finished field to copy: only `dataclass` itself can finish one."""

    @dataclass
    class Sample:
        it: object

    return fields(Sample)[0]


def _making(told: _Fields) -> Methods:
    puts = told.puts

    def fill(self: object, *given: object, **named: object) -> None:
        whole = told.complete(given, named) if named or len(given) != len(puts) else given
        for put, thing in zip(puts, whole, strict=True):
            put(self, thing)

    return {"__init__": fill}


def _comparing(told: _Fields) -> Methods:
    passed_over = {n for n, d in told.defaults.items() if isinstance(d, Field) and not d.compare}
    of = attrgetter(*(name for name in told.names if name not in passed_over))

    def equal(self: object, other: object) -> bool:
        return of(self) == of(other) if other.__class__ is self.__class__ else NotImplemented

    def to_hash(self: object) -> int:
        return hash(of(self))

    return {"__eq__": equal, "__hash__": to_hash}


def _refuse(self: object, name: str, _thing: object = None) -> None:
    raise FrozenInstanceError(f"{type(self).__qualname__}.{name} cannot be changed")


def _spell(self: "DataclassInstance") -> str:
    shown = (f for f in fields(self) if f.repr)
    inside = ", ".join(f"{f.name}={getattr(self, f.name)!r}" for f in shown)
    return f"{type(self).__qualname__}({inside})"


def _state(self: "DataclassInstance") -> list[object]:
    return [getattr(self, f.name) for f in fields(self)]


def _restore(self: "DataclassInstance", state: list[object]) -> None:
    for f, thing in zip(fields(self), state, strict=True):
        object.__setattr__(self, f.name, thing)


_SHARED: Methods = {
    "__repr__": _spell,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__getstate__": _state,
    "__setstate__": _restore,
}
