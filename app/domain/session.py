"""A session is a lesson being taught: what happened, as events that are only ever added."""

from dataclasses import dataclass

from app.domain.ids import (
    AttendanceId,
    ClassId,
    EventId,
    ExtraId,
    FinishId,
    LessonId,
    MoveId,
    SessionId,
    StationId,
    StudentId,
    VisitId,
)

STARTED = "started"
PAUSED = "paused"
RESUMED = "resumed"
EXTENDED = "extended"
ADVANCED = "advanced"
WENT_BACK = "went back"
ENDED = "ended"
REPEATED = "repeated"
RETIMED = "retimed"
"""The rounds still to come last `amount` ms each."""
CUT = "cut"
"""From now on the lesson has `amount` rounds."""
SHIFTED = "shifted"
"""The computer's clock was set: `amount` ms on, or back when below zero."""

PRESENT = "present"
ABSENT = "absent"
LATE = "late"
AWAY = "away"


@dataclass(frozen=True, slots=True)
class Session:
    """A lesson being taught. `ended_at` (milliseconds UTC) is None while it is open."""

    id: SessionId
    class_id: ClassId
    lesson_id: LessonId
    opened_at: int
    ended_at: int | None = None


@dataclass(frozen=True, slots=True)
class ClockEvent:
    """Something done to the clock at `at` (milliseconds UTC); `amount` is ms for "extended"."""

    id: EventId
    session_id: SessionId
    kind: str
    at: int
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Move:
    """The teacher put a student at a station (None: nowhere) for one round; the last one holds."""

    id: MoveId
    session_id: SessionId
    student_id: StudentId
    round: int
    station_id: StationId | None
    at: int


@dataclass(frozen=True, slots=True)
class Attendance:
    """From `at` on the student is present, absent, late or away (with reason and `until`)."""

    id: AttendanceId
    session_id: SessionId
    student_id: StudentId
    state: str
    at: int
    reason: str = ""
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """One student at one station for one stretch of time: what really happened.

    `adult` is the name of who led the station then, empty for nobody.
    """

    id: VisitId
    class_id: ClassId
    session_id: SessionId
    student_id: StudentId
    station_id: StationId
    round: int
    began_at: int
    ended_at: int
    adult: str = ""


@dataclass(frozen=True, slots=True)
class Finish:
    """In this round the student was done before the others, at `at` (milliseconds UTC)."""

    id: FinishId
    session_id: SessionId
    student_id: StudentId
    round: int
    at: int


@dataclass(frozen=True, slots=True)
class Extra:
    """Whoever is at a station in a round stays there `amount` ms into the next one."""

    id: ExtraId
    session_id: SessionId
    station_id: StationId
    round: int
    amount: int
    at: int
