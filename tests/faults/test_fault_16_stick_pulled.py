"""16: the class lies on a stick, and the stick is pulled out. Rondo lives on, and refuses notes.

A real disk in a file is mounted. To pull it out, its file is cut to nothing and what the system
still remembers of it is dropped: also of the memory that programs share through files on it.
"""

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.tally import Tally

ROOT = Path(__file__).resolve().parents[2]
PIDFD_OPEN, PROCESS_MADVISE, PAGE_OUT = 434, 440, 21

# Writes notes, tells of each that is saved, and goes on when nothing can be written any more.
WRITER = """
import sys
from pathlib import Path
from app.demo.build import DemoBuilder, DemoSize
from app.domain.classes import Student
from app.errors import NotRead, NotSaved
from app.services.observe import ObserveService
from data.database import Unreadable
from data.door import Door
from data.surroundings import Surroundings
from ui.bootstrap import open_profile, profile_at
from ui.clock import SystemClock

disk = sys.argv[1]
around = Surroundings(mounts=lambda: f"/dev/sdb1 {disk} {sys.argv[2]} rw 0 0")
profile = profile_at(Path(disk) / "4B")
opened = open_profile(profile, SystemClock(), door=Door(profile, around))
room = opened.classroom
DemoBuilder(room.workspace, room.ids, room.clock, 1).build(DemoSize(days=2))
service = ObserveService(room)
student = room.store.find(Student)[0]
opened.connection.execute("PRAGMA wal_checkpoint(PASSIVE)")

def note():
    service.record(student.class_id, student.id, note="explains own strategy")

for _ in range(3):
    note()
print("ready", flush=True)
sys.stdin.readline()
refused = 0
for _ in range(40):
    try:
        note()
        room.store.find(Student)
    except (NotSaved, NotRead, Unreadable):
        refused += 1
print("lives", refused, flush=True)
"""


class Iovec(ctypes.Structure):
    """A piece of memory."""

    _fields_ = (("begin", ctypes.c_void_p), ("length", ctypes.c_size_t))


@contextmanager
def disk_in_a_file(folder: Path) -> Iterator[tuple[Path, Path]]:
    """A disk, and the file it is in; the test is skipped where none can be mounted."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only the administrator of a Linux computer can mount a disk")
    file, disk = folder / "disk.img", folder / "disk"
    disk.mkdir()
    file.touch()
    os.truncate(file, 64 * 1024 * 1024)
    for command in (["mkfs.ext4", "-q", "-F", file], ["mount", "-o", "loop", file, disk]):
        try:
            made = subprocess.run(command, capture_output=True, text=True, check=False)
        except FileNotFoundError:
            pytest.skip(f"there is no {command[0]} here")
        if made.returncode:
            pytest.skip(f"no disk can be mounted here: {made.stderr.strip()}")
    try:
        yield disk, file
    finally:
        subprocess.run(["umount", "--lazy", disk], check=False, capture_output=True)


def shared_through(disk: Path, pid: int) -> list[str]:
    """The lines of a process's memory that are files on that disk."""
    lines = Path(f"/proc/{pid}/maps").read_text().splitlines()
    return [line for line in lines if f" {disk}/" in line]


def pull_out(disk: Path, file: Path, pid: int) -> None:
    """The disk is gone, and nothing of it is remembered."""
    os.sync()
    os.truncate(file, 0)
    libc = ctypes.CDLL(None, use_errno=True)
    process = libc.syscall(PIDFD_OPEN, pid, 0)
    for line in shared_through(disk, pid):
        begin, end = (int(number, 16) for number in line.split()[0].split("-"))
        piece = Iovec(begin, end - begin)
        libc.syscall(PROCESS_MADVISE, process, ctypes.byref(piece), 1, PAGE_OUT, 0)
    os.close(process)
    Path("/proc/sys/vm/drop_caches").write_text("3\n")


def test_a_stick_that_is_pulled_out_ends_nothing(tmp_path: Path, tally: Tally) -> None:
    with disk_in_a_file(tmp_path) as (disk, file):
        command = [sys.executable, "-c", WRITER, str(disk), "vfat"]
        with subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            names = sorted(path.name for path in (disk / "4B").iterdir())
            shared = shared_through(disk, writer.pid)
            pull_out(disk, file, writer.pid)
            said, _ = writer.communicate("\n", timeout=60)
    tally.fault()
    assert shared == []
    assert "rondo.db-shm" not in names
    assert "rondo.db-wal" not in names
    assert (writer.returncode, said.split()[:1]) == (0, ["lives"])
    assert int(said.split()[1]) > 0
