"""A line in the menu of a station: nobody comes here in the rounds to come, or they do again."""

from app.classroom import Classroom
from app.domain.clock import FINISHED, READY
from app.domain.live import LiveScene
from app.domain.seating import closed_in
from app.domain.stations import Station
from app.services.closing import ClosingService
from ui.live.words import tr
from ui.widgets.menu import Menu


def add_closing(menu: Menu, room: Classroom, scene: LiveScene, station: Station) -> None:
    """Close the station for all rounds to come, or open it; after the last round, nothing.

    Who sits there stays until somebody moves them.
    """
    coming = _to_come(scene)
    if not coming:
        return
    shut = [number for number in coming if station.id in closed_in(scene.rules, number)]
    service, lesson = ClosingService(room), scene.lesson.id
    numbers = ", ".join(map(str, shut or coming))
    if shut:
        one, many = "Open again in round {n}", "Open again in rounds {n}"
        text = tr(one if len(shut) == 1 else many, n=numbers)
        menu.add(text, lambda: service.open(lesson, station.id, *shut), "check")
    else:
        one, many = "Close in round {n}", "Close in rounds {n}"
        text = tr(one if len(coming) == 1 else many, n=numbers)
        menu.add(text, lambda: service.close(lesson, station.id, *coming), "x-circle")


def _to_come(scene: LiveScene) -> list[int]:
    reading = scene.reading
    if reading.phase == FINISHED:
        return []
    return list(range(1 if reading.phase == READY else reading.round + 1, reading.rounds + 1))
