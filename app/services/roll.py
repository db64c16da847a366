"""Reading a class in the order a teacher expects."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from app.domain.board.names import board_names
from app.domain.classes import Student
from app.domain.ids import ClassId, StudentId
from app.domain.names import PersonName
from app.ports import Store


@lru_cache(maxsize=512)
def sort_key(name: str) -> str:
    """Names side by side as a reader expects: case and accents do not separate them."""
    parts = unicodedata.normalize("NFKD", name)
    return "".join(c for c in parts if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=4)
def _shown(names: tuple[PersonName, ...]) -> tuple[str, ...]:
    """Kept, as the roll is read with every move and a class is seldom renamed."""
    return board_names(names)


def class_roll(
    store: Store, class_id: ClassId
) -> tuple[tuple[Student, ...], Mapping[StudentId, str]]:
    """The students of a class in the order of their board names, and those names."""
    students = store.find(Student, class_id=class_id, archived=False)
    shown = _shown(tuple(student.name for student in students))
    names = {student.id: name for student, name in zip(students, shown, strict=True)}
    ordered = sorted(students, key=lambda s: (sort_key(names[s.id]), s.id))
    return tuple(ordered), names
