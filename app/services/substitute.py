"""A lesson for somebody who does not know the class."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from app.domain.classes import APART, TOGETHER, Rule, SchoolClass
from app.domain.day_time import write_minute
from app.domain.ids import LessonId, StudentId
from app.domain.lesson_picture import LessonPicture
from app.domain.pull_outs import PullOut
from app.domain.substitute import SheetLine, SheetStation, SubstituteSheet
from app.ports import Clock, Store
from app.services.known import known
from app.services.leading import leaders
from app.services.lessons import LessonService
from app.services.outings import OutingReader

Names = Mapping[StudentId, str]


class SubstituteReader:
    """Nothing is written."""

    def __init__(self, store: Store, lessons: LessonService, clock: Clock) -> None:
        self._store = store
        self._lessons = lessons
        self._outings = OutingReader(store, clock)

    def sheet(self, lesson_id: LessonId) -> SubstituteSheet:
        """Everything a substitute needs. Raises `errors.NotFound`."""
        picture = self._lessons.picture(lesson_id)
        lesson = picture.lesson
        rounds = range(1, lesson.rounds + 1)
        return SubstituteSheet(
            class_name=known(self._store, SchoolClass, lesson.class_id, "class").name,
            day=lesson.day,
            subject=lesson.subject,
            topic=lesson.topic,
            message=lesson.message,
            begins=lesson.begins,
            rounds=tuple(picture.round_minutes(number) for number in rounds),
            moving_seconds=lesson.transition_seconds,
            stations=self._stations(picture),
            lines=self._lines(picture),
            apart=_sets(picture.rules, APART, picture.names),
            together=_sets(picture.rules, TOGETHER, picture.names),
        )

    def _stations(self, picture: LessonPicture) -> tuple[SheetStation, ...]:
        led = leaders(self._store, picture.lesson, picture.stations)
        return tuple(
            SheetStation(
                name=station.name,
                kind=station.kind,
                seats=station.room,
                skill=picture.skills.get(station.id, ""),
                next_task=station.next_task,
                adult=led.get(station.id, ""),
            )
            for station in picture.stations
        )

    def _lines(self, picture: LessonPicture) -> tuple[SheetLine, ...]:
        names = {station.id: station.name for station in picture.stations}
        out = self._out(picture)
        found = []
        for student in picture.students:
            places = []
            for number in range(1, picture.lesson.rounds + 1):
                seated = picture.seated(number)
                at = next((s for s, there in seated.items() if student.id in there), None)
                places.append("" if at is None else names[at])
            found.append(
                SheetLine(picture.names[student.id], tuple(places), tuple(out[student.id]))
            )
        return tuple(found)

    def _out(self, picture: LessonPicture) -> defaultdict[StudentId, list[str]]:
        """Where else students are that day, and when; why is nobody's business but the class's."""
        found: defaultdict[StudentId, list[str]] = defaultdict(list)
        for outing in self._outings.of_lesson(picture.lesson):
            if not outing.cancelled:
                found[outing.student_id].append(_when(outing.pull_out))
        return found


def _when(out: PullOut) -> str:
    times = f"{write_minute(out.begins)}–{write_minute(out.ends)}"
    return f"{times} {out.place}".strip()


def _sets(rules: Sequence[Rule], kind: str, names: Names) -> tuple[tuple[str, ...], ...]:
    """Those of a set who are in the class still."""
    found = (
        tuple(names[StudentId(s)] for s in rule.student_ids if StudentId(s) in names)
        for rule in rules
        if rule.kind == kind
    )
    return tuple(known_names for known_names in found if len(known_names) > 1)
