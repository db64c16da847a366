"""What the console's cards show, read in a fixed number of questions whatever the class size."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from app.domain.card import STALE_DAYS, CardFacts
from app.domain.classes import Goal, SchoolClass
from app.domain.ids import ClassId, SkillId, StudentId
from app.domain.live import LiveScene
from app.domain.skills import Skill
from app.ports import Clock, Evidence, Store
from app.services.days import days_since
from app.services.roll import by_class
from app.services.standings import StandingReader


class CardService:
    """Reads the facts of every card of a lesson."""

    def __init__(self, store: Store, evidence: Evidence, clock: Clock) -> None:
        self._store = store
        self._evidence = evidence
        self._standings = StandingReader(store, evidence)
        self._clock = clock

    def cards(self, scene: LiveScene) -> Mapping[StudentId, CardFacts]:
        """The facts of each student of the class, also of those who are out of the room."""
        students = tuple(student.id for student in scene.students)
        levels = self._levels(scene, students)
        goals = self._goals(students)
        days = self._days_unseen(students)
        return {
            student.id: CardFacts(
                levels=levels[student.id],
                days_unseen=_if_stale(days.get(student.id)),
                seen_today=days.get(student.id) == 0,
                flag=student.flag,
                goal=goals.get(student.id, ""),
            )
            for student in scene.students
        }

    def skills(self, scene: LiveScene) -> Mapping[SkillId, Skill]:
        """The skills the lesson's stations work on."""
        found = self._store.find(Skill, id=tuple(sorted(_target_skills(scene))))
        return {skill.id: skill for skill in found}

    def class_name(self, class_id: ClassId) -> str:
        """What the class is called; empty when it is gone."""
        found = self._store.get(SchoolClass, class_id)
        return found.name if found else ""

    def _levels(
        self, scene: LiveScene, students: Sequence[StudentId]
    ) -> Mapping[StudentId, dict[SkillId, int]]:
        skills = sorted(_target_skills(scene))
        found: defaultdict[StudentId, dict[SkillId, int]] = defaultdict(dict)
        if not scene.lesson.guest_ids:
            self._add_levels(found, students, {skill: skill for skill in skills})
            return found
        from app.services.twins import twin_skills  # not for the start: few lessons have guests

        for class_id, own in by_class(scene.students).items():
            self._add_levels(found, own, twin_skills(self._store, skills, class_id))
        return found

    def _add_levels(
        self,
        found: defaultdict[StudentId, dict[SkillId, int]],
        students: Sequence[StudentId],
        twins: Mapping[SkillId, SkillId],
    ) -> None:
        """Levels under the skills of the stations, from those of the students' own class."""
        own = sorted({*twins.values()})
        for stood in self._standings.of_skills(students, own, self._clock.now_ms()):
            for skill in (one for one, twin in twins.items() if twin == stood.skill_id):
                if stood.level:
                    found[stood.student_id][skill] = stood.level

    def _days_unseen(self, students: Sequence[StudentId]) -> Mapping[StudentId, int]:
        now = self._clock.now_ms()
        seen = self._evidence.last_seen(students)
        return {student: days_since(self._clock, at, now) for student, at in seen.items()}

    def _goals(self, students: tuple[StudentId, ...]) -> Mapping[StudentId, str]:
        goals = self._store.find(Goal, student_id=students, closed=False)
        return {goal.student_id: goal.title for goal in reversed(goals)}


def _target_skills(scene: LiveScene) -> set[SkillId]:
    return {station.skill_id for station in scene.stations if station.skill_id is not None}


def _if_stale(days: int | None) -> int | None:
    return days if days is not None and days >= STALE_DAYS else None
