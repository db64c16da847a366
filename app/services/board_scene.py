"""From the lesson as the teacher sees it to what the board may show."""

from collections.abc import Mapping
from typing import cast

from app.domain.board.scene import BoardClock, BoardName, BoardScene, BoardStation, Phase
from app.domain.clock import FINISHED, Reading
from app.domain.ids import StudentId
from app.domain.live import LiveScene


def board_clock(reading: Reading) -> BoardClock:
    """The clock for the children: time over counts up from nothing."""
    return BoardClock(
        phase=cast("Phase", reading.phase),
        round=reading.round,
        rounds=reading.rounds,
        remaining_ms=abs(reading.remaining_ms),
        total_ms=reading.total_ms,
        paused=reading.paused,
        over=reading.remaining_ms < 0,
        warning=reading.warning,
    )


def board_scene(scene: LiveScene, photos: Mapping[StudentId, str] | None = None) -> BoardScene:
    """Names, stations and the clock; absences, rules, levels and reasons stay behind.

    `photos` are those the class may see.
    """
    lesson = scene.lesson
    return BoardScene(
        clock=board_clock(scene.reading),
        stations=() if scene.reading.phase == FINISHED else _stations(scene, photos or {}),
        subject=" · ".join(part for part in (lesson.subject, lesson.topic) if part),
        message=lesson.message,
        came_from=_came_from(scene),
        language=scene.school_class.language,
    )


def _stations(scene: LiveScene, photos: Mapping[StudentId, str]) -> tuple[BoardStation, ...]:
    staying = {stay.station_id for stay in scene.stays if stay.left_ms is not None}
    return tuple(
        BoardStation(
            key=station.id,
            name=station.name,
            icon=station.icon,
            colour=station.colour,
            names=tuple(
                BoardName(student, scene.names[student], photos.get(student, ""))
                for student in scene.seating.at[station.id]
            ),
            stays=station.id in staying,
            closed=station.id in scene.closed,
            place=station.spot,
        )
        for station in scene.stations
    )


def _came_from(scene: LiveScene) -> tuple[tuple[int, int], ...]:
    """Only those who really walk: seated now, and elsewhere before."""
    seated = {s: station for station, names in scene.seating.at.items() for s in names}
    return tuple(
        (student, station)
        for student, station in scene.came_from.items()
        if student in seated and seated[student] != station
    )
