"""Reading what students said of themselves."""

from collections.abc import Iterable, Mapping

from app.domain.ids import SkillId, StudentId
from app.domain.voice import Reflection
from app.ports import Store


def newest_first(said: Iterable[Reflection]) -> tuple[Reflection, ...]:
    """By when it was said."""
    return tuple(sorted(said, key=lambda one: (-one.said_at, -one.id)))


def own_levels(store: Store, student_id: StudentId) -> Mapping[SkillId, Reflection]:
    """The newest own rating of a student on each skill."""
    said = newest_first(store.find(Reflection, student_id=student_id))[::-1]
    return {one.skill_id: one for one in said if one.skill_id is not None and one.level}
