"""The school's days: letters, periods, days that differ, and what is on."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import ClassId, PeriodId, SlotId, SpecialDayId, TimetableId
from app.domain.school_day import PeriodTime, SchoolCalendar, fits, shortened
from app.domain.timetable import (
    BY_DAY,
    BY_WEEK,
    LETTER,
    OFF,
    SHORT,
    Period,
    Slot,
    SpecialDay,
    Timetable,
)

MONDAY = date(2026, 5, 11)
FOUR_B, FIVE_A = ClassId(1), ClassId(2)
FIRST = Period(PeriodId(10), "1", 9 * 60, 10 * 60)
SECOND = Period(PeriodId(11), "2", 10 * 60, 11 * 60)
WEDNESDAY_ONLY = Period(PeriodId(12), "3", 12 * 60, 12 * 60 + 40, (3,))
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


def slot(own: int, class_id: ClassId, period: Period, weekday: int, letter: str = "") -> Slot:
    return Slot(SlotId(own), class_id, period.id, weekday, letter, "Maths")


def special(kind: str, day: date, days: int = 1, **other: object) -> SpecialDay:
    until = (day + timedelta(days=days - 1)).isoformat()
    made = SpecialDay(SpecialDayId(90), day.isoformat(), until, kind)
    return replace(made, **other)


def school(*slots: Slot, letters: tuple[str, ...] = (), turn: str = BY_WEEK) -> SchoolCalendar:
    timetable = Timetable(TimetableId(5), letters, turn, MONDAY.isoformat())
    return SchoolCalendar(timetable, (FIRST, SECOND, WEDNESDAY_ONLY), slots)


def test_a_class_is_on_in_its_period_and_at_no_other_minute() -> None:
    plain = school(slot(20, FOUR_B, FIRST, 1))
    assert plain.at(MONDAY, 9 * 60 - 1) is None
    now = plain.at(MONDAY, 9 * 60)
    assert now is not None
    assert (now.class_id, now.time.ends, now.subject) == (FOUR_B, 600, "Maths")
    assert plain.at(MONDAY, 10 * 60) is None
    assert plain.at(MONDAY + timedelta(days=1), 9 * 60) is None


def test_the_next_one_may_be_days_away_and_of_one_class() -> None:
    plain = school(slot(20, FOUR_B, FIRST, 1), slot(21, FIVE_A, SECOND, 1))
    later = plain.after(MONDAY, 9 * 60 + 1)
    assert later is not None
    assert later.class_id == FIVE_A
    own = plain.after(MONDAY, 9 * 60 + 1, FOUR_B)
    assert own is not None
    assert own.day == MONDAY + timedelta(days=7)
    assert school().after(MONDAY, 0) is None


def test_a_period_may_be_on_some_weekdays_alone() -> None:
    plain = school()
    assert [t.period.name for t in plain.times(MONDAY)] == ["1", "2"]
    assert [t.period.name for t in plain.times(MONDAY + timedelta(days=2))] == ["1", "2", "3"]


def test_weeks_take_turns_also_before_the_anchor() -> None:
    weeks = school(letters=("A", "B"))
    assert [weeks.letter(MONDAY + timedelta(days=d)) for d in (0, 6, 7, 14, -1, -8)] == [*"AABABA"]


def test_days_take_turns_and_days_off_take_none() -> None:
    days = school(letters=("1", "2", "3"), turn=BY_DAY)
    week = [MONDAY + timedelta(days=d) for d in (0, 1, 2, 3, 4, 7)]
    assert [days.letter(day) for day in week] == [*"123123"]
    closed = replace(days, specials=(special(OFF, MONDAY + timedelta(days=1)),))
    assert [closed.letter(day) for day in week if day != week[1]] == [*"12312"]
    assert days.letter(MONDAY - timedelta(days=3)) == "3"  # the Friday before


def test_a_letter_given_by_hand_takes_no_turn() -> None:
    days = school(letters=("A", "B"), turn=BY_DAY)
    given_b = special(LETTER, MONDAY + timedelta(days=1), letter="A")
    told = replace(days, specials=(given_b,))
    assert [told.letter(MONDAY + timedelta(days=d)) for d in range(4)] == [*"AABA"]


def test_a_slot_of_a_letter_is_on_with_that_letter_alone() -> None:
    weeks = school(slot(20, FOUR_B, FIRST, 1, "B"), letters=("A", "B"))
    assert weeks.occasions(MONDAY) == ()
    assert [o.class_id for o in weeks.occasions(MONDAY + timedelta(days=7))] == [FOUR_B]


def test_a_block_of_one_term_is_on_in_that_term() -> None:
    block = replace(slot(20, FOUR_B, FIRST, 0), since="2026-05-12", until="2026-05-13")
    on = [bool(school(block).occasions(MONDAY + timedelta(days=d))) for d in range(4)]
    assert on == [False, True, True, False]


def test_nobody_is_taught_on_a_day_off_or_at_the_weekend() -> None:
    plain = school(slot(20, FOUR_B, FIRST, 0))
    assert plain.occasions(MONDAY + timedelta(days=5)) == ()
    holidays = replace(plain, specials=(special(OFF, MONDAY, days=5),))
    assert [holidays.occasions(MONDAY + timedelta(days=d)) for d in range(5)] == [()] * 5
    after = holidays.after(MONDAY, 0)
    assert after is not None
    assert after.day == MONDAY + timedelta(days=7)


def test_a_short_day_has_its_own_times() -> None:
    plain = school(slot(20, FOUR_B, SECOND, 1))
    times = shortened(plain.times(MONDAY), 30)
    assert times == (10, 540, 570, 11, 570, 600)
    short = replace(plain, specials=(special(SHORT, MONDAY, times=times),))
    assert short.at(MONDAY, 9 * 60 + 35) is not None
    assert short.at(MONDAY, 10 * 60) is None
    assert short.at(MONDAY + timedelta(days=7), 10 * 60) is not None
    only_first = replace(plain, specials=(special(SHORT, MONDAY, times=times[:3]),))
    assert only_first.occasions(MONDAY) == ()


def test_what_is_said_of_a_day_last_holds() -> None:
    off = special(OFF, MONDAY)
    letter = replace(special(LETTER, MONDAY, letter="B"), id=SpecialDayId(91))
    assert replace(school(), specials=(off, letter)).is_school(MONDAY)
    assert not replace(school(), specials=(replace(off, id=SpecialDayId(92)), letter)).is_school(
        MONDAY
    )


@given(DAYS, st.sampled_from([(), ("A", "B"), ("1", "2", "3", "4", "5", "6")]), st.booleans())
def test_every_date_has_one_of_the_letters_and_they_follow_each_other(
    day: date, letters: tuple[str, ...], by_day: bool
) -> None:
    calendar = school(letters=letters, turn=BY_DAY if by_day else BY_WEEK)
    today, tomorrow = calendar.letter(day), calendar.letter(day + timedelta(days=1))
    if not letters:
        assert today == tomorrow == ""
        return
    step = (letters.index(tomorrow) - letters.index(today)) % len(letters)
    turns = calendar.is_school(day) if by_day else day.isoweekday() == 7
    assert step == turns % len(letters)


@given(
    st.lists(st.tuples(st.integers(0, 1439), st.integers(1, 120)), max_size=8), st.integers(1, 90)
)
def test_a_shortened_day_keeps_order_and_stays_within_the_day(
    stretches: list[tuple[int, int]], minutes: int
) -> None:
    begun, times = 0, []
    for number, (gap, length) in enumerate(stretches):
        begins = begun + gap % 60
        period = Period(PeriodId(number + 1), str(number), begins, begins + length)
        if fits(period.begins, period.ends):
            times.append(PeriodTime(period, period.begins, period.ends))
            begun = period.ends
    short = shortened(times, minutes)
    triples = list(zip(short[::3], short[1::3], short[2::3], strict=True))
    assert [own for own, _, _ in triples] == [time.period.id for time in times]
    assert all(fits(begins, ends) and ends - begins <= minutes for _, begins, ends in triples)
    assert all(a[2] <= b[1] for a, b in pairwise(triples))


@pytest.mark.parametrize(("begins", "ends"), [(-1, 5), (5, 5), (6, 5), (0, 1441)])
def test_a_stretch_lies_within_one_day(begins: int, ends: int) -> None:
    assert not fits(begins, ends)
    assert fits(0, 1440)
