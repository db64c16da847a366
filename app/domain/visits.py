"""Visits: what really happened, worked out from the session's own record."""

from dataclasses import dataclass, replace

from app.domain.clock import Reading
from app.domain.ids import StationId, StudentId
from app.domain.record import SessionRecord
from app.domain.session import PRESENT, Attendance, Move
from app.domain.spans import left_for
from app.domain.staying import Kept, kept_after

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


def stays(record: SessionRecord, reading: Reading, now: int) -> tuple[Stay, ...]:
    """Every stay of the session so far, in order of round and student; transitions are no stay.

    Who stayed on at a table was there in one stay, until that table went on.
    """
    students = sorted({p.student_id for p in record.paths} | {m.student_id for m in record.moves})
    found: list[Stay] = []
    for at, span in enumerate(reading.spans):
        if not span.transition:
            visit = _Round(record, reading, at, now)
            for student in students:
                found.extend(visit.of(student))
    return tuple(stay for stay in found if stay.ended_at - stay.began_at >= SHORTEST_MS)


class _Round:
    """Where everyone was in one round that has begun."""

    def __init__(self, record: SessionRecord, reading: Reading, at: int, now: int) -> None:
        span = reading.spans[at]
        before = left_for(reading.spans, at)
        self._record = record
        self._reading = reading
        self._span = span
        self._now = max(now, span.began_at)
        self._stayed = kept_after(record, reading, at)
        self._late = {} if before is None else kept_after(record, reading, before)
        self._words = record.words_at(self._now, reading)
        self._planned = {path.student_id: path.at(span.round) for path in record.paths}

    def of(self, student: StudentId) -> list[Stay]:
        """The stays of one student in it, oldest first."""
        late, stayed, span = self._late.get(student), self._stayed.get(student), self._span
        since = span.began_at if late is None else max(span.began_at, self._until(late))
        end = self._now if span.ended_at is None else span.ended_at
        if stayed is not None:
            end = max(end, self._until(stayed))
        place, here, found = self._planned.get(student), True, []
        for change in self._changes(student):
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

    def _changes(self, student: StudentId) -> list[Move | Attendance]:
        changes: list[Move | Attendance] = [w for w in self._words if w.student_id == student]
        for move in self._record.moves:
            if move.student_id == student and move.round == self._span.round:
                at = self._reading.by_this_clock(move.at, move.id)
                changes.append(replace(move, at=at))
        return sorted(changes, key=lambda change: change.id)

    def _until(self, kept: Kept) -> int:
        return self._now if kept.until is None else min(kept.until, self._now)
