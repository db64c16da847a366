"""A table that stays on while the others move; each call is one undo step."""

from app.classroom import Classroom
from app.domain.changes import label, made
from app.domain.clock import FINISHED, MINUTE_MS, READY, TRANSITION, Reading
from app.domain.ids import ExtraId, StationId
from app.domain.live import LiveScene
from app.domain.session import Extra
from app.domain.stations import Station
from app.domain.staying import Staying, staying


class StayingService:
    """Gives a station's students extra time there, and takes it back."""

    def __init__(self, room: Classroom) -> None:
        self._room = room

    def more(self, scene: LiveScene, station: Station, minutes: int) -> bool:
        """Whoever is at the station stays so much longer; False where there is no next round."""
        reading = scene.reading_at(self._room.clock.now_ms())
        number = self._round(scene, reading, station.id)
        if number is None:
            return False
        said = label("stays", station=station.name, minutes=str(minutes))
        self._room.workspace.edit(
            said, made(self._extra(scene, station, number, minutes * MINUTE_MS))
        )
        return True

    def stop(self, scene: LiveScene, station: Station) -> bool:
        """The station's students go on with the others, or now; False when none stays."""
        now = self._room.clock.now_ms()
        reading = scene.reading_at(now)
        stay = _of(staying(scene.record, reading, now), station.id)
        if stay is None:
            return False
        used = reading.spans[-1].ran_ms(now) if _has_begun(stay, reading) else 0
        amount = min(0, used - stay.amount_ms)
        said = label("goes on", station=station.name)
        self._room.workspace.edit(said, made(self._extra(scene, station, stay.round, amount)))
        return True

    def _round(self, scene: LiveScene, reading: Reading, station: StationId) -> int | None:
        """The round after which it stays: the one it stays from already, else the one that runs."""
        if reading.phase in (READY, FINISHED):
            return None
        stay = _of(staying(scene.record, reading, self._room.clock.now_ms()), station)
        if stay is not None:
            return stay.round
        if reading.phase == TRANSITION:
            return reading.round - 1
        return reading.round if reading.round < reading.rounds else None

    def _extra(self, scene: LiveScene, station: Station, number: int, amount: int) -> Extra:
        extra_id, at = ExtraId(self._room.ids()), self._room.clock.now_ms()
        return Extra(extra_id, scene.session.id, station.id, number, amount, at)


def _of(stays: tuple[Staying, ...], station: StationId) -> Staying | None:
    """What is said of a station: those who stay there now come first."""
    return next((stay for stay in stays if stay.station_id == station), None)


def _has_begun(stay: Staying, reading: Reading) -> bool:
    return stay.left_ms is not None and reading.phase != TRANSITION
