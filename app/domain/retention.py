"""What is old enough to be gone through at the end of a school year."""

from dataclasses import dataclass
from datetime import date

from app.domain.ids import ClassId

FIRST_MONTH = 8
"""A school year starts on the first of August, by the calendar of the classroom."""


@dataclass(frozen=True, slots=True)
class ClassUse:
    """When a class was last taught or seen; `students` have a name still.

    `lesson_day` is a local date as ISO text, "" without a lesson; `seen_at` and `made_at` are in
    milliseconds UTC, `seen_at` None without an observation.
    """

    class_id: ClassId
    name: str
    archived: bool
    made_at: int
    students: int
    lesson_day: str = ""
    seen_at: int | None = None


def year_start(day: date) -> date:
    """The first day of the school year that a day is in."""
    return date(day.year if day.month >= FIRST_MONTH else day.year - 1, FIRST_MONTH, 1)


def is_over(last: date, today: date) -> bool:
    """Whether a class that was last used on a day belongs to an earlier school year."""
    return last < year_start(today)


def jottings_before(today: date) -> date:
    """Jottings from before this day are older than one whole school year."""
    start = year_start(today)
    return start.replace(year=start.year - 1)


def needs_before(today: date) -> date:
    """Needs that were written before this day are of an earlier school year.

    Nothing that is kept is more private, so they are gone through a year before old jottings are.
    """
    return year_start(today)
