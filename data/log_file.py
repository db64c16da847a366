"""Reading SQLite's log (the -wal file) without SQLite, which could not look without writing.

The form is told in section 4 of https://www.sqlite.org/fileformat2.html.
"""

import struct
from pathlib import Path
from typing import BinaryIO

_HEADER = 32
_FRAME_HEADER = 24


def first_page_in_log(log: Path) -> bytes | None:
    """The newest first page of the database in its log; None when the log holds none.

    Checksums are not tried: who finds something strange in the page has SQLite read a copy.
    """
    with log.open("rb", buffering=0) as file:
        header = file.read(_HEADER)
        if len(header) < _HEADER:
            return None
        page_size = int.from_bytes(header[8:12], "big")
        at = _newest(file, page_size, salt=header[16:24])
        if at is None:
            return None
        file.seek(at + _FRAME_HEADER)
        return file.read(page_size)


def _newest(file: BinaryIO, page_size: int, salt: bytes) -> int | None:
    """Where the last frame of page 1 is that belongs to this round of the log."""
    found, at = None, _HEADER
    while True:
        file.seek(at)
        frame = file.read(_FRAME_HEADER)
        if len(frame) < _FRAME_HEADER or frame[8:16] != salt:
            return found
        if frame[:4] == b"\x00\x00\x00\x01":
            found = at
        at += _FRAME_HEADER + page_size


def newest_pages(log: Path, is_checked: bool = False) -> tuple[int, dict[int, bytes]]:
    """The size of a page, and the newest content of each page in the log, by its number.

    Checked, only what its checksums bear out counts, as for SQLite: a power cut may have left the
    head of a frame and lost its page. That takes a second for each ten megabytes.
    """
    found: dict[int, bytes] = {}
    open_step: dict[int, bytes] = {}
    with log.open("rb") as file:
        header = file.read(_HEADER)
        size = int.from_bytes(header[8:12], "big")
        sums = _Sums(header) if is_checked else None
        while len(frame := file.read(_FRAME_HEADER)) == _FRAME_HEADER:
            page = file.read(size)
            if frame[8:16] != header[16:24] or len(page) < size:
                break
            if sums is not None and sums.after(frame[:8] + page) != frame[16:24]:
                break
            open_step[int.from_bytes(frame[:4], "big")] = page
            if any(frame[4:8]):  # the last frame of a step says how large the file is then
                found.update(open_step)
                open_step.clear()
    return size, found


class _Sums:
    """The running checksum of a log: each frame's goes on from the one before."""

    def __init__(self, header: bytes) -> None:
        self._order = ">" if header[3] & 1 else "<"
        self._one = self._two = 0
        self.after(header[:24])

    def after(self, content: bytes) -> bytes:
        """What it is when this has been read, as the log has it written."""
        one, two = self._one, self._two
        words = struct.unpack(f"{self._order}{len(content) // 4}I", content)
        for first, second in zip(words[::2], words[1::2], strict=True):
            one = (one + first + two) & 0xFFFFFFFF
            two = (two + second + one) & 0xFFFFFFFF
        self._one, self._two = one, two
        return struct.pack(">II", one, two)
