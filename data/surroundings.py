"""What is asked of the computer before a class is opened; a test hands in a computer of its own."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import time_ns

from app.domain.opening.holder import Holder
from app.domain.opening.place import Place
from data.places import place_of
from data.processes import born, lives

MAC_MOUNT = Path("/sbin/mount")


if sys.platform == "win32":
    import ctypes

    def _drive_kind(drive: str) -> int:
        return int(ctypes.windll.kernel32.GetDriveTypeW(drive))

else:

    def _drive_kind(_drive: str) -> int:
        return 0


def _mounts() -> str:
    """The table of mounts: a file on Linux, what a program says on a Mac."""
    if MAC_MOUNT.exists():
        import subprocess  # not for the start of other systems

        return subprocess.run([MAC_MOUNT], capture_output=True, text=True, check=False).stdout
    try:
        return Path("/proc/mounts").read_text("utf-8", errors="replace")
    except OSError:
        return ""


def _has(folder: str, name: str) -> bool:
    return os.path.lexists(f"{folder}/{name}")


def _user() -> str:
    for name in ("USER", "LOGNAME", "USERNAME"):
        if told := os.environ.get(name):
            return told
    return Path.home().name


def _host() -> str:
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


@dataclass(frozen=True)
class Surroundings:
    """The computer, its user and this process, each as a question that can be answered anew."""

    user: str = field(default_factory=_user)
    host: str = field(default_factory=_host)
    home: Path = field(default_factory=Path.home)
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    mounts: Callable[[], str] = _mounts
    drive_kind: Callable[[str], int] = _drive_kind
    has: Callable[[str, str], bool] = _has
    lives: Callable[[Holder], bool] = lives
    may_write: Callable[[Path], bool] = lambda path: os.access(path, os.W_OK)

    def place_of(self, folder: Path) -> Place:
        """Where a folder lies; what leads elsewhere is followed."""
        real = folder.resolve()
        return place_of(real, self.home, self.mounts(), self.drive_kind, self.environment, self.has)

    def me(self) -> Holder:
        """This process, as the others are told of it."""
        pid = os.getpid()
        return Holder(self.user, self.host, pid, born(pid), time_ns() // 1_000_000)
