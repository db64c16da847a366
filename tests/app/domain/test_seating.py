"""Who sits where, and what a station says to one who comes."""

from dataclasses import replace

from app.domain.classes import CLOSED, Rule
from app.domain.ids import (
    AttendanceId,
    ClassId,
    LessonId,
    MoveId,
    PathId,
    RuleId,
    SessionId,
    StationId,
    StudentId,
)
from app.domain.lessons import Path
from app.domain.seating import cells, closed_in, if_they_leave, may_join, may_move, seating
from app.domain.session import ABSENT, PRESENT, Attendance, Move
from app.domain.stations import Station

MAYA, FINN, LEILA = StudentId(1), StudentId(2), StudentId(3)
TABLE, TABLETS = StationId(10), StationId(11)
HERE = SessionId(5)


def path(student: StudentId, *stations: int | None) -> Path:
    return Path(PathId(student), LessonId(1), student, 1, stations)


def move(number: int, student: StudentId, round_: int, station: StationId | None) -> Move:
    return Move(MoveId(number), HERE, student, round_, station, number)


def said(number: int, student: StudentId, state: str) -> Attendance:
    return Attendance(AttendanceId(number), HERE, student, state, number)


def station(seats: int, devices: int | None = None) -> Station:
    return Station(
        TABLETS, ClassId(1), "Tablets", "online", "green", "device-tablet", 1, seats, devices
    )


def test_the_plan_holds_until_the_teacher_moves_someone_in_that_round() -> None:
    paths = [path(MAYA, TABLE, TABLETS), path(FINN, TABLETS, TABLE)]
    moves = [move(1, MAYA, 1, TABLETS)]
    assert cells(paths, moves, 1) == {MAYA: TABLETS, FINN: TABLETS}
    assert cells(paths, moves, 2) == {MAYA: TABLETS, FINN: TABLE}


def test_the_last_move_of_a_round_holds() -> None:
    moves = [move(2, MAYA, 1, None), move(1, MAYA, 1, TABLETS)]
    assert cells([path(MAYA, TABLE)], moves, 1) == {}


def test_absent_students_are_out_and_those_without_a_place_are_named() -> None:
    seated = seating(
        [FINN, LEILA, MAYA],
        [TABLE, TABLETS],
        {MAYA: TABLE, FINN: TABLETS},
        [said(1, FINN, ABSENT)],
    )
    assert seated.at == {TABLE: (MAYA,), TABLETS: ()}
    assert set(seated.out) == {FINN}
    assert seated.unplaced == (LEILA,)


def test_one_who_comes_back_sits_where_the_plan_says() -> None:
    words = [said(1, FINN, ABSENT), said(2, FINN, PRESENT)]
    seated = seating([FINN], [TABLE], {FINN: TABLE}, words)
    assert seated.station_of(FINN) == TABLE


def test_a_place_at_a_station_that_is_not_in_the_lesson_is_no_place() -> None:
    assert seating([MAYA], [TABLE], {MAYA: TABLETS}, []).unplaced == (MAYA,)


def test_a_full_station_warns_of_the_seat_and_of_the_device() -> None:
    seated = [StudentId(n) for n in range(20, 26)]
    verdict = may_move(MAYA, station(6, devices=6), seated, [])
    assert (verdict.no_seat, verdict.no_device, verdict.seated_after) == (True, True, 7)
    assert verdict.physical


def test_too_few_devices_count_before_seats_do() -> None:
    verdict = may_move(MAYA, station(8, devices=2), [FINN, LEILA], [])
    assert (verdict.no_seat, verdict.no_device) == (False, True)
    assert verdict.room == 2


def test_those_kept_apart_are_named() -> None:
    rules = [Rule(RuleId(1), ClassId(1), "apart", (MAYA, FINN, LEILA))]
    verdict = may_move(MAYA, station(6), [FINN], rules)
    assert verdict.apart_from == (FINN,)
    assert not verdict.free
    assert not verdict.physical


def test_a_rule_to_be_together_is_no_reason_to_warn() -> None:
    rules = [Rule(RuleId(1), ClassId(1), "together", (MAYA, FINN))]
    assert may_move(MAYA, station(6), [FINN], rules).free
    assert may_join([MAYA, FINN], station(6), [], rules, [LEILA]).free


def test_who_would_be_parted_from_one_to_be_together_with_is_named() -> None:
    rules = [Rule(RuleId(1), ClassId(1), "together", (MAYA, FINN))]
    verdict = may_join([MAYA], station(6), [], rules, [FINN, LEILA])
    assert verdict.parted == ((MAYA, FINN),)
    assert not verdict.free
    assert not verdict.physical


def test_several_who_come_are_all_counted() -> None:
    verdict = may_join([MAYA, LEILA, FINN], station(3, devices=2), [FINN], [])
    assert (verdict.coming, verdict.seated_after) == (2, 3)
    assert (verdict.no_seat, verdict.no_device) == (False, True)
    assert may_join([MAYA, LEILA], station(2), [FINN], []).no_seat


def test_those_who_come_together_and_are_kept_apart_are_named() -> None:
    rules = [Rule(RuleId(1), ClassId(1), "apart", (MAYA, FINN))]
    assert may_join([MAYA, FINN], station(6), [LEILA], rules).apart == ((MAYA, FINN),)
    assert may_join([MAYA, LEILA], station(6), [FINN], rules).apart == ((MAYA, FINN),)


def test_a_station_says_when_too_few_would_stay() -> None:
    place = replace(station(6), seats_min=2)
    assert if_they_leave([MAYA], place, [MAYA, FINN]).too_few
    assert if_they_leave([MAYA], place, [MAYA, FINN, LEILA]).free
    assert if_they_leave([MAYA, FINN], place, [MAYA, FINN]).free


def test_where_a_student_sits_already_is_always_free() -> None:
    assert may_move(MAYA, station(1), [MAYA], []).free


def test_a_closed_station_takes_nobody_in_its_rounds_and_the_teacher_may_overrule_it() -> None:
    rules = [Rule(RuleId(1), ClassId(1), CLOSED, (), (station(6).id,), rounds=(2, 3))]
    verdict = may_move(MAYA, station(6), [FINN], rules, 2)
    assert (verdict.closed, verdict.free, verdict.physical) == (True, False, False)
    assert may_move(MAYA, station(6), [FINN], rules, 1).free
    assert closed_in(rules, 3) == {station(6).id}
    assert closed_in(rules, 4) == frozenset()
