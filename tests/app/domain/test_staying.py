"""A table that stays on: nobody is lost and nobody is twice, whatever is done to the clock."""

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.domain import session as did
from app.domain.classes import SchoolClass, Student
from app.domain.clock import READY, Reading, Timing
from app.domain.ids import (
    AttendanceId,
    ClassId,
    EventId,
    ExtraId,
    LessonId,
    MoveId,
    PathId,
    SessionId,
    StationId,
    StudentId,
)
from app.domain.lessons import Lesson, Path
from app.domain.live import LiveScene
from app.domain.record import SessionRecord
from app.domain.seating import Seating
from app.domain.session import ABSENT, Attendance, ClockEvent, Extra, Move, Session
from app.domain.stations import Station
from app.domain.visits import stays

MINUTE = 60_000
HERE, CLASS = SessionId(1), ClassId(1)
TABLE, TABLETS, GAMES = StationId(31), StationId(32), StationId(33)
RING = (TABLE, TABLETS, GAMES)
AMARA, BEN, CHIDI = StudentId(11), StudentId(12), StudentId(13)
CLASSMATES = (AMARA, BEN, CHIDI)
LESSON = Lesson(LessonId(1), CLASS, "2026-05-14", "", "", "", RING, 3, 600, 120, 60)
TIMING = Timing(3, 10 * MINUTE, 2 * MINUTE)
PATHS = tuple(
    Path(PathId(n), LESSON.id, student, n + 1, tuple(RING[(n + r) % 3] for r in range(3)))
    for n, student in enumerate(CLASSMATES)
)
STARTED = ClockEvent(EventId(100), HERE, did.STARTED, 0)


def event(number: int, kind: str, minute: float, amount: int = 0) -> ClockEvent:
    return ClockEvent(EventId(100 + number), HERE, kind, round(minute * MINUTE), amount)


def extra(number: int, station: StationId, round_: int, minutes: float, at: float = 5) -> Extra:
    amount = round(minutes * MINUTE)
    return Extra(ExtraId(200 + number), HERE, station, round_, amount, round(at * MINUTE))


def scene(
    minute: float,
    *extras: Extra,
    events: tuple[ClockEvent, ...] = (),
    moves: tuple[Move, ...] = (),
    words: tuple[Attendance, ...] = (),
) -> LiveScene:
    record = SessionRecord(
        Session(HERE, CLASS, LESSON.id, 0),
        LESSON,
        (STARTED, *events),
        PATHS,
        moves,
        words,
        extras=extras,
    )
    stations = tuple(Station(s, CLASS, str(s), "choice", "blue", "palette", 1, 6) for s in RING)
    blank = LiveScene(
        school_class=SchoolClass(CLASS, "4B", "", 0),
        record=record,
        students=tuple(Student(s, CLASS, "", str(s), "") for s in CLASSMATES),
        names={s: str(s) for s in CLASSMATES},
        stations=stations,
        rules=(),
        timing=TIMING,
        reading=Reading(READY, 1, 3, 0, 0),
        seating=Seating({}, {}, ()),
        came_from={},
        round_starts=(),
    )
    return blank.at(round(minute * MINUTE))


def where(shown: LiveScene) -> list[StationId | None]:
    return [shown.seating.station_of(student) for student in CLASSMATES]


def visits(shown: LiveScene, minute: float) -> list[tuple[int, int, int, int]]:
    now = round(minute * MINUTE)
    found = stays(shown.record, shown.reading_at(now), now)
    return [
        (v.round, v.station_id, v.began_at // MINUTE, v.ended_at // MINUTE)
        for v in found
        if v.student_id == AMARA
    ]


THREE = extra(1, TABLE, 1, 3)


def test_the_others_move_while_the_table_stays_and_then_goes_where_it_was_to_go() -> None:
    assert where(scene(9, THREE)) == [TABLE, TABLETS, GAMES]
    assert where(scene(11, THREE)) == [TABLE, GAMES, TABLE]
    assert where(scene(14.9, THREE)) == [TABLE, GAMES, TABLE]
    assert where(scene(15, THREE)) == [TABLETS, GAMES, TABLE]
    assert where(scene(25, THREE)) == [GAMES, TABLE, TABLETS]


def test_it_says_how_long_still_and_who() -> None:
    (coming,) = scene(9, THREE).stays
    assert (coming.station_id, coming.amount_ms, coming.left_ms) == (TABLE, 3 * MINUTE, None)
    (moving,) = scene(11, THREE).stays
    assert (moving.left_ms, moving.students) == (4 * MINUTE, (AMARA,))
    (staying,) = scene(14, THREE).stays
    assert staying.left_ms == MINUTE
    assert scene(15, THREE).stays == ()


def test_who_stays_does_not_walk_so_no_guide_shows_it() -> None:
    shown = scene(11, THREE)
    assert shown.came_from[AMARA] == shown.seating.station_of(AMARA) == TABLE


def test_two_times_add_up_and_what_is_taken_back_is_gone() -> None:
    assert scene(16, THREE, extra(2, TABLE, 1, 2)).stays[0].left_ms == MINUTE
    assert scene(14, THREE, extra(2, TABLE, 1, -3)).stays == ()


def test_two_tables_stay_for_their_own_time() -> None:
    both = (THREE, extra(2, TABLETS, 1, 1))
    assert where(scene(12.5, *both)) == [TABLE, TABLETS, TABLE]
    assert where(scene(13, *both)) == [TABLE, GAMES, TABLE]


def test_it_counts_from_the_next_round_also_when_the_round_is_ended_early() -> None:
    early = (event(1, did.ADVANCED, 5),)
    assert where(scene(9.9, THREE, events=early))[0] == TABLE
    assert where(scene(10, THREE, events=early))[0] == TABLETS


def test_a_round_that_is_begun_again_is_stayed_after_when_it_is_over() -> None:
    again = (event(1, did.REPEATED, 8),)
    assert where(scene(19, THREE, events=again))[0] == TABLE
    assert where(scene(22.9, THREE, events=again))[0] == TABLE
    assert where(scene(23, THREE, events=again))[0] == TABLETS


def test_the_round_after_begun_again_is_nobody_s_longer_stay() -> None:
    assert where(scene(14, THREE, events=(event(1, did.REPEATED, 13),)))[0] == TABLETS


def test_a_pause_is_no_time_of_it() -> None:
    stood = (event(1, did.PAUSED, 13), event(2, did.RESUMED, 43))
    assert scene(20, THREE, events=stood).stays[0].left_ms == 2 * MINUTE
    assert where(scene(44.9, THREE, events=stood))[0] == TABLE
    assert where(scene(45, THREE, events=stood))[0] == TABLETS


def test_after_the_last_round_there_is_nowhere_to_stay_away_from() -> None:
    last = extra(1, TABLE, 3, 3)
    assert scene(30, last).stays == ()
    assert scene(60, last).stays == ()
    assert where(scene(60, last)) == where(scene(60))


def test_rounds_that_were_cut_leave_no_longer_stay() -> None:
    cut = (event(1, did.CUT, 2, 1),)
    assert scene(9, THREE, events=cut).stays == ()
    assert where(scene(14, THREE, events=cut)) == [TABLE, TABLETS, GAMES]


def test_longer_than_the_next_round_is_the_whole_next_round() -> None:
    long = extra(1, TABLE, 1, 30)
    assert where(scene(21.9, long))[0] == TABLE
    shown = scene(22, long)
    assert (shown.came_from[AMARA], shown.seating.station_of(AMARA)) == (TABLE, GAMES)


def moved(student: StudentId, number: int, station: StationId, minute: float) -> Move:
    return Move(MoveId(300), HERE, student, number, station, round(minute * MINUTE))


def test_who_was_moved_there_stays_and_who_was_moved_away_does_not() -> None:
    assert where(scene(13, THREE, moves=(moved(BEN, 1, TABLE, 3),))) == [TABLE, TABLE, TABLE]
    assert where(scene(13, THREE, moves=(moved(AMARA, 1, GAMES, 3),)))[0] == TABLETS


def test_a_move_ends_the_longer_stay_of_that_student_alone() -> None:
    two = (moved(BEN, 1, TABLE, 3), Move(MoveId(301), HERE, BEN, 2, TABLETS, 13 * MINUTE))
    shown = scene(14, THREE, moves=two)
    assert where(shown) == [TABLE, TABLETS, TABLE]
    assert shown.stays[0].students == (AMARA,)


def test_who_was_not_in_the_room_stays_nowhere_and_who_leaves_is_out() -> None:
    gone = (Attendance(AttendanceId(300), HERE, AMARA, ABSENT, 4 * MINUTE),)
    back = (*gone, Attendance(AttendanceId(301), HERE, AMARA, did.PRESENT, 13 * MINUTE))
    assert where(scene(14, THREE, words=back))[0] == TABLETS
    left = (Attendance(AttendanceId(300), HERE, AMARA, ABSENT, 13 * MINUTE),)
    assert AMARA in scene(14, THREE, words=left).seating.out


def test_the_longer_stay_is_one_visit_that_ends_when_the_table_goes_on() -> None:
    assert visits(scene(22, THREE), 22) == [(1, TABLE, 0, 15), (2, TABLETS, 15, 22)]
    assert visits(scene(14, THREE), 14) == [(1, TABLE, 0, 14)]
    ended = (event(1, did.ENDED, 14),)
    assert visits(scene(30, THREE, events=ended), 30) == [(1, TABLE, 0, 14)]


def test_a_move_out_of_a_longer_stay_ends_the_visit_then() -> None:
    away = (moved(AMARA, 2, GAMES, 13),)
    assert visits(scene(20, THREE, moves=away), 20) == [(1, TABLE, 0, 13), (2, GAMES, 13, 20)]


def test_a_clock_that_was_set_moves_neither_stay_nor_visit() -> None:
    day = 24 * 60
    gone = (Attendance(AttendanceId(99), HERE, BEN, ABSENT, 4 * MINUTE),)
    back = (event(1, did.SHIFTED, 13 - day, -day * MINUTE),)
    shown = scene(14 - day, THREE, events=back, words=gone)
    assert where(shown)[0] == TABLE
    assert shown.stays[0].left_ms == MINUTE
    later = (16 - day) * MINUTE
    mine = [
        (v.began_at // MINUTE + day, v.ended_at // MINUTE + day)
        for v in stays(shown.record, shown.reading_at(later), later)
        if v.student_id in (AMARA, BEN)
    ]
    assert mine == [(0, 15), (0, 4), (15, 16)]


KINDS = (
    did.PAUSED,
    did.RESUMED,
    did.EXTENDED,
    did.ADVANCED,
    did.WENT_BACK,
    did.REPEATED,
    did.ENDED,
)
steps = st.lists(
    st.tuples(
        st.sampled_from(KINDS), st.integers(0, 9 * MINUTE), st.integers(-3 * MINUTE, 4 * MINUTE)
    ),
    max_size=8,
)
given_extras = st.lists(
    st.tuples(st.sampled_from(RING), st.integers(1, 3), st.integers(-4, 14)), max_size=4
)


def clocked(done: list[tuple[str, int, int]]) -> tuple[int, tuple[ClockEvent, ...]]:
    """What the clock was told, and when (ms) the last of it."""
    at, events = 0, []
    for number, (kind, wait, amount) in enumerate(done, start=1):
        at += wait
        events.append(ClockEvent(EventId(100 + number), HERE, kind, at, amount))
    return at, tuple(events)


@given(steps, given_extras, st.integers(0, 40 * MINUTE))
def test_extras_never_lose_or_duplicate_a_student(
    done: list[tuple[str, int, int]], more: list[tuple[StationId, int, int]], later: int
) -> None:
    at, events = clocked(done)
    extras = [extra(n, *what) for n, what in enumerate(more)]
    now = at + later
    shown = scene(now / MINUTE, *extras, events=events)
    for moment in range(0, now + 1, max(1, now // 6)):
        seating = shown.at(moment).seating
        seated = Counter(s for there in seating.at.values() for s in there)
        assert seated == Counter(CLASSMATES)
    found = stays(shown.record, shown.reading_at(now), now)
    for student in CLASSMATES:
        own = sorted((v.began_at, v.ended_at) for v in found if v.student_id == student)
        assert all(before[1] <= after[0] for before, after in pairwise(own))


@given(steps, given_extras, st.integers(0, 40 * MINUTE))
def test_the_scene_is_past_exactly_when_somebody_is_elsewhere_for_the_clock_s_sake(
    done: list[tuple[str, int, int]], more: list[tuple[StationId, int, int]], later: int
) -> None:
    at, events = clocked(done)
    shown = scene(at / MINUTE, *(extra(n, *what) for n, what in enumerate(more)), events=events)
    now = at + later
    then = shown.at(now)
    if then.seating.at != shown.seating.at:
        assert shown.is_past(then.reading, now)
    wait = shown.wakes_in(shown.reading, at)
    if wait is not None:
        assert shown.is_past(shown.reading_at(at + wait), at + wait)
