"""One copy of the database without the students: written anew, verified, then put in its place."""

import os
from contextlib import closing, suppress
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.domain.erasing import ErasureRequest
from app.domain.mentions import NameWords
from app.domain.names import PersonName
from app.errors import ClassroomError, DamagedFile, FileIsNewer
from data.copies import copy_database, count_rows, discard, settle
from data.database import connect_read_only, transaction
from data.erasure.mentions import has_mentions
from data.erasure.names import names_in, tells_of
from data.erasure.places import beside, is_left_log
from data.erasure.scrub import scrub
from data.identity import MAGIC, check_identity
from data.inspecting import inspect
from data.keys import Key, use_key
from data.safe.tail import tail_size

CLEAN, REWRITTEN = "clean", "rewritten"


def rewrite(
    path: Path, key: Key | None, request: ErasureRequest, names: tuple[PersonName, ...]
) -> str:
    """Take the people out of a copy; says `CLEAN`, `REWRITTEN` or a reason of `LEFT_REASONS`."""
    if is_left_log(path):
        return "damaged"
    plain = _is_plain(path)
    try:
        return _rewrite(path, None if plain else key, request, names)
    except FileIsNewer:
        return "newer"
    except OSError:
        return "refused"
    except sqlite.OperationalError as error:
        return "refused" if "full" in str(error) or "locked" in str(error) else "damaged"
    except (sqlite.Error, ClassroomError):
        return "damaged" if plain else "locked"


def _rewrite(
    path: Path, key: Key | None, request: ErasureRequest, names: tuple[PersonName, ...]
) -> str:
    with closing(connect_read_only(path, key)) as source:
        check_identity(source, path)
        words = NameWords((*names, *names_in(source, request.students)))
        if not tells_of(source, request) and not has_mentions(source, request, words):
            return CLEAN
    fresh = path.with_name(f"{path.name}.erase.part")
    try:
        copy_database(path, fresh, key)
        _scrub_file(fresh, key, request, words)
        _take_over(path, fresh)
        inspect(fresh, key)
        settle(fresh, path)
    finally:
        with suppress(OSError):
            discard(fresh)
    for part in beside(path):
        part.unlink(missing_ok=True)
    return REWRITTEN


def _scrub_file(fresh: Path, key: Key | None, request: ErasureRequest, words: NameWords) -> None:
    with closing(sqlite.connect(str(fresh), isolation_level=None)) as connection:
        use_key(connection, key)
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA synchronous = OFF")  # half of it is worth nothing
        had = count_rows(connection)
        with transaction(connection):
            scrub(connection, request, words)
        connection.execute("VACUUM")
        has = count_rows(connection)
        if {table for table in had if had[table] != has[table]} - {"rule"}:
            raise DamagedFile(fresh, "it holds less than before")
        if tells_of(connection, request):
            raise DamagedFile(fresh, "something is left in it")


def _take_over(path: Path, fresh: Path) -> None:
    """What follows the last page of an encrypted backup goes along, and its time."""
    tail = tail_size(path)
    if tail:
        with path.open("rb") as old, fresh.open("ab") as new:
            old.seek(-tail, os.SEEK_END)
            new.write(old.read())
    known = path.stat()
    os.utime(fresh, ns=(known.st_atime_ns, known.st_mtime_ns))


def _is_plain(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return True
