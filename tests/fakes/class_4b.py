"""The words of one class: names in several scripts, two Mayas, a skill at every station."""

from collections.abc import Sequence

from app.domain.capture.vocabulary import KnownSkill, KnownStudent, KnownTag, SkillIndex, Vocabulary
from app.domain.ids import SkillId, StationId, StudentId, TagId

TEACHER, GAMES, TABLETS, PROBLEMS, CHOICE = (StationId(n) for n in range(1, 6))

_STUDENTS = """
    1 Amara Okafor | 1 Fatima Al-Sayed | 1 Maya Lind | 1 Yusuf Demir
    2 Anneliese-Marie Vogel | 2 Ben Wasserman | 2 Maya Patel | 2 Nikolai Petrov
    3 Isla Murray | 3 Jun Park | 3 Priya Raman | 3 Łukasz Kowalski
    4 Grace Mwangi | 4 محمد العلي | 4 王梓涵 | 4 김민준
    5 Finn O'Brien | 5 Kofi Asante | 5 Lucía Fernández | 0 Sofia Rossi
"""
_SKILLS = (
    "Read and draw fractions",
    "Add fractions",
    "Compare fractions",
    "Equivalent fractions",
    "Two-step word problems",
    "Explain reasoning",
    "Order decimals",
    "Read a bar chart",
)
_TAGS = ("Explains strategy", "Prompted", "Drew it", "Helped", "Stuck")
_TARGETS = {TEACHER: 1, GAMES: 2, TABLETS: 3, PROBLEMS: 4, CHOICE: 5}


def students() -> tuple[KnownStudent, ...]:
    """The class in the order of its board names; Sofia is not in the room."""
    lines = [line.strip() for line in _STUDENTS.replace("\n", "|").split("|") if line.strip()]
    found = [_student(number, line) for number, line in enumerate(lines, start=1)]
    return tuple(sorted(found, key=lambda student: student.name))


def _student(number: int, line: str) -> KnownStudent:
    station, _, name = line.partition(" ")
    first, _, family = name.partition(" ")
    shown = f"{first} {family[0]}." if first == "Maya" else first
    place = StationId(int(station)) if station != "0" else None
    return KnownStudent(StudentId(number), shown, (first,), family, place, place is not None)


def skills(statements: Sequence[str] = _SKILLS) -> tuple[KnownSkill, ...]:
    return tuple(KnownSkill(SkillId(at), text) for at, text in enumerate(statements))


def vocabulary(observed: StationId | None = GAMES) -> Vocabulary:
    """Class 4B in round 2."""
    tags = [KnownTag(TagId(at), name) for at, name in enumerate(_TAGS)]
    targets = [(station, SkillId(skill)) for station, skill in _TARGETS.items()]
    return Vocabulary(students(), SkillIndex(skills()), tags, targets, observed)
