"""How the adults of a class share its time: worked out from visits to the stations they led."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.ids import StudentId
from app.domain.session import Visit

MINUTE_MS = 60_000
UNEVEN = 2
"""One adult has more than so many times the students of another: that is worth a word."""


@dataclass(frozen=True, slots=True)
class AdultTime:
    """Minutes an adult had students at a station, and whom the adult met."""

    name: str
    minutes: int
    students: frozenset[StudentId]


def adult_times(visits: Iterable[Visit], names: Iterable[str]) -> tuple[AdultTime, ...]:
    """One for each name, also for those who led nothing; then those who led and are not named.

    Minutes in which several students were there count once.
    """
    spent: dict[str, list[tuple[int, int]]] = {name: [] for name in names}
    met: dict[str, set[StudentId]] = {name: set() for name in spent}
    for visit in visits:
        if visit.adult:
            spent.setdefault(visit.adult, []).append((visit.began_at, visit.ended_at))
            met.setdefault(visit.adult, set()).add(visit.student_id)
    return tuple(
        AdultTime(name, _together(spans) // MINUTE_MS, frozenset(met[name]))
        for name, spans in spent.items()
    )


def met_by(times: Iterable[AdultTime]) -> Mapping[StudentId, tuple[str, ...]]:
    """Which of the adults met a student."""
    found: dict[StudentId, list[str]] = {}
    for time in times:
        for student in time.students:
            found.setdefault(student, []).append(time.name)
    return {student: tuple(names) for student, names in found.items()}


def uneven(times: Iterable[AdultTime]) -> tuple[AdultTime, AdultTime] | None:
    """Who met the most and who the fewest, where that is far from even; None where it is not."""
    ranked = sorted(times, key=lambda time: (len(time.students), time.minutes))
    if len(ranked) < 2:
        return None
    least, most = ranked[0], ranked[-1]
    far = len(most.students) > UNEVEN * len(least.students)
    return (most, least) if far else None


def _together(spans: Iterable[tuple[int, int]]) -> int:
    total, until = 0, 0
    for begin, end in sorted(spans):
        total += max(0, end - max(begin, until))
        until = max(until, end)
    return total
