"""Mastery: the level a student's evidence on one skill adds up to, by a stated method."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.domain.observations import Observation


@dataclass(frozen=True, slots=True)
class Standing:
    """A level, when the newest evidence for it was seen (ms UTC), and what it rests on."""

    level: int
    seen_at: int
    rests_on: tuple[Observation, ...]


Method = Callable[[Sequence[Observation]], Standing | None]
"""From the evidence of one student on one skill, in any order, to where the student stands."""


def by_time_seen(evidence: Sequence[Observation]) -> list[Observation]:
    """What carries a level, oldest first: when it was seen counts, not when it was typed."""
    return sorted((o for o in evidence if o.level), key=lambda o: (o.seen_at, o.id))


def most_recent(evidence: Sequence[Observation]) -> Standing | None:
    """The newest evidence alone says the level; None without evidence."""
    seen = by_time_seen(evidence)
    if not seen or not seen[-1].level:
        return None
    return Standing(seen[-1].level, seen[-1].seen_at, (seen[-1],))


@dataclass(frozen=True, slots=True)
class LevelStep:
    """From `at` (ms UTC) on the student stood at `level`."""

    at: int
    level: int


def level_steps(
    evidence: Sequence[Observation], method: Method = most_recent
) -> tuple[LevelStep, ...]:
    """How the level went over time: its start, and every time it became another one."""
    seen = by_time_seen(evidence)
    steps: list[LevelStep] = []
    for count, newest in enumerate(seen, start=1):
        standing = method(seen[:count])
        if standing and (not steps or steps[-1].level != standing.level):
            steps.append(LevelStep(newest.seen_at, standing.level))
    return tuple(steps)
