"""What a profile's key means for its backups: how they are made, and how they are taken back."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from app.errors import ClassroomError, KeyFileDamaged
from data.backups import SqliteBackups
from data.copies import copy_database
from data.identity import is_plain
from data.inspecting import inspect
from data.keys import Key
from data.paths import Profile
from data.safe.rekey import convert
from data.safe.tail import tail_size
from data.safe.trailer import add_vault
from data.safe.vault import unpacked


def sealed_backups(
    profile: Profile,
    now: Callable[[], datetime],
    key: Key | None = None,
    of_others: Key | None = None,
) -> SqliteBackups:
    """Backups of a profile as its key wants them."""
    sealing = Sealing(profile.key_file, key, of_others)
    return SqliteBackups(profile.database, now, key, sealing.amend, sealing.take)


def unsealed_backups(
    profile: Profile, now: Callable[[], datetime], into: Key | None, of_others: Key | None
) -> SqliteBackups:
    """Backups of a class file that is plain, and is to have a key when one is taken back."""
    take = Sealing(profile.key_file, into, of_others).take
    return SqliteBackups(profile.database, now, take=take)


class Sealing:
    """`own` is the profile's key, `of_others` one for a backup that `own` does not open."""

    def __init__(self, key_file: Path, own: Key | None, of_others: Key | None = None) -> None:
        self._key_file = key_file
        self._own = own
        self._of_others = of_others

    def amend(self, copy: Path) -> None:
        """Let an encrypted copy carry the vault. One without still opens beside its key file."""
        if self._own is None or tail_size(copy):
            return
        try:
            vault = unpacked(self._key_file.read_bytes(), self._key_file)
        except (OSError, KeyFileDamaged):
            return
        add_vault(copy, vault)

    def take(self, source: Path, fresh: Path) -> Key | None:
        """Write what a backup holds into a new file under the profile's own key."""
        key = self._key_of(source)
        inspect(source, key)
        if key == self._own:
            copy_database(source, fresh, key)
        else:
            convert(source, fresh, key, self._own)
        return self._own

    def _key_of(self, source: Path) -> Key | None:
        if is_plain(source):
            return None
        if self._of_others is None:
            return self._own
        try:
            inspect(source, self._own)
        except ClassroomError:
            return self._of_others
        return self._own
