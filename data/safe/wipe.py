"""Files that are no longer wanted and were not encrypted."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from io import FileIO
from pathlib import Path

from data.copies import settle

_BLOCK = bytes(1 << 20)


def wipe(path: Path) -> None:
    """Write zeros over a file before it goes.

    Its blocks then hold nothing, where the disk writes in place. A disk that writes every block
    anew (a stick, an SSD) may keep the old ones: there only the disk's own encryption helps.
    """
    # Into a file with holes a full disk takes no more: it goes all the same.
    with suppress(OSError), path.open("r+b", buffering=0) as file:
        overwrite(file)
    path.unlink()


def take_place(fresh: Path, path: Path, meanwhile: Callable[[], None] | None = None) -> None:
    """Give the new file the name of the old one, which is filled with zeros then.

    `meanwhile` is called before the old file is let go. Windows keeps the name of a file that is
    open, so there the old blocks are only given back.
    """
    if sys.platform == "win32":
        settle(fresh, path)
        return
    with path.open("r+b", buffering=0) as old:
        settle(fresh, path)
        overwrite(old)
        if meanwhile is not None:
            meanwhile()


def overwrite(file: FileIO) -> None:
    """Write zeros over all of an open file."""
    left = file.seek(0, os.SEEK_END)
    file.seek(0)
    while left > 0:
        left -= file.write(_BLOCK[: min(left, len(_BLOCK))])
    os.fsync(file.fileno())
