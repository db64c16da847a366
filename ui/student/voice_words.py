"""What students said of themselves and what they need, in words."""

from app.domain.progress import SkillHistory
from app.domain.voice import EASY, FOOD, HEALTH, HOUSING, LEARNING, OK, TRICKY
from ui.student.words import counted, seen_words, tr

ICONS = {TRICKY: "smiley-sad", OK: "smiley-meh", EASY: "smiley"}
SPOKEN = "chat-circle-text"
"""For a sentence without a face."""


def face_word(face: int | None) -> str:
    """What a face says, empty for none."""
    words = {TRICKY: tr("Tricky"), OK: tr("OK"), EASY: tr("Easy")}
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


def level_word(level: int | None, levels: tuple[str, ...]) -> str:
    """A level with its word, empty for none."""
    word = levels[level - 1] if level and level <= len(levels) else ""
    return f"{level or ''} {word}".strip()


def own_words(skill: SkillHistory, levels: tuple[str, ...]) -> str:
    """The student's own level and how far it is from the one that was seen; empty for none."""
    if not skill.own_level:
        return ""
    said = tr("own rating {level}", level=level_word(skill.own_level, levels))
    if not skill.apart:
        return said
    above = ("{said}, 1 level higher", "{said}, %n levels higher")
    below = ("{said}, 1 level lower", "{said}, %n levels lower")
    return counted(*(above if skill.apart > 0 else below), abs(skill.apart), said=said)


def skill_words(skill: SkillHistory, levels: tuple[str, ...]) -> str:
    """A skill as it was seen and as the student sees it, for those who listen."""
    parts = (seen_words(skill, levels), own_words(skill, levels))
    return ", ".join(part for part in parts if part)


def said_words(words: str, face: int | None, level: int | None, levels: tuple[str, ...]) -> str:
    """What was said: the sentence, or else what the face or the level says."""
    if words:
        return tr("“{words}”", words=words)
    return face_word(face) or tr("Own rating: {level}", level=level_word(level, levels))
