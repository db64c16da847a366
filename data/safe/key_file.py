"""The vault as it is kept: in the profile's key file, and in every encrypted backup."""

import errno
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from app.domain.secrets.recovery import looks_like_code
from app.errors import KeyFileDamaged, NotSaved, WrongPassphrase
from data.copies import settle
from data.keys import Key
from data.paths import plain
from data.safe.trailer import vault_of
from data.safe.vault import Vault, unpacked

_BACKUPS_ASKED = 5
"""Newest backups that are asked when the key file is lost: to ask one takes a fifth of a second."""


class KeyFile:
    """The key file of a profile. `sealed` names the backups that carry a vault of their own."""

    def __init__(self, path: Path, sealed: Callable[[], Sequence[Path]]) -> None:
        self.path = path
        self._sealed = sealed

    def own(self) -> Vault | None:
        """What the file holds; None when it is lost or damaged."""
        try:
            return unpacked(plain(self.path).read_bytes(), self.path)
        except (OSError, KeyFileDamaged):
            return None

    def all(self) -> Iterator[Vault]:
        """The file's vault, or else those of the backups, newest first."""
        own = self.own()
        if own is not None:
            yield own
            return
        newest = sorted(self._sealed(), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in newest[:_BACKUPS_ASKED]:
            vault = _carried(path)
            if vault is not None:
                yield vault

    def vault(self) -> Vault:
        """The vault in use. Raises `KeyFileDamaged`."""
        found = next(iter(self.all()), None)
        if found is None:
            raise KeyFileDamaged(self.path)
        return found

    def write(self, vault: Vault) -> None:
        """Keep it: the old vault or the new one, never half of one. Raises `NotSaved`."""
        partial = self.path.with_name(f"{self.path.name}.part")
        try:
            partial.write_bytes(vault.packed())
            settle(partial, self.path)
        except OSError as error:
            raise NotSaved("full" if error.errno == errno.ENOSPC else "other") from error
        finally:
            partial.unlink(missing_ok=True)


def key_of(vault: Vault, text: str, by_code: bool) -> Key:
    """The key; a code that is typed where the passphrase goes is understood too.

    Raises `WrongPassphrase`, `CodeMistyped` or `WrongCode`.
    """
    if by_code:
        return vault.open_with_code(text)
    try:
        return vault.open_with_passphrase(text)
    except WrongPassphrase:
        if not looks_like_code(text):
            raise
        return vault.open_with_code(text)


def _carried(path: Path) -> Vault | None:
    try:
        return vault_of(path)
    except (OSError, KeyFileDamaged):
        return None
