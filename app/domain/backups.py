"""What is known of a backup, and which backups are worth their room."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

RECENT_MS = 2 * 24 * 60 * 60 * 1000
ALWAYS = 3
DAILY, WEEKLY, MONTHLY = 12, 10, 9

Stop = Callable[[], bool]
"""Asked now and then by long work; true when it shall end without a result."""


def never() -> bool:
    """Work to the end."""
    return False


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """What a backup file holds, read from the file itself.

    `saved_at` is when the newest step in it was made and `newest_step` the id of that step: two
    files with the same newest step hold the same. Both are 0 when nothing was ever done.
    """

    path: Path
    size: int
    saved_at: int
    classes: Sequence[str]
    students: int
    observations: int
    last_lesson: str
    newest_step: int = 0


@dataclass(frozen=True, slots=True)
class Dated:
    """A backup for the rule: its name, when its newest step was made, and the local day of that."""

    name: str
    at: int
    day: date


def surplus(backups: Collection[Dated], now: int) -> frozenset[str]:
    """The names of those that can go: all of two days stay, then a day, a week, a month each.

    Counted from the newest back: everything of the last 48 hours, then the newest of each of 12
    days, of each of 10 weeks before those, and of each of 9 months before those; days and weeks
    without a backup are not counted. The newest three stay whatever their age, and so does what
    is dated in the future: a clock that was set back makes nothing old.
    """
    past = sorted((b for b in backups if b.at <= now), key=lambda b: (b.at, b.name), reverse=True)
    kept = {b.name for b in past[:ALWAYS]}
    recent = [b for b in past if now - b.at < RECENT_MS]
    kept.update(b.name for b in recent)
    kept.update(_spread(past[len(recent) :], recent[-1:]))
    return frozenset(b.name for b in past) - kept


def _spread(older: Iterable[Dated], recent: Sequence[Dated]) -> Iterable[str]:
    """Of backups from the newest back: the first of each day, then of each week, each month."""
    room = [(_day, DAILY), (_week, WEEKLY), (_month, MONTHLY)]
    last = recent[0] if recent else None
    for backup in older:
        while room and room[0][1] == 0:
            room.pop(0)
        if not room:
            return
        span, left = room[0]
        if last is None or span(backup) != span(last):
            room[0] = (span, left - 1)
            last = backup
            yield backup.name


def _day(backup: Dated) -> tuple[int, ...]:
    return (backup.day.toordinal(),)


def _week(backup: Dated) -> tuple[int, ...]:
    """The ISO week, which knows no end of a year."""
    return backup.day.isocalendar()[:2]


def _month(backup: Dated) -> tuple[int, ...]:
    return (backup.day.year, backup.day.month)
