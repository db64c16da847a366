"""Visits are what happened."""

from app.domain import session as did
from app.domain.clock import Timing, read_clock
from app.domain.ids import (
    AttendanceId,
    ClassId,
    EventId,
    LessonId,
    MoveId,
    PathId,
    SessionId,
    StationId,
    StudentId,
)
from app.domain.lessons import Lesson, Path
from app.domain.record import SessionRecord
from app.domain.session import ABSENT, PRESENT, Attendance, ClockEvent, Move, Session
from app.domain.visits import stays

MINUTE = 60_000
LESSON = Timing(rounds=2, round_ms=10 * MINUTE, transition_ms=2 * MINUTE)
HERE, MAYA = SessionId(1), StudentId(1)
TABLE, TABLETS = StationId(10), StationId(11)
PATH = Path(PathId(1), LessonId(1), MAYA, 1, (TABLE, TABLETS))
SESSION = Session(HERE, ClassId(1), LessonId(1), 0)
PLAN = Lesson(LessonId(1), ClassId(1), "2026-05-14", "", "", "", (TABLE, TABLETS), 2, 600, 120, 60)
START = ClockEvent(EventId(1), HERE, did.STARTED, 0)


def move(number: int, round_: int, station: StationId | None, minute: int) -> Move:
    return Move(MoveId(number), HERE, MAYA, round_, station, minute * MINUTE)


def said(number: int, state: str, minute: int) -> Attendance:
    return Attendance(AttendanceId(number), HERE, MAYA, state, minute * MINUTE)


def visited(
    minute: int, moves: tuple[Move, ...] = (), words: tuple[Attendance, ...] = ()
) -> list[tuple[int, int, int, int]]:
    now = minute * MINUTE
    record = SessionRecord(SESSION, PLAN, (START,), (PATH,), moves, words)
    found = stays(record, read_clock(LESSON, [START], now), now)
    return [(s.round, s.station_id, s.began_at // MINUTE, s.ended_at // MINUTE) for s in found]


def test_a_round_is_a_visit_and_a_transition_is_none() -> None:
    assert visited(15) == [(1, TABLE, 0, 10), (2, TABLETS, 12, 15)]


def test_a_move_ends_one_visit_and_begins_another() -> None:
    assert visited(10, (move(1, 1, TABLETS, 4),)) == [(1, TABLE, 0, 4), (1, TABLETS, 4, 10)]


def test_a_move_before_the_round_begins_decides_the_whole_round() -> None:
    moved = move(1, 2, TABLE, 11)
    assert visited(20, (moved,)) == [(1, TABLE, 0, 10), (2, TABLE, 12, 20)]


def test_time_out_of_the_room_is_no_visit() -> None:
    words = (said(1, ABSENT, 3), said(2, PRESENT, 6))
    assert visited(10, (), words) == [(1, TABLE, 0, 3), (1, TABLE, 6, 10)]


def test_one_who_is_absent_from_the_start_visits_nothing() -> None:
    assert visited(20, (), (said(1, ABSENT, 0),)) == []


def test_a_slip_of_the_hand_is_no_visit() -> None:
    moves = (
        move(1, 1, TABLETS, 4),
        Move(MoveId(2), HERE, MAYA, 1, TABLE, 4 * MINUTE + 5_000),
    )
    assert [v[1] for v in visited(10, moves)] == [TABLE, TABLE]
