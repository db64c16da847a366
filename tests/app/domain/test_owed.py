"""Owed visits: what was planned and missed, given back by a visit in a later lesson."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import ClassId, LessonId, StationId, StudentId
from app.domain.owed import SCHOOL_DAYS, Been, Owed, Taught, had_back, owed_visits
from app.domain.stations import Station

MAYA, BEN = StudentId(1), StudentId(2)
TABLE, TABLETS, READING, SECOND = (StationId(n) for n in (10, 11, 12, 13))
MINUTE = 60_000


def station(key: StationId, kind: str, must_do: bool = False) -> Station:
    return Station(key, ClassId(1), "", kind, "blue", "", 1, 6, must_do=must_do)


STATIONS = (
    station(TABLE, "teacher-led"),
    station(TABLETS, "online"),
    station(READING, "independent", must_do=True),
    station(SECOND, "teacher-led"),
)


def taught(
    day: int,
    planned: tuple[StationId | None, ...] = (TABLE, TABLETS),
    been: tuple[tuple[StudentId, StationId, int], ...] = (),
    student: StudentId = MAYA,
    minutes: int = 12,
    **more: object,
) -> Taught:
    """Ben was at the tablets in both rounds, so that there was a lesson."""
    others = [Been(BEN, TABLETS, number, 12 * MINUTE) for number in (1, 2)]
    stays = [Been(who, where, number, minutes * MINUTE) for who, where, number in been]
    fields: dict = {"planned": {student: planned}, "been": (*others, *stays)} | more
    return Taught(LessonId(day), f"2026-05-{day:02d}", 12 * MINUTE, **fields)


def owed(*lessons: Taught) -> list[tuple[int, StationId]]:
    debts = owed_visits(lessons, STATIONS).get(MAYA, ())
    return [(int(debt.day[-2:]), debt.station_id) for debt in debts]


def test_a_planned_visit_to_the_teacher_that_was_missed_is_owed() -> None:
    assert owed(taught(11, been=((MAYA, TABLETS, 2),))) == [(11, TABLE)]
    assert owed(taught(11, been=((MAYA, TABLE, 1), (MAYA, TABLETS, 2)))) == []


def test_of_the_other_stations_only_those_that_are_must_do_are_owed() -> None:
    assert owed(taught(11, planned=(READING, TABLETS))) == [(11, READING)]


def test_nobody_is_owed_a_must_do_station_that_is_gone_but_a_teacher_whose_table_is() -> None:
    gone = [replace(one, archived=True) for one in STATIONS]
    missed = [taught(11, planned=(READING, TABLETS)), taught(12, planned=(SECOND, TABLETS))]
    debts = owed_visits(missed, gone).get(MAYA, ())
    assert [debt.station_id for debt in debts] == [SECOND]


def test_another_round_of_the_same_lesson_is_as_good() -> None:
    assert owed(taught(11, been=((MAYA, TABLE, 2),))) == []


def test_another_teachers_table_is_as_good_but_another_must_do_station_is_not() -> None:
    assert owed(taught(11, been=((MAYA, SECOND, 1),))) == []
    assert owed(taught(11, planned=(READING, None), been=((MAYA, TABLE, 1),))) == [(11, READING)]


def test_a_short_look_in_is_no_visit() -> None:
    assert owed(taught(11, been=((MAYA, TABLE, 1),), minutes=2)) == [(11, TABLE)]
    both = ((MAYA, TABLE, 1), (MAYA, TABLE, 1))
    assert owed(taught(11, been=both, minutes=2)) == [], "twice two minutes are four"


def test_each_later_visit_gives_the_oldest_back() -> None:
    missed = [taught(11), taught(12)]
    once = taught(13, been=((MAYA, TABLE, 1),))
    twice = taught(13, been=((MAYA, TABLE, 1), (MAYA, TABLE, 2)))
    assert owed(*missed) == [(11, TABLE), (12, TABLE)]
    assert owed(*missed, once) == [(12, TABLE)]
    assert owed(*missed, twice) == []


def test_one_who_moves_with_a_group_is_not_owed_a_visit_for_weeks() -> None:
    """Nobody in groups has a visit beyond the plan, so the planned one has to do."""
    week = [taught(day, been=((MAYA, TABLE, 1), (MAYA, TABLETS, 2))) for day in range(12, 17)]
    assert owed(taught(11), week[0]) == []
    away = [taught(day) for day in (9, 10, 11)]
    assert owed(*away, *week[:2]) == [(11, TABLE)], "three are not had back by two"
    assert owed(*away, *week) == []


def test_a_visit_gives_the_one_of_before_back_and_not_another_of_its_own_lesson() -> None:
    half = taught(12, planned=(TABLE, TABLE), been=((MAYA, TABLE, 1),))
    assert owed(taught(11), half) == [(12, TABLE)]


def with_class(lesson: Taught, *plans: tuple[StationId | None, ...]) -> Taught:
    """Others have these plans beside Maya's."""
    others = {StudentId(10 + n): stations for n, stations in enumerate(plans)}
    return replace(lesson, planned={**lesson.planned, **others})


def test_what_a_plan_gives_beyond_what_most_have_is_not_owed_when_missed() -> None:
    once = [(TABLE, TABLETS)] * 3
    half = taught(12, planned=(TABLE, TABLE), been=((MAYA, TABLE, 2),))
    missed = [taught(10), taught(11)]
    assert owed(*missed, with_class(half, *once)) == [(11, TABLE)], "no second one of the 12th"


def test_where_few_come_to_the_teacher_any_visit_gives_one_back_and_can_be_missed() -> None:
    came = taught(12, been=((MAYA, TABLE, 1),))
    rare = [(TABLETS, TABLETS)] * 3
    assert owed(taught(11), with_class(came, *rare)) == []
    assert owed(with_class(taught(12), *rare)) == [(12, TABLE)]


def test_a_visit_before_gives_nothing_back() -> None:
    extra = taught(11, planned=(TABLETS, TABLETS), been=((MAYA, TABLE, 1),))
    assert owed(extra, taught(12)) == [(12, TABLE)]


def test_a_lesson_that_still_runs_owes_nothing_and_gives_back() -> None:
    assert owed(taught(11, over=False)) == []
    running = taught(12, planned=(TABLETS, TABLETS), been=((MAYA, TABLE, 1),), over=False)
    assert owed(taught(11), running) == []


def test_what_is_older_than_thirty_school_days_is_not_owed_any_more() -> None:
    days = [taught(day, planned=(TABLE,)) for day in range(1, SCHOOL_DAYS + 2)]
    assert len(owed(*days)) == SCHOOL_DAYS
    assert owed(*days)[0] == (2, TABLE)


def test_a_lesson_in_which_nobody_was_anywhere_owes_nothing() -> None:
    assert owed(Taught(LessonId(1), "2026-05-11", 720_000, {MAYA: (TABLE,)}, ())) == []


def test_it_says_in_which_lesson_and_why() -> None:
    gone = taught(11, away={(MAYA, 1): ("away", "Speech")})
    (debt,) = owed_visits([gone], STATIONS)[MAYA]
    assert debt == Owed(MAYA, TABLE, LessonId(11), "2026-05-11", 1, "away", "Speech", led=True)
    (debt,) = owed_visits([taught(11)], STATIONS)[MAYA]
    assert debt.why == "elsewhere"
    (debt,) = owed_visits([taught(11, planned=(None, None, TABLE))], STATIONS)[MAYA]
    assert debt.why == "cut", "there were two rounds"


def test_a_lesson_that_still_runs_gives_back_the_oldest_alone() -> None:
    missed = [taught(11), taught(12)]
    debts = owed_visits(missed, STATIONS)
    running = taught(13, planned=(TABLETS,), been=((MAYA, TABLE, 1),), over=False)
    left = had_back(debts, running, STATIONS)
    assert [debt.day for debt in left[MAYA]] == ["2026-05-12"]
    assert had_back(debts, taught(13, over=False), STATIONS) == debts


def test_in_a_lesson_with_one_table_that_gives_back_the_visit_to_another() -> None:
    debts = owed_visits([taught(11, planned=(SECOND,)), taught(12, planned=(READING,))], STATIONS)
    running = taught(13, been=((MAYA, TABLE, 1),), over=False)
    left = had_back(debts, running, STATIONS[:2])
    assert [debt.station_id for debt in left[MAYA]] == [READING]


stations = st.sampled_from([TABLE, TABLETS, READING, SECOND])
plans = st.lists(st.one_of(st.none(), stations), min_size=2, max_size=4).map(tuple)
stays = st.lists(st.tuples(st.just(MAYA), stations, st.integers(1, 4)), max_size=4, unique=True)
lessons = st.lists(st.tuples(plans, stays.map(tuple)), max_size=8).map(
    lambda some: [taught(day, *about) for day, about in enumerate(some, 1)]
)


def counting(lesson: Taught, kinds: set[StationId]) -> tuple[int, int]:
    planned = sum(1 for s in lesson.planned[MAYA] if s in kinds)
    been = len(
        {(s.station_id, s.round) for s in lesson.been if s.student_id == MAYA}
        & {(place, number) for place in kinds for number in range(1, 5)}
    )
    return planned, been


@given(lessons)
def test_never_below_nothing_and_each_visit_gives_back_one(some: list[Taught]) -> None:
    for kinds in ({TABLE, SECOND}, {READING}):
        balance = 0
        for lesson in some:
            planned, been = counting(lesson, kinds)
            balance = max(0, balance - been) + max(0, planned - been)
        assert sum(1 for _, place in owed(*some) if place in kinds) == balance


@given(lessons)
def test_what_is_owed_was_planned_and_the_oldest_stands_first(some: list[Taught]) -> None:
    debts = owed_visits(some, STATIONS).get(MAYA, ())
    days = [debt.day for debt in debts]
    assert days == sorted(days)
    for debt in debts:
        lesson = next(one for one in some if one.lesson_id == debt.lesson_id)
        assert lesson.planned[MAYA][debt.round - 1] == debt.station_id


@given(lessons, lessons)
def test_who_has_been_there_as_often_as_was_owed_is_owed_none_of_it(
    some: list[Taught], more: list[Taught]
) -> None:
    later = [replace(one, day=f"2026-06-{int(one.day[-2:]):02d}") for one in more]
    debts = owed_visits([*some, *later], STATIONS).get(MAYA, ())
    for kinds in ({TABLE, SECOND}, {READING}):
        before = [place for _, place in owed(*some) if place in kinds]
        visits = sum(counting(one, kinds)[1] for one in later)
        old = [d for d in debts if d.station_id in kinds and d.day < "2026-06"]
        assert len(old) == max(0, len(before) - visits)


@given(lessons, lessons)
def test_a_visit_more_never_makes_more_owed(some: list[Taught], more: list[Taught]) -> None:
    came = taught(9, planned=(TABLETS,), been=((MAYA, TABLE, 1),))
    later = [replace(one, day=f"2026-06-{int(one.day[-2:]):02d}") for one in more]

    def count(*held: Taught) -> int:
        return len(owed_visits(held, STATIONS).get(MAYA, ()))

    without, with_one = count(*some, *later), count(*some, came, *later)
    assert without - 1 <= with_one <= without


@given(lessons)
def test_a_lesson_gives_back_as_much_while_it_runs_as_when_it_is_over(some: list[Taught]) -> None:
    *before, last = some or [taught(1)]
    debts = owed_visits(before, STATIONS)
    running = had_back(debts, replace(last, over=False), STATIONS).get(MAYA, ())
    over = owed_visits(some or [last], STATIONS).get(MAYA, ())
    assert set(running) == {debt for debt in over if debt.lesson_id != last.lesson_id}
