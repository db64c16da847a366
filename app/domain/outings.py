"""Pull-outs as they take place: who is out of the room when, and what that says in a lesson.

Nothing of it is written. A pull-out that has begun is as if somebody had said "away", one that is
over as if somebody had said "back", at that time; whatever the teacher says later holds.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from app.domain.ids import COUNTER_BITS, AttendanceId, SessionId, StudentId
from app.domain.pull_outs import PullOut
from app.domain.session import AWAY, PRESENT, Attendance

CUE_MS = 3 * 60_000
"""So long before a student leaves the teacher is told."""


class Outing(NamedTuple):
    """A pull-out on one day, from `begins_at` to `ends_at` (milliseconds UTC)."""

    pull_out: PullOut
    begins_at: int
    ends_at: int
    cancelled: bool = False

    @property
    def student_id(self) -> StudentId:
        return self.pull_out.student_id

    @property
    def word_id(self) -> AttendanceId:
        """The id of the word it says when it begins. Ids rise with time, so it has its place."""
        return id_at(self.begins_at)


def id_at(at_ms: int) -> AttendanceId:
    """The lowest id that anything made at that time can have."""
    return AttendanceId(at_ms << COUNTER_BITS)


def with_outings(
    session: SessionId, said: Iterable[Attendance], outings: Iterable[Outing], now: int
) -> tuple[Attendance, ...]:
    """What the teacher said and what the outings say up to `now`, in the order it was said.

    An outing takes only a student who is in the room, and brings back only whom it took and about
    whom nothing was said since.
    """
    words = sorted(said, key=lambda word: word.id)
    by_student = defaultdict[StudentId, list[Outing]](list)
    for outing in outings:
        if not outing.cancelled and outing.begins_at <= now:
            by_student[outing.student_id].append(outing)
    if not by_student:
        return tuple(words)
    told = [word for word in words if word.student_id not in by_student]
    for student, own in by_student.items():
        told += _told(session, [w for w in words if w.student_id == student], own, now)
    return tuple(sorted(told, key=lambda word: word.id))


class _Turn(NamedTuple):
    """Something that may change where a student is; at the same id an end comes first."""

    id: int
    rank: int
    word: Attendance | None = None
    outing: Outing | None = None


def _told(
    session: SessionId, words: Sequence[Attendance], outings: Sequence[Outing], now: int
) -> Iterator[Attendance]:
    state, taken = PRESENT, None
    for turn in sorted(_turns(words, outings, now), key=lambda turn: turn[:2]):
        word, outing = turn.word, turn.outing
        if word is not None:
            state, taken = word.state, None
            yield word
        elif outing is None:
            continue
        elif turn.rank == _ENDS:
            if taken is outing:
                state, taken = PRESENT, None
                yield _word(session, outing, PRESENT)
        elif state == PRESENT or (taken is not None and taken.ends_at < outing.ends_at):
            state, taken = AWAY, outing
            yield _word(session, outing, AWAY)


_ENDS, _BEGINS, _SAID = range(3)


def _turns(words: Iterable[Attendance], outings: Iterable[Outing], now: int) -> Iterator[_Turn]:
    for word in words:
        yield _Turn(word.id, _SAID, word=word)
    for outing in outings:
        yield _Turn(outing.word_id, _BEGINS, outing=outing)
        if outing.ends_at <= now:
            yield _Turn(id_at(outing.ends_at), _ENDS, outing=outing)


def _word(session: SessionId, outing: Outing, state: str) -> Attendance:
    if state == PRESENT:
        at = outing.ends_at
        return Attendance(id_at(at), session, outing.student_id, PRESENT, at)
    at, why = outing.begins_at, outing.pull_out.reason
    return Attendance(id_at(at), session, outing.student_id, AWAY, at, why, outing.ends_at)


def next_turn(outings: Iterable[Outing], now: int) -> int | None:
    """When one begins, ends, or is to be told of next, after `now`; None when none does."""
    times = (
        at
        for outing in outings
        if not outing.cancelled
        for at in (outing.begins_at - CUE_MS, outing.begins_at, outing.ends_at)
    )
    return min((at for at in times if at > now), default=None)


def leaving(outings: Iterable[Outing], now: int, here: Collection[StudentId]) -> tuple[Outing, ...]:
    """Those that begin within the next three minutes and take somebody who is in the room."""
    soon = (
        outing
        for outing in outings
        if not outing.cancelled
        and 0 < outing.begins_at - now <= CUE_MS
        and outing.student_id in here
    )
    return tuple(sorted(soon, key=lambda outing: outing.begins_at))


def current_or_next(outings: Iterable[Outing], student: StudentId, now: int) -> Outing | None:
    """The student's outing that is not over yet, cancelled or not; the earliest of several."""
    own = [o for o in outings if o.student_id == student and o.ends_at > now]
    return min(own, key=lambda outing: outing.begins_at, default=None)


def out_from_to(outings: Iterable[Outing], begin: int, end: int) -> frozenset[StudentId]:
    """Who is out for all of that time, and so has no place in it."""
    return frozenset(
        outing.student_id
        for outing in outings
        if not outing.cancelled and outing.begins_at <= begin and outing.ends_at >= end
    )
