"""Opening the class file of a profile, to write where that can be, else to read."""

import os
from pathlib import Path
from typing import NamedTuple

from sqlcipher3 import dbapi2 as sqlite

from app.domain.looking import Tell, unheard
from app.domain.opening.errors import ClassFileGone, FileIsBusy, NoPlace
from app.errors import DamagedFile, NotSaved
from data.database import connect
from data.identity import look
from data.keys import Key
from data.moved import forget_trace
from data.paths import Profile
from data.reading import connect_to_read
from data.settings_file import SettingsFile
from data.surroundings import Surroundings


class Access(NamedTuple):
    """A connection, and why it only reads: "holder", "folder" or "file"; "" when it writes too."""

    connection: sqlite.Connection
    read_only: str = ""


def open_file(
    profile: Profile,
    around: Surroundings,
    key: Key | None,
    read_only: str = "",
    log: bool = True,
    anew: bool = False,
    tell: Tell | None = unheard,
) -> Access:
    """Open it, or make it in a folder that holds nothing yet.

    `read_only` is a reason not to write that is known already; `anew` makes a new file also among
    what belongs to one that is gone; `tell` is for `database.connect`. Raises what that does,
    `ClassFileGone`, or `NoPlace`.
    """
    path = profile.database
    if not path.exists():
        _may_be_new(profile, around, read_only, anew)
        return Access(connect(path, key, log))
    reason = read_only or _refused(profile, around)
    if not reason:
        try:
            return Access(connect(path, key, log, tell))
        except NotSaved as error:
            if error.reason != "read_only":
                raise
            reason = "folder"
    look(path, key, will_change_header=False)
    return Access(_read(path, key), reason)


def begin_anew(profile: Profile, stamp: str) -> None:
    """Put aside what belongs to a class file that is gone: a new one must not be mixed with it.

    Where the file is there again nothing is touched. Nobody may have it open.
    """
    if profile.database.exists():
        return
    names = [profile.database.name + suffix for suffix in ("-wal", "-shm", "-journal")]
    for name in (*names, profile.key_file.name):
        part = profile.folder / name
        if part.exists():
            part.rename(part.with_name(f"{part.name}.left-{stamp}"))
    forget_trace(profile, stamp)


def _read(path: Path, key: Key | None) -> sqlite.Connection:
    try:
        return connect_to_read(path, key)
    except sqlite.OperationalError as error:
        if "locked" in str(error):
            raise FileIsBusy(path) from error
        raise DamagedFile(path, str(error)) from error
    except sqlite.Error as error:
        raise DamagedFile(path, str(error)) from error


def _refused(profile: Profile, around: Surroundings) -> str:
    if not around.may_write(profile.folder):
        return "folder"
    return "" if around.may_write(profile.database) else "file"


def _may_be_new(profile: Profile, around: Surroundings, read_only: str, anew: bool) -> None:
    """A new file is made only where one can be, and where none was before."""
    if read_only or not around.may_write(profile.folder):
        raise NoPlace(profile.folder, "nothing can be written there")
    if not anew and _has_had_one(profile):
        raise ClassFileGone(profile.folder)


def _has_had_one(profile: Profile) -> bool:
    """Whether something is left of a class: its log, its key, backups, or that it was open last."""
    log = profile.database.with_name(f"{profile.database.name}-wal")
    return (
        (log.exists() and log.stat().st_size > 0)
        or profile.key_file.exists()
        or _has_entries(profile.backups)
        or SettingsFile(profile.settings).load().last_class != 0
    )


def _has_entries(folder: Path) -> bool:
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is not None
    except OSError:
        return False
