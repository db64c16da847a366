"""Who was there, lesson by lesson."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import StudentId
from app.domain.presence import UNKNOWN, Lessons, Presence

AMARA, BEN = StudentId(1), StudentId(2)


def test_lessons_that_began_later_count_and_the_one_it_was_seen_in_does_not() -> None:
    presence = Presence((10, 20, 30), {AMARA: (10, 30)})
    assert presence.since(AMARA, 10) == Lessons(here=1, taught=2)
    assert presence.since(AMARA, 30) == Lessons(0, 0)


def test_without_an_instant_all_lessons_count() -> None:
    presence = Presence((10, 20, 30), {AMARA: (10, 30)})
    assert presence.since(AMARA, None) == Lessons(2, 3)
    assert presence.since(BEN, None) == Lessons(0, 3)


def test_days_are_counted_by_the_share_of_the_lessons() -> None:
    assert Lessons(here=1, taught=4).days_here(12) == 3
    assert Lessons(here=0, taught=4).days_here(12) == 0


def test_without_a_record_every_day_counts() -> None:
    lessons = UNKNOWN.since(AMARA, None)
    assert lessons.days_here(12) == 12
    assert not lessons.away_throughout


def test_away_throughout_needs_lessons_to_be_away_from() -> None:
    assert Lessons(0, 3).away_throughout
    assert not Lessons(1, 3).away_throughout


starts = st.sets(st.integers(0, 50)).map(lambda some: tuple(sorted(some)))


@given(starts, st.data())
def test_nobody_is_there_more_often_than_it_was_taught(taught, data) -> None:
    own = tuple(at for at in taught if data.draw(st.booleans()))
    at = data.draw(st.one_of(st.none(), st.integers(-1, 51)))
    lessons = Presence(taught, {AMARA: own}).since(AMARA, at)
    assert 0 <= lessons.here <= lessons.taught <= len(taught)
    assert lessons.days_here(7) <= 7
