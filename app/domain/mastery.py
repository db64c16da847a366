"""Mastery: the level a student's evidence on one skill adds up to, by a stated method.

The methods are those gradebooks offer by these names. Their formulas are the ones of Canvas LMS
(instructure/canvas-lms: latest, highest, decaying_average, n_mastery, average), save for what the
docstrings say. They see evidence in the order it was seen, and Canvas in the order it was handed
in: what is typed late takes its true place here, and of two looks at one moment the one with the
higher id is the newer.

A method gives a value between levels. The level is the nearest one, halves go up.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from app.domain.observations import Observation
from app.domain.skills import (
    AVERAGE,
    DECAYING,
    HIGHEST,
    LATEST,
    MOST_LEVELS,
    MOST_RECENT,
    N_TIMES,
    How,
)


class Tally(NamedTuple):
    """All that a method needs to know of evidence, however much there is.

    `at_least[n]` looks were at level n + 1 or above; `newest` is the level seen last, at `seen_at`
    (ms UTC). Without evidence everything is 0.
    """

    at_least: tuple[int, ...] = (0,) * MOST_LEVELS
    newest: int = 0
    seen_at: int = 0

    @property
    def looks(self) -> int:
        """How many looks there are."""
        return self.at_least[0]

    @property
    def total(self) -> int:
        """The sum of all levels: a look at level 3 counts in the first three."""
        return sum(self.at_least)

    def plus(self, level: int, seen_at: int) -> "Tally":
        """With one more look, newer than all before."""
        more = tuple(many + (level > below) for below, many in enumerate(self.at_least))
        return Tally(more, level, seen_at)


NOTHING = Tally()


AtLeast = tuple[int, ...]
"""How many looks were at level 1 or above, at level 2 or above and so on: one, or more."""

Ratio = tuple[int, int]
"""A value between levels, as what is divided and by what: thousands are reckoned at a time."""


def most_recent(_many: AtLeast, newest: int, _how: How) -> Ratio:
    """The newest evidence alone: 1, 3, 2 gives 2."""
    return newest, 1


def highest(many: AtLeast, _newest: int, _how: How) -> Ratio:
    """The best there ever was: 1, 3, 2 gives 3."""
    return len(many) - many.count(0), 1


def average(many: AtLeast, _newest: int, _how: How) -> Ratio:
    """The mean of all levels: 1, 3, 2 gives (1 + 3 + 2) / 3 = 2."""
    return sum(many), many[0]  # a look at level 3 counts in the first three


def decaying(many: AtLeast, newest: int, how: How) -> Ratio:
    """The newest against the average of all before, by default 65 to 35.

    1, 3, 2 gives 0.65 * 2 + 0.35 * (1 + 3) / 2 = 2. One look alone counts whole. (Canvas: "Most
    recent result counts as 65% of mastery weight, average of all other results count as 35%".)
    """
    before, percent = many[0] - 1, how.newest_percent
    if not before:
        return newest, 1
    return percent * newest * before + (100 - percent) * (sum(many) - newest), 100 * before


def n_times(many: AtLeast, _newest: int, how: How) -> Ratio:
    """The highest level that was reached at least so many times; what is above it counts too.

    With three times, 3, 2, 3, 4 gives 3. While no level was, the value is 0: not enough yet. Canvas
    counts for one mark alone, the one that is mastery; here every level is such a mark.
    """
    reached = 0
    for found in many:
        if found < how.times:
            break
        reached += 1
    return reached, 1


METHODS: Mapping[str, Callable[[AtLeast, int, How], Ratio]] = {
    MOST_RECENT: most_recent,
    HIGHEST: highest,
    DECAYING: decaying,
    N_TIMES: n_times,
    AVERAGE: average,
}
"""In the order they are offered."""


def value_of(seen: Tally, how: How) -> Fraction:
    """What the method makes of the evidence; 0 without any, or with not enough.

    A method of a newer Rondo is taken as the most recent.
    """
    if not seen.looks:
        return Fraction(0)
    return Fraction(*METHODS.get(how.method, most_recent)(seen.at_least, seen.newest, how))


def mastery(seen: Tally, how: How) -> int:
    """The nearest level to the value, halves up; 0 without evidence, or with not enough."""
    return level_of(seen.at_least, seen.newest, how)


def level_of(many: AtLeast, newest: int, how: How) -> int:
    """The same from the figures themselves."""
    if not many[0]:
        return 0
    value, by = METHODS.get(how.method, most_recent)(many, newest, how)
    return (2 * value + by) // (2 * by)


def by_time_seen(evidence: Sequence[Observation]) -> list[Observation]:
    """What carries a level, oldest first: when it was seen counts, not when it was typed."""
    return sorted((o for o in evidence if o.level), key=lambda o: (o.seen_at, o.id))


def tally(evidence: Sequence[Observation], before: Tally = NOTHING) -> Tally:
    """Evidence in any order, after what is counted already."""
    for seen in by_time_seen(evidence):
        before = before.plus(seen.level or 0, seen.seen_at)
    return before


def rests_on(evidence: Sequence[Observation], how: How) -> tuple[Observation, ...]:
    """The looks that the level comes from, oldest first: those without which it may be another."""
    seen = by_time_seen(evidence)
    level = mastery(tally(seen), how)
    if how.method == HIGHEST:
        return tuple(o for o in seen if o.level == level)
    if how.method == N_TIMES:
        return tuple(o for o in seen if (o.level or 0) >= level)
    if how.method in {AVERAGE, DECAYING}:
        return tuple(seen)
    return tuple(seen[-1:])


@dataclass(frozen=True, slots=True)
class LevelStep:
    """From `at` (ms UTC) on the student stood at `level`."""

    at: int
    level: int


def level_steps(
    evidence: Sequence[Observation], how: How = LATEST, before: Tally = NOTHING
) -> tuple[LevelStep, ...]:
    """How the level went over time: its start, and every time it became another one.

    `before` is what was seen earlier still; the level it gave is the first step.
    """
    level = mastery(before, how)
    steps = [LevelStep(before.seen_at, level)] if level else []
    for seen in by_time_seen(evidence):
        before = before.plus(seen.level or 0, seen.seen_at)
        found = mastery(before, how)
        if found != level:
            level = found
            steps.append(LevelStep(seen.seen_at, found))
    return tuple(steps)
