"""Going on after an interruption; each way is one undo step."""

from collections.abc import Callable

from app.domain import session as did
from app.domain.changes import label, made
from app.domain.ids import EventId
from app.domain.live import LiveScene
from app.domain.lost_time import FEWER, SHORTER, WayOn, ways_on
from app.domain.seating import cells
from app.domain.session import ClockEvent
from app.ports import Clock
from app.workspace import Workspace


class LostTimeService:
    """Says what the ways on are, and takes one."""

    def __init__(self, workspace: Workspace, ids: Callable[[], int], clock: Clock) -> None:
        self._workspace = workspace
        self._ids = ids
        self._clock = clock

    def ways(self, scene: LiveScene, lost_ms: int) -> tuple[WayOn, ...]:
        """The ways on after so many milliseconds were lost, for who is in the room."""
        record, reading = scene.record, scene.reading_at(self._clock.now_ms())
        here = {student.id for student in scene.students} - set(scene.seating.out)
        rounds = [
            cells(record.paths, record.moves, number) for number in range(1, reading.rounds + 1)
        ]
        placed = [{s: where for s, where in held.items() if s in here} for held in rounds]
        stations = tuple(station.id for station in scene.stations)
        return ways_on(scene.timing, reading, lost_ms, placed, stations)

    def take(self, scene: LiveScene, way: WayOn, lost_ms: int) -> None:
        """Go on that way. Where the clock did not stand, this round gets back what it lost."""
        events = [] if scene.reading.paused else [self._event(scene, did.EXTENDED, lost_ms)]
        said = label("extended", minutes=str(lost_ms // 60_000))
        if way.kind == SHORTER:
            said = label("rounds shortened", minutes=f"{way.round_ms / 60_000:g}")
            events.append(self._event(scene, did.RETIMED, way.round_ms))
        elif way.kind == FEWER:
            said = label("rounds cut", rounds=str(way.rounds))
            events.append(self._event(scene, did.CUT, way.rounds))
        self._workspace.edit(said, *map(made, events))

    def _event(self, scene: LiveScene, kind: str, amount: int) -> ClockEvent:
        at = self._clock.now_ms()
        return ClockEvent(EventId(self._ids()), scene.session.id, kind, at, amount)
