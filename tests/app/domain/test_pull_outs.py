"""Pull-outs hold on their days, and do not put one student in two places."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import ClassId, PullOutId, StudentId
from app.domain.pull_outs import PullOut, clash, clashing, has_day, holds_on

TANE, YUSUF = StudentId(1), StudentId(2)
SPEECH = PullOut(PullOutId(1), ClassId(1), TANE, "Speech", "Room 3", 600, 630, (2, 4))
TUESDAY, FRIDAY = date(2026, 5, 12), date(2026, 5, 15)


def test_a_weekly_one_holds_on_its_weekdays() -> None:
    assert holds_on(SPEECH, TUESDAY)
    assert not holds_on(SPEECH, FRIDAY)


def test_with_a_letter_it_holds_on_days_with_that_letter_alone() -> None:
    on_a = replace(SPEECH, letter="A")
    assert holds_on(on_a, TUESDAY, "A")
    assert not holds_on(on_a, TUESDAY, "B")
    assert not holds_on(on_a, TUESDAY)
    assert holds_on(SPEECH, TUESDAY, "B")


def test_one_that_comes_once_holds_on_its_day_alone() -> None:
    once = replace(SPEECH, weekdays=(), day="2026-05-15")
    assert holds_on(once, FRIDAY)
    assert not holds_on(once, TUESDAY)


def test_one_that_was_taken_away_holds_no_more() -> None:
    assert not holds_on(replace(SPEECH, archived=True), TUESDAY)


def test_it_is_for_some_day() -> None:
    assert has_day(SPEECH)
    assert has_day(replace(SPEECH, weekdays=(), day="2026-05-15"))
    assert not has_day(replace(SPEECH, weekdays=()))


def test_two_weekly_ones_clash_when_times_and_days_meet() -> None:
    other = replace(SPEECH, id=PullOutId(2), reason="Violin", begins=620, ends=650)
    assert clash(SPEECH, other)
    assert not clash(SPEECH, replace(other, begins=630))
    assert not clash(SPEECH, replace(other, weekdays=(1, 3)))
    assert not clash(SPEECH, replace(other, student_id=YUSUF))
    on_a, on_b = replace(SPEECH, letter="A"), replace(other, letter="B")
    assert not clash(on_a, on_b)
    assert clash(on_a, other)


def test_one_that_comes_once_may_lie_over_a_weekly_one_but_not_over_its_like() -> None:
    dentist = replace(SPEECH, id=PullOutId(2), weekdays=(), day="2026-05-12", ends=720)
    assert not clash(SPEECH, dentist)
    assert clash(dentist, replace(dentist, id=PullOutId(3), begins=660))
    assert not clash(dentist, replace(dentist, id=PullOutId(3), day="2026-05-13"))


def test_a_changed_one_does_not_clash_with_itself_nor_with_one_taken_away() -> None:
    other = replace(SPEECH, id=PullOutId(2), archived=True)
    assert clashing(replace(SPEECH, begins=610), [SPEECH, other]) == ()
    assert clashing(replace(SPEECH, id=PullOutId(3)), [SPEECH, other]) == (SPEECH,)


minutes = st.integers(0, 1440)
weekly = st.builds(
    PullOut,
    id=st.integers(1, 3).map(PullOutId),
    class_id=st.just(ClassId(1)),
    student_id=st.sampled_from([TANE, YUSUF]),
    reason=st.just(""),
    place=st.just(""),
    begins=minutes,
    ends=minutes,
    weekdays=st.sets(st.integers(1, 5)).map(lambda days: tuple(sorted(days))),
    letter=st.sampled_from(["", "A", "B"]),
)


@given(weekly, weekly, st.dates(date(2026, 1, 1), date(2026, 2, 1)), st.sampled_from("AB"))
def test_both_are_never_on_at_one_minute_unless_they_clash(
    one: PullOut, other: PullOut, day: date, letter: str
) -> None:
    assert clash(one, other) == clash(other, one)
    on = holds_on(one, day, letter) and holds_on(other, day, letter)
    meet = max(one.begins, other.begins) < min(one.ends, other.ends)
    if on and meet and one.student_id == other.student_id:
        assert clash(one, other)
