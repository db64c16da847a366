"""Setting a damaged file aside, by a process that is killed at every statement of it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.backups import SqliteBackups
from data.damage.aside import DAMAGED, MENDED, asides, thin
from data.database import connect
from data.oslock import wait_for_lock
from tests.data.rows import NEW_CLASS
from tests.fakes import FakeClock
from tests.faults.budget import Budget
from tests.faults.damaged import Taught
from tests.faults.tally import Tally
from tests.faults.test_fault_59_real_process import until
from ui.bootstrap import profile_at, safe_of

ROOT = Path(__file__).resolve().parents[2]
LOCKS = Path("/proc/locks")
NOW = datetime(2026, 5, 14, 10, 20, tzinfo=UTC)
DAMAGE, LOG = b"damaged " * 1000, b"its log " * 500
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that is copied")

CARRIES_ON = "import sys; from pathlib import Path; from data.damage.aside import finish;"
CARRIES_ON += " finish(Path(sys.argv[1]))"

# Does the work in one copy of this process after another, each killed a line (or a stride of them)
# later than the one before, until one comes to its end. Every room is left as the kill left it.
KILLED = """
import os, shutil, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from data.damage import aside

work, links, stride = sys.argv[1], sys.argv[2], int(sys.argv[3])
source, target = Path(sys.argv[4]), Path(sys.argv[5])

def no_links(*_names):
    raise OSError("this disk knows no second names")

def put(folder):
    now = datetime(2026, 5, 14, 10, 20, tzinfo=UTC)
    aside.put_in_place(folder / "fresh.db", folder / "rondo.db", now)

def kill_at(line):
    seen = 0
    def step(frame, event, _value):
        nonlocal seen
        if event == "line" and Path(frame.f_code.co_filename).name in ("aside.py", "copies.py"):
            seen += 1
            if seen == line:
                os.kill(os.getpid(), signal.SIGKILL)
        return step
    return step

works = {
    "put": put,
    "finish": lambda folder: aside.finish(folder / "rondo.db"),
    "thin": lambda folder: aside.thin(folder / "rondo.db"),
}
if links == "copies":
    os.link = no_links
line = 0
while True:
    line += stride
    room = target / f"{line:03}"
    shutil.copytree(source, room)
    child = os.fork()
    if not child:
        sys.settrace(kill_at(line))
        works[work](room)
        sys.settrace(None)
        os._exit(0)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
        break
"""


def killed(work: str, source: Path, target: Path, stride: int, links: str = "links") -> list[Path]:
    """The folders that are left, one for each statement, or for one of so many."""
    target.mkdir()
    command = [sys.executable, "-c", KILLED, work, links, str(stride), str(source), str(target)]
    subprocess.run(command, cwd=ROOT, check=True)
    return sorted(target.iterdir())


@pytest.fixture
def stride(budget: Budget) -> int:
    """How many statements lie between two kills."""
    return budget.size(whole=1, short=13)


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A damaged class file with its log, and a whole file that is to take its place."""
    folder = tmp_path / "damaged"
    folder.mkdir()
    with closing(connect(folder / "fresh.db")) as connection:
        connection.execute(NEW_CLASS, (1, "mended"))
        connection.execute("PRAGMA journal_mode=DELETE")
    (folder / "rondo.db").write_bytes(DAMAGE)
    (folder / "rondo.db-wal").write_bytes(LOG)
    return folder


def pairs(folder: Path) -> Iterator[tuple[bytes, bytes]]:
    """Each class file and what was set aside, with the log beside it."""
    for file in (folder / "rondo.db", *asides(folder / "rondo.db")):
        log = file.with_name(f"{file.name}-wal")
        yield file.read_bytes(), log.read_bytes() if log.exists() else b""


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"rondo.db-wal", "rondo.db-shm"}


def is_double(folder: Path) -> bool:
    """Whether the class file goes on under the name of what was set aside, too."""
    database = folder / "rondo.db"
    return any(aside.samefile(database) for aside in asides(database))


def opened(folder: Path) -> list[str]:
    with closing(connect(folder / "rondo.db")) as connection:
        return [row[0] for row in connection.execute("SELECT name FROM class")]


@pytest.mark.long
@pytest.mark.parametrize("links", ["links", "copies"])
def test_nothing_is_lost_doubled_or_left_wherever_it_was_killed(
    damaged: Path, tmp_path: Path, stride: int, tally: Tally, links: str
) -> None:
    rooms = killed("put", damaged, tmp_path / "rooms", stride, links)
    assert len(rooms) * stride > 40
    for room in rooms:
        tally.fault()
        tally.must_be_kept((DAMAGE, LOG) in pairs(room), f"line {room.name}: file and log")
        begun = (room / f"rondo.db{MENDED}").exists()
        assert begun or not is_double(room), f"line {room.name}"
        if not begun and (room / "fresh.db").exists():
            continue  # nothing was done yet
        tally.must_open_right(opened(room) == ["mended"], f"line {room.name}: the new file")
        tally.must_be_kept((DAMAGE, LOG) in pairs(room), f"line {room.name}: afterwards")
        stamp = f"rondo.db{DAMAGED}{NOW.astimezone():%Y-%m-%d-%H%M%S}"
        assert names(room) == {"rondo.db", stamp, f"{stamp}-wal"}, f"line {room.name}"


@pytest.mark.long
def test_killed_once_more_while_it_is_carried_on(
    damaged: Path, tmp_path: Path, stride: int, tally: Tally
) -> None:
    begun = [
        room
        for room in killed("put", damaged, tmp_path / "rooms", stride)
        if (room / f"rondo.db{MENDED}").exists()
    ]
    for first in (begun[0], begun[len(begun) // 2], begun[-1]):
        for room in killed("finish", first, tmp_path / f"again-{first.name}", stride):
            tally.fault()
            tally.must_open_right(opened(room) == ["mended"], f"{first.name}, {room.name}")
            tally.must_be_kept((DAMAGE, LOG) in pairs(room), f"{first.name}, {room.name}: kept")
            assert len(asides(room / "rondo.db")) == 1


@pytest.mark.long
def test_a_log_is_never_left_without_its_file(tmp_path: Path, stride: int, tally: Tally) -> None:
    source = tmp_path / "many"
    source.mkdir()
    for minute in range(10, 16):
        for suffix in ("", "-wal", "-journal"):
            (source / f"rondo.db{DAMAGED}2026-05-14-10{minute}00{suffix}").write_bytes(b"x")
    (source / f"rondo.db{DAMAGED}2026-05-14-101800.part").write_bytes(b"half")
    thin(source / "nothing.db")
    before = names(source)
    for room in killed("thin", source, tmp_path / "rooms", stride):
        tally.fault()
        thin(room / "rondo.db")
        kept = {file.name for file in asides(room / "rondo.db")}
        assert len(kept) == 4
        assert names(room) == {
            f"{name}{more}" for name in kept for more in ("", "-wal", "-journal")
        }
    assert names(source) == before


@pytest.mark.skipif(not LOCKS.exists(), reason="only Linux tells who waits for which lock")
def test_who_comes_second_leaves_the_log_of_the_finished_file_alone(damaged: Path) -> None:
    database, mended = damaged / "rondo.db", damaged / f"rondo.db{MENDED}"
    (damaged / "fresh.db").rename(mended)
    command = [sys.executable, "-c", CARRIES_ON, str(database)]
    with mended.open("rb") as first:
        wait_for_lock(first.fileno())
        with subprocess.Popen(command, cwd=ROOT) as second:
            until(lambda: f":{mended.stat().st_ino} " in waiting() or second.poll() is not None)
            mended.rename(database)
            log = database.with_name("rondo.db-wal")
            log.write_bytes(b"notes that were saved since")
            first.close()
            assert second.wait(timeout=30) == 0
    assert log.read_bytes() == b"notes that were saved since"
    assert list(asides(database)) == []


def waiting() -> str:
    lines = LOCKS.read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if "->" in line)


def test_a_backup_that_is_opened_meanwhile_stays_in_place(damaged: Path) -> None:
    database = damaged / "rondo.db"
    (damaged / "fresh.db").rename(damaged / f"rondo.db{MENDED}")
    with closing(connect(damaged / "other.db")) as connection:
        connection.execute(NEW_CLASS, (1, "from the backup"))
    backups = SqliteBackups(database, lambda: NOW)
    backups.restore(SqliteBackups(damaged / "other.db", lambda: NOW).save(damaged / "b.rondo").path)
    assert not (damaged / f"rondo.db{MENDED}").exists()
    assert opened(damaged) == ["from the backup"]


def test_the_passphrase_opens_what_was_mended(tmp_path: Path) -> None:
    """The exchange of an encrypted class that was stopped is ended before its key is tried."""
    taught = Taught(tmp_path)
    safe = safe_of(profile_at(tmp_path), FakeClock())
    key = safe.set("wet chalk on sunday", safe.new_code())
    taught.database.rename(tmp_path / f"rondo.db{MENDED}")
    taught.database.write_bytes(DAMAGE)
    assert safe.open("wet chalk on sunday") == key
