"""Going on after an interruption; each way is one undo step."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from app.classroom import Classroom
from app.domain import session as did
from app.domain.changes import Change, label, made
from app.domain.ids import EventId, LessonId, PathId
from app.domain.lessons import Lesson, Path
from app.domain.live import LiveScene
from app.domain.lost_time import FEWER, NEXT_TIME, SHORTER, WayOn, ways_on
from app.domain.seating import cells
from app.domain.session import ClockEvent
from app.domain.stations import TEACHER_LED, Station


class LostTimeService:
    """Says what the ways on are, and takes one.

    `next_day` says on which day (ISO text) a class is taught again.
    """

    def __init__(self, room: Classroom, next_day: Callable[[LiveScene], str]) -> None:
        self._room = room
        self._next_day = next_day

    def ways(self, scene: LiveScene, lost_ms: int) -> tuple[WayOn, ...]:
        """The ways on after so many milliseconds were lost, for who is in the room.

        What they cost at the teacher's table and at must-do stations comes first.
        """
        record, reading = scene.record, scene.reading_at(self._room.clock.now_ms())
        here = [s.id for s in scene.students if s.id not in scene.seating.out]
        rounds = [
            cells(record.paths, record.moves, number) for number in range(1, reading.rounds + 1)
        ]
        placed = [{s: held[s] for s in here if s in held} for held in rounds]
        stations = tuple(station.id for station in pressing_first(scene.stations))
        ways = ways_on(scene.timing, reading, lost_ms, placed, stations)
        every = scene.lesson.rounds  # those that were dropped before come with the rest
        return tuple(
            replace(way, carried=every - way.rounds) if way.kind == NEXT_TIME else way
            for way in ways
        )

    def next_day(self, scene: LiveScene) -> str:
        """The day (ISO text) on which the rest would be taught."""
        return self._next_day(scene)

    def take(self, scene: LiveScene, way: WayOn, lost_ms: int) -> None:
        """Go on that way. Where the clock did not stand, this round gets back what it lost."""
        events = [] if scene.reading.paused else [self._event(scene, did.EXTENDED, lost_ms)]
        said = label("extended", minutes=str(lost_ms // 60_000))
        carried: list[Change] = []
        if way.kind == SHORTER:
            said = label("rounds shortened", minutes=f"{way.round_ms / 60_000:g}")
            events.append(self._event(scene, did.RETIMED, way.round_ms))
        elif way.kind == FEWER:
            said = label("rounds cut", rounds=str(way.rounds))
            events.append(self._event(scene, did.CUT, way.rounds))
        elif way.kind == NEXT_TIME:
            day = self._next_day(scene)
            said = label("rest carried", rounds=str(way.carried))
            carried = self._carry(scene, way.rounds, day)
        if events or carried:
            self._room.workspace.edit(said, *map(made, events), *carried)

    def _carry(self, scene: LiveScene, kept: int, day: str) -> list[Change]:
        """The lesson ends after so many rounds; the others, as planned, are a lesson of that day.

        They are not of this lesson's plan any more, so nobody is owed what only comes later.
        """
        lesson = scene.lesson
        rest = replace(
            lesson, id=LessonId(self._room.ids()), day=day, rounds=lesson.rounds - kept, begins=None
        )
        shorter = Change(lesson, replace(lesson, rounds=kept))
        return [shorter, made(rest), *self._paths(scene, rest, kept)]

    def _paths(self, scene: LiveScene, rest: Lesson, kept: int) -> Iterator[Change]:
        for path in scene.record.paths:
            now = tuple(number for number in path.pins if number <= kept)
            later = tuple(number - kept for number in path.pins if number > kept)
            yield Change(path, replace(path, stations=path.stations[:kept], pins=now))
            stations, own = path.stations[kept:], PathId(self._room.ids())
            group = _group(rest, stations) if path.group else 0
            yield made(Path(own, rest.id, path.student_id, group, stations, later))

    def _event(self, scene: LiveScene, kind: str, amount: int) -> ClockEvent:
        at = self._room.clock.now_ms()
        return ClockEvent(EventId(self._room.ids()), scene.session.id, kind, at, amount)


def pressing_first(stations: tuple[Station, ...]) -> list[Station]:
    """The teacher's tables, then what is must-do, then the others."""
    return sorted(stations, key=lambda s: (s.kind != TEACHER_LED, not s.must_do))


def is_pressing(station: Station) -> bool:
    """Whether a visit there is owed when it was missed."""
    return station.kind == TEACHER_LED or station.must_do


def _group(lesson: Lesson, stations: tuple[int | None, ...]) -> int:
    """The group that goes this way: it begins at the station of its number; 0 for none."""
    ring = lesson.station_ids
    return ring.index(stations[0]) + 1 if stations and stations[0] in ring else 0
