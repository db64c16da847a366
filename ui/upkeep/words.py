"""What is said when the disk refuses, and when a step cannot be undone."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from app import errors
from app.domain.changes import Label
from app.errors import AGAIN, MEMORY, ClassroomError
from ui.format import day_short
from ui.wording import STEPS, sentence

_WHY = {
    "full": "the disk is full",
    "busy": "another program is using the class file",
    "gone": "the class file is not where it was",
    "replaced": "another file has taken the place of the class file",
    "read_only": "nothing can be changed in this class at present",
    "damaged": "a part of the class file is damaged",
}
_THEN = {
    "full": "Free space, then try again.",
    "busy": "Try again.",
    "gone": "Put the folder or stick back, then try again.",
    "replaced": "Close Rondo and open it again.",
    "read_only": "",
    "damaged": "Mend it at a quiet time: the line above the page has the way.",
}


def tr(text: str) -> str:
    return QCoreApplication.translate("Upkeep", text)


def why(reason: str) -> str:
    """Why the disk refused, as a part of a sentence."""
    return tr(_WHY.get(reason, "the disk refused"))


def then(reason: str) -> str:
    """What the teacher can do about it."""
    return tr(_THEN.get(reason, "Check the disk, then try again."))


def not_saved(error: errors.NotSaved) -> str:
    reason = why(error.reason)
    if error.kept == AGAIN:
        return tr("Not saved yet: {why}. Rondo tries again by itself.").format(why=reason)
    if error.kept == MEMORY:
        held = "Not saved yet: {why}. Your note is held in Rondo’s memory. Keep Rondo open."
        return tr(held).format(why=reason)
    if error.kept:
        held = "Not saved yet: {why}. Your note is held in {place} until it can be written."
        return tr(held).format(why=reason, place=error.kept)
    told = tr("Not saved: {why}. Nothing was changed. {then}")
    return told.format(why=reason, then=then(error.reason)).strip()


def not_read(error: errors.NotRead) -> str:
    told = tr("Your class can’t be read: {why}. The lesson goes on, with what was known. {then}")
    return told.format(why=why(error.reason), then=then(error.reason)).strip()


def step_is_stuck(error: errors.StepIsStuck) -> str:
    known = error.verb in STEPS
    what = sentence(Label(error.verb, error.facts)) if known else tr("The newest step")
    undo = "“{what}” can’t be undone: something else has changed since. Nothing was changed."
    redo = "“{what}” can’t be done again: something else has changed since. Nothing was changed."
    return tr(redo if error.again else undo).format(what=what)


def undo_ends(error: errors.UndoEnds) -> str:
    try:
        since = date.fromisoformat(error.kept_since)
        day = f"{day_short(since)} {since.year}"
    except ValueError:
        day = error.kept_since
    told = tr("Steps from before {day} can’t be undone any more. What they did stays as it is.")
    return told.format(day=day)


SAID: Mapping[type[ClassroomError], Callable[..., str]] = {
    errors.NotSaved: not_saved,
    errors.NotRead: not_read,
    errors.StepIsStuck: step_is_stuck,
    errors.UndoEnds: undo_ends,
}
