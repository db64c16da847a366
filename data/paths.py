"""Where things are kept: one folder, local to this computer."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from app.domain.opening.errors import NotAFile

ERASED = "erased.json"


def plain(path: Path) -> Path:
    """The same path, where a file lies there or nothing. Raises `NotAFile`.

    To open a pipe waits for good for somebody who writes into it, and a device may never end.
    """
    if path.exists() and not path.is_file():
        raise NotAFile(path)
    return path


class Profile(NamedTuple):
    """All data of one teacher in one folder."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "rondo.db"

    @property
    def key_file(self) -> Path:
        """What a passphrase or the recovery code opens; there when a passphrase is set."""
        return self.folder / "rondo.key"

    @property
    def tries(self) -> Path:
        """How many wrong passphrases there were."""
        return self.folder / "rondo.tries"

    @property
    def erased(self) -> Path:
        """Which students were erased, by ids alone: for when the class file forgets it."""
        return self.folder / ERASED

    @property
    def lock(self) -> Path:
        """Says who has the profile open."""
        return self.folder / "rondo.lock"

    @property
    def pulse(self) -> Path:
        """Says when the profile was last in use."""
        return self.folder / "alive"

    @property
    def requests(self) -> Path:
        """Where a second copy of the app leaves what it was asked for."""
        return self.folder / "requests"

    @property
    def backups(self) -> Path:
        """Where automatic backups lie."""
        return self.folder / "backups"

    @property
    def settings(self) -> Path:
        return self.folder / "settings.json"

    @property
    def reports(self) -> Path:
        """Where reports of our own bugs lie; they hold no names."""
        return self.folder / "reports"

    def made(self) -> "Profile":
        """The same profile, its folder there and closed to other users."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return self


def default_folder(
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
    home: Path | None = None,
) -> Path:
    """The local data folder of this user; never the one that roams between computers."""
    at_home = home if home is not None else Path.home()
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or at_home / "AppData/Local") / "Rondo"
    if platform == "darwin":
        return at_home / "Library/Application Support/Rondo"
    return Path(environment.get("XDG_DATA_HOME") or at_home / ".local/share") / "rondo"
