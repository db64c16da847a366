"""Reading who might come to the teacher's table next, with what speaks for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.classes import Student
from app.domain.ids import ClassId, SkillId, StudentId
from app.domain.live import LiveScene
from app.domain.seating import Verdict, cells, may_move
from app.domain.skills import Skill
from app.domain.stations import TEACHER_LED, Station
from app.domain.visits import stays
from app.domain.who_next import Candidate, who_next
from app.ports import Clock, Evidence, Store
from app.services.days import days_since
from app.services.owed import OwedReader
from app.services.roll import by_class
from app.services.teacher_time import teacher_minutes
from app.services.twins import twin_skills


@dataclass(frozen=True, slots=True)
class Named:
    """A student to ask to the table, why, and what the table says to it."""

    student: Student
    name: str
    why: Candidate
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class WhoNext:
    """Up to three names for a table. `skill` is worked on there, "" for none."""

    table: Station
    skill: str
    names: tuple[Named, ...]


class WhoNextReader:
    """Looks through those in the room who do not come to the teacher in this lesson anyway."""

    def __init__(self, store: Store, evidence: Evidence, clock: Clock, owed: OwedReader) -> None:
        self._store = store
        self._evidence = evidence
        self._clock = clock
        self._owed = owed

    def next(self, scene: LiveScene) -> WhoNext | None:
        """Three names at most; None in a lesson without a teacher's table."""
        table = table_of(scene)
        if table is None:
            return None
        found = who_next(self._candidates(scene, table))
        students = {student.id: student for student in scene.students}
        seated = scene.seating.at[table.id]
        names = tuple(
            Named(
                students[why.student_id],
                scene.names[why.student_id],
                why,
                may_move(why.student_id, table, seated, scene.rules, scene.reading.round),
            )
            for why in found
        )
        return WhoNext(table, self._skill(table), names)

    def _candidates(self, scene: LiveScene, table: Station) -> list[Candidate]:
        here = [s.id for s in scene.students if s.id not in scene.seating.out]
        owed = self._owed.owed_by(scene.students)
        led = {station.id for station in scene.stations if station.kind == TEACHER_LED}
        since = {
            student: min((debt.day for debt in debts if debt.led), default="")
            for student, debts in owed.items()
        }
        leaves = _leaving(scene, self._clock.now_ms())
        unseen = self._unseen(scene, here, table)
        minutes: dict[StudentId, int] = {}
        for class_id in by_class(scene.students):
            minutes |= teacher_minutes(self._store, self._evidence, self._clock, class_id)
        comes = _coming(scene, leaves) | _been(scene, self._clock.now_ms())
        at_table = {s for t in scene.stations if t.id in led for s in scene.seating.at[t.id]}
        return [
            Candidate(
                student,
                since.get(student, ""),
                unseen.get(student),
                leaves.get(student),
                minutes.get(student, 0),
                place,
            )
            for place, student in enumerate(here)
            if student not in at_table and (since.get(student) or student not in comes)
        ]

    def _unseen(
        self, scene: LiveScene, students: list[StudentId], table: Station
    ) -> dict[StudentId, int]:
        """Days since the last evidence on the table's skill; on anything where it has none."""
        now = self._clock.now_ms()
        if table.skill_id is None:
            seen = dict(self._evidence.last_seen(students))
        else:
            seen = {}
            for own in by_class(s for s in scene.students if s.id in students).items():
                seen |= self._seen_on(table.skill_id, *own, now)
        return {student: days_since(self._clock, at, now) for student, at in seen.items()}

    def _seen_on(
        self, skill: SkillId, class_id: ClassId, students: Sequence[StudentId], now: int
    ) -> dict[StudentId, int]:
        """When students of a class were seen last on the skill, as that class has it."""
        twin = twin_skills(self._store, [skill], class_id).get(skill, skill)
        latest = self._evidence.latest(students, [twin], now)
        return {found.student_id: found.seen_at for found in latest}

    def _skill(self, table: Station) -> str:
        found = self._store.get(Skill, table.skill_id) if table.skill_id is not None else None
        return found.statement if found else ""


def table_of(scene: LiveScene) -> Station | None:
    """The teacher's table: of several the first that has a free seat, else the first."""
    tables = [station for station in scene.stations if station.kind == TEACHER_LED]
    free = (t for t in tables if len(scene.seating.at[t.id]) < t.room)
    return next(free, tables[0] if tables else None)


def _tables(scene: LiveScene) -> set[int]:
    return {station.id for station in scene.stations if station.kind == TEACHER_LED}


def _been(scene: LiveScene, now: int) -> set[StudentId]:
    led = _tables(scene)
    stayed = stays(scene.record, scene.reading_at(now), now)
    return {stay.student_id for stay in stayed if stay.station_id in led}


def _coming(scene: LiveScene, leaves: dict[StudentId, int]) -> set[StudentId]:
    """Who comes to a teacher in a later round, and does not leave the room before it."""
    record, led = scene.record, _tables(scene)
    found: set[StudentId] = set()
    for number, begins in enumerate(scene.round_starts, 1):
        if number > scene.reading.round:
            placed = cells(record.paths, record.moves, number).items()
            found |= {s for s, at in placed if at in led and leaves.get(s, begins + 1) > begins}
    return found


def _leaving(scene: LiveScene, now: int) -> dict[StudentId, int]:
    """When students who are still here leave the room before the lesson ends."""
    starts = scene.round_starts
    end = max(starts[-1] + scene.reading.round_ms if starts else now, scene.reading.ends_at or 0)
    soon = [
        outing
        for outing in scene.record.outings
        if not outing.cancelled and now < outing.begins_at < end
    ]
    return {o.student_id: o.begins_at for o in sorted(soon, key=lambda o: -o.begins_at)}
