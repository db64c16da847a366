"""What is done in a process of its own."""

from collections.abc import Callable
from typing import Protocol


class Job(Protocol):
    """A dataclass with plain values in it.

    `go_on` is told how far it is (a plain value too), often; when it says False the job ends with
    the best it has.
    """

    def run(self, go_on: Callable[[object], bool]) -> object: ...


class Ended(Exception):
    """The other process ended without an answer."""
