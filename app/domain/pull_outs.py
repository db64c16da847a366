"""Pull-outs: absences from the room that come again, or come once, with a way back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.ids import ClassId, PullOutDayId, PullOutId, StudentId


@dataclass(frozen=True, slots=True)
class PullOut:
    """A student is elsewhere from `begins` to `ends`, minutes of the local day.

    `weekdays` are ISO (1 Monday to 7 Sunday) for one that comes every week, on days with the
    letter of the timetable if one is named; else it is for `day` (ISO text) alone. `place` is
    where the student is meanwhile.
    """

    id: PullOutId
    class_id: ClassId
    student_id: StudentId
    reason: str
    place: str
    begins: int
    ends: int
    weekdays: tuple[int, ...] = ()
    letter: str = ""
    day: str = ""
    archived: bool = False

    @property
    def weekly(self) -> bool:
        """Whether it comes again each week."""
        return not self.day


@dataclass(frozen=True, slots=True)
class PullOutDay:
    """On one `day` (ISO text) a pull-out is different: it does not take place."""

    id: PullOutDayId
    pull_out_id: PullOutId
    day: str
    cancelled: bool = True


def has_day(pull_out: PullOut) -> bool:
    """Whether it says when: weekdays, or one day."""
    return bool(pull_out.weekdays) or bool(pull_out.day)


def holds_on(pull_out: PullOut, day: date, letter: str = "") -> bool:
    """Whether it is for that day, which has this letter of the timetable ("" for none)."""
    if pull_out.archived:
        return False
    if pull_out.day:
        return pull_out.day == day.isoformat()
    return day.isoweekday() in pull_out.weekdays and pull_out.letter in ("", letter)


def clash(one: PullOut, other: PullOut) -> bool:
    """Whether a student would be in two places at once by two that come alike.

    One that comes once may lie over a weekly one: the dentist takes the place of speech.
    """
    if one.student_id != other.student_id or one.weekly != other.weekly:
        return False
    times = one.begins < other.ends and other.begins < one.ends
    return times and _share_a_day(one, other)


def clashing(new: PullOut, others: Iterable[PullOut]) -> tuple[PullOut, ...]:
    """Those in use that the new one would clash with; one does not clash with itself."""
    return tuple(o for o in others if o.id != new.id and not o.archived and clash(new, o))


def _share_a_day(one: PullOut, other: PullOut) -> bool:
    if one.day:
        return one.day == other.day
    letters = one.letter == other.letter or not (one.letter and other.letter)
    return letters and bool(set(one.weekdays) & set(other.weekdays))
