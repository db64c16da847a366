"""Folders in the computer's own place for passing files; what is in them may be a whole class.

Each has the number of its process in its name, so that one left by a program that was ended is
known, and goes with the next start or the next erasing.
"""

import os
import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from data.processes import has_pid

_OURS = re.compile(r"rondo-[a-z]+-(\d+)-")


def passing_folder(what: str) -> TemporaryDirectory[str]:
    """A new one, for its owner alone; it goes when it is closed."""
    prefix = f"rondo-{what}-{os.getpid()}-"
    return TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True)


def clear_left(place: Path | None = None) -> None:
    """Take away those whose process is no more. Other users' stay."""
    for folder in (place or Path(gettempdir())).glob("rondo-*-*-*"):
        made = _OURS.match(folder.name)
        if made and not folder.is_symlink() and not has_pid(int(made[1])):
            shutil.rmtree(folder, ignore_errors=True)
