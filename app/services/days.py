"""Calendar days in the classroom's own time."""

from datetime import date, datetime, time, timedelta, timezone

from app.ports import Clock


def days_since(clock: Clock, at_ms: int, now_ms: int) -> int:
    """Calendar days from one instant to another: 0 is the same day, however many hours apart."""
    return (clock.local(now_ms).date() - clock.local(at_ms).date()).days


def day_start(clock: Clock, now_ms: int, days_before: int = 0) -> int:
    """The first millisecond (UTC) of the local day that many days before `now_ms`."""
    local = clock.local(now_ms)
    day = local.date() - timedelta(days=days_before)
    near = _midnight(day, local)
    # That day's offset from UTC may be another one than today's.
    return _midnight(day, clock.local(near))


def week_start(clock: Clock, now_ms: int) -> int:
    """The first millisecond (UTC) of Monday."""
    return day_start(clock, now_ms, clock.local(now_ms).weekday())


def _midnight(day: date, like: datetime) -> int:
    offset = like.utcoffset() or timedelta()
    return round(datetime.combine(day, time(), timezone(offset)).timestamp() * 1000)
