"""Calendar days in the classroom's own time."""

from datetime import UTC, date, datetime, time, timedelta, timezone

from app.ports import Clock

_DAY_MS = 24 * 3600 * 1000


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


def moment(clock: Clock, day: date, minute: int) -> int:
    """When (ms UTC) the room's clocks show that minute of a local day, from 0 to 1440.

    A time that comes twice is the first of the two; one that is left out as the clocks go forward
    is as many minutes after the change.
    """
    shown = datetime.combine(day, time()) + timedelta(minutes=minute)
    as_utc = round(shown.replace(tzinfo=UTC).timestamp() * 1000)
    around = [clock.local(as_utc + side * _DAY_MS).utcoffset() or timedelta() for side in (-1, 1)]
    tries = [as_utc - round(offset.total_seconds() * 1000) for offset in around]
    right = [at for at in tries if clock.local(at).replace(tzinfo=None) == shown]
    return min(right) if right else tries[0]


def _midnight(day: date, like: datetime) -> int:
    offset = like.utcoffset() or timedelta()
    return round(datetime.combine(day, time(), timezone(offset)).timestamp() * 1000)
