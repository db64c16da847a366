"""What happens to the lesson's clock when the computer slept, was off, or its clock was set."""

from collections.abc import Iterable

from app.classroom import Classroom
from app.domain import session as did
from app.domain.changes import label, made
from app.domain.clock import FINISHED, READY, read_clock
from app.domain.ids import EventId
from app.domain.lessons import Lesson
from app.domain.session import ClockEvent, Session
from app.services.live import timing_of


class GapService:
    """Writes what nobody pressed; none of it is a step to undo."""

    def __init__(self, room: Classroom) -> None:
        self._room = room

    def was_running(self, session: Session, at_ms: int) -> bool:
        """Whether the clock ran at that time, as far as what was pressed until then tells."""
        lesson = self._room.store.get(Lesson, session.lesson_id)
        if lesson is None:
            return False
        events = self._events(session)
        known = [event for event in events if at_by_this_clock(event, events) <= at_ms]
        reading = read_clock(timing_of(lesson), known, at_ms)
        return reading.phase not in (READY, FINISHED) and not reading.paused

    def last_event(self, session: Session) -> int:
        """When something was last done to the clock; when it was opened, if nothing was."""
        events = self._events(session)
        times = (at_by_this_clock(event, events) for event in events)
        return max(times, default=session.opened_at)

    def pause(self, session: Session, at_ms: int) -> None:
        """The clock has stood since then."""
        self._write("paused", session, did.PAUSED, at_ms)

    def count(self, session: Session, since_ms: int) -> None:
        """The clock has run since then after all."""
        self._write("resumed", session, did.RESUMED, since_ms)

    def shift(self, session: Session, now_ms: int, set_ms: int) -> None:
        """The computer's clock was set; the lesson's own goes on as if nothing had been."""
        self._write("clock set", session, did.SHIFTED, now_ms, set_ms)

    def _events(self, session: Session) -> tuple[ClockEvent, ...]:
        return self._room.store.find(ClockEvent, session_id=session.id)

    def _write(self, verb: str, session: Session, kind: str, at_ms: int, amount: int = 0) -> None:
        event = ClockEvent(EventId(self._room.ids()), session.id, kind, at_ms, amount)
        self._room.workspace.edit(label(verb), made(event), undoable=False)


def at_by_this_clock(event: ClockEvent, events: Iterable[ClockEvent]) -> int:
    """When it was, by the computer's clock as it has been set since."""
    later = (e.amount for e in events if e.kind == did.SHIFTED and e.id > event.id)
    return event.at + sum(later)
