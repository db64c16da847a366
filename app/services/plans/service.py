"""Who goes where in a lesson: asked of the planner, used, dragged, pinned, mended."""

import random
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from app.classroom import Classroom
from app.domain.changes import Change, Entity, Label, label, made
from app.domain.classes import Rule
from app.domain.ids import LessonId, PathId, RuleId, SkillId, StationId, StudentId
from app.domain.lesson_picture import LessonPicture
from app.domain.lessons import IN_GROUPS, OWN_PATHS, Lesson, Path
from app.domain.planning.parts import Cell, part_of
from app.domain.planning.rules import states_of
from app.domain.planning.table import PlanTable
from app.domain.planning.values import REPAIR, Fact, Proposal, WayOut
from app.domain.wishes import WISHES
from app.services.known import known
from app.services.lessons import LessonService
from app.services.plans.jobs import SECONDS, PlanJob, without_names
from app.services.plans.rules import RuleService
from app.services.plans.tables import TableReader

Trouble = tuple[str, Fact]


class PlanningService(RuleService):
    """Reads tables, makes jobs, keeps plans; each call that writes is one undo step."""

    def __init__(self, room: Classroom) -> None:
        super().__init__(room)
        self._lessons = LessonService(room)
        self._tables = TableReader(room.store, room.evidence, room.clock, self._lessons)

    def forget(self, kinds: frozenset[type[Entity]]) -> None:
        """Something was written: what was kept in mind may be old."""
        self._tables.forget(kinds)

    def table(self, lesson_id: LessonId) -> PlanTable:
        """All that the plan goes by. Raises `errors.NotFound`."""
        return self._tables.table(lesson_id)

    def ask(self, lesson_id: LessonId, way: str, seed: int, seconds: float = SECONDS) -> PlanJob:
        """A plan to be looked for; nothing is written. Raises `errors.NotFound`."""
        return PlanJob(without_names(self.table(lesson_id)), way, seed, seconds)

    def trouble(self, lesson_id: LessonId) -> frozenset[Trouble]:
        """What does not hold in the rounds to come, each by the key of its rule; cheap."""
        table = self._tables.bare(lesson_id)
        states = states_of(table, table.seats(), with_ways=False)
        return frozenset(
            (state.key, fact)
            for state in states
            for fact in state.reasons
            if not 0 < fact.round <= table.fixed
        )

    def picture(self, lesson_id: LessonId) -> LessonPicture:
        """The lesson as it stands in the room."""
        return self._tables.bare(lesson_id).picture

    def small_change(self, lesson_id: LessonId) -> PlanJob:
        """The smallest change, asked of what rules go by alone: for a lesson that runs."""
        return PlanJob(without_names(self._tables.bare(lesson_id)), REPAIR)

    def use(
        self, lesson_id: LessonId, proposal: Proposal, only: Collection[Cell] | None = None
    ) -> None:
        """Keep a proposed plan, or of its changes only these cells, as `part_of` says."""
        table = self.table(lesson_id)
        said = label("plan mended" if proposal.way == REPAIR else "plan used")
        self._keep(table, said, part_of(table, proposal, only))

    def move(
        self, lesson_id: LessonId, student: StudentId, number: int, station: StationId
    ) -> None:
        """Put a student at a station in a round by hand: pinned there."""
        table = self.table(lesson_id)
        name, place = table.picture.names.get(student, ""), table.stations[station].name
        said = label("placed", student=name, station=place, round=str(number))
        self._keep(table, said, table.moved(student, number, station))

    def swap(self, lesson_id: LessonId, one: StudentId, other: StudentId, number: int) -> None:
        """Let two students change places in a round, both pinned there."""
        table = self.table(lesson_id)
        names = table.picture.names
        said = label("swapped", student=names.get(one, ""), other=names.get(other, ""))
        self._keep(table, said, table.swapped(one, other, number))

    def pin(
        self,
        lesson_id: LessonId,
        students: Collection[StudentId],
        rounds: Collection[int],
        fixed: bool = True,
    ) -> None:
        """Fix the places of students in these rounds, or let them go."""
        table = self.table(lesson_id)
        verb, count = "pinned" if fixed else "unpinned", len(students)
        said = label(f"several {verb}", count=str(count))
        if count == 1:
            said = label(verb, student=table.picture.names.get(next(iter(students)), ""))
        self._keep(table, said, table.pinned(students, rounds, fixed))

    def lock(
        self, lesson_id: LessonId, students: Collection[StudentId], fixed: bool = True
    ) -> None:
        """Fix all places of these students, or let them go; the others can be planned anew."""
        self.pin(lesson_id, students, self.table(lesson_id).rounds, fixed)

    def unpin_all(self, lesson_id: LessonId) -> None:
        """Let every cell go."""
        self.lock(lesson_id, self.table(lesson_id).here, fixed=False)

    def shuffle(self, lesson_id: LessonId, rng: random.Random) -> None:
        """Make groups anew by chance; students with a pin stay in theirs."""
        self._lessons.shuffle(lesson_id, rng)

    def wishes(self, lesson_id: LessonId, order: Sequence[str]) -> None:
        """What matters most, first. Raises `ValueError` for a word that is no wish."""
        if set(order) - set(WISHES) or len(set(order)) < len(order):
            raise ValueError(order)
        before = known(self._room.store, Lesson, lesson_id, "lesson")
        self._change(before, replace(before, wishes=tuple(order)))

    def ready_for(self, lesson_id: LessonId, skill_id: SkillId | None) -> None:
        """The skill whose levels are looked at; None for what the stations work on."""
        before = known(self._room.store, Lesson, lesson_id, "lesson")
        self._change(before, replace(before, skill_id=skill_id))

    def mode(self, lesson_id: LessonId, word: str, rng: random.Random | None = None) -> None:
        """Let groups move together ("group"), or each student on an own path ("own").

        On own paths everyone goes on as planned; groups are made anew.
        """
        lesson = known(self._room.store, Lesson, lesson_id, "lesson")
        if lesson.mode == word or word not in {IN_GROUPS, OWN_PATHS}:
            return
        after = replace(lesson, mode=word)
        if word == IN_GROUPS:
            self._lessons.edit(after, rng or random.Random(lesson_id))
            return
        own = [Change(path, replace(path, group=0)) for path in self._lessons.paths(lesson_id)]
        self._room.workspace.edit(label("own paths"), Change(lesson, after), *own)

    def take_way(self, lesson_id: LessonId, way: WayOut) -> None:
        """Do what a way out says, in one step. A pull-out is called off where pull-outs are."""
        if way.kind == "drop" and way.rule is not None:
            self.drop_rule(way.rule)
        elif way.kind == "unpin" and way.student is not None:
            self.pin(lesson_id, (way.student,), (way.round,), fixed=False)
        elif way.student is not None and way.station is not None:
            table = self.table(lesson_id)
            more = list(self._later(way)) if way.kind == "round" else []
            name = table.picture.names.get(way.student, "")
            place = table.stations[way.station].name
            said = label("placed", student=name, station=place, round=str(way.round))
            self._keep(table, said, table.moved(way.student, way.round, way.station), more)

    def _later(self, way: WayOut) -> Iterator[Change]:
        """The rule lets the student come later; for the others it stays as it is."""
        if way.rule is None or way.student is None:
            return
        rule = known(self._room.store, Rule, way.rule, "rule")
        rest = tuple(own for own in rule.student_ids if own != way.student)
        if not rest:
            yield Change(rule, replace(rule, by_round=way.round))
            return
        yield Change(rule, replace(rule, student_ids=rest))
        own = RuleId(self._room.ids())
        yield made(replace(rule, id=own, student_ids=(way.student,), by_round=way.round))

    def _change(self, before: Lesson, after: Lesson) -> None:
        if after != before:
            self._room.workspace.edit(label("lesson changed"), Change(before, after))

    def _keep(
        self,
        table: PlanTable,
        said: Label,
        paths: Sequence[Path],
        more: Sequence[Change] = (),
    ) -> None:
        """Write what differs; rounds that are over stay as they were planned."""
        stored = {path.student_id: path for path in self._lessons.paths(table.lesson.id)}
        changes = list(more)
        for path in paths:
            old = stored.get(path.student_id)
            kept = [old.at(r) if old else None for r in table.rounds[: table.fixed]]
            row = (*kept, *path.stations[table.fixed :])
            new = replace(path, stations=row, id=old.id if old else PathId(self._room.ids()))
            if new != old and (old is not None or any(row)):
                changes.append(Change(old, new))
        if changes:
            self._room.workspace.edit(said, *changes)
