"""How large the long runs are: this is the one place that says so.

`pytest -m long` runs them whole. Any other run takes the same code through a few turns of each, and
all of them together stop when their seconds are used up.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

SECONDS = 25.0
"""What all long runs may take together when nobody asked for them."""
FEWEST = 3
"""Turns of each that are taken on the slowest computer too: a test without any proves nothing."""


def asked_for(mark_expression: str) -> bool:
    """Whether `-m` names the long runs."""
    return "long" in mark_expression and "not long" not in mark_expression


class Budget:
    """Hands out turns; one for the whole run of the tests, which shares these `seconds`."""

    def __init__(
        self,
        whole: bool,
        now: Callable[[], float] = time.monotonic,
        seconds: float = SECONDS,
    ) -> None:
        self.whole = whole
        self._now = now
        self._left = seconds

    def size(self, whole: int, short: int) -> int:
        """How many, for a run that cannot be stopped between its turns."""
        return whole if self.whole else short

    def turns(self, whole: int, short: int) -> Iterator[int]:
        """Numbers from 0 up: so many in a whole run, and so many at most in a short one."""
        for turn in range(self.size(whole, short)):
            if not self.whole and self._left <= 0 and turn >= FEWEST:
                return
            began = self._now()
            yield turn
            self._left -= self._now() - began

    def some_of(self, places: Sequence[T], short: int) -> Iterator[T]:
        """Every place in a whole run; in a short one so many at most, from first to last.

        The last one always comes, also when the seconds are used up before it.
        """
        every = len(places)
        few = min(every, short)
        at = -1
        for turn in self.turns(every, few):
            at = turn if self.whole else turn * (every - 1) // max(1, few - 1)
            yield places[at]
        if at < every - 1:
            yield places[-1]
