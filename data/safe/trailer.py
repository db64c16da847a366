"""A vault after the last page of an encrypted backup, so that it opens alone, on any computer.

SQLite reads as many pages as its header says and never looks at what follows: the vault, its
length, and a tail by which it is known.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from data.copies import settle
from data.safe.tail import ENDS, LENGTH_BYTES, TAIL, tail_size
from data.safe.vault import Vault, unpacked


def vault_of(path: Path) -> Vault | None:
    """The vault of a backup, None when it has none. Raises `KeyFileDamaged`."""
    size = tail_size(path)
    if not size:
        return None
    with path.open("rb") as file:
        file.seek(-size, os.SEEK_END)
        return unpacked(file.read(size - ENDS), path)


def add_vault(path: Path, vault: Vault) -> None:
    """Append the vault to a file that has none."""
    packed = vault.packed()
    with path.open("ab") as file:
        file.write(packed + len(packed).to_bytes(LENGTH_BYTES, "big") + TAIL)


def change_vault(path: Path, vault: Vault) -> None:
    """Put another vault in the place of the one it has: the old file or the new, never half."""
    fresh = path.with_name(f"{path.name}.vault.part")
    stat = path.stat()
    try:
        shutil.copyfile(path, fresh)
        os.truncate(fresh, stat.st_size - tail_size(path))
        add_vault(fresh, vault)
        os.utime(fresh, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        settle(fresh, path)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
