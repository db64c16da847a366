"""Plain values as JSON and back: dataclasses, and what they are made of.

Both ends are this program: what comes in is what it wrote itself.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from importlib import import_module

KIND, PARTS = "is", "of"


def plain(value: object) -> object:
    """The value in lists, dicts and scalars. Raises `TypeError` for what is not plain."""
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if isinstance(value, frozenset | set):
        return {KIND: "set", PARTS: [plain(one) for one in value]}
    if isinstance(value, Mapping):
        return {KIND: "map", PARTS: [[plain(key), plain(one)] for key, one in value.items()]}
    if is_dataclass(value) and not isinstance(value, type):
        parts = [plain(getattr(value, field.name)) for field in fields(value) if field.init]
        kind = type(value)
        return {KIND: f"{kind.__module__}:{kind.__qualname__}", PARTS: parts}
    raise TypeError(type(value).__name__)


def valued(told: object) -> object:
    """The value again; every list is a tuple then. Raises `ValueError` for what is no value."""
    if isinstance(told, list):
        return tuple(valued(one) for one in told)
    if not isinstance(told, dict):
        return told
    kind, parts = str(told[KIND]), told[PARTS]
    if kind == "set":
        return frozenset(valued(one) for one in parts)
    if kind == "map":
        return {valued(key): valued(one) for key, one in parts}
    made, names = _kind(kind)
    return made(**dict(zip(names, map(valued, parts), strict=True)))


@cache
def _kind(name: str) -> tuple[type, tuple[str, ...]]:
    module, _, inside = name.partition(":")
    found: object = import_module(module)
    for part in inside.split("."):
        found = getattr(found, part)
    if not isinstance(found, type) or not is_dataclass(found):
        raise ValueError(name)
    return found, tuple(field.name for field in fields(found) if field.init)
