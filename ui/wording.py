"""The sentences of steps and errors: facts come in, plain words go out."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.changes import Label

STEPS: Mapping[str, str] = {
    "opened": QT_TRANSLATE_NOOP("Steps", "Lesson ready: {lesson}"),
    "started": QT_TRANSLATE_NOOP("Steps", "Lesson started"),
    "paused": QT_TRANSLATE_NOOP("Steps", "Clock paused"),
    "resumed": QT_TRANSLATE_NOOP("Steps", "Clock runs again"),
    "extended": QT_TRANSLATE_NOOP("Steps", "{minutes} min more"),
    "shortened": QT_TRANSLATE_NOOP("Steps", "{minutes} min less"),
    "advanced": QT_TRANSLATE_NOOP("Steps", "On to the next"),
    "went back": QT_TRANSLATE_NOOP("Steps", "Back one round"),
    "ended": QT_TRANSLATE_NOOP("Steps", "Lesson ended"),
    "moved": QT_TRANSLATE_NOOP("Steps", "{student} moved to {station}"),
    "swapped": QT_TRANSLATE_NOOP("Steps", "{student} and {other} swapped"),
    "marked present": QT_TRANSLATE_NOOP("Steps", "{student} is here"),
    "marked absent": QT_TRANSLATE_NOOP("Steps", "{student} is absent"),
    "marked late": QT_TRANSLATE_NOOP("Steps", "{student} is late"),
    "marked away": QT_TRANSLATE_NOOP("Steps", "{student} is away for a while"),
}
"""What each kind of step did, by its verb."""


def sentence(label: Label) -> str:
    """What a step did, in the teacher's language."""
    text = QCoreApplication.translate("Steps", STEPS[label.verb])
    return text.format(**label.facts)
