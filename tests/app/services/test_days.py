"""Calendar days in the classroom's own time."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from app.domain.beats import Beat
from app.services.days import day_start, days_since, moment, week_start
from tests.fakes import FakeClock

BERLIN = ZoneInfo("Europe/Berlin")


class ClockAt:
    """A clock in a zone with summer time; with `fixed` each answer carries only its offset."""

    def __init__(self, zone: ZoneInfo, fixed: bool) -> None:
        self.zone = zone
        self.fixed = fixed

    def now_ms(self) -> int:
        return 0

    def beat(self) -> Beat:
        return Beat(0, 0, 0)

    def local(self, at_ms: int) -> datetime:
        here = datetime.fromtimestamp(at_ms / 1000, self.zone)
        return datetime.fromisoformat(here.isoformat()) if self.fixed else here


def ms(*parts: int) -> int:
    return round(datetime(*parts, tzinfo=BERLIN).timestamp() * 1000)


def test_a_minute_past_midnight_is_another_day() -> None:
    clock = ClockAt(BERLIN, fixed=False)
    assert days_since(clock, ms(2026, 5, 13, 23, 59), ms(2026, 5, 14, 0, 1)) == 1
    assert days_since(clock, ms(2026, 5, 14, 0, 1), ms(2026, 5, 14, 23, 59)) == 0


@pytest.mark.parametrize("fixed", [False, True])
def test_a_day_begins_at_midnight_also_across_the_change_to_summer_time(fixed: bool) -> None:
    clock = ClockAt(BERLIN, fixed)
    now = ms(2026, 4, 2, 10, 0)
    assert day_start(clock, now) == ms(2026, 4, 2)
    assert day_start(clock, now, 4) == ms(2026, 3, 29)
    assert day_start(clock, now, 10) == ms(2026, 3, 23)


def test_the_week_begins_on_monday() -> None:
    clock = FakeClock()
    begins = datetime.fromtimestamp(week_start(clock, clock.now_ms()) / 1000, UTC)
    assert begins.isoformat() == "2026-05-10T23:00:00+00:00"
    monday = week_start(clock, clock.now_ms())
    assert week_start(clock, monday) == monday


@pytest.mark.parametrize("fixed", [False, True])
@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25), date(2026, 5, 14)])
@pytest.mark.parametrize("minute", [0, 60, 600, 1439, 1440])
def test_a_minute_of_the_day_is_what_the_clocks_show_also_as_they_change(
    day: date, minute: int, fixed: bool
) -> None:
    clock = ClockAt(BERLIN, fixed)
    shown = clock.local(moment(clock, day, minute))
    assert (shown.date() - day).days * 1440 + shown.hour * 60 + shown.minute == minute


def test_a_time_that_comes_twice_is_the_first_and_one_left_out_is_after_the_change() -> None:
    clock = ClockAt(BERLIN, fixed=False)
    twice = moment(clock, date(2026, 10, 25), 150)
    assert clock.local(twice + 3_600_000).hour == clock.local(twice).hour == 2
    never = clock.local(moment(clock, date(2026, 3, 29), 150))
    assert (never.hour, never.minute) == (3, 30)
