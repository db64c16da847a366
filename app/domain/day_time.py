"""A time of day as somebody types it."""

import re

from app.domain.school_day import DAY_MINUTES

_TIME = re.compile(
    r"(\d{1,2})(?:\s*[:.,h ]\s*|(?=\d\d\b))?(\d{2})?\s*(a|p)?\.?m?\.?", re.IGNORECASE
)


def read_minute(text: str) -> int | None:
    """The minute of the day in "9:40", "0940", "9.40", "9h40", "9" or "1:30 pm"; None for others.

    24:00 is the end of the day.
    """
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
    if minute > 59 or hour * 60 + minute > DAY_MINUTES:
        return None
    return hour * 60 + minute


def write_minute(minute: int) -> str:
    """The same as a clock shows it, such as 09:44; the day ends at 24:00."""
    return f"{minute // 60:02d}:{minute % 60:02d}"
