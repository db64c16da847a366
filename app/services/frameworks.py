"""The frameworks of a class: their names, the words of their levels, and how evidence adds up."""

from collections.abc import Sequence
from dataclasses import replace

from app.classroom import Classroom
from app.domain.changes import Change, label, made
from app.domain.classes import SchoolClass, Student
from app.domain.ids import ClassId, FrameworkId
from app.domain.mastery import METHODS
from app.domain.skills import FEWEST_LEVELS, MOST_LEVELS, Framework, How, Judgement, Skill
from app.domain.voice import Reflection
from app.errors import LevelInUse
from app.services.known import known, named
from app.services.skill_moves import SkillMoves
from app.services.skills import SkillService
from app.services.stations import StationService


class FrameworkService:
    """Each call that writes is one undo step. Entries are changed by `skills` and `moves`."""

    def __init__(self, room: Classroom) -> None:
        self._room = room
        self.skills = SkillService(room)
        self.moves = SkillMoves(room)
        self.stations = StationService(room)

    def frameworks(self, class_id: ClassId) -> tuple[Framework, ...]:
        """Those of the class, oldest first."""
        return self._room.store.find(Framework, class_id=class_id)

    def add(self, class_id: ClassId, name: str) -> Framework:
        """One more, still empty. Raises `errors.NameMissing`."""
        school_class = known(self._room.store, SchoolClass, class_id, "class")
        framework = Framework(FrameworkId(self._room.ids()), school_class.id, named(name))
        self._room.workspace.edit(
            label("framework added", framework=framework.name), made(framework)
        )
        return framework

    def rename(self, framework_id: FrameworkId, name: str) -> None:
        """Raises `errors.NameMissing`."""
        before = self._framework(framework_id)
        self._change("framework renamed", before, replace(before, name=named(name)))

    def set_how(self, framework_id: FrameworkId, how: How) -> None:
        """Let evidence add up by another method from now on; what was seen stays as it is.

        ValueError for a method nobody knows, or figures that make no sense.
        """
        if how.method not in METHODS or not 1 <= how.newest_percent <= 99 or how.times < 1:
            raise ValueError(how)
        before = self._framework(framework_id)
        after = replace(
            before, method=how.method, newest_percent=how.newest_percent, times=how.times
        )
        self._change("method set", before, after, method=how.method)

    def set_levels(self, framework_id: FrameworkId, words: Sequence[str]) -> None:
        """Give the levels these words, the lowest first; there may be more of them or fewer.

        Raises `errors.NameMissing`, and `errors.LevelInUse` for a level that would go and was
        given already. ValueError for fewer than two or more than six.
        """
        if not FEWEST_LEVELS <= len(words) <= MOST_LEVELS:
            raise ValueError(words)
        before = self._framework(framework_id)
        after = replace(before, levels=tuple(named(word) for word in words))
        highest = self._highest(before) if len(words) < len(before.levels) else 0
        if highest > len(words):
            raise LevelInUse(before.levels[min(highest, len(before.levels)) - 1])
        self._change("levels named", before, after)

    def _highest(self, framework: Framework) -> int:
        """The highest level that was ever given, to guests of other classes too; 0 for none."""
        students = tuple(student.id for student in self._room.store.find(Student))
        skills = tuple(s.id for s in self._room.store.find(Skill, framework_id=framework.id))
        by_hand = self._room.store.find(Judgement, student_id=students, skill_id=skills)
        own = self._room.store.find(Reflection, student_id=students, skill_id=skills)
        said = [*(one.level for one in by_hand), *(one.level or 0 for one in own)]
        return max(self._room.evidence.highest(students, framework.id), *said, 0)

    def _framework(self, framework_id: FrameworkId) -> Framework:
        return known(self._room.store, Framework, framework_id, "framework")

    def _change(self, verb: str, before: Framework, after: Framework, **facts: str) -> None:
        if after != before:
            said = label(verb, framework=after.name, **facts)
            self._room.workspace.edit(said, Change(before, after))
