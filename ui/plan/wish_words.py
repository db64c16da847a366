"""Wishes in words."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.ids import SkillId
from app.domain.lesson_picture import LessonPicture
from app.domain.wishes import WISHES


def _tr(text: str) -> str:
    return QCoreApplication.translate("Wishes", text)


def wish_names(order: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Every wish with its words, in this order; empty is the usual one."""
    names: Mapping[str, str] = {
        "owed": _tr("Owed visits are given back"),
        "need": _tr("More teacher time for more need"),
        "ready": _tr("Levels that suit each other"),
        "partners": _tr("New partners"),
        "choices": _tr("Students’ own choices"),
        "stable": _tr("Places as they were"),
        "even": _tr("Groups of one size"),
    }
    return tuple((word, names[word]) for word in order or WISHES)


def skills_of(picture: LessonPicture) -> tuple[tuple[SkillId | None, str], ...]:
    """What levels may be looked at for: what each station works on, or one of those skills."""
    found = {s.skill_id: picture.skills[s.id] for s in picture.stations if s.id in picture.skills}
    return (None, _tr("What each station works on")), *found.items()
