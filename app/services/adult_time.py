"""How the adults share the class this week."""

from app.domain.adult_time import AdultTime, adult_times
from app.domain.clock import read_clock
from app.domain.ids import ClassId, VisitId
from app.domain.lessons import Lesson
from app.domain.session import Session, Visit
from app.domain.visits import stays
from app.ports import Clock, Since, Store
from app.services.adults import AdultService
from app.services.days import week_start
from app.services.led_stays import led_stays
from app.services.live import record_of, timing_of
from app.services.roll import lesson_stations


class AdultTimeReader:
    """Nothing is written."""

    def __init__(self, store: Store, clock: Clock, adults: AdultService) -> None:
        self._store = store
        self._clock = clock
        self.adults = adults

    def this_week(self, class_id: ClassId) -> tuple[AdultTime, ...]:
        """Since Monday, with the lesson that is being taught; in the order of the adults."""
        monday = week_start(self._clock, self._clock.now_ms())
        sessions = self._store.find(Session, class_id=class_id, opened_at=Since(monday))
        visits = self._store.find(Visit, session_id=tuple(session.id for session in sessions))
        names = [adult.name for adult in self.adults.adults(class_id)]
        return adult_times([*visits, *self._running(class_id)], names)

    def _running(self, class_id: ClassId) -> list[Visit]:
        """What would be written if the lesson ended now."""
        opened = self._store.find(Session, class_id=class_id, ended_at=None)
        lesson = self._store.get(Lesson, opened[-1].lesson_id) if opened else None
        if lesson is None:
            return []
        now, record = self._clock.now_ms(), record_of(self._store, self._clock, opened[-1], lesson)
        reading = read_clock(timing_of(lesson), record.events, now)
        stayed, stations = stays(record, reading, now), lesson_stations(self._store, lesson)
        return [
            Visit(
                VisitId(0),
                class_id,
                opened[-1].id,
                stay.student_id,
                stay.station_id,
                stay.round,
                stay.began_at,
                stay.ended_at,
                adult,
            )
            for stay, adult in led_stays(self._store, record, stations, reading, stayed)
        ]
