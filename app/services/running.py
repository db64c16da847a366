"""Where everyone has been in the lesson that is being taught, before it is written down."""

from app.domain.clock import read_clock
from app.domain.ids import ClassId
from app.domain.lessons import Lesson, Path
from app.domain.outings import with_outings
from app.domain.session import Attendance, ClockEvent, Move, Session
from app.domain.visits import Stay, stays
from app.ports import Clock, Store
from app.services.live import timing_of
from app.services.outings import OutingReader


def running_stays(store: Store, clock: Clock, class_id: ClassId) -> tuple[Stay, ...]:
    """The stays of the class's open session up to now; none when no lesson is open."""
    open_sessions = store.find(Session, class_id=class_id, ended_at=None)
    if not open_sessions:
        return ()
    session = open_sessions[-1]
    lesson = store.get(Lesson, session.lesson_id)
    if lesson is None:
        return ()
    now = clock.now_ms()
    events = store.find(ClockEvent, session_id=session.id)
    said = store.find(Attendance, session_id=session.id)
    outings = OutingReader(store, clock).of_session(session)
    return stays(
        read_clock(timing_of(lesson), events, now),
        now,
        store.find(Path, lesson_id=lesson.id),
        store.find(Move, session_id=session.id),
        with_outings(session.id, said, outings, now),
    )
