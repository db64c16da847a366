"""What the lessons before say of partners, the teacher and choices."""

from app.domain.ids import LessonId, StationId, StudentId
from app.domain.planning.history import (
    Held,
    met,
    missed_first,
    short_of_teacher,
    since_teacher,
)

A, B, C = (StudentId(n) for n in (1, 2, 3))
TABLE, QUIET, GAMES = (StationId(n) for n in (10, 11, 12))


def held(day: int, **at: tuple[StationId, tuple[StudentId, ...]]) -> Held:
    visits = {(number, station): who for number, (station, who) in enumerate(at.values(), 1)}
    return Held(LessonId(day), f"2026-05-{day:02}", (TABLE, QUIET, GAMES), visits)


def test_a_pair_meets_once_a_lesson_and_not_where_each_works_alone() -> None:
    lessons = [
        held(1, one=(TABLE, (A, B)), two=(GAMES, (A, B))),
        held(2, one=(QUIET, (A, B, C)), two=(GAMES, (B, C))),
    ]
    assert met(lessons, {QUIET}) == {frozenset((A, B)): 1, frozenset((B, C)): 1}


def test_who_never_met_the_teacher_waits_since_the_first_lesson() -> None:
    lessons = [held(1, one=(TABLE, (A,))), held(2, one=(TABLE, (B,))), held(3, one=(QUIET, (A,)))]
    assert since_teacher(lessons, {TABLE}, (A, B, C)) == {A: 2, B: 1, C: 3}


def test_missed_choices_count_back_to_the_last_that_was_got() -> None:
    lessons = [held(1, one=(GAMES, (A,))), held(2, one=(TABLE, (A, B))), held(3, one=(QUIET, (A,)))]
    chosen = {A: (GAMES,), B: (GAMES,), C: (GAMES,)}
    assert missed_first(lessons, chosen) == {A: 2, B: 1, C: 0}


def test_who_had_less_of_the_teacher_than_the_mean_is_short_of_it() -> None:
    lessons = [held(n, one=(TABLE, (A, B) if n < 3 else (A,))) for n in (1, 2, 3, 4)]
    assert short_of_teacher(lessons, {TABLE}, (A, B, C)) == {A: -2, C: 2}
