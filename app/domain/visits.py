"""Visits: what really happened, worked out from the session's own record."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.clock import Reading, Span
from app.domain.ids import StationId, StudentId
from app.domain.lessons import Path
from app.domain.session import PRESENT, Attendance, Move

SHORTEST_MS = 30_000
"""A stay shorter than half a minute is a slip of the hand, not a visit."""


@dataclass(frozen=True, slots=True)
class Stay:
    """One student at one station from `began_at` to `ended_at` (milliseconds UTC)."""

    student_id: StudentId
    station_id: StationId
    round: int
    began_at: int
    ended_at: int


def stays(
    reading: Reading,
    now: int,
    paths: Sequence[Path],
    moves: Sequence[Move],
    attendance: Sequence[Attendance],
) -> tuple[Stay, ...]:
    """Every stay of the session so far, in order of round and student; transitions are no stay."""
    rounds = [span for span in reading.spans if not span.transition]
    students = sorted({p.student_id for p in paths} | {m.student_id for m in moves})
    planned = {p.student_id: p for p in paths}
    found: list[Stay] = []
    for span in rounds:
        for student in students:
            own = [m for m in moves if m.student_id == student and m.round == span.round]
            words = [a for a in attendance if a.student_id == student]
            path = planned.get(student)
            first = path.at(span.round) if path else None
            found.extend(_of_student(student, span, now, first, own, words))
    return tuple(stay for stay in found if stay.ended_at - stay.began_at >= SHORTEST_MS)


def _of_student(
    student: StudentId,
    span: Span,
    now: int,
    first: StationId | None,
    moves: Iterable[Move],
    words: Iterable[Attendance],
) -> list[Stay]:
    end = span.ended_at if span.ended_at is not None else max(now, span.began_at)
    changes: list[Move | Attendance] = [*moves, *words]
    changes.sort(key=lambda e: e.id)
    place, here, since = first, True, span.began_at
    found: list[Stay] = []
    for change in changes:
        was = place if here else None
        if isinstance(change, Move):
            place = change.station_id
        else:
            here = change.state == PRESENT
        if (place if here else None) == was:
            continue
        at = min(max(change.at, since), end)
        if was is not None and at > since:
            found.append(Stay(student, was, span.round, since, at))
        since = at
    if here and place is not None and end > since:
        found.append(Stay(student, place, span.round, since, end))
    return found
