"""A folder of backups, in the profile or on a stick."""

import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from app.domain.backups import BackupInfo, Stop
from app.errors import BackupFailed
from app.ports import Clock
from app.services.backups import BackupService
from data.backups import SUFFIX, SqliteBackups
from data.keys import Key
from data.paths import Profile
from data.safe.sealing import sealed_backups
from data.settings_file import SettingsFile

FOLDER = "Rondo backups"
_LEFT_S = 3600
"""A copy nobody has finished for so long was left by a program that was ended."""


class FolderShelf:
    """Implements `app.ports.Shelf`. The profile's `own` folder is made when it is needed.

    Any other is only used as it is: where a stick should be, there may be an empty folder.
    """

    def __init__(self, folder: Path, backups: SqliteBackups, own: bool) -> None:
        self._folder = folder
        self._backups = backups
        self._own = own

    @property
    def place(self) -> Path:
        return self._folder

    def there(self) -> bool:
        return self._own or self._folder.is_dir()

    def files(self) -> Sequence[Path]:
        with suppress(OSError):
            return sorted(self._folder.glob(f"rondo-*{SUFFIX}"), reverse=True)
        return ()

    def add(self, stop: Stop) -> BackupInfo:
        try:
            if self._own:
                self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._clear()
            target = self._backups.new_file(self._folder)
            if not self._backups.fits(self._folder):
                raise BackupFailed(target, "the disk is full")
        except OSError as error:
            raise BackupFailed(self._folder, error.strerror or str(error)) from error
        return self._backups.save(target, stop)

    def glance(self, file: Path) -> BackupInfo:
        return self._backups.glance(file)

    def inspect(self, file: Path, stop: Stop) -> BackupInfo:
        return self._backups.inspect(file, stop)

    def remove(self, file: Path) -> None:
        with suppress(OSError):  # someone has it open: it goes the next time
            file.unlink(missing_ok=True)

    def _clear(self) -> None:
        for left in self._folder.glob(f"rondo-*{SUFFIX}.*.part"):
            if time.time() - left.stat().st_mtime > _LEFT_S:
                self.remove(left)


def service_of(profile: Profile, clock: Clock, key: Key | None) -> BackupService:
    """Backups in the profile, and in the second place when there is one."""
    settings = SettingsFile(profile.settings).load()
    backups = sealed_backups(profile, lambda: clock.local(clock.now_ms()), key)
    shelves = [FolderShelf(profile.backups, backups, own=True)]
    if settings.second_place:
        shelves.append(FolderShelf(Path(settings.second_place), backups, own=False))
    spared = {Path(name).name for name in (settings.before_restore,) if name}
    return BackupService(
        shelves, backups.live, clock, spared, lambda chosen: folder_for(chosen, backups)
    )


def folder_for(chosen: Path, backups: SqliteBackups) -> Path:
    """Make the folder for backups in the place the teacher chose; raises `OSError`.

    One that is there already is used if it is of this class file. Another's is left alone: the
    rule that thins would take hers for ours.
    """
    if chosen.name.startswith(FOLDER):
        if _is_ours(chosen, backups):
            return chosen
        chosen = chosen.parent
    for more in ("", *(f" {number}" for number in range(2, 99))):
        folder = chosen / f"{FOLDER}{more}"
        folder.mkdir(exist_ok=True)
        if _is_ours(folder, backups):
            return folder
    raise FileExistsError(None, "there are too many folders for backups", str(chosen))


def _is_ours(folder: Path, backups: SqliteBackups) -> bool:
    files = FolderShelf(folder, backups, own=False).files()
    return not files or any(backups.is_of_this(file) for file in files)
