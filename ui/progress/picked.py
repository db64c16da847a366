"""Who and what is picked in the heat map. No Qt in here."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from app.domain.ids import SkillId, StudentId
from app.domain.progress import ProgressTable
from ui.progress.filters import column_of


@dataclass(frozen=True, slots=True)
class Picked:
    """Students and their names in the order of the rows, and the skills; `skill` if it is one."""

    students: dict[StudentId, str]
    skills: tuple[str, ...]
    skill_id: SkillId | None

    @property
    def skill(self) -> str:
        """The statement of the one skill, empty when there are several."""
        return self.skills[0] if self.skill_id is not None else ""


def picked(table: ProgressTable, picks: AbstractSet[tuple[StudentId, SkillId]]) -> Picked:
    """What picks say of the whole table; one of a folded strand names no skill."""
    own = {student for student, _ in picks}
    students = {row.student_id: row.name for row in table.rows if row.student_id in own}
    ids = {skill for _, skill in picks}
    columns = [column for column in table.columns if column.skill_id in ids]
    whole = all(column_of(table, skill) is not None for skill in ids)
    alone = columns[0].skill_id if whole and len(columns) == 1 else None
    return Picked(students, tuple(column.statement for column in columns), alone)
