"""A student's path when a lesson is dealt anew."""

from app.domain.ids import PathId, StationId
from app.domain.lessons import OWN_PATHS, Lesson, Path
from app.domain.plan import PlannedPath


def path_after(
    own: PathId, lesson: Lesson, old: Path | None, planned: PlannedPath, keeps: bool
) -> Path:
    """As it was dealt; on an own path what was pinned stays, if it still can be.

    `keeps`: all other places that still can be stay, too.
    """
    group = 0 if lesson.mode == OWN_PATHS else planned.group
    row, was = list(planned.stations), _places(old, lesson)
    pins = {number for number in old.pins if number in was} if old else set[int]()
    for number, station in was.items():
        if not group and (keeps or number in pins):
            row[number - 1] = station
    still = tuple(sorted(number for number in pins if row[number - 1] == was[number]))
    return Path(own, lesson.id, planned.student_id, group, tuple(row), still)


def _places(path: Path | None, lesson: Lesson) -> dict[int, StationId]:
    """The places of a path that the lesson still has, by round."""
    if path is None:
        return {}
    found = {number: path.at(number) for number in range(1, lesson.rounds + 1)}
    return {n: at for n, at in found.items() if at is not None and at in lesson.station_ids}
