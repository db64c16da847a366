"""Rules of a lesson or of every lesson, and students' choices: entered, changed, taken away."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.changes import Change, Label, gone, label, made
from app.domain.choices import Choice
from app.domain.classes import VISIT, Rule, Student
from app.domain.ids import ChoiceId, LessonId, RuleId, SkillId, StationId, StudentId
from app.domain.lessons import Lesson
from app.errors import TooFewStudents
from app.services.closing import ClosingService
from app.services.known import known
from app.services.roll import called, lesson_roll


class RuleService(ClosingService):
    """Each call that writes is one undo step."""

    def add_rule(
        self,
        lesson_id: LessonId,
        kind: str,
        students: Sequence[StudentId],
        stations: Sequence[StationId] = (),
        by_round: int = 0,
        count: int = 1,
        only_here: bool = True,
        skill_id: SkillId | None = None,
    ) -> Rule:
        """A rule for the lesson alone, or for every lesson of its class.

        Raises `errors.TooFewStudents` for a rule between students that names fewer than two, and
        for a visit of nobody.
        """
        lesson = known(self._room.store, Lesson, lesson_id, "lesson")
        members = _members(kind, students)
        rule = Rule(
            RuleId(self._room.ids()),
            lesson.class_id,
            kind,
            members,
            tuple(stations),
            by_round,
            max(1, count),
            lesson_id if only_here else None,
            skill_id,
        )
        self._room.workspace.edit(self._said(rule), made(rule))
        return rule

    def change_rule(
        self,
        rule_id: RuleId,
        lesson_id: LessonId,
        students: Sequence[StudentId],
        stations: Sequence[StationId] = (),
        by_round: int = 0,
        count: int = 1,
        only_here: bool = True,
    ) -> Rule:
        """The same rule for others, elsewhere or later. Raises as `add_rule` does."""
        before = known(self._room.store, Rule, rule_id, "rule")
        after = replace(
            before,
            student_ids=_members(before.kind, students),
            station_ids=tuple(stations),
            by_round=by_round,
            count=max(1, count),
            lesson_id=lesson_id if only_here else None,
        )
        if after != before:
            self._room.workspace.edit(label("rule changed"), Change(before, after))
        return after

    def drop_rule(self, rule_id: RuleId) -> None:
        """Take a rule away."""
        rule = known(self._room.store, Rule, rule_id, "rule")
        self._room.workspace.edit(label("rule removed"), gone(rule))

    def choose(
        self, lesson_id: LessonId, student_id: StudentId, stations: Sequence[StationId]
    ) -> None:
        """What a student would like in this lesson, the best first; nothing takes it back."""
        lesson = known(self._room.store, Lesson, lesson_id, "lesson")
        own = self._room.store.find(Choice, student_id=student_id, lesson_id=lesson_id)
        ranked = tuple(dict.fromkeys(stations))
        students, names = lesson_roll(self._room.store, lesson)
        home = next((s.class_id for s in students if s.id == student_id), lesson.class_id)
        said = label("chose", student=names.get(student_id, ""))
        changes = [gone(choice) for choice in own]
        if ranked:
            new = Choice(ChoiceId(self._room.ids()), home, student_id, ranked, lesson_id)
            changes = (
                [Change(own[0] if own else None, replace(own[0], station_ids=ranked))]
                if (own)
                else [made(new)]
            )
        if changes:
            self._room.workspace.edit(said, *changes)

    def _said(self, rule: Rule) -> Label:
        if rule.kind != VISIT:
            return label(f"kept {rule.kind}", count=str(len(rule.student_ids)))
        verb = "must visit" if rule.station_ids else "must meet"
        if len(rule.student_ids) > 1:
            return label(f"several {verb}", count=str(len(rule.student_ids)))
        student = StudentId(rule.student_ids[0])
        found = self._room.store.get(Student, student)
        return label(verb, student=called(self._room.store, student) if found else "")


def _members(kind: str, students: Sequence[StudentId]) -> tuple[int, ...]:
    members = tuple(dict.fromkeys(students))
    if len(members) < (1 if kind == VISIT else 2):
        raise TooFewStudents
    return members
