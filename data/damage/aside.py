"""Setting a damaged file aside and putting a whole one in its place.

The new file is finished and read back under a name of its own (`…mended`) before the old one is
touched. While that name is there the exchange is not done: whoever finds it, after a power cut
say, carries it on from wherever it stopped.
"""

import os
import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.domain.aside import surplus_asides
from data.copies import settle, sync

DAMAGED = ".damaged-"
MENDED = ".mended"
_STAMP = "%Y-%m-%d-%H%M%S"
_LOG, _SHARED, _JOURNAL = "-wal", "-shm", "-journal"


def put_in_place(fresh: Path, database: Path, now: datetime) -> Path | None:
    """Let a finished file take the place of a damaged one; returns where that is kept."""
    aside = _beside(database, f"{DAMAGED}{now.strftime(_STAMP)}")
    aside = next(name for name in (aside, *_others(aside)) if not name.exists())
    kept = _keep(database, aside)
    settle(fresh, _beside(database, MENDED))
    finish(database)
    return kept


def finish(database: Path) -> None:
    """Carry on an exchange that was begun. What was set aside is whole by then."""
    mended = _beside(database, MENDED)
    if not mended.exists():
        return
    for suffix in (_LOG, _SHARED, _JOURNAL):  # SQLite would read another's into the new one
        _beside(database, suffix).unlink(missing_ok=True)
    settle(mended, database)


def asides(database: Path) -> dict[Path, int]:
    """The damaged files that were set aside, and when (milliseconds, by the name they have)."""
    found: dict[Path, int] = {}
    for file in database.parent.glob(f"{database.name}{DAMAGED}*"):
        stamp = file.name.removeprefix(f"{database.name}{DAMAGED}")[: len("2026-05-14-094700")]
        with suppress(ValueError):
            if not file.name.endswith((_LOG, _JOURNAL)):
                found[file] = int(datetime.strptime(stamp, _STAMP).astimezone().timestamp() * 1000)
    return found


def thin(database: Path) -> None:
    """Delete those that are neither among the newest three nor the first of their hour."""
    found = {str(file): at for file, at in asides(database).items()}
    for name in surplus_asides(found):
        for file in (Path(name), Path(name + _LOG), Path(name + _JOURNAL)):
            with suppress(OSError):  # someone has it open: it goes the next time
                file.unlink(missing_ok=True)


def _keep(database: Path, aside: Path) -> Path | None:
    """Give the file and its log a second name, or copy them where a disk knows no second names."""
    kept = None
    for suffix in (_LOG, _JOURNAL, ""):  # the file last: where it is, its log is too
        part = _beside(database, suffix)
        if part.exists():
            kept = _beside(aside, suffix)
            try:
                os.link(part, kept)
            except OSError:
                _copy(part, kept)
    return kept


def _copy(part: Path, kept: Path) -> None:
    half = _beside(kept, ".part")
    try:
        shutil.copyfile(part, half)
        sync(half)
        half.replace(kept)
    finally:
        half.unlink(missing_ok=True)


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _others(aside: Path) -> tuple[Path, ...]:
    return tuple(_beside(aside, f"-{number}") for number in range(2, 100))
