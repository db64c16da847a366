"""Reading and running the lesson that is being taught."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from app.classroom import Classroom
from app.domain import session as did
from app.domain.changes import Change, label, made
from app.domain.classes import SchoolClass
from app.domain.clock import READY, TRANSITION, Reading, Timing, read_clock
from app.domain.ids import AttendanceId, ClassId, EventId, LessonId, SessionId, StudentId, VisitId
from app.domain.lessons import Lesson, Path
from app.domain.live import LiveScene
from app.domain.record import SessionRecord
from app.domain.seating import Seating, latest_attendance
from app.domain.session import Attendance, ClockEvent, Extra, Finish, Move, Session, Visit
from app.errors import NotFound
from app.ports import Clock, Since, Store
from app.services.days import day_start
from app.services.leading import leaders
from app.services.outings import OutingReader
from app.services.roll import guests_of, lesson_roll, lesson_rules, lesson_stations

if TYPE_CHECKING:
    from app.domain.visits import Stay
    from app.services.staying import StayingService


class LiveService:
    """The session of a class: opening it, its clock, and what it looks like now."""

    def __init__(self, room: Classroom) -> None:
        self._room = room
        self._outings = OutingReader(room.store, room.clock)

    @property
    def staying(self) -> "StayingService":
        """Tables that stay on while the others move."""
        from app.services.staying import StayingService  # no menu is open at the start

        return StayingService(self._room)

    def current(self, class_id: ClassId) -> Session | None:
        """The open session of the class, None when no lesson is being taught."""
        found = self._room.store.find(Session, class_id=class_id, ended_at=None)
        return found[-1] if found else None

    def open(self, lesson_id: LessonId) -> Session:
        """Take a lesson into the room, clock not yet started; an open session ends first.

        Who was absent at the end of the lesson before, on the same day, still is.
        """
        lesson, now = self._lesson(lesson_id), self._room.clock.now_ms()
        session = Session(SessionId(self._room.ids()), lesson.class_id, lesson_id, now)
        ended = [c for s in self._open_sessions(lesson.class_id) for c in self._ending(s)]
        # A lesson that was planned for another day is today's from now on.
        moved = Change(lesson, replace(lesson, day=self._room.clock.local(now).date().isoformat()))
        verb = "opened instead" if ended else "opened"
        said = label(verb, lesson=lesson.subject)
        absent = map(made, self._still_absent(session, lesson))
        self._room.workspace.edit(said, *ended, moved, made(session), *absent)
        return session

    def _still_absent(self, session: Session, lesson: Lesson) -> Iterator[Attendance]:
        store, now = self._room.store, session.opened_at
        today = Since(day_start(self._room.clock, now))
        before = store.find(Session, class_id=session.class_id, opened_at=today)
        if not before:
            return
        last = max(before, key=lambda one: (one.opened_at, one.id))
        said = latest_attendance(store.find(Attendance, session_id=last.id))
        # Who left the class or was only a guest there misses nothing here.
        here = {student.id for student in lesson_roll(store, lesson)[0]}
        for student, word in said.items():
            if word.state == did.ABSENT and student in here:
                own = AttendanceId(self._room.ids())
                yield Attendance(own, session.id, student, did.ABSENT, now)

    def scene(self, class_id: ClassId) -> LiveScene | None:
        """The lesson at this moment, None when none is open. Nothing is written."""
        session = self.current(class_id)
        return None if session is None else self.scene_of(session)

    def scene_of(self, session: Session) -> LiveScene:
        """The lesson of a session at this moment. Raises `errors.NotFound`."""
        record = self.record(session)
        school_class = self._room.store.get(SchoolClass, session.class_id)
        if school_class is None:
            raise NotFound("class", str(session.class_id))
        lesson, store = record.lesson, self._room.store
        timing, stations = timing_of(lesson), lesson_stations(store, lesson)
        students, names = lesson_roll(store, lesson)
        known = LiveScene(
            school_class=school_class,
            record=record,
            students=students,
            names=names,
            stations=stations,
            rules=lesson_rules(store, lesson),
            timing=timing,
            reading=Reading(READY, 1, timing.rounds, timing.round_ms, timing.round_ms),
            seating=Seating({}, {}, ()),
            came_from={},
            round_starts=(),
            leaders=leaders(store, lesson, stations),
        )
        return known.at(self._room.clock.now_ms())

    def record(self, session: Session) -> SessionRecord:
        """All that is kept of a session, to work its scenes out from."""
        return record_of(
            self._room.store, self._room.clock, session, self._lesson(session.lesson_id)
        )

    def reading(self, session: Session) -> Reading:
        """What the clock of a session says now."""
        events = self._room.store.find(ClockEvent, session_id=session.id)
        timing = timing_of(self._lesson(session.lesson_id))
        return read_clock(timing, events, self._room.clock.now_ms())

    def start(self, session: Session) -> None:
        """Let the clock of the lesson run."""
        self._clock_event(session, did.STARTED)

    def pause(self, session: Session) -> None:
        """Stop the clock; the time until it goes on is not counted."""
        self._clock_event(session, did.PAUSED)

    def resume(self, session: Session) -> None:
        """Let the clock go on."""
        self._clock_event(session, did.RESUMED)

    def extend(self, session: Session, minutes: int) -> None:
        """Give the running round (or transition) more minutes, or fewer below zero."""
        self._clock_event(session, did.EXTENDED, minutes * 60_000)

    def next(self, session: Session) -> None:
        """On to the transition, or from it to its round; from the last round: the end."""
        reading = self.reading(session)
        if reading.phase != TRANSITION and reading.round == reading.rounds:
            self.end(session)
        else:
            self._clock_event(session, did.ADVANCED)

    def back(self, session: Session) -> None:
        """Begin the round before again; from a transition, the round it left."""
        self._clock_event(session, did.WENT_BACK)

    def repeat(self, session: Session) -> None:
        """Begin this round again; from a transition, the round it left."""
        self._clock_event(session, did.REPEATED)

    def end(self, session: Session) -> None:
        """End the lesson and write down the visits that happened."""
        self._room.workspace.edit(label("ended"), *self._ending(session))

    def _ending(self, session: Session) -> list[Change]:
        # No lesson ends at the start.
        from app.domain.visits import stays
        from app.services.led_stays import led_stays

        now = self._room.clock.now_ms()
        record = self.record(session)
        reading = self.reading(session)
        stations = lesson_stations(self._room.store, record.lesson)
        led = led_stays(self._room.store, record, stations, reading, stays(record, reading, now))
        homes = {guest.id: guest.class_id for guest in guests_of(self._room.store, record.lesson)}
        visits = [made(self._visit(session, stay, adult, homes)) for stay, adult in led]
        ended = made(self._event(session, did.ENDED))
        return [ended, Change(session, replace(session, ended_at=now)), *visits]

    def _visit(
        self, session: Session, stay: "Stay", adult: str, homes: Mapping[StudentId, ClassId]
    ) -> Visit:
        """A visit belongs to the class of the student, in whosever lesson it was."""
        return Visit(
            id=VisitId(self._room.ids()),
            class_id=homes.get(stay.student_id, session.class_id),
            session_id=session.id,
            student_id=stay.student_id,
            station_id=stay.station_id,
            round=stay.round,
            began_at=stay.began_at,
            ended_at=stay.ended_at,
            adult=adult,
        )

    def _clock_event(self, session: Session, kind: str, amount: int = 0) -> None:
        minutes = str(abs(amount) // 60_000)
        verb = "shortened" if amount < 0 else kind
        event = self._event(session, kind, amount)
        self._room.workspace.edit(label(verb, minutes=minutes), made(event))

    def _event(self, session: Session, kind: str, amount: int = 0) -> ClockEvent:
        return ClockEvent(
            EventId(self._room.ids()), session.id, kind, self._room.clock.now_ms(), amount
        )

    def _open_sessions(self, class_id: ClassId) -> tuple[Session, ...]:
        return self._room.store.find(Session, class_id=class_id, ended_at=None)

    def _lesson(self, lesson_id: LessonId) -> Lesson:
        lesson = self._room.store.get(Lesson, lesson_id)
        if lesson is None:
            raise NotFound("lesson", str(lesson_id))
        return lesson


def record_of(store: Store, clock: Clock, session: Session, lesson: Lesson) -> SessionRecord:
    """All that is kept of a session."""
    return SessionRecord(
        session=session,
        lesson=lesson,
        events=store.find(ClockEvent, session_id=session.id),
        paths=store.find(Path, lesson_id=lesson.id),
        moves=store.find(Move, session_id=session.id),
        attendance=store.find(Attendance, session_id=session.id),
        outings=OutingReader(store, clock).of_session(session),
        finishes=store.find(Finish, session_id=session.id),
        extras=store.find(Extra, session_id=session.id),
    )


def timing_of(lesson: Lesson) -> Timing:
    """The lesson's lengths in milliseconds."""
    return Timing(
        rounds=lesson.rounds,
        round_ms=lesson.round_seconds * 1000,
        transition_ms=lesson.transition_seconds * 1000,
        warning_ms=lesson.warning_seconds * 1000,
    )
