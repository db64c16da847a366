"""Small groups for the next lesson: what is suggested, and putting one into the plan."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from app.classroom import Classroom
from app.domain.changes import Label, label, made
from app.domain.classes import VISIT, Rule
from app.domain.ids import ClassId, RuleId, SkillId, StudentId
from app.domain.lessons import Lesson
from app.domain.progress import ProgressTable
from app.domain.skills import Skill
from app.domain.suggestions import (
    Suggestion,
    below_secure,
    ready_pairs,
    suggestions,
)
from app.services.next_lesson import NextLesson
from app.services.stuck import StuckReader


class SuggestionService:
    """Reads suggestions from a progress table; adding one is one undo step."""

    def __init__(
        self, room: Classroom, chance: Callable[[], random.Random] = random.Random
    ) -> None:
        self._room = room
        self._chance = chance
        self._next = NextLesson(room)
        self._stuck = StuckReader(room)

    def suggest(self, table: ProgressTable) -> tuple[Suggestion, ...]:
        """The groups worth a lesson's time now."""
        return suggestions(table, self._precedes(table), self._stuck.among(below_secure(table)))

    def catch_up(self) -> None:
        """The table was read anew: what it was read for counts in what is suggested."""
        self._stuck.catch_up()

    def marked(self, table: ProgressTable) -> ProgressTable:
        """The table with who is stuck on which skill, and who is ready for which."""
        self._stuck.catch_up()
        stuck = frozenset(self._stuck.among(below_secure(table)))
        return replace(table, stuck=stuck, ready=ready_pairs(table, self._precedes(table)))

    def next_lesson(self, class_id: ClassId) -> Lesson | None:
        """The first lesson of today or later that was not begun yet."""
        return self._next.waiting(class_id)

    def add(self, class_id: ClassId, suggestion: Suggestion) -> Lesson:
        """These students must meet the teacher in the next lesson, on this skill.

        Where none waits it is made, in the same step. Raises `errors.NoLessonYet` where there is no
        station to plan one with.
        """
        students = dict(zip(suggestion.students, suggestion.names, strict=True))
        return self.plan_group(class_id, students, suggestion.skill_id, suggestion.skill)

    def plan_group(
        self,
        class_id: ClassId,
        students: Mapping[StudentId, str],
        skill_id: SkillId | None = None,
        skill: str = "",
    ) -> Lesson:
        """The same for any students, with their names; without a skill no reason is named."""
        who, lesson = tuple(students), self.next_lesson(class_id)
        rule = partial(self._visit, who, skill_id)
        if lesson is None:
            said = _planned(tuple(students.values()), skill, " anew")
            return self._next.make(class_id, said, lambda new: [made(rule(new))], self._chance())
        if self._rule(lesson, who, skill_id) is None:
            said = _planned(tuple(students.values()), skill)
            self._room.workspace.edit(said, made(rule(lesson)))
        return lesson

    def planned(self, class_id: ClassId, suggested: Sequence[Suggestion]) -> tuple[bool, ...]:
        """Of each suggestion, whether its group is in the next lesson already."""
        lesson = self.next_lesson(class_id)
        if lesson is None:
            return (False,) * len(suggested)
        rules = (self._rule(lesson, one.students, one.skill_id) for one in suggested)
        return tuple(rule is not None for rule in rules)

    def _visit(
        self, students: tuple[StudentId, ...], skill_id: SkillId | None, lesson: Lesson
    ) -> Rule:
        return Rule(
            id=RuleId(self._room.ids()),
            class_id=lesson.class_id,
            kind=VISIT,
            student_ids=students,
            lesson_id=lesson.id,
            skill_id=skill_id,
        )

    def _precedes(self, table: ProgressTable) -> dict[SkillId, tuple[SkillId, ...]]:
        skills = tuple(column.skill_id for column in table.columns)
        return {s.id: s.precedes for s in self._room.store.find(Skill, id=skills) if s.precedes}

    def _rule(
        self, lesson: Lesson, students: Sequence[StudentId], skill_id: SkillId | None
    ) -> Rule | None:
        """What already brings all of them to the teacher for this skill in this lesson."""
        rules = self._room.store.find(Rule, lesson_id=lesson.id, skill_id=skill_id)
        wanted = set(students)
        visits = (rule for rule in rules if rule.kind == VISIT)
        return next((rule for rule in visits if wanted <= set(rule.student_ids)), None)


def _planned(names: Sequence[str], skill: str, anew: str = "") -> Label:
    verb = f"planned{anew} for no skill" if not skill else f"planned{anew}"
    if len(names) == 1:
        return label(f"visit {verb}", student=names[0], skill=skill)
    return label(f"group {verb}", count=str(len(names)), skill=skill)
