"""Why a class could not be opened, or only to be read. The file is as it was in every case."""

import errno
from dataclasses import dataclass
from pathlib import Path

from app.errors import ClassroomError, DamagedFile


@dataclass(eq=False, repr=False)
class FoundDamaged(DamagedFile):
    """It was open when damage was met, so it may be opened again as it is."""


@dataclass(eq=False, repr=False)
class FileIsOlder(ClassroomError):
    """An older Rondo wrote it: it has to be brought up to date first, which may take a while."""

    path: Path


@dataclass(eq=False, repr=False)
class LogIsLeft(FileIsOlder):
    """A program that was ended left a log beside a large file: to read both takes a while."""


@dataclass(eq=False, repr=False)
class FileIsBusy(ClassroomError):
    """Another program holds the file and did not let go in time; it is left as it was."""

    path: Path


@dataclass(eq=False, repr=False)
class FolderMissing(ClassroomError):
    """The folder that was asked for is not there, nor is the one it would be in."""

    folder: Path


@dataclass(eq=False, repr=False)
class NoPlace(ClassroomError):
    """Nothing can be kept in the folder, and there is nothing in it to read."""

    folder: Path
    reason: str


@dataclass(eq=False, repr=False)
class ClassFileGone(ClassroomError):
    """The folder has what belongs to a class file, and not the class file."""

    folder: Path


class NotAFile(OSError):
    """A folder, pipe or device where a file should be; it was not opened, for that may never end.

    `filename` is its path.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EINVAL, "it is not a file", str(path))


@dataclass(eq=False, repr=False)
class OpenAlready(ClassroomError):
    """The same teacher has it open on this computer; that window does not answer."""

    folder: Path


@dataclass(eq=False, repr=False)
class OnlyReading(ClassroomError):
    """What was asked for is a change, and nothing can be changed at present.

    `reason` is "holder", "folder", "file" or "share"; with "holder" the rest says who has it
    open, on which computer, and since when.
    """

    reason: str
    user: str = ""
    host: str = ""
    since: str = ""


@dataclass(eq=False, repr=False)
class NotLocal(ClassroomError):
    """The folder does not belong to this computer alone; nobody has been asked about it yet.

    `kind` is "stick", "share" or "cloud"; `service` is what it is called, such as "OneDrive";
    `copies` are other class files that lie beside this one.
    """

    folder: Path
    kind: str
    service: str
    copies: tuple[str, ...]


@dataclass(eq=False, repr=False)
class NotMoved(ClassroomError):
    """The class could not be copied to its new folder; it is still whole where it was."""

    folder: Path
    reason: str


@dataclass(eq=False, repr=False)
class NotRestored(ClassroomError):
    """The backup at `path` did not take the place of the class, which is as it was."""

    path: Path
    reason: str
