"""The lessons of a demo class: those of the past, and the one that is running."""

import random
from collections.abc import Callable, Iterator, Sequence

from app.demo.class_4b import MESSAGE, SUBJECT, TOPIC
from app.domain import session as did
from app.domain.changes import Entity
from app.domain.choices import Choice
from app.domain.ids import (
    AttendanceId,
    ChoiceId,
    ClassId,
    EventId,
    LessonId,
    PathId,
    SessionId,
    StationId,
    StudentId,
    VisitId,
)
from app.domain.lessons import Lesson, Path
from app.domain.session import Attendance, ClockEvent, Session, Visit

MINUTE = 60_000
ROUNDS, ROUND, TRANSITION = 4, 12 * MINUTE, 2 * MINUTE
LEFT_IN_ROUND_2 = 8 * MINUTE + 41_000
BEGAN_AGO = ROUND + TRANSITION + ROUND - LEFT_IN_ROUND_2

Ids = Callable[[], int]


def new_lesson(
    ids: Ids, class_id: ClassId, day: str, stations: Sequence[StationId], begins: int
) -> Lesson:
    """`begins` is the minute of the day."""
    return Lesson(
        id=LessonId(ids()),
        class_id=class_id,
        day=day,
        subject=SUBJECT,
        topic=TOPIC,
        message=MESSAGE,
        station_ids=tuple(stations),
        rounds=ROUNDS,
        round_seconds=ROUND // 1000,
        transition_seconds=TRANSITION // 1000,
        warning_seconds=60,
        begins=begins,
    )


def past_lesson(
    ids: Ids, lesson: Lesson, students: Sequence[StudentId], began: int, rng: random.Random
) -> Iterator[Entity]:
    """A lesson that was taught at `began` (ms UTC), as planned, with the visits that happened."""
    end = began + ROUNDS * ROUND + (ROUNDS - 1) * TRANSITION
    session = Session(SessionId(ids()), lesson.class_id, lesson.id, began, end)
    yield lesson
    yield session
    turn, every = rng.randrange(len(lesson.station_ids)), lesson.station_ids
    for place, student in enumerate(students):
        rounds = range(1, ROUNDS + 1)
        stations = tuple(every[(place + turn + number) % len(every)] for number in rounds)
        yield Path(PathId(ids()), lesson.id, student, 0, stations)
        for number, station in enumerate(stations, 1):
            start = began + (number - 1) * (ROUND + TRANSITION)
            yield Visit(
                VisitId(ids()),
                lesson.class_id,
                session.id,
                student,
                StationId(station),
                number,
                start,
                start + ROUND,
            )


def current_lesson(
    ids: Ids, lesson: Lesson, groups: Sequence[tuple[StudentId, int]], now: int
) -> tuple[Session, list[Entity]]:
    """The lesson that is running: round 2 with 8:41 left, everyone at the station of its group."""
    began = now - BEGAN_AGO
    session = Session(SessionId(ids()), lesson.class_id, lesson.id, began)
    start = ClockEvent(EventId(ids()), session.id, did.STARTED, began)
    paths = [_path(ids, lesson, student, group) for student, group in groups]
    return session, [lesson, session, start, *paths]


def _path(ids: Ids, lesson: Lesson, student: StudentId, group: int) -> Path:
    """The group's station in round 2 is the one of its number."""
    every = lesson.station_ids
    stations = tuple(every[(group + number - 2) % len(every)] for number in range(1, ROUNDS + 1))
    return Path(PathId(ids()), lesson.id, student, group + 1, stations)


def choices(ids: Ids, lesson: Lesson, students: Sequence[StudentId], turn: int) -> Iterator[Choice]:
    """What everyone chose for a lesson: two stations besides the teacher's table, in turn."""
    others = lesson.station_ids[1:]
    for place, student in enumerate(students):
        best = place + turn
        ranked = (others[best % len(others)], others[(best + 1) % len(others)])
        yield Choice(ChoiceId(ids()), lesson.class_id, student, ranked, lesson.id)


def absences(ids: Ids, session: Session, absent: Sequence[StudentId]) -> list[Entity]:
    """Who is absent all day."""
    at = session.opened_at
    return [Attendance(AttendanceId(ids()), session.id, s, did.ABSENT, at) for s in absent]


def missed(
    ids: Ids, things: Sequence[Entity], table: StationId, among: Sequence[StudentId]
) -> list[Entity]:
    """A lesson in which the first of these who was to come to the table did not: at the dentist."""
    visits = [one for one in things if isinstance(one, Visit) and one.station_id == table]
    lost = next((v for s in among for v in visits if v.student_id == s), None)
    if lost is None:
        return list(things)
    out, back = lost.began_at - MINUTE, lost.ended_at + MINUTE
    words = [
        Attendance(
            AttendanceId(ids()), lost.session_id, lost.student_id, did.AWAY, out, "Dentist", back
        ),
        Attendance(AttendanceId(ids()), lost.session_id, lost.student_id, did.PRESENT, back),
    ]
    return [*(one for one in things if one is not lost), *words]
