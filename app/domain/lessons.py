"""A lesson is a plan: rounds by stations, and who goes where."""

from dataclasses import dataclass

from app.domain.ids import ClassId, LessonId, PathId, SkillId, StationId, StudentId

IN_GROUPS = "group"
OWN_PATHS = "own"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A plan for one class and one period. `day` is a local date as ISO text.

    `station_ids` are in the order of the columns; groups move on to the next one each round.
    `adult_ids` say who leads each of them in this lesson, 0 for the adult of the station; empty
    when nobody was named. `begins` is the minute of the local day it is planned for.

    `mode` is "group" (groups move together) or "own" (each student has an own path). `wishes` are
    words of `wishes.WISHES`, the most important first; empty is their usual order. `template` is
    the word it was made from. Lessons with the same `rotation` (the id of the first of them, 0 for
    none) take turns together: nobody comes to a station twice. `skill_id` is what levels are
    looked at for, None for what each station works on. `guest_ids` are students of other classes
    who take part.
    """

    id: LessonId
    class_id: ClassId
    day: str
    subject: str
    topic: str
    message: str
    station_ids: tuple[int, ...]
    rounds: int
    round_seconds: int
    transition_seconds: int
    warning_seconds: int
    adult_ids: tuple[int, ...] = ()
    begins: int | None = None
    mode: str = IN_GROUPS
    wishes: tuple[str, ...] = ()
    template: str = ""
    rotation: int = 0
    skill_id: SkillId | None = None
    guest_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """Where one student goes in a lesson: `stations[r - 1]` in round r, None for nowhere.

    `group` is the number of the student's group from 1, or 0 for a student with an own path.
    `pins` are the rounds whose place the teacher fixed by hand.
    """

    id: PathId
    lesson_id: LessonId
    student_id: StudentId
    group: int
    stations: tuple[int | None, ...]
    pins: tuple[int, ...] = ()

    def at(self, round_number: int) -> StationId | None:
        """The planned station of that round, None outside the plan."""
        if not 1 <= round_number <= len(self.stations):
            return None
        station = self.stations[round_number - 1]
        return None if station is None else StationId(station)
