"""Stretches of time a teacher asks by: today, the last days, this school year."""

from datetime import datetime, timedelta

TODAY, WEEK, MONTH, YEAR, BEFORE = "today", "week", "month", "year", "before"
_DAYS = {TODAY: 0, WEEK: 6, MONTH: 29}
_FIRST_MONTH = 8
"""Where a school year begins in January this is last August: the stretch is only longer."""


def stretch(key: str, now: datetime) -> tuple[int | None, int | None]:
    """From when (ms UTC) up to before when; None is open. `now` is local time."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if key in _DAYS:
        return _ms(midnight - timedelta(days=_DAYS[key])), _ms(now) + 1
    year = now.year if now.month >= _FIRST_MONTH else now.year - 1
    start = midnight.replace(year=year, month=_FIRST_MONTH, day=1)
    if key == YEAR:
        return _ms(start), _ms(now) + 1
    return (None, _ms(start)) if key == BEFORE else (None, None)


def _ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
