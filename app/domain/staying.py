"""Tables that stay on while the others move: who stays where, and for how long still.

An `Extra` belongs to its round as a move does: it holds each time that round is left for the next
one. Nothing is written when the time is over, so a restart, undo and the clock cannot disagree.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from app.domain.clock import FINISHED, READY, ROUND, TRANSITION, Reading
from app.domain.ids import StationId, StudentId
from app.domain.record import SessionRecord
from app.domain.seating import cells, latest_attendance
from app.domain.session import PRESENT, Extra
from app.domain.spans import Span, left_for


class Staying(NamedTuple):
    """A station whose students of `round` stay there into the next one.

    `amount_ms` counts from the beginning of the next round. `left_ms` is None as long as their
    round runs; then the running time until they go on, what is left of the transition included.
    """

    station_id: StationId
    round: int
    amount_ms: int
    left_ms: int | None = None
    students: tuple[StudentId, ...] = ()


class Kept(NamedTuple):
    """A student who stays on at a station; `until` (ms UTC) may be to come, None is not known."""

    station_id: StationId
    until: int | None


def granted(extras: Iterable[Extra], number: int) -> Mapping[StationId, int]:
    """How long each station stays on after that round, all that was said about it added up."""
    found: dict[StationId, int] = {}
    for extra in extras:
        if extra.round == number:
            found[extra.station_id] = found.get(extra.station_id, 0) + extra.amount
    return {station: amount for station, amount in found.items() if amount > 0}


def kept_after(record: SessionRecord, reading: Reading, at: int) -> Mapping[StudentId, Kept]:
    """Who stayed on after the round that is the span at `at`, and until when."""
    spans, amounts = reading.spans, granted(record.extras, reading.spans[at].round)
    following = _following(spans, at)
    left_at = spans[at].ended_at
    if not amounts or not following or left_at is None:
        return {}
    number = spans[at].round
    until = {station: _until(following, amount) for station, amount in amounts.items()}
    gone = _gone(record, reading, left_at)
    going = {path.student_id: path.at(number + 1) for path in record.paths}
    moved = _first_moves(record, reading, number + 1)
    kept: dict[StudentId, Kept] = {}
    for student, station in cells(record.paths, record.moves, number).items():
        if station not in amounts or student in gone or going.get(student) == station:
            continue
        end = _sooner(until[station], moved.get(student))
        if end is None or end > left_at:
            kept[student] = Kept(station, end)
    return kept


def staying(record: SessionRecord, reading: Reading, now: int) -> tuple[Staying, ...]:
    """The stations that stay on now, and those that will when this round is over."""
    if not record.extras or reading.phase in (READY, FINISHED):
        return ()
    return (*_now(record, reading, now), *_to_come(record, reading))


def left_from(record: SessionRecord, reading: Reading) -> dict[StudentId, StationId]:
    """Where everyone was at the end of the round that the transition now leads away from."""
    places = cells(record.paths, record.moves, reading.round - 1)
    here = left_for(reading.spans, len(reading.spans) - 1)
    before = None if here is None or not record.extras else left_for(reading.spans, here)
    if here is not None and before is not None:
        end = reading.spans[here].ended_at
        kept = kept_after(record, reading, before)
        places.update({s: k.station_id for s, k in kept.items() if k.until == end})
    return places


def _now(record: SessionRecord, reading: Reading, now: int) -> tuple[Staying, ...]:
    last = len(reading.spans) - 1
    before = left_for(reading.spans, last)
    if before is None:
        return ()
    kept = kept_after(record, reading, before)
    here: dict[StationId, list[StudentId]] = {}
    for student, (station, until) in kept.items():
        if until is None or until > now:
            here.setdefault(station, []).append(student)
    number, found = reading.round - 1, []
    for station, amount in granted(record.extras, number).items():
        ran = 0 if reading.phase == TRANSITION else reading.spans[last].ran_ms(now)
        left = amount - ran + (reading.remaining_ms if reading.phase == TRANSITION else 0)
        if left > 0 and station in here:
            found.append(Staying(station, number, amount, left, tuple(here[station])))
    return tuple(found)


def _to_come(record: SessionRecord, reading: Reading) -> tuple[Staying, ...]:
    if reading.phase != ROUND or reading.round >= reading.rounds:
        return ()
    amounts = granted(record.extras, reading.round)
    return tuple(Staying(station, reading.round, amount) for station, amount in amounts.items())


def _following(spans: tuple[Span, ...], at: int) -> tuple[Span, ...]:
    """The transition into the next round and that round, as far as they followed this one."""
    after = [i for i in range(at + 1, min(at + 3, len(spans))) if left_for(spans, i) == at]
    return tuple(spans[i] for i in after)


def _until(following: tuple[Span, ...], amount: int) -> int | None:
    last = following[-1]
    when = None if last.transition else last.when_run(amount)
    return _sooner(when, last.ended_at)


def _sooner(one: int | None, other: int | None) -> int | None:
    known = [at for at in (one, other) if at is not None]
    return min(known) if known else None


def _first_moves(record: SessionRecord, reading: Reading, number: int) -> dict[StudentId, int]:
    """When each student was first put somewhere by hand in a round; that ends a longer stay."""
    found: dict[StudentId, int] = {}
    for move in sorted(record.moves, key=lambda m: m.id):
        if move.round == number:
            found.setdefault(move.student_id, reading.by_this_clock(move.at, move.id))
    return found


def _gone(record: SessionRecord, reading: Reading, at: int) -> set[StudentId]:
    """Who was not in the room at that time."""
    known = [word for word in record.words_at(at, reading) if word.at <= at]
    return {s for s, word in latest_attendance(known).items() if word.state != PRESENT}
