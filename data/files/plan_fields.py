"""Reading JSON values one by one, each with its place for the error that names it."""

from collections.abc import Callable
from typing import TypeVar

from app.planner.errors import BriefIsWrong

T = TypeVar("T")
LARGEST = 10**6


class Fields:
    """An object of a JSON file and where it stands in it. Every reader raises `BriefIsWrong`."""

    def __init__(self, value: object, where: str) -> None:
        if not isinstance(value, dict):
            raise BriefIsWrong(where or "the file", "an object with named fields")
        self._value = value
        self.where = where

    def place(self, name: str) -> str:
        return f"{self.where}.{name}" if self.where else name

    def has(self, name: str) -> bool:
        """Whether the field is there and not null."""
        return self._value.get(name) is not None

    def raw(self, name: str) -> object:
        if name not in self._value:
            raise BriefIsWrong(self.place(name), "there")
        return self._value[name]

    def items(self) -> list[tuple[str, object]]:
        return list(self._value.items())

    def number(self, name: str, low: int = 0, high: int = LARGEST, default: int = -1) -> int:
        """A whole number from `low` to `high`; a default of -1 means that it must be there."""
        if default != -1 and not self.has(name):
            return default
        return whole(self.raw(name), self.place(name), low, high)

    def text(self, name: str, default: str | None = None) -> str:
        if default is not None and not self.has(name):
            return default
        return text(self.raw(name), self.place(name))

    def one_of(self, name: str, known: tuple[str, ...], default: str | None = None) -> str:
        found = self.text(name, default)
        if found not in known:
            raise BriefIsWrong(self.place(name), "one of " + ", ".join(known))
        return found

    def flag(self, name: str) -> bool:
        found = self.raw(name) if self.has(name) else False
        if not isinstance(found, bool):
            raise BriefIsWrong(self.place(name), "true or false")
        return found

    def many(self, name: str, each: Callable[[object, str], T], most: int = LARGEST) -> list[T]:
        """The list of that name, each item read by `each`; none when it is not there."""
        found = self.raw(name) if self.has(name) else []
        if not isinstance(found, list) or len(found) > most:
            raise BriefIsWrong(self.place(name), f"a list of at most {most}")
        return [each(item, f"{self.place(name)}[{at}]") for at, item in enumerate(found)]

    def child(self, name: str) -> "Fields":
        return Fields(self.raw(name), self.place(name))


def whole(value: object, where: str, low: int = 0, high: int = LARGEST) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise BriefIsWrong(where, f"a whole number from {low} to {high}")
    return value


def text(value: object, where: str) -> str:
    if not isinstance(value, str) or not value:
        raise BriefIsWrong(where, "a text")
    return value


def known(value: object, where: str, ids: frozenset[str], what: str) -> str:
    """A text that names one of `ids`."""
    found = text(value, where)
    if found not in ids:
        raise BriefIsWrong(where, f"a {what} of this brief; {found!r} is none")
    return found
