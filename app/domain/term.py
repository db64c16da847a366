"""A term's picture: growth by strand, who was seen when, and who had how much of what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.ids import StudentId

SEEN, UNSEEN, AWAY, NO_LESSON = "seen", "unseen", "away", ""
"""A student on a day: looked at; here and not looked at; not here; no lesson and no look."""
SCHOOL_WEEK = 5


@dataclass(frozen=True, slots=True)
class StrandGrowth:
    """`weeks[w][n]` cells of the strand (student by skill) stood at level n when week w ended."""

    name: str
    weeks: tuple[tuple[int, ...], ...]

    def secure_share(self, week: int, secure: int) -> float:
        """The share of all cells at `secure` or above at the end of a week, from 0 to 1."""
        counts = self.weeks[week]
        return sum(counts[secure:]) / sum(counts) if sum(counts) else 0.0


@dataclass(frozen=True, slots=True)
class DayMark:
    """What a day was for a student, and how many looks there were."""

    state: str = NO_LESSON
    looks: int = 0


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One student; `marks` stand in the order of the days."""

    student_id: StudentId
    name: str
    full_name: str
    marks: tuple[DayMark, ...]

    @property
    def days_here(self) -> int:
        """Days with a lesson the student was in, or with a look."""
        return sum(1 for mark in self.marks if mark.state in {SEEN, UNSEEN})

    @property
    def days_seen(self) -> int:
        """Days on which the student was observed."""
        return sum(1 for mark in self.marks if mark.state == SEEN)


@dataclass(frozen=True, slots=True)
class ShareRow:
    """What one student had: minutes with the teacher, in how many lessons, and own choices.

    Of `asked` lessons for which the student had chosen, `first` brought the best choice there was.
    """

    student_id: StudentId
    name: str
    full_name: str
    minutes: int
    lessons: int
    asked: int = 0
    first: int = 0


@dataclass(frozen=True, slots=True)
class TermPicture:
    """`weeks` are Mondays, `days` the days shown; `levels` the words for level 1, 2, ..."""

    class_name: str
    weeks: tuple[date, ...]
    days: tuple[date, ...]
    levels: tuple[str, ...]
    strands: tuple[StrandGrowth, ...]
    coverage: tuple[CoverageRow, ...]
    shares: tuple[ShareRow, ...]

    @property
    def has_choices(self) -> bool:
        """Whether anybody chose anything."""
        return any(row.asked for row in self.shares)


def mondays(today: date, weeks: int) -> tuple[date, ...]:
    """The Mondays of so many weeks, this one the last."""
    this = today - timedelta(days=today.weekday())
    return tuple(this - timedelta(weeks=ago) for ago in range(weeks - 1, -1, -1))


def school_days(weeks: Sequence[date], used: Iterable[date], today: date) -> tuple[date, ...]:
    """Monday to Friday of each week up to today, and other days on which there was something."""
    usual = {monday + timedelta(days=at) for monday in weeks for at in range(SCHOOL_WEEK)}
    first = weeks[0] if weeks else today
    return tuple(sorted(d for d in usual | set(used) if first <= d <= today))


def mark(looks: int, taught: bool, here: bool) -> DayMark:
    """What a day was: a look says that the student was there, whatever was recorded."""
    if looks:
        return DayMark(SEEN, looks)
    if not taught:
        return DayMark()
    return DayMark(UNSEEN if here else AWAY)
