"""What to tell a teacher about an error she can act on: what happened, what is safe, what to do."""

from collections.abc import Mapping
from functools import singledispatch

from app import errors
from app.domain.day_time import write_minute
from app.domain.roster import errors as roster
from ui.opening.words import SAID as OPENING
from ui.photos.words import SAID as PHOTOS
from ui.upkeep.words import SAID as UPKEEP

_WORKBOOK = {
    "workbook": "a workbook. Open it, copy the names, and paste them here, or save it as CSV",
    "document": "a document. Open it, copy the names, and paste them here",
    "page": "a web page. Open it, copy the names, and paste them here",
    "pdf": "a PDF. Open it, copy the names, and paste them here",
    "line": "not UTF-8 text. Nothing was saved",
    "picture": "a picture. Type or paste the names instead",
    "other": "not text. Choose a CSV or text file, or paste the names",
}


@singledispatch
def problem(error: Exception) -> str:
    """The sentence for an error; anything that is not listed is our own bug."""
    return f"Something went wrong in Rondo itself ({type(error).__name__}). Nothing was lost."


for kind, said in (*OPENING.items(), *UPKEEP.items(), *PHOTOS.items()):
    problem.register(kind)(said)

_PLAIN: Mapping[type[Exception], str] = {
    errors.NothingToUndo: "There is nothing to undo.",
    errors.NothingToRedo: "There is nothing to redo.",
    errors.NameMissing: "A name is needed. Nothing was changed.",
    errors.NothingSeen: "Nothing to save yet. Give a level, a tag or a note.",
    errors.SkillMissing: "A level needs a skill. Choose one, then try again. Nothing was saved.",
    errors.TooFewStudents: "Pick two students or more. Nothing was changed.",
    errors.StudentMissing: "Pick a student or more. Nothing was changed.",
    errors.DayMissing: "Pick a weekday or a date. Nothing was changed.",
    errors.NoLessonYet: "No lesson waits yet. Plan the next one first, then add the group to it.",
    errors.ReasonMissing: "Say why, so that it can be understood later. Nothing was changed.",
}
"""Errors that carry no facts."""


def _plainly(error: Exception) -> str:
    return _PLAIN[type(error)]


for plain in _PLAIN:
    problem.register(plain)(_plainly)


@problem.register
def _(error: OSError) -> str:
    where = error.filename or "The folder of your class"
    return f"{where}: {error.strerror or 'it cannot be used'}. Choose another folder."


@problem.register
def _(error: errors.StepsErased) -> str:
    if error.count == 1:
        return (
            "The last step was about a student who was erased, so it can’t be undone."
            " Undo again for the step before."
        )
    return (
        f"The last {error.count} steps were about students who were erased,"
        " so they can’t be undone. Undo again for the step before."
    )


@problem.register
def _(error: errors.NotesWaiting) -> str:
    notes = "1 note is" if error.count == 1 else f"{error.count} notes are"
    return f"{notes} not saved yet, so nothing was erased. Save or discard them, then erase."


@problem.register
def _(_error: errors.StaleChange) -> str:
    return "Something has changed since, so this can’t be done any more. Nothing was changed."


@problem.register
def _(error: errors.NotFound) -> str:
    return f"There is no {error.what} called “{error.name}”."


@problem.register
def _(error: errors.Ambiguous) -> str:
    options = ", ".join(error.candidates)
    return f"“{error.name}” could be more than one {error.what}: {options}. Nothing was saved."


@problem.register
def _(error: errors.NameTaken) -> str:
    return f"There is a {error.what} called “{error.name}” already. Choose another name."


@problem.register
def _(error: errors.NoSkillThere) -> str:
    return (
        f"No skill is set where these are: {', '.join(error.names)}. Give their station a skill,"
        " or leave them out. Nothing was saved."
    )


@problem.register
def _(error: errors.NoSuchLevel) -> str:
    return f"There is no level {error.level}; the highest is {error.highest}. Nothing was saved."


@problem.register
def _(error: errors.NoteTooLong) -> str:
    return f"The note has {error.count} letters; a note has at most {error.limit}. Shorten it."


@problem.register
def _(error: errors.PullOutClashes) -> str:
    why = error.reason or "something else"
    times = f"{write_minute(error.begins)} to {write_minute(error.ends)}"
    return f"{error.student} is out for {why} then, {times}. Nothing was changed."


@problem.register
def _(_error: errors.NothingToPutBack) -> str:
    return (
        "It is not known any more how that was written, so nothing was changed."
        " Write it anew where it is wrong."
    )


@problem.register
def _(error: errors.HasEvidence) -> str:
    return (
        f"“{error.statement}” has {error.observations} observations, so it stays."
        " Retire it instead: it then takes no new ones."
    )


@problem.register
def _(error: errors.LevelInUse) -> str:
    return (
        f"Somebody stands at “{error.word}”, so this level stays. Nothing was changed."
        " You can give it another word."
    )


@problem.register
def _(error: errors.FileIsNewer) -> str:
    return f"{error.path.name} was written by a newer Rondo. It is untouched. Update Rondo first."


@problem.register
def _(error: errors.NotABackup) -> str:
    return f"{error.path.name} is not a Rondo file. It is untouched. Choose another file."


@problem.register
def _(error: errors.DamagedFile) -> str:
    return (
        f"{error.path.name} is damaged ({error.finding}). It is untouched."
        " Open an older backup instead."
    )


@problem.register
def _(error: errors.BackupFailed) -> str:
    return (
        f"The backup {error.path.name} was not made ({error.reason})."
        " Your class is safe where it is. Try another place."
    )


@problem.register
def _(error: errors.PassphraseNeeded) -> str:
    return (
        f"{error.path.name} is locked. Its passphrase or its recovery code opens it."
        " Nothing was changed."
    )


@problem.register
def _(_error: errors.WrongPassphrase) -> str:
    return "That is not the passphrase. Your class is safe. Try again, or use the recovery code."


@problem.register
def _(_error: errors.WrongCode) -> str:
    return (
        "That is a recovery code, but not the one of this class."
        " Your class is safe. Look for the newest printed one."
    )


@problem.register
def _(error: errors.CodeMistyped) -> str:
    if error.count != error.length:
        what = f"The code has {error.length} letters and digits; you typed {error.count}."
    else:
        what = "A letter or digit of the code is not as printed."
    where = f" Look at group {error.group}." if error.group else " Compare it with the paper."
    return what + where


@problem.register
def _(error: errors.TryLater) -> str:
    seconds = "1 second" if error.seconds == 1 else f"{error.seconds} seconds"
    return f"Too many wrong tries. Your class is safe. Try again in {seconds}."


@problem.register
def _(error: errors.KeyFileDamaged) -> str:
    return (
        f"{error.path.name}, which holds the key of your class, is damaged. It is untouched,"
        " and so is your class. Open a backup instead: each holds the key itself."
    )


@problem.register
def _(_error: errors.PassphraseMissing) -> str:
    return "A passphrase is needed. Nothing was changed."


@problem.register
def _(error: roster.ListIsEmpty) -> str:
    return f"{_source(error.file)} is empty. Nothing was added."


@problem.register
def _(error: roster.NotText) -> str:
    return f"{_source(error.file)} is {_WORKBOOK.get(error.kind, _WORKBOOK['other'])}."


@problem.register
def _(error: roster.FileTooLarge) -> str:
    limit = error.limit // 1_000_000
    return (
        f"{_source(error.file)} has more than {limit} MB. No class list is that large."
        " Nothing was added."
    )


@problem.register
def _(error: roster.TooManyRows) -> str:
    return (
        f"{_source(error.file)} has {error.count} rows; a class list has at most {error.limit}."
        " Nothing was added."
    )


@problem.register
def _(error: roster.NameTooLong) -> str:
    return (
        f"{_source(error.file)}, line {error.line}: a name of {error.count} letters;"
        f" a name has at most {error.limit}. Nothing was added."
    )


def _source(file: str) -> str:
    return file or "The list"


@problem.register
def _(error: errors.BadTimes) -> str:
    times = f"{write_minute(error.begins)} to {write_minute(error.ends)}"
    return f"{times} is no stretch of one day. Nothing was changed. Give a later end."


@problem.register
def _(error: errors.NoSound) -> str:
    if error.reason == "file":
        return (
            "This file can’t be played, so the chime is heard instead."
            " Choose a WAV, MP3, FLAC or Ogg file."
        )
    return (
        "This computer plays no sound just now. What is due is still shown."
        " Look whether a loudspeaker is connected and on."
    )
