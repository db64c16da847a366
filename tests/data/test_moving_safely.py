"""A move takes all that was written along, or does not happen; nothing it meets is written over."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.opening.errors import NotMoved
from data.database import connect
from data.moved import moved_to
from data.moving import free_profile, move_profile
from data.paths import Profile
from data.surroundings import Surroundings
from tests.data.rows import NEW_CLASS
from tests.faults.tally import Tally

_WRITE = """
import sys
from pathlib import Path
from data.database import connect
opened = connect(Path(sys.argv[1]))
while True:
    opened.execute("INSERT INTO class (name, subject, created_at, archived) VALUES ('', '', 0, 1)")
    print("saved", flush=True)
"""


def made(folder: Path) -> Profile:
    profile = Profile(folder).made()
    with closing(connect(profile.database)) as connection:
        connection.execute(NEW_CLASS, (1, "4B"))
    return profile


@pytest.mark.parametrize("left", ["rondo.key", "rondo.db-wal", "backups/rondo-2026.rondo"])
def test_what_a_lost_class_left_is_never_written_over(tmp_path: Path, left: str) -> None:
    old, new = made(tmp_path / "old"), Profile(tmp_path / "new")
    for profile in (old, new):
        (profile.folder / left).parent.mkdir(parents=True, exist_ok=True)
        (profile.folder / left).write_bytes(b"the only way to last year's class")
    with Tally().untouched(new.folder), pytest.raises(NotMoved):
        move_profile(old, new, Surroundings())
    assert free_profile(new.folder).folder == tmp_path / "new-2"


def test_a_class_that_somebody_writes_stays_where_it_is(tmp_path: Path) -> None:
    """Else what is saved while the copy is made is left behind in the old folder."""
    old, new = made(tmp_path / "old"), Profile(tmp_path / "new")
    command = [sys.executable, "-c", _WRITE, str(old.database)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path.cwd()) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline().strip() == b"saved"
        with pytest.raises(NotMoved):
            move_profile(old, new, Surroundings())
        writer.kill()
    assert moved_to(old) == old
    assert not new.database.exists()
