"""Setting a damaged file aside and putting a whole one in its place.

The new file is finished and read back under a name of its own (`…mended`) before the old one is
touched. While that name is there the exchange is not done: whoever finds it, after a power cut
say, carries it on from wherever it stopped. What is set aside has a name that follows from the
time of the new file, so that a second try keeps nothing twice. Of several who find it one goes on
and the others wait: the log beside a finished file is that file's, and its newest notes.
"""

import filecmp
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from app.domain.aside import surplus_asides
from data.copies import settle, sync, sync_folder
from data.oslock import wait_for_lock

DAMAGED = ".damaged-"
MENDED = ".mended"
_STAMP = "%Y-%m-%d-%H%M%S"
_LOG, _SHARED, _JOURNAL, _HALF = "-wal", "-shm", "-journal", ".part"
WORKROOMS = ("rondo-look-*", "rondo-mend-*")
"""Folders for work on a damaged file: whoever is ended in the middle leaves one."""
_LEFT_S = 3600
"""By then nobody works in one any more."""


def put_in_place(fresh: Path, database: Path, now: datetime) -> Path | None:
    """Let a finished file take the place of a damaged one; returns where that is kept."""
    finish(database)
    os.utime(fresh, (now.timestamp(), now.timestamp()))
    settle(fresh, _beside(database, MENDED))
    return finish(database)


def finish(database: Path) -> Path | None:
    """Carry on an exchange that was begun; returns where the damaged file is kept."""
    mended = _beside(database, MENDED)
    with _alone(mended) as is_there:
        return _finish(database, mended) if is_there else None


def _finish(database: Path, mended: Path) -> Path | None:
    kept = _kept(database, mended) if database.exists() else None
    if not mended.exists():
        return kept  # where there are no locks another program was quicker, and may write already
    for suffix in (_LOG, _SHARED, _JOURNAL):  # SQLite would read another's into the new one
        _beside(database, suffix).unlink(missing_ok=True)
    sync_folder(database.parent)  # a power cut must not bring them back beside the new file
    with suppress(FileNotFoundError):  # the same
        settle(mended, database)
    thin(database)
    return kept


def asides(database: Path) -> dict[Path, int]:
    """The damaged files that were set aside, and when (milliseconds, by the name they have)."""
    found: dict[Path, int] = {}
    for file in database.parent.glob(f"{database.name}{DAMAGED}*"):
        stamp = file.name.removeprefix(f"{database.name}{DAMAGED}")[: len("2026-05-14-094700")]
        with suppress(ValueError):
            if not file.name.endswith((_LOG, _JOURNAL, _HALF)):
                found[file] = int(datetime.strptime(stamp, _STAMP).astimezone().timestamp() * 1000)
    return found


def thin(database: Path) -> None:
    """Delete those that are neither among the newest three nor the first of their hour.

    What somebody left who was ended in the middle goes too.
    """
    found = {str(file): at for file, at in asides(database).items()}
    for name in surplus_asides(found):
        for suffix in (_LOG, _JOURNAL, ""):  # the file last: it is found again
            _delete(_beside(Path(name), suffix))
    for file in _orphans(database):
        _delete(file)
    for folder in _left(database.parent):
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _alone(mended: Path) -> Iterator[bool]:
    """Wait until nobody else carries the exchange on; whether it is still to be done then."""
    if os.name == "nt":  # there a file that somebody has open is neither renamed nor deleted
        yield mended.exists()
        return
    try:
        descriptor = os.open(mended, os.O_RDONLY)
    except FileNotFoundError:
        yield False
        return
    try:
        wait_for_lock(descriptor)
        yield mended.exists() and os.path.samestat(os.fstat(descriptor), mended.stat())
    finally:
        os.close(descriptor)


def _kept(database: Path, mended: Path) -> Path:
    """Where the damaged file is kept, as it was; it is now, if it was not yet."""
    stamp = datetime.fromtimestamp(mended.stat().st_mtime, UTC).astimezone().strftime(_STAMP)
    first = _beside(database, f"{DAMAGED}{stamp}")
    for aside in (first, *_others(first)):
        if not aside.exists():
            _keep(database, aside)
            return aside
        if aside.samefile(database) or filecmp.cmp(aside, database, shallow=False):
            return aside
    raise FileExistsError(None, "there are too many damaged files", str(first))


def _keep(database: Path, aside: Path) -> None:
    """Give the file and its log a second name, or copy them where a disk knows no second names."""
    for suffix in (_LOG, _JOURNAL, ""):  # the file last: where it is, its log is too
        part, kept = _beside(database, suffix), _beside(aside, suffix)
        if part.exists():
            kept.unlink(missing_ok=True)  # somebody came as far as this
            try:
                os.link(part, kept)
            except OSError:
                _copy(part, kept)


def _copy(part: Path, kept: Path) -> None:
    half = _beside(kept, _HALF)
    try:
        shutil.copyfile(part, half)
        sync(half)
        half.replace(kept)
    finally:
        half.unlink(missing_ok=True)


def _orphans(database: Path) -> Iterator[Path]:
    """Halves of copies, and logs whose file never came or has gone."""
    for file in database.parent.glob(f"{database.name}{DAMAGED}*"):
        owner = file.with_name(file.name.removesuffix(_LOG).removesuffix(_JOURNAL))
        if file.name.endswith(_HALF) or (owner != file and not owner.exists()):
            yield file


def _left(folder: Path) -> Iterator[Path]:
    for pattern in WORKROOMS:
        for left in folder.glob(pattern):
            with suppress(OSError):
                if time.time() - left.stat().st_mtime > _LEFT_S:
                    yield left


def _delete(file: Path) -> None:
    with suppress(OSError):  # someone has it open: it goes the next time
        file.unlink(missing_ok=True)


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _others(aside: Path) -> tuple[Path, ...]:
    return tuple(_beside(aside, f"-{number}") for number in range(2, 100))
