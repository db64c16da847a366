"""What a teacher can act on. Errors carry facts; ui/wording.py owns the sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


class ClassroomError(Exception):
    """The teacher can do something about it. Anything else that is raised is our bug."""


class NothingToUndo(ClassroomError):
    """There is no step left to take back."""


class NothingToRedo(ClassroomError):
    """There is no undo left to take back."""


@dataclass(eq=False, repr=False)
class StepsErased(ClassroomError):
    """The newest `count` steps touched a student who was erased: nothing is left to take back."""

    count: int


@dataclass(eq=False, repr=False)
class NotesWaiting(ClassroomError):
    """`count` notes could not be written yet: they could bring back what is to be erased."""

    count: int


class StaleChange(ClassroomError):
    """Something has changed since: the step cannot be applied any more."""


@dataclass(eq=False, repr=False)
class NotSaved(ClassroomError):
    """The disk refused the write; nothing has changed.

    `reason` is "full", "busy", "read_only", "gone" (the file is not where it was), "replaced"
    (another file is in its place), "damaged" (a part of it makes no sense) or "other". `kept` says
    what becomes of what was refused: "" it is let go, `AGAIN` it is tried again for a moment,
    `MEMORY` it is held until it can be written, and else so too, in the file of that name.
    """

    reason: str
    kept: str = ""


@dataclass(eq=False, repr=False)
class PhotoRefused(ClassroomError):
    """A file cannot be a photo: `reason` says why, see ui/photos/words.py."""

    reason: str


AGAIN = "again"
MEMORY = "memory"


@dataclass(eq=False, repr=False)
class NotRead(ClassroomError):
    """The disk did not answer; what was known before is still shown. Reasons as `NotSaved`."""

    reason: str


@dataclass(eq=False, repr=False)
class StepIsStuck(StaleChange):
    """A step cannot be turned round any more, as something has changed since.

    `verb` and `facts` are its label's; undo may step over it, or redo when it is `again`.
    """

    step_id: int
    verb: str
    facts: Mapping[str, str]
    again: bool = False


@dataclass(eq=False, repr=False)
class UndoEnds(ClassroomError):
    """Older steps were forgotten by age; `kept_since` is the day, as ISO text, they go back to."""

    kept_since: str


@dataclass(eq=False, repr=False)
class NotFound(ClassroomError):
    """There is no such thing: `what` is a word of the field, `name` what was asked for."""

    what: str
    name: str


@dataclass(eq=False, repr=False)
class Ambiguous(ClassroomError):
    """More than one thing fits; `candidates` are their names."""

    what: str
    name: str
    candidates: tuple[str, ...]


class NameMissing(ClassroomError):
    """Nothing is left of the name when blanks are taken away."""


@dataclass(eq=False, repr=False)
class NameTaken(ClassroomError):
    """Another one of the same kind has that name; `what` is a word of the field."""

    what: str
    name: str


class NothingSeen(ClassroomError):
    """An observation needs a level, a tag or a note."""


class SkillMissing(ClassroomError):
    """A level says nothing without the skill it was seen in."""


@dataclass(eq=False, repr=False)
class NoSkillThere(ClassroomError):
    """`names` of students are at no station, or at one that works on no skill."""

    names: tuple[str, ...]


@dataclass(eq=False, repr=False)
class NoSuchLevel(ClassroomError):
    """The framework of the skill has levels 1 to `highest`."""

    level: int
    highest: int


@dataclass(eq=False, repr=False)
class NoteTooLong(ClassroomError):
    """A note is one line of at most `limit` letters."""

    count: int
    limit: int


class TooFewStudents(ClassroomError):
    """A rule between students needs two or more."""


class StudentMissing(ClassroomError):
    """Nobody was picked."""


class DayMissing(ClassroomError):
    """It is for no day."""


@dataclass(eq=False, repr=False)
class PullOutClashes(ClassroomError):
    """The student is out then already: for `reason`, from `begins` to `ends` (minutes of a day)."""

    student: str
    reason: str
    begins: int
    ends: int


class NothingToPutBack(ClassroomError):
    """What changed by itself is not known as it was, or has been put back already."""


@dataclass(eq=False, repr=False)
class HasEvidence(ClassroomError):
    """A skill with observations cannot be deleted; it can be retired."""

    statement: str
    observations: int


@dataclass(eq=False, repr=False)
class FrameworkUnread(ClassroomError):
    """A file gave no framework.

    `reason` is "json", "table", "empty", "large", "unread" or "stopped".
    """

    reason: str


@dataclass(eq=False, repr=False)
class LevelInUse(ClassroomError):
    """A level that was given to somebody cannot go; `word` is what it is called."""

    word: str


class NoLessonYet(ClassroomError):
    """No lesson waits to be taught."""


class ReasonMissing(ClassroomError):
    """A level is set by hand for a reason."""


@dataclass(eq=False, repr=False)
class FileIsNewer(ClassroomError):
    """The file was written by a newer Rondo; it is left as it was."""

    path: Path


@dataclass(eq=False, repr=False)
class NotABackup(ClassroomError):
    """The file is not a Rondo database; it is left as it was."""

    path: Path


@dataclass(eq=False, repr=False)
class DamagedFile(ClassroomError):
    """The file is a Rondo database and does not read whole; it is left as it was."""

    path: Path
    finding: str


@dataclass(eq=False, repr=False)
class BackupFailed(ClassroomError):
    """The copy could not be made or did not verify; an older copy at `path` is untouched."""

    path: Path
    reason: str


@dataclass(eq=False, repr=False)
class PassphraseNeeded(ClassroomError):
    """The file is encrypted; its passphrase or its recovery code opens it."""

    path: Path


class WrongPassphrase(ClassroomError):
    """The file is whole, and it is not this passphrase that opens it."""


class WrongCode(ClassroomError):
    """A recovery code without a mistake, and not the one that belongs to this file."""


@dataclass(eq=False, repr=False)
class CodeMistyped(ClassroomError):
    """Not a recovery code: `group` (from 1) is where it goes wrong, 0 when nobody can say.

    `count` letters were typed; a code has `length`.
    """

    group: int
    count: int
    length: int


@dataclass(eq=False, repr=False)
class TryLater(ClassroomError):
    """After several wrong passphrases in a row the next one has to wait."""

    seconds: int


@dataclass(eq=False, repr=False)
class KeyFileDamaged(ClassroomError):
    """The file that holds the key does not read whole; it is left as it was."""

    path: Path


class PassphraseMissing(ClassroomError):
    """An empty passphrase protects nothing."""


@dataclass(eq=False, repr=False)
class BadTimes(ClassroomError):
    """Something would end before it begins, or on another day: minutes of the local day."""

    begins: int
    ends: int


@dataclass(eq=False, repr=False)
class NoSound(ClassroomError):
    """Nothing can be heard: `reason` is "device" or, for a sound file, "file"."""

    reason: str
