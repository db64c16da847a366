"""Stand-ins for the world: plain, quick, and held to the same suite as the real things."""

from itertools import count

from tests.fakes.clock import FakeClock, FakePulse
from tests.fakes.evidence import FakeEvidence
from tests.fakes.store import FakeStore
from tests.fakes.world import FakeDialogs, FakeTasks, SlowTasks

__all__ = [
    "FakeClock",
    "FakeDialogs",
    "FakeEvidence",
    "FakePulse",
    "FakeStore",
    "FakeTasks",
    "SlowTasks",
    "ids",
]


def ids(start: int = 1):
    """An id maker that counts."""
    return count(start).__next__
