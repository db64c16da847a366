"""Classes, who is in them, and the rules between students."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.classroom import Classroom
from app.domain.changes import Change, gone, label, made
from app.domain.classes import APART, CLOSED, TOGETHER, Rule, SchoolClass, Student
from app.domain.ids import ClassId, RuleId, StudentId
from app.domain.letters import clean
from app.domain.names import PersonName
from app.domain.stations import Station
from app.errors import TooFewStudents
from app.services.known import known, named
from app.services.roll import called, class_roll


class ClassService:
    """Setting up a class; each call is one undo step."""

    def __init__(self, room: Classroom) -> None:
        self._room = room

    def classes(self) -> tuple[SchoolClass, ...]:
        """The classes that are taught now, oldest first."""
        return self._room.store.find(SchoolClass, archived=False)

    def put_away(self) -> tuple[SchoolClass, ...]:
        """The classes that are not taught any more, oldest first."""
        return self._room.store.find(SchoolClass, archived=True)

    def school_class(self, class_id: ClassId) -> SchoolClass:
        """Raises `errors.NotFound`."""
        return known(self._room.store, SchoolClass, class_id, "class")

    def create(self, name: str, subject: str = "") -> SchoolClass:
        """A class without students or stations. Raises `errors.NameMissing`."""
        new = SchoolClass(
            ClassId(self._room.ids()), named(name), clean(subject), self._room.clock.now_ms()
        )
        self._room.workspace.edit(label("class made", name=new.name), made(new))
        return new

    def rename(self, class_id: ClassId, name: str, subject: str) -> None:
        """Raises `errors.NameMissing`."""
        before = self.school_class(class_id)
        after = replace(before, name=named(name), subject=clean(subject))
        self._room.workspace.edit(label("class renamed", name=after.name), Change(before, after))

    def speak(self, class_id: ClassId, language: str) -> None:
        """What the board speaks to the class, such as "es"; empty for the teacher's own."""
        before = self.school_class(class_id)
        if before.language != language:
            said = label("class language", name=before.name)
            self._room.workspace.edit(said, Change(before, replace(before, language=language)))

    def archive(self, class_id: ClassId) -> None:
        """Put the class away; nothing of it is lost."""
        before = self.school_class(class_id)
        after = replace(before, archived=True)
        self._room.workspace.edit(label("class archived", name=before.name), Change(before, after))

    def students(self, class_id: ClassId) -> tuple[Student, ...]:
        """Who is on the list, in the order they came."""
        return self._room.store.find(Student, class_id=class_id, archived=False)

    def student(self, student_id: StudentId) -> Student:
        """Raises `errors.NotFound`."""
        return self._student(student_id)

    def roll(self, class_id: ClassId) -> tuple[tuple[Student, ...], Mapping[StudentId, str]]:
        """Who is on the list in the order of their board names, and those names."""
        return class_roll(self._room.store, class_id)

    def add_student(self, class_id: ClassId, name: PersonName) -> Student:
        """Raises `errors.NameMissing` when all parts of the name are empty."""
        kept = kept_name(name)
        new = Student(
            StudentId(self._room.ids()), class_id, kept.preferred, kept.given, kept.family
        )
        self._room.workspace.edit(label("student added", student=kept.first), made(new))
        return new

    def rename_student(self, student_id: StudentId, name: PersonName) -> None:
        """Raises `errors.NameMissing` when all parts of the name are empty."""
        before, kept = self._student(student_id), kept_name(name)
        after = replace(before, preferred=kept.preferred, given=kept.given, family=kept.family)
        self._room.workspace.edit(
            label("student renamed", student=kept.first), Change(before, after)
        )

    def take_off(self, student_ids: Sequence[StudentId]) -> None:
        """Take students off the list; what was seen of them stays."""
        before = [self._student(student_id) for student_id in student_ids]
        changes = [Change(student, replace(student, archived=True)) for student in before]
        if len(before) == 1:
            said = label("student left", student=called(self._room.store, before[0].id))
        else:
            said = label("students left", count=str(len(before)))
        self._room.workspace.edit(said, *changes)

    def rules(self, class_id: ClassId) -> tuple[Rule, ...]:
        """The rules that hold in every lesson, oldest first."""
        return self._room.store.find(Rule, class_id=class_id, lesson_id=None)

    def closes(self, rule: Rule) -> tuple[str, ...]:
        """The names of the stations that a rule closes; nothing for one about students."""
        if rule.kind != CLOSED:
            return ()
        found = self._room.store.find(Station, id=rule.station_ids)
        return tuple(station.name for station in found)

    def guests_in(self, rule: Rule) -> Mapping[StudentId, str]:
        """Students of other classes whom a rule is about too, with their full names."""
        found = self._room.store.find(Student, id=rule.student_ids, archived=False)
        return {one.id: one.name.full for one in found if one.class_id != rule.class_id}

    def keep_apart(self, class_id: ClassId, student_ids: Sequence[StudentId]) -> Rule:
        """Keep each of these from each other. Raises `errors.TooFewStudents`."""
        return self._rule(class_id, APART, student_ids)

    def keep_together(self, class_id: ClassId, student_ids: Sequence[StudentId]) -> Rule:
        """Keep these in one group. Raises `errors.TooFewStudents`."""
        return self._rule(class_id, TOGETHER, student_ids)

    def drop_rule(self, rule_id: RuleId) -> None:
        """Take a rule away."""
        rule = known(self._room.store, Rule, rule_id, "rule")
        self._room.workspace.edit(label("rule removed"), gone(rule))

    def _rule(self, class_id: ClassId, kind: str, student_ids: Sequence[StudentId]) -> Rule:
        members = tuple(dict.fromkeys(student_ids))
        if len(members) < 2:
            raise TooFewStudents
        rule = Rule(RuleId(self._room.ids()), class_id, kind, members)
        self._room.workspace.edit(label(f"kept {kind}", count=str(len(members))), made(rule))
        return rule

    def _student(self, student_id: StudentId) -> Student:
        return known(self._room.store, Student, student_id, "student")


def kept_name(name: PersonName) -> PersonName:
    """The name as it is kept. Raises `errors.NameMissing` when nothing of it shows."""
    kept = PersonName(clean(name.preferred), clean(name.given), clean(name.family))
    named(kept.first)
    return kept
