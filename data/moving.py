"""Moving a profile to a folder of this computer. What was there stays as it was, to the byte."""

import shutil
from contextlib import closing
from datetime import UTC, datetime
from filecmp import cmp
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.domain.opening.errors import NotMoved
from app.domain.opening.place import LOCAL
from app.errors import ClassroomError, NotSaved
from data.backups import SqliteBackups
from data.copies import settle, sync
from data.database import connect
from data.identity import copy_with_logs, is_plain
from data.lock import ProfileLock
from data.moved import leave_note
from data.paths import Profile
from data.surroundings import Surroundings

_WORK = "arriving"


def free_profile(wanted: Path) -> Profile:
    """That folder, or one beside it, where no class is kept yet."""
    folder, number = wanted, 1
    while _is_taken(Profile(folder)):
        number += 1
        folder = wanted.with_name(f"{wanted.name}-{number}")
    return Profile(folder)


def move_profile(old: Profile, new: Profile, around: Surroundings) -> None:
    """Copy everything, verify it, and leave a note. Raises `NotMoved`, or what the file is.

    The old folder is only read, as bytes, until the new one is whole; SQLite works on the copy.
    """
    if around.place_of(new.folder).kind != LOCAL:
        raise NotMoved(new.folder, "it does not lie on this computer alone")
    if _is_taken(new):
        raise NotMoved(new.folder, "there is a class in it already")
    lock = ProfileLock(old.lock, around, is_believed=False)
    if holder := lock.take():
        raise NotMoved(new.folder, f"{holder.user or 'somebody'} has it open")
    try:
        _move(old, new, around)
    finally:
        lock.release()


def _is_taken(profile: Profile) -> bool:
    """Whether a class is kept there, or what a lost one left: its key and its backups."""
    beside = [f"{profile.database.name}{end}" for end in ("", "-wal", "-journal", ".mended")]
    parts = [*(profile.folder / name for name in beside), profile.key_file]
    kept = profile.backups.is_dir() and any(True for _ in profile.backups.iterdir())
    return kept or any(part.exists() for part in parts)


def _move(old: Profile, new: Profile, around: Surroundings) -> None:
    is_new = not new.folder.exists()
    work = new.folder / _WORK
    try:
        new.made()
        work.mkdir(exist_ok=True)
        before = _marks(old)
        _copy_database(old, new, work)
        _copy_rest(old, new)
        if _marks(old) != before:  # what was written there meanwhile would be left behind
            raise NotMoved(new.folder, "another program wrote into your class meanwhile")
        leave_note(old, new, around.host)
    except (OSError, sqlite.Error, ClassroomError) as error:
        if is_new:
            shutil.rmtree(new.folder, ignore_errors=True)
        else:
            for end in ("", "-wal", "-journal"):
                new.database.with_name(new.database.name + end).unlink(missing_ok=True)
        raise NotMoved(new.folder, _why(error)) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _copy_database(old: Profile, new: Profile, work: Path) -> None:
    """By the backup API and read back, where there is no key that would be needed for it."""
    if not old.database.exists():
        return
    copy = copy_with_logs(old.database, work)
    if is_plain(copy):
        with closing(connect(copy)):
            SqliteBackups(copy, lambda: datetime.now(UTC)).save(new.database)
        return
    for part in (copy, *work.glob(f"{copy.name}-*")):
        if not cmp(part, old.folder / part.name, shallow=False):
            raise NotMoved(new.folder, "the copy differs")
    for part in sorted(work.iterdir(), reverse=True):  # the file last: where it is, its log is
        settle(part, new.folder / part.name)


def _copy_rest(old: Profile, new: Profile) -> None:
    """Settings, the key, the record and the backups, each compared with what it was copied from."""
    for source in (old.settings, old.key_file, old.tries, old.erased):
        if source.exists():
            _copied(source, new.folder / source.name)
    for source in sorted(old.backups.glob("*")) if old.backups.is_dir() else []:
        if source.is_file():
            new.backups.mkdir(exist_ok=True)
            _copied(source, new.backups / source.name)


def _copied(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    sync(target)
    shutil.copystat(source, target)
    if not cmp(source, target, shallow=False):
        raise NotMoved(target.parent, "the copy differs")


def _marks(profile: Profile) -> list[tuple[int, int]]:
    """What changes whenever the class is written."""
    parts = [profile.database.with_name(profile.database.name + end) for end in ("", "-wal")]
    found = [part.stat() for part in parts if part.exists()]
    return [(one.st_mtime_ns, one.st_size) for one in found]


def _why(error: Exception) -> str:
    if isinstance(error, NotMoved):
        return error.reason
    if isinstance(error, NotSaved):
        return "no note could be left in the old folder"
    if isinstance(error, OSError):
        return error.strerror or "the disk refused"
    return "your class could not be read whole"
