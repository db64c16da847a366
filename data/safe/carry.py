"""Encrypted copies that carry no vault: only the profile's key file opens them."""

from pathlib import Path

from app.errors import KeyFileDamaged
from data.copies import sync
from data.identity import is_plain
from data.paths import Profile
from data.safe.kept import copies
from data.safe.tail import tail_size
from data.safe.trailer import add_vault
from data.safe.vault import unpacked

_NAMES = ("rondo.db.damaged-", "rondo-")
_BESIDE = ("-wal", "-shm", "-journal")


def carry_vault(copy: Path, key_file: Path) -> None:
    """Let an encrypted copy open on its own. Nothing is done to any other, or without a vault."""
    if is_plain(copy) or tail_size(copy):
        return
    try:
        vault = unpacked(key_file.read_bytes(), key_file)
    except (OSError, KeyFileDamaged):
        return
    add_vault(copy, vault)
    sync(copy)


def carry_to_all(profile: Profile) -> None:
    """Before the key file goes: what was set aside, or kept before an update, needs it still.

    Raises `OSError`.
    """
    if not profile.key_file.exists():
        return
    for path in copies(profile):
        if path.name.startswith(_NAMES) and not path.name.endswith(_BESIDE):
            carry_vault(path, profile.key_file)
