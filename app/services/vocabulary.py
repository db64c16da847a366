"""What a capture line can say in a class now."""

from collections.abc import Callable, Iterable

from app.domain.capture.vocabulary import KnownSkill, KnownStudent, KnownTag, SkillIndex, Vocabulary
from app.domain.changes import Entity
from app.domain.classes import Student
from app.domain.ids import ClassId, FrameworkId, StationId, StudentId
from app.domain.lessons import Lesson
from app.domain.live import LiveScene
from app.domain.observations import Draft
from app.domain.session import Session
from app.domain.skill_tree import skill_rows
from app.domain.skills import Framework, Skill, Tag
from app.ports import Store
from app.services.roll import Roll, class_roll, lesson_roll


class VocabularyService:
    """Makes vocabularies; the skills of the last class are kept until they change."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._skills: tuple[ClassId, SkillIndex] | None = None

    def of_class(self, class_id: ClassId) -> Vocabulary:
        """Without a lesson: everyone is here, and a skill has to be typed."""
        students, names = class_roll(self._store, class_id)
        people = [_known(student, names[student.id]) for student in students]
        return Vocabulary(people, self.skills(class_id), self._tags(class_id))

    def of_scene(self, scene: LiveScene, observed: StationId | None = None) -> Vocabulary:
        """In a lesson: who is where, and the skills of the stations first.

        `observed` is the station the teacher looks at.
        """
        class_id = scene.school_class.id
        stations = {s: place for place, seated in scene.seating.at.items() for s in seated}
        people = [
            _known(student, scene.names[student.id], stations.get, scene.seating.out)
            for student in scene.students
        ]
        targets = [(station.id, station.skill_id) for station in scene.stations]
        tags = self._tags(class_id)
        return Vocabulary(people, self.skills(class_id), tags, targets, observed)

    def of_draft(self, draft: Draft) -> Vocabulary:
        """For a line that was typed before: whoever it is about was at its station then."""
        students, names = self._roll_of(draft)
        place = draft.station_id
        people = [_known(student, names[student.id], lambda _: place) for student in students]
        targets = [(place, draft.skill_id)] if place is not None else []
        class_id = draft.class_id
        return Vocabulary(people, self.skills(class_id), self._tags(class_id), targets)

    def _roll_of(self, draft: Draft) -> Roll:
        """Those who were there: the line may be about a guest of the lesson."""
        session = self._store.get(Session, draft.session_id) if draft.session_id else None
        lesson = self._store.get(Lesson, session.lesson_id) if session else None
        return (
            lesson_roll(self._store, lesson) if lesson else class_roll(self._store, draft.class_id)
        )

    def skills(self, class_id: ClassId) -> SkillIndex:
        """Every skill of the class that takes evidence, in the framework's order."""
        if self._skills is None or self._skills[0] != class_id:
            self._skills = (class_id, SkillIndex(tuple(self._known_skills(class_id))))
        return self._skills[1]

    def forget(self, kinds: frozenset[type[Entity]]) -> None:
        """Read the skills again next time, when one of the kinds is about them."""
        if kinds & {Framework, Skill}:
            self._skills = None

    def _known_skills(self, class_id: ClassId) -> Iterable[KnownSkill]:
        for framework in self._store.find(Framework, class_id=class_id):
            yield from self._of_framework(framework.id, framework.levels)

    def _of_framework(
        self, framework_id: FrameworkId, levels: tuple[str, ...]
    ) -> Iterable[KnownSkill]:
        for row in skill_rows(self._store.find(Skill, framework_id=framework_id)):
            skill = row.skill
            if not row.strand and not skill.retired:
                yield KnownSkill(skill.id, skill.statement, skill.short, skill.code, levels)

    def _tags(self, class_id: ClassId) -> tuple[KnownTag, ...]:
        tags = self._store.find(Tag, class_id=class_id, retired=False)
        ordered = sorted(tags, key=lambda tag: (tag.position, tag.id))
        return tuple(KnownTag(tag.id, tag.name) for tag in ordered)


def _known(
    student: Student,
    name: str,
    station_of: Callable[[StudentId], StationId | None] = lambda _: None,
    out: Iterable[StudentId] = (),
) -> KnownStudent:
    firsts = tuple(filter(None, (student.preferred, student.given)))
    return KnownStudent(
        id=student.id,
        name=name,
        firsts=firsts or (student.family,),
        family=student.family if firsts else "",
        station_id=station_of(student.id),
        in_room=student.id not in out,
    )
