"""Stretches of time a teacher asks by: today, the last days, a month, this school year."""

from datetime import date, datetime, timedelta

TODAY, WEEK, MONTH, YEAR, BEFORE = "today", "week", "month", "year", "before"
_DAYS = {TODAY: 0, WEEK: 6, MONTH: 29}
_FIRST_MONTH = 8
"""Where a school year begins in January this is last August: the stretch is only longer."""


MONTHS = 12


def months_back(today: date) -> tuple[date, ...]:
    """The first days of this month and of those before it, a year in all; the newest first."""
    months = (today.year * 12 + today.month - 1 - back for back in range(MONTHS))
    return tuple(date(month // 12, month % 12 + 1, 1) for month in months)


def stretch(key: str, now: datetime) -> tuple[int | None, int | None]:
    """From when (ms UTC) up to before when; None is open. `now` is local time.

    A month is asked for by its first day, as ISO text.
    """
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if key in _DAYS:
        return _ms(midnight - timedelta(days=_DAYS[key])), _ms(now) + 1
    if key[:1].isdigit():
        first = date.fromisoformat(key)
        start, end = _begin(now, first), _begin(now, (first + timedelta(days=31)).replace(day=1))
        return _ms(start), _ms(end)
    year = now.year if now.month >= _FIRST_MONTH else now.year - 1
    start = midnight.replace(year=year, month=_FIRST_MONTH, day=1)
    if key == YEAR:
        return _ms(start), _ms(now) + 1
    return (None, _ms(start)) if key == BEFORE else (None, None)


def _begin(now: datetime, day: date) -> datetime:
    """Midnight there, by the offset of now: an hour beside it in the other half of a year."""
    return datetime(day.year, day.month, day.day, tzinfo=now.tzinfo)


def _ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
