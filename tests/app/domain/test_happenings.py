"""What happened besides what was seen."""

from app.domain.classes import Goal
from app.domain.happenings import (
    GOAL,
    LESSON,
    OUT,
    STEP,
    Happening,
    absences,
    goals,
    lessons,
    newest_first,
)
from app.domain.session import ABSENT, AWAY, LATE, PRESENT, Attendance, Visit

MINUTE = 60_000
STATIONS = {7: "Teacher table", 8: "Tablets"}


def visit(number: int, session: int, station: int, began: int, minutes: int) -> Visit:
    ended = (began + minutes) * MINUTE
    return Visit(number, 1, session, 1, station, 1, began * MINUTE, ended)


def word(number: int, state: str, at: int, reason: str = "", session: int = 1) -> Attendance:
    return Attendance(number, session, 1, state, at * MINUTE, reason)


def test_a_lesson_is_its_stations_in_order_and_the_minutes_in_all() -> None:
    visits = [visit(2, 1, 8, 12, 10), visit(1, 1, 7, 0, 12), visit(3, 2, 8, 90, 5)]
    assert lessons(visits, STATIONS) == [
        Happening(0, LESSON, ("Teacher table", "Tablets"), 22),
        Happening(90 * MINUTE, LESSON, ("Tablets",), 5),
    ]


def test_a_station_visited_twice_is_named_once_and_one_that_is_gone_not_at_all() -> None:
    visits = [visit(1, 1, 7, 0, 5), visit(2, 1, 9, 5, 5), visit(3, 1, 7, 10, 5)]
    assert lessons(visits, STATIONS)[0].words == ("Teacher table",)


def test_goals_tell_when_they_were_set_and_each_step_done() -> None:
    goal = Goal(1, 1, "Explain", 5, ("One", "Two", "Three"), (9, None))
    assert goals([goal]) == [
        Happening(5, GOAL, ("Explain",)),
        Happening(9, STEP, ("One", "Explain")),
    ]


def test_words_of_attendance_that_were_only_passed_are_none() -> None:
    clicks = [word(1, ABSENT, 0), Attendance(2, 1, 1, LATE, 500), word(3, PRESENT, 10)]
    assert absences(clicks) == [Happening(500, OUT, (LATE, ""))]


def test_who_was_away_has_the_reason_and_the_last_word_stands() -> None:
    found = absences([word(1, AWAY, 3, "Speech"), word(2, ABSENT, 9, session=2)])
    assert found == [
        Happening(3 * MINUTE, OUT, (AWAY, "Speech")),
        Happening(9 * MINUTE, OUT, (ABSENT, "")),
    ]


def test_the_newest_come_first_and_older_ones_are_left_out() -> None:
    first, second, third = (Happening(at, GOAL, (str(at),)) for at in (1, 5, 9))
    assert newest_first([second], [third, first], since=5) == (third, second)
