"""By what an encrypted backup is known: the end of the vault that lies after its last page."""

import os
from pathlib import Path

PAGE = 4096
"""Bytes of a page of every file of ours."""
TAIL = b"Rondo vault end\n"
LENGTH_BYTES = 8
ENDS = LENGTH_BYTES + len(TAIL)


def tail_size(path: Path) -> int:
    """Bytes that follow the last page; 0 when the file carries no vault."""
    whole = path.stat().st_size
    if whole < ENDS:
        return 0
    with path.open("rb") as file:
        file.seek(-ENDS, os.SEEK_END)
        length, tail = file.read(LENGTH_BYTES), file.read()
    size = int.from_bytes(length, "big") + ENDS
    return size if tail == TAIL and size <= whole else 0


def is_sealed(path: Path) -> bool:
    """Whether a passphrase opens it: it carries a vault, or the profile's lies beside it."""
    return bool(tail_size(path)) or path.with_name("rondo.key").exists()
