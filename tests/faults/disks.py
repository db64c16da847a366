"""Real disks of a size that suits a test."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(folder: Path, kilobytes: int = 2048) -> Iterator[Path]:
    """A disk of its own, in memory, mounted on that folder; the test is skipped where none can be.

    Only the administrator of a Linux computer may mount one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only the administrator of a Linux computer can mount a small disk")
    size = ["-o", f"size={kilobytes}k,mode=700"]
    made = _run("mount", "-t", "tmpfs", *size, "tmpfs", str(folder))
    if made.returncode:
        pytest.skip(f"no small disk can be mounted here: {made.stderr.strip()}")
    try:
        yield folder
    finally:
        _run("umount", "--lazy", str(folder))


def fill(folder: Path, leave: int = 0) -> Path:
    """Take all the room that is left on its disk but so many bytes; the file can be deleted."""
    ballast = folder / "ballast"
    with ballast.open("ab", buffering=0) as out:
        for size in (65_536, 4096, 512, 1):
            try:
                while True:
                    out.write(bytes(size))
            except OSError:
                continue
    if leave:
        os.truncate(ballast, max(0, ballast.stat().st_size - leave))
    return ballast


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)
