"""Where everyone has been in the lesson that is being taught, before it is written down."""

from app.domain.clock import read_clock
from app.domain.ids import ClassId
from app.domain.lessons import Lesson
from app.domain.session import Session
from app.domain.visits import Stay, stays
from app.ports import Clock, Store
from app.services.live import record_of, timing_of


def running_stays(store: Store, clock: Clock, class_id: ClassId) -> tuple[Stay, ...]:
    """The stays of the class's open session up to now; none when no lesson is open."""
    open_sessions = store.find(Session, class_id=class_id, ended_at=None)
    if not open_sessions:
        return ()
    session = open_sessions[-1]
    lesson = store.get(Lesson, session.lesson_id)
    if lesson is None:
        return ()
    now, record = clock.now_ms(), record_of(store, clock, session, lesson)
    return stays(record, read_clock(timing_of(lesson), record.events, now), now)
