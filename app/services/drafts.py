"""Lines that are kept now and made observations later. Each call is one undo step."""

from app.classroom import Classroom
from app.domain.capture.reading import Captured
from app.domain.changes import gone, label, made
from app.domain.ids import ClassId, DraftId, ObservationId, StationId
from app.domain.letters import clean
from app.domain.live import LiveScene
from app.domain.observations import Draft, Observation
from app.domain.stations import Station
from app.errors import NothingSeen, StaleChange
from app.services.observe import ObserveService, one_line, round_of
from app.services.roll import called
from app.services.twins import at_home


class DraftService:
    """Keeps drafts of a class, oldest first."""

    def __init__(self, room: Classroom, observe: ObserveService) -> None:
        self._room = room
        self._observe = observe

    def waiting(self, class_id: ClassId) -> tuple[Draft, ...]:
        """Those that are not written down yet."""
        found = self._room.store.find(Draft, class_id=class_id)
        return tuple(sorted(found, key=lambda draft: (draft.seen_at, draft.id)))

    def days_old(self, draft: Draft) -> int:
        """How many days ago it was typed, by the calendar."""
        now, then = (
            self._room.clock.local(self._room.clock.now_ms()),
            self._room.clock.local(draft.seen_at),
        )
        return (now.date() - then.date()).days

    def station(self, draft: Draft) -> Station | None:
        """Where it was seen, None when that is not known."""
        return self._room.store.get(Station, draft.station_id) if draft.station_id else None

    def led(self, scene: LiveScene | None) -> StationId | None:
        """The station that the adult who observes leads."""
        led = scene.leaders.items() if scene is not None and self._observe.adult else ()
        return next((place for place, who in led if who == self._observe.adult), None)

    def keep(
        self,
        class_id: ClassId,
        text: str,
        scene: LiveScene | None = None,
        station_id: StationId | None = None,
    ) -> Draft:
        """Keep a line for later, with the station and its skill, the round and who observes.

        Raises `errors.NothingSeen` when it is empty.
        """
        line = clean(text)
        if not line:
            raise NothingSeen
        place = _place(scene, station_id)
        draft = Draft(
            id=DraftId(self._room.ids()),
            class_id=class_id,
            text=line,
            seen_at=self._room.clock.now_ms(),
            session_id=scene.session.id if scene else None,
            station_id=place.id if place else None,
            skill_id=place.skill_id if place else None,
            round=round_of(scene),
            adult=self._observe.adult,
        )
        self._room.workspace.edit(label("draft kept"), made(draft))
        return draft

    def write_down(self, draft: Draft, said: Captured, private: bool = False) -> Observation:
        """Make it an observation of the time, the place and the adult it was typed with.

        Raises as `ObserveService.record` does, and `errors.StaleChange` when the draft is gone.
        """
        seen = Observation(
            id=ObservationId(self._room.ids()),
            class_id=draft.class_id,
            student_id=said.student_id,
            seen_at=draft.seen_at,
            skill_id=said.skill_id or draft.skill_id,
            level=said.level,
            tag_ids=said.tag_ids,
            note=one_line(said.note),
            station_id=draft.station_id,
            session_id=draft.session_id,
            round=draft.round,
            adult=draft.adult,
            private=private,
        )
        seen = at_home(self._room.store, seen)
        self._observe.check(seen)
        student = called(self._room.store, said.student_id)
        told = label("draft written down", student=student)
        self._room.workspace.edit(told, gone(self._kept(draft)), made(seen))
        return seen

    def throw_away(self, draft: Draft) -> None:
        """Keep it no more."""
        self._room.workspace.edit(label("draft thrown away"), gone(self._kept(draft)))

    def _kept(self, draft: Draft) -> Draft:
        found = self._room.store.get(Draft, draft.id)
        if found is None:
            raise StaleChange
        return found


def _place(scene: LiveScene | None, wanted: StationId | None) -> Station | None:
    stations = scene.stations if scene is not None else ()
    return next((station for station in stations if station.id == wanted), None)
