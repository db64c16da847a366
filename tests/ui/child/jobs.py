"""Jobs that a process can be given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Step:
    """How far a count is."""

    number: int
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Count:
    """Counts up to a number, and says so."""

    to: int
    words: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def run(self, go_on: Callable[[object], bool]) -> object:
        for number in range(self.to):
            if not go_on(Step(number, frozenset({"so", "far"}))):
                return Step(number)
        return self


@dataclass(frozen=True, slots=True)
class Forever:
    """Goes on until it is stopped."""

    def run(self, go_on: Callable[[object], bool]) -> object:
        number = 0
        while go_on(Step(number)):
            number += 1
        return Step(number)


@dataclass(frozen=True, slots=True)
class Broken:
    """Ends without an answer."""

    def run(self, go_on: Callable[[object], bool]) -> object:
        raise RuntimeError(go_on(None))
