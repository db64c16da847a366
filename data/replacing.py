"""Letting a finished file take the place of the class file, which is kept."""

import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.domain.opening.errors import FileIsBusy
from app.errors import ClassroomError, NotSaved
from data.copies import settle, sync
from data.database import Connection
from data.inspecting import inspect
from data.keys import Key
from data.log_belongs import is_foreign_log
from data.safe.carry import carry_vault
from data.safe.rekey import hold_alone
from data.trouble import reason_of

_BESIDE = ("-wal", "-shm", "-journal")
_KEPT = ("", "-wal", "-journal")


def reads_whole(database: Path, key: Key | None) -> bool:
    """Whether file and log are one whole that can be copied; nobody here has it open."""
    journal = _beside(database, "-journal")
    if journal.exists() and journal.stat().st_size:
        return False
    try:
        inspect(database, key)
        return not is_foreign_log(database, key)
    except (sqlite.DatabaseError, ClassroomError):
        return False


def replace_held(
    database: Path, key: Key | None, fresh: Path, keep: Callable[[Connection], object]
) -> None:
    """Keep what is there and put the new file in its place, while nobody else can write.

    Else a note that another program saves in between would be in neither. Raises `FileIsBusy`.
    """
    with closing(_held(database, key)) as connection:
        keep(connection)
        if sys.platform == "win32":  # there a file that is open keeps its name
            connection.close()
        settle(fresh, database)


def replace_bytes(database: Path, fresh: Path, kept: Path, key_file: Path) -> None:
    """The same for a file that does not read: it is kept byte by byte, with what lies beside it.

    An encrypted one is given the vault, as the key file may be another's one day.
    """
    made = list[Path]()
    try:
        for suffix in _KEPT:
            part = _beside(database, suffix)
            if part.exists():
                made.append(_beside(kept, suffix))
                shutil.copyfile(part, made[-1])
                sync(made[-1])
        carry_vault(kept, key_file)
    except OSError:
        for part in made:
            part.unlink(missing_ok=True)
        raise
    for suffix in _BESIDE:
        _beside(database, suffix).unlink(missing_ok=True)
    settle(fresh, database)


def _held(database: Path, key: Key | None) -> Connection:
    try:
        return hold_alone(database, key)
    except NotSaved as error:
        raise FileIsBusy(database) from error
    except sqlite.OperationalError as error:
        if reason_of(error) == "busy":
            raise FileIsBusy(database) from error
        raise


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)
