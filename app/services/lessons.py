"""Lessons: made, copied, changed, and who goes where in them."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from app.classroom import Classroom
from app.domain.changes import Change, Label, gone, label, made
from app.domain.classes import SchoolClass
from app.domain.ids import ClassId, LessonId, PathId, StationId, StudentId
from app.domain.lesson_picture import LessonPicture
from app.domain.lessons import OWN_PATHS, Lesson, Path
from app.domain.letters import clean
from app.domain.path_after import path_after
from app.domain.plan import Plan, PlannedPath
from app.domain.session import Session
from app.domain.skills import Skill
from app.domain.stations import Station
from app.ports import Since
from app.services.briefs import absent_from, brief_for
from app.services.carry import carried_on, taught
from app.services.known import known
from app.services.out_of_rounds import out_of_rounds
from app.services.planning import plan
from app.services.roll import guests_again, lesson_roll, lesson_rules, lesson_stations
from app.services.stations import StationService
from app.services.timetable import TimetableService

ROUNDS = 4
ROUND_MINUTES = 12
TRANSITION_MINUTES = 2
WARNING_SECONDS = 60
NEAR_DAYS = 60
"""The last lesson is looked for in so many days first: it is asked for every minute."""

PLANNED, COPIED = label("lesson planned"), label("lesson copied")

Shape = Callable[[Lesson], Lesson]
"""What is to be different about a new lesson."""


def _as_it_is(lesson: Lesson) -> Lesson:
    return lesson


def _nothing_else(_lesson: Lesson) -> Sequence[Change]:
    return ()


class LessonService:
    """Planning lessons; each call that writes is one undo step."""

    def __init__(self, room: Classroom) -> None:
        self._room = room
        self._stations = StationService(room)
        self._times = TimetableService(room)

    def today(self) -> str:
        """The local date as ISO text."""
        return self._room.clock.local(self._room.clock.now_ms()).date().isoformat()

    def lesson(self, lesson_id: LessonId) -> Lesson:
        """Raises `errors.NotFound`."""
        return known(self._room.store, Lesson, lesson_id, "lesson")

    def next(self, class_id: ClassId) -> Lesson | None:
        """The lesson that is being taught or still to be taught, None when there is none.

        Today's comes first (the newest of them), then the first of a later day.
        """
        return next(iter(self.coming(class_id)), None)

    def coming(self, class_id: ClassId) -> tuple[Lesson, ...]:
        """All that are being taught or still to be taught, the next one first."""
        found = self._room.store.find(Lesson, class_id=class_id, day=Since(self.today()))
        waiting = (lesson for lesson in found if not taught(self._room.store, lesson))
        return tuple(sorted(waiting, key=lambda lesson: (lesson.day, -lesson.id)))

    def last(self, class_id: ClassId, subject: str = "") -> Lesson | None:
        """The lesson before `next`: what "the same again" would copy; of a subject if named."""
        coming, today = self.next(class_id), self.today()
        back = (date.fromisoformat(today) - timedelta(days=NEAR_DAYS)).isoformat()
        for since in (back, ""):
            earlier = [
                one
                for one in self._room.store.find(Lesson, class_id=class_id, day=Since(since))
                if one != coming and one.day <= today and subject in {"", one.subject}
            ]
            if earlier:
                return max(earlier, key=lambda lesson: (lesson.day, lesson.id))
        return None

    def minutes_for(self, lesson: Lesson) -> int | None:
        """Minutes from its begin to the end of the period it is in; None for no period."""
        if lesson.begins is None:
            return None
        day = date.fromisoformat(lesson.day)
        found = self._times.calendar().during(lesson.class_id, day, lesson.begins)
        return None if found is None else found.time.ends - lesson.begins

    def paths(self, lesson_id: LessonId) -> tuple[Path, ...]:
        """Who goes where."""
        return self._room.store.find(Path, lesson_id=lesson_id)

    def stations(self, lesson: Lesson) -> tuple[Station, ...]:
        """The stations of the lesson in the order groups move on."""
        return lesson_stations(self._room.store, lesson)

    def picture(self, lesson_id: LessonId) -> LessonPicture:
        """The lesson with everyone in it, absent students left out. Raises `errors.NotFound`."""
        lesson = self.lesson(lesson_id)
        roll, names = lesson_roll(self._room.store, lesson)
        absent = absent_from(self._room.store, lesson)
        stations = lesson_stations(self._room.store, lesson)
        wanted = tuple(s.skill_id for s in stations if s.skill_id is not None)
        skills = {s.id: s.statement for s in self._room.store.find(Skill, id=wanted)}
        return LessonPicture(
            lesson=lesson,
            students=tuple(student for student in roll if student.id not in absent),
            names=names,
            stations=stations,
            paths=self.paths(lesson.id),
            rules=lesson_rules(self._room.store, lesson),
            skills={s.id: skills[s.skill_id] for s in stations if s.skill_id in skills},
            running=bool(self._room.store.find(Session, lesson_id=lesson.id, ended_at=None)),
            out=out_of_rounds(self._room.store, self._room.clock, lesson),
        )

    def create(
        self,
        class_id: ClassId,
        rng: random.Random,
        shape: Shape = _as_it_is,
        also: Callable[[Lesson], Sequence[Change]] = _nothing_else,
        said: Label = PLANNED,
    ) -> Lesson:
        """A lesson for today at all stations, with groups made by a shuffle.

        `also` says what else is written for it in the same step, which `said` is called.
        """
        new = shape(self.blank(class_id))
        self._add(said, new, self._answer(new, {}, rng), also(new))
        return new

    def same_again(
        self, class_id: ClassId, rng: random.Random, shape: Shape = _as_it_is, subject: str = ""
    ) -> Lesson:
        """The last lesson again for today, everyone carried on to the station that is next.

        Who is owed a visit to the teacher begins there.
        A lesson that ended early goes on from the round it came to. New students join by shuffle.
        """
        last = self.last(class_id, subject)
        if last is None:
            return self.create(class_id, rng, shape)
        groups = partial(carried_on, self._room.store, self._room.clock, last)
        return self.follow(last, self.today(), groups, rng, shape)

    def follow(
        self,
        last: Lesson,
        day: str,
        groups: Callable[[Lesson], Mapping[StudentId, int]],
        rng: random.Random,
        shape: Shape = _as_it_is,
        also: Callable[[Lesson], Sequence[Change]] = _nothing_else,
        said: Label = COPIED,
    ) -> Lesson:
        """The lesson again on a day (ISO text); `groups` says who begins it in which group.

        Whoever is not named there joins by shuffle. `also` and `said` are as in `create`.
        """
        new = shape(self.copied(last, day))
        self._add(said, new, self._answer(new, groups(new), rng), also(new))
        return new

    def edit(self, after: Lesson, rng: random.Random) -> None:
        """Keep the changed lesson. Groups stay; with other stations they are made anew.

        On own paths everyone keeps the places there still are.
        """
        before = self.lesson(after.id)
        changes = [Change(before, after)]
        if _made_of(before) != _made_of(after):
            keeps = before.mode == after.mode == OWN_PATHS
            changes += self._replanned(after, self._kept_groups(before, after), rng, keeps)
        self._room.workspace.edit(label("lesson changed"), *changes)

    def say(self, lesson_id: LessonId, message: str) -> None:
        """Show a line to everyone on the board, or none. Raises `errors.NotFound`."""
        before = self.lesson(lesson_id)
        if before.message != (said := clean(message)):
            self._room.workspace.edit(
                label("said on board"), Change(before, replace(before, message=said))
            )

    def shuffle(self, lesson_id: LessonId, rng: random.Random) -> None:
        """Make all groups anew; who has a pin stays in the group it is in."""
        paths = self.paths(lesson_id)
        pinned = {path.student_id: path.group for path in paths if path.pins and path.group}
        changes = self._replanned(self.lesson(lesson_id), pinned, rng)
        self._room.workspace.edit(label("groups shuffled"), *changes)

    def put(self, lesson_id: LessonId, student_id: StudentId, group: int) -> None:
        """Put a student in a group by hand, for all rounds; seats are the teacher's to judge."""
        lesson = self.lesson(lesson_id)
        ring = lesson.station_ids
        stations = tuple(StationId(ring[(group - 1 + r) % len(ring)]) for r in range(lesson.rounds))
        self._set(lesson, PlannedPath(student_id, group, stations))

    def _set(self, lesson: Lesson, planned: PlannedPath) -> None:
        _, names = lesson_roll(self._room.store, lesson)
        old = next((p for p in self.paths(lesson.id) if p.student_id == planned.student_id), None)
        said = label("put in group", student=names.get(planned.student_id, ""))
        self._room.workspace.edit(said, self._change(lesson, old, planned))

    def blank(self, class_id: ClassId) -> Lesson:
        """A lesson for today at all stations; it is not kept, and nobody is in it."""
        school_class = known(self._room.store, SchoolClass, class_id, "class")
        stations = self._stations.stations(class_id)
        occasion = self._times.of_class(class_id, date.fromisoformat(self.today()))
        return Lesson(
            id=LessonId(self._room.ids()),
            class_id=class_id,
            day=self.today(),
            subject=(occasion.subject if occasion else "") or school_class.subject,
            topic="",
            message="",
            station_ids=tuple(station.id for station in stations),
            rounds=max(1, min(ROUNDS, len(stations))),
            round_seconds=ROUND_MINUTES * 60,
            transition_seconds=TRANSITION_MINUTES * 60,
            warning_seconds=WARNING_SECONDS,
            begins=occasion.time.begins if occasion else None,
        )

    def copied(self, last: Lesson, day: str) -> Lesson:
        """The lesson for another day, at the stations still in use; it is not kept.

        Guests come again as long as they are on a list of a class that is not put away.
        """
        found = self._room.store.find(Station, id=last.station_ids, archived=False)
        used = {station.id for station in found}
        kept = tuple(i for i in last.station_ids if i in used)
        occasion = self._times.of_class(last.class_id, date.fromisoformat(day))
        return replace(
            last,
            id=LessonId(self._room.ids()),
            day=day,
            station_ids=kept or self.blank(last.class_id).station_ids,
            begins=occasion.time.begins if occasion else None,
            rotation=0,
            guest_ids=guests_again(self._room.store, last),
        )

    def _add(self, said: Label, lesson: Lesson, answer: Plan, also: Sequence[Change]) -> None:
        paths = [self._change(lesson, None, planned) for planned in answer.paths]
        self._room.workspace.edit(said, made(lesson), *paths, *also)

    def _replanned(
        self,
        lesson: Lesson,
        groups: Mapping[StudentId, int],
        rng: random.Random,
        keeps: bool = False,
    ) -> list[Change]:
        """Paths that stay the same entities where a student had one."""
        old = {path.student_id: path for path in self.paths(lesson.id)}
        answer = self._answer(lesson, groups, rng)
        changes = [
            self._change(lesson, old.pop(p.student_id, None), p, keeps) for p in answer.paths
        ]
        return changes + [gone(path) for path in old.values()]

    def _change(
        self, lesson: Lesson, old: Path | None, planned: PlannedPath, keeps: bool = False
    ) -> Change:
        own = old.id if old else PathId(self._room.ids())
        return Change(old, path_after(own, lesson, old, planned, keeps))

    def _answer(self, lesson: Lesson, groups: Mapping[StudentId, int], rng: random.Random) -> Plan:
        out = out_of_rounds(self._room.store, self._room.clock, lesson)
        return plan(brief_for(self._room.store, lesson, groups, out), rng)

    def _kept_groups(self, before: Lesson, after: Lesson) -> dict[StudentId, int]:
        if len(before.station_ids) != len(after.station_ids):
            return {}
        return {path.student_id: path.group for path in self.paths(before.id) if path.group}


def _made_of(lesson: Lesson) -> tuple[object, ...]:
    """What paths are made for."""
    return lesson.rounds, lesson.station_ids, lesson.mode, lesson.guest_ids
