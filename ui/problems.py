"""What to tell a teacher about an error she can act on: what happened, what is safe, what to do.

The context for translators is "Problems". The holes of a sentence are the facts of its error.
"""

from collections.abc import Mapping
from functools import singledispatch
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app import errors
from app.domain.day_time import write_minute
from app.domain.roster import errors as roster
from ui.opening.words import SAID as OPENING
from ui.photos.words import SAID as PHOTOS
from ui.upkeep.words import SAID as UPKEEP

SENTENCES: Mapping[type[Exception], str] = {
    errors.NothingToUndo: "There is nothing to undo.",
    errors.NothingToRedo: "There is nothing to redo.",
    errors.NameMissing: "A name is needed. Nothing was changed.",
    errors.NothingSeen: "Nothing to save yet. Give a level, a tag or a note.",
    errors.SkillMissing: "A level needs a skill. Choose one, then try again. Nothing was saved.",
    errors.TooFewStudents: "Pick two students or more. Nothing was changed.",
    errors.StudentMissing: "Pick a student or more. Nothing was changed.",
    errors.DayMissing: "Pick a weekday or a date. Nothing was changed.",
    errors.NoLessonYet: "No lesson waits, and there is no station to plan one with. Add stations"
    " first.",
    errors.ReasonMissing: "Say why, so that it can be understood later. Nothing was changed.",
    errors.StaleChange: "Something has changed since, so this can’t be done any more. Nothing was"
    " changed.",
    errors.NotFound: "There is no {what} called “{name}”.",
    errors.Ambiguous: "“{name}” could be more than one {what}: {candidates}. Nothing was saved.",
    errors.NameTaken: "There is a {what} called “{name}” already. Choose another name.",
    errors.NoSkillThere: "No skill is set where these are: {names}. Give their station a skill,"
    " or leave them out. Nothing was saved.",
    errors.NoSuchLevel: "There is no level {level}; the highest is {highest}. Nothing was saved.",
    errors.NoteTooLong: "The note has {count} letters; a note has at most {limit}. Shorten it.",
    errors.NothingToPutBack: "It is not known any more how that was written, so nothing was"
    " changed. Write it anew where it is wrong.",
    errors.HasEvidence: "“{statement}” has {observations} observations, so it stays. Retire it"
    " instead: it then takes no new ones.",
    errors.FrameworkUnread: "No framework was found in this file. Nothing was changed. Choose"
    " another one.",
    errors.LevelInUse: "Somebody stands at “{word}”, so this level stays. Nothing was changed."
    " You can give it another word.",
    errors.FileIsNewer: "{path} was written by a newer Rondo. It is untouched. Update Rondo first.",
    errors.NotABackup: "{path} is not a Rondo file. It is untouched. Choose another file.",
    errors.DamagedFile: "{path} is damaged ({finding}). It is untouched. Open an older backup"
    " instead.",
    errors.BackupFailed: "The backup {path} was not made ({reason}). Your class is safe where it"
    " is. Try another place.",
    errors.PassphraseNeeded: "{path} is locked. Its passphrase or its recovery code opens it."
    " Nothing was changed.",
    errors.WrongPassphrase: "That is not the passphrase. Your class is safe. Try again, or use"
    " the recovery code.",
    errors.WrongCode: "That is a recovery code, but not the one of this class. Your class is"
    " safe. Look for the newest printed one.",
    errors.KeyFileDamaged: "{path}, which holds the key of your class, is damaged. It is"
    " untouched, and so is your class. Open a backup instead: each holds the key itself.",
    errors.PassphraseMissing: "A passphrase is needed. Nothing was changed.",
    roster.ListIsEmpty: "{file} is empty. Nothing was added.",
    roster.TooManyRows: "{file} has {count} rows; a class list has at most {limit}. Nothing was"
    " added.",
    roster.NameTooLong: "{file}, line {line}: a name of {count} letters; a name has at most"
    " {limit}. Nothing was added.",
}

_WORKBOOK = {
    "workbook": "{file} is a workbook. Open it, copy the names, and paste them here, or save it as"
    " CSV.",
    "document": "{file} is a document. Open it, copy the names, and paste them here.",
    "page": "{file} is a web page. Open it, copy the names, and paste them here.",
    "pdf": "{file} is a PDF. Open it, copy the names, and paste them here.",
    "line": "{file} is not UTF-8 text. Nothing was saved.",
    "picture": "{file} is a picture. Type or paste the names instead.",
    "other": "{file} is not text. Choose a CSV or text file, or paste the names.",
}


def tr(text: str, **facts: object) -> str:
    """A sentence in the teacher's language, its holes filled."""
    return QCoreApplication.translate("Problems", text).format(**facts)


@singledispatch
def problem(error: Exception) -> str:
    """The sentence for an error; anything that is not listed is our own bug."""
    text = "Something went wrong in Rondo itself ({kind}). Nothing was lost."
    return tr(text, kind=type(error).__name__)


def _said(error: Exception) -> str:
    kind = next(kind for kind in type(error).__mro__ if kind in SENTENCES)
    return tr(SENTENCES[kind], **_facts(error))


def _facts(error: Exception) -> dict[str, object]:
    """A file by its name, several names in one line, and a list that came from no file."""
    facts = {name: _shown(fact) for name, fact in vars(error).items()}
    return {**facts, "file": facts.get("file") or tr("The list")}


def _shown(fact: object) -> object:
    if isinstance(fact, Path):
        return fact.name
    return ", ".join(map(str, fact)) if isinstance(fact, tuple) else fact


for plain in SENTENCES:
    problem.register(plain)(_said)
for kind, said in (*OPENING.items(), *UPKEEP.items(), *PHOTOS.items()):
    problem.register(kind)(said)


@problem.register
def _(error: OSError) -> str:
    where = error.filename or tr("The folder of your class")
    why = error.strerror or tr("it cannot be used")
    return tr("{folder}: {why}. Choose another folder.", folder=where, why=why)


@problem.register
def _(error: errors.StepsErased) -> str:
    if error.count == 1:
        return tr(
            "The last step was about a student who was erased, so it can’t be undone."
            " Undo again for the step before."
        )
    text = (
        "The last {count} steps were about students who were erased, so they can’t be undone."
        " Undo again for the step before."
    )
    return tr(text, count=error.count)


@problem.register
def _(error: errors.NotesWaiting) -> str:
    one = "1 note is not saved yet, so nothing was erased. Save or discard it, then erase."
    many = (
        "{count} notes are not saved yet, so nothing was erased. Save or discard them, then erase."
    )
    return tr(one if error.count == 1 else many, count=error.count)


@problem.register
def _(error: errors.PullOutClashes) -> str:
    return tr(
        "{student} is out for {why} then, {begins} to {ends}. Nothing was changed.",
        student=error.student,
        why=error.reason or tr("something else"),
        begins=write_minute(error.begins),
        ends=write_minute(error.ends),
    )


@problem.register
def _(error: errors.CodeMistyped) -> str:
    if error.count != error.length:
        what = tr("The code has {length} letters and digits; you typed {count}.", **vars(error))
    else:
        what = tr("A letter or digit of the code is not as printed.")
    where = "Look at group {group}." if error.group else "Compare it with the paper."
    return f"{what} {tr(where, group=error.group)}"


@problem.register
def _(error: errors.TryLater) -> str:
    one = "Too many wrong tries. Your class is safe. Try again in 1 second."
    many = "Too many wrong tries. Your class is safe. Try again in {seconds} seconds."
    return tr(one if error.seconds == 1 else many, seconds=error.seconds)


@problem.register
def _(error: roster.NotText) -> str:
    return tr(_WORKBOOK.get(error.kind, _WORKBOOK["other"]), **_facts(error))


@problem.register
def _(error: roster.FileTooLarge) -> str:
    text = "{file} has more than {mb} MB. No class list is that large. Nothing was added."
    return tr(text, mb=error.limit // 1_000_000, **_facts(error))


@problem.register
def _(error: errors.BadTimes) -> str:
    text = "{begins} to {ends} is no stretch of one day. Nothing was changed. Give a later end."
    return tr(text, begins=write_minute(error.begins), ends=write_minute(error.ends))


@problem.register
def _(error: errors.NoSound) -> str:
    if error.reason == "file":
        return tr(
            "This file can’t be played, so the chime is heard instead."
            " Choose a WAV, MP3, FLAC or Ogg file."
        )
    return tr(
        "This computer plays no sound just now. What is due is still shown."
        " Look whether a loudspeaker is connected and on."
    )
