"""Which backups stay: the rule never takes the newest three, nor what lies in the future."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.backups import Dated, surplus

ZONES = [ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Pacific/Auckland")]
HOUR = 3_600_000
DAY = 24 * HOUR


def at(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def dated(moment: int, zone: ZoneInfo = ZONES[0], number: int = 0) -> Dated:
    local = datetime.fromtimestamp(moment / 1000, zone)
    return Dated(f"{local:%Y-%m-%d-%H%M%S}-{number}", moment, local.date())


def left(backups: Iterable[Dated], now: int) -> list[Dated]:
    known = list(backups)
    gone = surplus(known, now)
    return [backup for backup in known if backup.name not in gone]


def days_of(backups: Iterable[Dated]) -> list[date]:
    return sorted({backup.day for backup in backups}, reverse=True)


START, END = at(datetime(2024, 1, 1, tzinfo=UTC)), at(datetime(2028, 1, 1, tzinfo=UTC))
MOMENTS = st.integers(START, END)
SHELVES = st.builds(
    lambda moments, zone: [dated(moment, zone, n) for n, moment in enumerate(moments)],
    st.lists(MOMENTS | st.integers(0, 12 * 24).map(lambda h: END - h * HOUR), max_size=90),
    st.sampled_from(ZONES),
)


@given(SHELVES, MOMENTS)
def test_the_rule_takes_nothing_more_the_second_time(shelf: list[Dated], now: int) -> None:
    once = left(shelf, now)
    assert left(once, now) == once


@given(SHELVES, MOMENTS)
def test_the_newest_three_stay(shelf: list[Dated], now: int) -> None:
    past = sorted((b for b in shelf if b.at <= now), key=lambda b: (b.at, b.name))
    assert set(past[-3:]) <= set(left(shelf, now))


@given(SHELVES, MOMENTS)
def test_what_is_dated_in_the_future_stays(shelf: list[Dated], now: int) -> None:
    assert {b for b in shelf if b.at > now} <= set(left(shelf, now))


@given(SHELVES, MOMENTS)
def test_everything_of_two_days_stays(shelf: list[Dated], now: int) -> None:
    assert {b for b in shelf if now - 2 * DAY < b.at <= now} <= set(left(shelf, now))


@given(SHELVES, MOMENTS)
def test_of_every_older_day_at_most_the_newest_stays(shelf: list[Dated], now: int) -> None:
    past = sorted((b for b in shelf if b.at <= now), key=lambda b: (b.at, b.name))
    old = [b for b in past[:-3] if now - b.at >= 2 * DAY]
    kept = [b for b in left(old, now) if b not in old[-3:]]
    newest = {b.day: b for b in old}
    assert all(newest[b.day] == b for b in kept)


@given(SHELVES, MOMENTS)
def test_no_more_stays_than_the_rule_names(shelf: list[Dated], now: int) -> None:
    old = [b for b in left(shelf, now) if b.at <= now - 2 * DAY]
    assert len(old) <= 3 + 12 + 10 + 9


@given(SHELVES, MOMENTS, MOMENTS)
def test_a_clock_that_was_set_back_takes_nothing_that_stayed_before(
    shelf: list[Dated], one: int, other: int
) -> None:
    late, early = max(one, other), min(one, other)
    kept = left(shelf, late)
    assert {b for b in kept if b.at > early} <= set(left(kept, early))


def taught(days: int, zone: ZoneInfo, until: datetime) -> tuple[list[Dated], int]:
    """A backup every half hour of every school morning, thinned after each; and the last moment."""
    shelf: list[Dated] = []
    now = 0
    for back in range(days, -1, -1):
        day = until - timedelta(days=back)
        for half_hour in range(8) if day.weekday() < 5 else ():
            now = at(day.replace(hour=8) + timedelta(minutes=30 * half_hour))
            shelf = left([*shelf, dated(now, zone)], now)
    return shelf, now


@pytest.mark.parametrize("zone", ZONES, ids=str)
@pytest.mark.parametrize("until", [(2026, 5, 14), (2027, 1, 8), (2026, 3, 31), (2026, 11, 3)])
def test_years_of_teaching_leave_days_weeks_and_months(
    zone: ZoneInfo, until: tuple[int, int, int]
) -> None:
    """Through the change to summer time and back, and over the end of the year."""
    shelf, now = taught(800, zone, datetime(*until, tzinfo=zone))
    recent = [b for b in shelf if now - b.at < 2 * DAY]
    days = days_of(set(shelf) - set(recent))
    assert len(days) == 12 + 10 + 9
    assert days[0] - days[11] <= timedelta(days=17)
    weeks = [day.isocalendar()[:2] for day in days[11:22]]
    assert len(set(weeks)) == len(weeks)
    assert all(a - b <= timedelta(days=7) for a, b in pairwise(days[12:22]))
    months = [(day.year, day.month) for day in days[21:]]
    assert len(set(months)) == len(months)
    assert days[21] - days[30] > timedelta(days=240)


def test_three_of_one_day_long_ago_stay_and_a_fourth_goes() -> None:
    long_ago = at(datetime(2020, 2, 29, 9, tzinfo=UTC))
    shelf = [dated(long_ago + n * HOUR) for n in range(4)]
    assert left(shelf, long_ago + 900 * DAY) == shelf[1:]


def test_an_hour_that_comes_twice_takes_nothing_twice() -> None:
    """02:30 by the clock on the wall, before and after it is set back to winter time."""
    berlin = ZONES[0]
    first = at(datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=0))
    second = at(datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=1))
    assert second - first == HOUR
    shelf = [dated(first, berlin, 1), dated(second, berlin, 2)]
    assert left(shelf, second) == shelf
    later = [dated(second + n * DAY, berlin) for n in range(1, 5)]
    assert left([*shelf, *later], second + 9 * DAY) == [shelf[1], *later]
