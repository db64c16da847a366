"""An encrypted class whose first page is lost is read with the first page of a backup."""

import secrets
from pathlib import Path

from app.domain.changes import label, made
from app.domain.ids import ObservationId
from app.domain.observations import Observation
from data.backups import SqliteBackups
from data.damage.look import look
from data.keys import KEY_BYTES, Key
from tests.faults.damaged import BEFORE, NOW, SINCE, Taught, nonsense
from ui.bootstrap import OpenProfile, open_profile, profile_at
from ui.clock import SystemClock

KEY = Key(secrets.token_bytes(KEY_BYTES))


def test_all_that_came_after_the_backup_comes_back(tmp_path: Path) -> None:
    taught = Taught(tmp_path, KEY)
    before = taught.notes()
    taught.overwrite(lambda content: nonsense(content, 0))
    rescue = taught.mender().rescue()
    assert rescue.count("added") == {"observation": SINCE, "move": 1}
    assert not rescue.sealed
    taught.mender().mend(rescue)
    assert taught.notes() == before
    assert look(taught.database, KEY).is_whole


def test_a_file_that_has_grown_since_is_read_to_its_end(tmp_path: Path) -> None:
    taught = Taught(tmp_path, KEY)
    opened = open_profile(profile_at(tmp_path), SystemClock(), KEY)
    student = opened.connection.execute("SELECT id, class_id FROM student LIMIT 1").fetchone()
    for number in range(300):
        add_note(opened, student, f"{number} " + "long " * 200)
    opened.close()
    before = taught.notes()
    assert len(before) == BEFORE + SINCE + 300
    taught.overwrite(lambda content: nonsense(content, 0))
    rescue = taught.mender().rescue()
    taught.mender().mend(rescue)
    assert taught.notes() == before


def test_a_backup_that_begins_otherwise_cannot_help_and_that_is_known(tmp_path: Path) -> None:
    """It was made by another way than by its bytes, and has a salt of its own."""
    taught = Taught(tmp_path, KEY, backup=False)
    other = Taught(tmp_path / "other", KEY, backup=False)
    SqliteBackups(other.database, lambda: NOW, KEY).save(
        taught.backups / "rondo-2026-05-14-101200.rondo"
    )
    taught.overwrite(lambda content: nonsense(content, 0))
    rescue = taught.mender().rescue()
    assert rescue.base is not None
    assert rescue.sealed
    assert not rescue.changes


def add_note(opened: OpenProfile, student: tuple[int, int], note: str) -> None:
    seen = Observation(ObservationId(opened.classroom.ids()), student[1], student[0], 0, note=note)
    opened.classroom.workspace.edit(label("noted", student="Amara"), made(seen))
