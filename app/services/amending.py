"""Putting right what was written down. Each call is one undo step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.classroom import Classroom
from app.domain.about import Version
from app.domain.amending import SplitPart
from app.domain.changes import Change, label, made
from app.domain.classes import Student
from app.domain.ids import ObservationId, SkillId, StudentId, TagId
from app.domain.lessons import Lesson
from app.domain.observations import Observation
from app.domain.observing import SkillOffer
from app.domain.session import Session
from app.domain.skill_tree import skill_rows
from app.domain.skills import Framework, Skill, Tag
from app.errors import StaleChange
from app.ports import Histories
from app.services.known import known
from app.services.observe import ObserveService, one_line
from app.services.roll import called, lesson_roll
from app.services.twins import at_home

MOST_OFFERED = 60
"""Skills in a list to pick from; those beside the one there is come first."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What an observation may be changed to."""

    students: tuple[Student, ...]
    skills: tuple[SkillOffer, ...]
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called, by id."""

    students: Mapping[int, str]
    skills: Mapping[int, str]
    tags: Mapping[int, str]


class AmendService:
    """Changes what was said, never when or where it was seen.

    Every call raises `errors.StaleChange` when the observation is gone, and what
    `ObserveService.check` raises when nothing sensible would be left; then nothing has changed.
    """

    def __init__(self, room: Classroom, observe: ObserveService, histories: Histories) -> None:
        self._room = room
        self._observe = observe
        self._histories = histories

    def current(self, own: ObservationId) -> Observation | None:
        """As it is kept now; None when it was deleted or undone."""
        return self._room.store.get(Observation, own)

    def set_student(self, own: ObservationId, student: StudentId) -> None:
        """It was another student."""
        seen = self._kept(own)
        if student != seen.student_id:
            self._observe.give_to(seen, student)

    def set_skill(self, own: ObservationId, skill: SkillId | None) -> None:
        """It was about another skill; without one there is no level."""
        before = self._kept(own)
        levels = len(self._observe.levels(skill)) if skill is not None else 0
        level = before.level if before.level and before.level <= levels else None
        self._change(before, replace(before, skill_id=skill, level=level))

    def set_level(self, own: ObservationId, level: int | None) -> None:
        """Another level, or none."""
        before = self._kept(own)
        self._change(before, replace(before, level=level))

    def toggle_tag(self, own: ObservationId, tag: TagId) -> None:
        """Give a tag, or take it back."""
        before = self._kept(own)
        rest = tuple(one for one in before.tag_ids if one != tag)
        tags = rest if tag in before.tag_ids else (*before.tag_ids, tag)
        self._change(before, replace(before, tag_ids=tags))

    def set_note(self, own: ObservationId, note: str) -> None:
        """Word the note anew. Raises `errors.NoteTooLong` too."""
        before = self._kept(own)
        self._change(before, replace(before, note=one_line(note)))

    def set_private(self, own: ObservationId, private: bool) -> None:
        """Make it a jotting for the teacher alone, or a record."""
        before = self._kept(own)
        self._change(before, replace(before, private=private))

    def split(self, own: ObservationId, parts: Sequence[SplitPart]) -> tuple[Observation, ...]:
        """Make it one for each part, the first of which it becomes itself; all seen when it was."""
        before = self._kept(own)
        first, *rest = [
            at_home(
                self._room.store,
                replace(before, student_id=part.student_id, note=one_line(part.note)),
            )
            for part in parts
        ]
        fresh = [replace(one, id=ObservationId(self._room.ids())) for one in rest]
        for one in (first, *fresh):
            self._observe.check(one)
        said = label("observation split", count=str(len(parts)))
        self._room.workspace.edit(said, Change(before, first), *map(made, fresh))
        return (first, *fresh)

    def delete(self, own: ObservationId) -> None:
        """Take it away."""
        self._observe.delete(self._kept(own))

    def history(self, own: ObservationId) -> tuple[Version, ...]:
        """Each change of it that is still kept, oldest first."""
        return self._histories.of(Observation, [own]).get(own, ())

    def choices(self, seen: Observation) -> Choices:
        """Students, skills and tags of its class; what it has now is always among them.

        In a lesson with guests everyone who was in it may be meant.
        """
        students = self._students(seen)
        here = [one for one in students if not one.archived or one.id == seen.student_id]
        tags = {
            *self._room.store.find(Tag, class_id=seen.class_id),
            *self._room.store.find(Tag, id=seen.tag_ids),
        }
        offered = [tag for tag in tags if not tag.retired or tag.id in seen.tag_ids]
        return Choices(
            tuple(sorted(here, key=lambda one: one.name.full.casefold())),
            self._skills(seen),
            tuple(sorted(offered, key=lambda tag: (tag.position, tag.id))),
        )

    def names(self, versions: Sequence[Version]) -> Names:
        """What the students, skills and tags are called of which these tell."""
        told = [
            one for v in versions for one in (v.before, v.after) if isinstance(one, Observation)
        ]
        students = tuple({one.student_id for one in told})
        skills = tuple({one.skill_id for one in told if one.skill_id is not None})
        tags = tuple({tag for one in told for tag in one.tag_ids})
        return Names(
            {one.id: one.name.full for one in self._room.store.find(Student, id=students)},
            {one.id: one.statement for one in self._room.store.find(Skill, id=skills)},
            {one.id: one.name for one in self._room.store.find(Tag, id=tags)},
        )

    def _students(self, seen: Observation) -> set[Student]:
        store = self._room.store
        found = {*store.find(Student, class_id=seen.class_id)}
        session = store.get(Session, seen.session_id) if seen.session_id else None
        lesson = store.get(Lesson, session.lesson_id) if session else None
        if lesson is not None and lesson.guest_ids:
            found.update(lesson_roll(store, lesson)[0])
        return found

    def _skills(self, seen: Observation) -> tuple[SkillOffer, ...]:
        own = self._room.store.get(Skill, seen.skill_id) if seen.skill_id else None
        of_class = self._room.store.find(Framework, class_id=seen.class_id)
        frameworks = {f.id: f for f in of_class}
        if own is not None and own.framework_id not in frameworks:  # a guest may be seen on it
            also = known(self._room.store, Framework, own.framework_id, "framework")
            offer = SkillOffer(own.id, own.statement, also.levels)
            return (offer, *self._skills(replace(seen, skill_id=None, level=None)))
        skills = self._room.store.find(Skill, framework_id=tuple(sorted(frameworks)))
        rows = [row.skill for row in skill_rows(skills) if not row.strand]
        at = next((n for n, skill in enumerate(rows) if skill.id == seen.skill_id), 0)
        start = max(0, min(at - MOST_OFFERED // 2, len(rows) - MOST_OFFERED))
        near = rows[start : start + MOST_OFFERED]
        kept = [skill for skill in near if not skill.retired or skill.id == seen.skill_id]
        return tuple(SkillOffer(s.id, s.statement, frameworks[s.framework_id].levels) for s in kept)

    def _kept(self, own: ObservationId) -> Observation:
        found = self.current(own)
        if found is None:
            raise StaleChange
        return found

    def _change(self, before: Observation, after: Observation) -> None:
        self._observe.check(after)
        student = called(self._room.store, after.student_id)
        said = label("observation changed", student=student)
        self._room.workspace.edit(said, Change(before, after))
