"""Who has a profile open: a file that names them, and the computer's own lock on it."""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from threading import Event
from typing import NamedTuple

from app.domain.opening.holder import NOBODY_KNOWN, Holder, still_holds
from data.oslock import try_lock
from data.paths import plain
from data.surroundings import Surroundings

_TRIES = 5
_PAUSE_S = 0.02
_wait = Event().wait


class ProfileLock:
    """The lock of one profile. Ask `holder` or `take` it; whoever took it must `release` it.

    Where locks are not believed, because other computers reach the folder too, the file's words
    count as well: a computer that is not this one may still have it open.
    """

    def __init__(
        self,
        path: Path,
        around: Surroundings,
        is_believed: bool = True,
        pause: Callable[[float], object] = _wait,
    ) -> None:
        self._path = path
        self._around = around
        self._own = around.me()
        self._is_believed = is_believed
        self._pause = pause
        self._descriptor: int | None = None

    @property
    def is_ours(self) -> bool:
        return self._descriptor is not None

    def holder(self) -> Holder | None:
        """Who else has it open; nothing is made for the question."""
        if self.is_ours or not self._path.exists():
            return None
        with suppress(OSError):
            descriptor = _open(self._path, make=False)
            try:
                return self._judged(descriptor).holder
            finally:
                os.close(descriptor)
        return None

    def take(self, over: bool = False) -> Holder | None:
        """Take it, and return None; or say who has it. `over` the words of another computer.

        Where nothing can be written there is no lock, and nobody to name.
        """
        found: Holder | None = NOBODY_KNOWN
        for _ in range(_TRIES):
            try:
                descriptor = _open(self._path, make=True)
            except OSError:
                return self.holder()
            judged = self._judged(descriptor)
            found = None if over and not judged.is_locked else judged.holder
            if found is None and _is_still(descriptor, self._path):
                self._sign(descriptor)
                return None
            os.close(descriptor)
            if found not in {None, NOBODY_KNOWN}:
                return found
            self._pause(_PAUSE_S)  # somebody only asks, or goes and takes the file away
        return found

    def release(self) -> None:
        """Let it go and leave nothing behind."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is None:
            return
        with suppress(OSError):
            os.ftruncate(descriptor, 0)
        with suppress(OSError):  # Windows deletes no file that is open
            self._path.unlink()
        os.close(descriptor)
        with suppress(OSError):
            if os.name == "nt":
                self._path.unlink(missing_ok=True)

    def _sign(self, descriptor: int) -> None:
        self._descriptor = descriptor
        words = json.dumps(asdict(self._own), ensure_ascii=False).encode()
        with suppress(OSError):  # a full disk: the lock holds without a name
            os.lseek(descriptor, 0, os.SEEK_SET)
            os.write(descriptor, words)
            os.ftruncate(descriptor, len(words))

    def _judged(self, descriptor: int) -> "_Judged":
        """Who has it open; when it is nobody, the lock of this file is taken."""
        own = self._own
        try:
            is_locked, is_believed = not try_lock(descriptor), self._is_believed
        except OSError:  # no locks on this disk: only the words are left
            is_locked, is_believed = False, False
        note = _read(descriptor)
        is_alive = note is not None and note.host == own.host and self._around.lives(note)
        if still_holds(note, own, is_alive, is_locked, is_believed):
            return _Judged(note or NOBODY_KNOWN, is_locked)
        return _Judged(None, is_locked)


class _Judged(NamedTuple):
    holder: Holder | None
    is_locked: bool


def _open(path: Path, make: bool) -> int:
    flags = getattr(os, "O_BINARY", 0)
    if make:
        return os.open(path, flags | os.O_RDWR | os.O_CREAT, 0o644)
    return os.open(plain(path), flags | os.O_RDONLY)


def _is_still(descriptor: int, path: Path) -> bool:
    """Whether the open file is the one of that name."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except OSError:
        return False


def _read(descriptor: int) -> Holder | None:
    """Who signed the file; None when nobody did, or not to the end."""
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        kept = json.loads(os.read(descriptor, 4096))
        return Holder(
            str(kept["user"]),
            str(kept["host"]),
            int(kept["pid"]),
            str(kept["born"]),
            int(kept["since"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
