"""How adults share a class is worked out from visits."""

from app.domain.adult_time import AdultTime, adult_times, met_by, uneven
from app.domain.ids import StudentId
from app.domain.session import Visit

MINUTE = 60_000


def visit(student: int, adult: str, begin: int, end: int) -> Visit:
    return Visit(1, 1, 1, StudentId(student), 1, 1, begin * MINUTE, end * MINUTE, adult)


def test_minutes_with_several_students_count_once_and_gaps_not_at_all() -> None:
    visits = [visit(1, "A", 0, 10), visit(2, "A", 5, 12), visit(3, "A", 20, 25), visit(4, "", 0, 9)]
    assert adult_times(visits, ["A", "B"]) == (
        AdultTime("A", 17, frozenset({1, 2, 3})),
        AdultTime("B", 0, frozenset()),
    )


def test_who_led_and_is_not_named_any_more_still_counts() -> None:
    found = adult_times([visit(1, "Old", 0, 10)], ["A"])
    assert [time.name for time in found] == ["A", "Old"]


def test_a_student_may_have_met_several() -> None:
    times = adult_times([visit(1, "A", 0, 10), visit(1, "B", 10, 20), visit(2, "B", 0, 9)], ["A"])
    assert met_by(times) == {1: ("A", "B"), 2: ("B",)}


def test_only_what_is_far_from_even_is_told() -> None:
    def time(name: str, count: int) -> AdultTime:
        return AdultTime(name, 10, frozenset(map(StudentId, range(count))))

    assert uneven([time("A", 10), time("B", 5)]) is None
    assert uneven([time("A", 11), time("B", 5)]) == (time("A", 11), time("B", 5))
    assert uneven([time("A", 4)]) is None
