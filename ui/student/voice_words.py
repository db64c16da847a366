"""What students said of themselves and what they need, in words."""

from app.domain.voice import FOOD, HARD, HEALTH, HOUSING, LEARNING, SO_SO, WELL
from ui.student.words import tr


def face_word(face: int | None) -> str:
    """What a face says, empty for none."""
    words = {HARD: tr("It was hard"), SO_SO: tr("So-so"), WELL: tr("It went well")}
    return words.get(face or 0, "")


def need_word(kind: str) -> str:
    """What a need is about."""
    words = {
        LEARNING: tr("Learning support"),
        HEALTH: tr("Health"),
        FOOD: tr("Food"),
        HOUSING: tr("Housing"),
    }
    return words.get(kind, kind)
