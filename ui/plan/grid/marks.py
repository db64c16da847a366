"""What is said of each place in a plan beside the name."""

from collections.abc import Iterable, Iterator, Mapping

from app.domain.classes import VISIT
from app.domain.ids import StationId, StudentId
from app.domain.lesson_picture import LessonPicture
from app.domain.planning.values import ChangedCell
from app.domain.stations import TEACHER_LED
from ui.plan.grid.chip import Marks

Placed = tuple[StudentId, int]
MOST = 24
"""So many changed places are marked; more would say nothing."""


def marks_of(picture: LessonPicture, changes: Iterable[ChangedCell] = ()) -> Mapping[Placed, Marks]:
    """Who must be where they are, what was fixed by hand, and what is new in a proposal."""
    moved = {(change.student, change.round) for change in changes}
    if len(moved) > MOST:
        moved = set()
    must = dict(_must(picture))
    pinned = {(path.student_id, n) for path in picture.paths for n in path.pins}
    return {
        place: Marks(must.get(place, ""), place in pinned, place in moved)
        for place in {*moved, *must, *pinned}
    }


def _must(picture: LessonPicture) -> Iterator[tuple[Placed, str]]:
    """Each place where a rule wants the student, and the colour of its station."""
    led = {station.id for station in picture.stations if station.kind == TEACHER_LED}
    colours = {station.id: station.colour for station in picture.stations}
    paths = {path.student_id: path for path in picture.paths}
    for rule in picture.rules:
        if rule.kind != VISIT:
            continue
        wanted = set(map(StationId, rule.station_ids)) or led
        for student in map(StudentId, rule.student_ids):
            path = paths.get(student)
            for number in range(1, (rule.by_round or picture.lesson.rounds) + 1):
                at = path.at(number) if path is not None else None
                if at is not None and at in wanted & led and at in colours:
                    yield (student, number), colours[at]
