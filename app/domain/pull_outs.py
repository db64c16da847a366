"""Pull-outs: absences from the room that come again, or come once, with a way back."""

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class PullOutDay:
    """On one `day` (ISO text) a pull-out is different: it does not take place."""

    id: PullOutDayId
    pull_out_id: PullOutId
    day: str
    cancelled: bool = True
