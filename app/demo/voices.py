"""What students of class 4B said of themselves: after the last lesson, and of skills."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from app.domain.ids import ReflectionId, StudentId
from app.domain.session import Session
from app.domain.skills import Skill
from app.domain.voice import EASY, OK, TRICKY, Reflection

EXITS: Mapping[str, tuple[int, str]] = {
    "Amara": (EASY, ""),
    "Ben": (TRICKY, "Words are tricky."),
    "Chidi": (OK, ""),
    "Daniyar": (TRICKY, ""),
    "Elif": (OK, ""),
    "Fatima": (EASY, "I can do it with a drawing."),
    "Grace": (OK, ""),
    "Hana": (OK, ""),
    "Isla": (OK, ""),
    "Jun": (EASY, ""),
    "Kofi": (TRICKY, "I mix up the bottom number."),
    "Leila": (EASY, ""),
    "Lucía": (EASY, ""),
    "Mateo": (OK, ""),
    "Oluwaseun": (EASY, "I helped Tane."),
    "Priya": (EASY, ""),
    "Tane": (OK, ""),
    "Yusuf": (OK, "The number line helps."),
    "王梓涵": (EASY, "The pizza made it easy."),
}
"""Who pointed at which face when the last lesson was over, and said what."""

RATINGS: Sequence[tuple[str, str, int, str]] = (
    ("Fatima", "Negative numbers", 3, "I count back over zero now."),
    ("Fatima", "Compare fractions", 3, ""),
    ("Fatima", "Two-step word problems", 1, "I lose the first step."),
    ("Ben", "Compare fractions", 1, ""),
    ("Kofi", "Add fractions", 3, ""),
    ("Amara", "Add fractions", 3, "Same size pieces first."),
    ("Yusuf", "Times tables to 12", 3, ""),
)
"""Student, skill, the level they would give themselves, and a sentence."""

DURING, AFTER = 40 * 60_000, 56 * 60_000
"""From the beginning of a lesson, and to its door."""


def voices(
    ids: Callable[[], int],
    students: Mapping[str, StudentId],
    skills: Sequence[Skill],
    last: Session | None,
) -> Iterator[Reflection]:
    """What was said after the last lesson, by those who are in the class."""
    if last is None:
        return
    during, after = last.opened_at + DURING, last.opened_at + AFTER
    for given, (face, words) in EXITS.items():
        if given in students:
            own = ReflectionId(ids())
            yield Reflection(own, students[given], after, face, words=words, session_id=last.id)
    known = {skill.statement: skill.id for skill in skills}
    for given, statement, level, words in RATINGS:
        if given in students and statement in known:
            own, skill = ReflectionId(ids()), known[statement]
            yield Reflection(own, students[given], during, None, skill, level, words)
