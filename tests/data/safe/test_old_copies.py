"""What the key file alone opens still opens when the key file is another's, or gone."""

from contextlib import closing
from pathlib import Path

import pytest

from app.errors import NotSaved
from data.database import connect
from data.inspecting import inspect
from tests.data.rows import NEW_CLASS
from tests.data.safe.conftest import WORDS, Room

OTHER = "green tram in the rain"


def keep_before_update(room: Room) -> Path:
    """A copy as an update makes it: with the profile's key, and no vault."""
    kept = room.profile.folder / "rondo-before-update-2026-05-14-094700.db"
    kept.write_bytes(room.profile.database.read_bytes())
    return kept


def test_a_class_that_is_locked_already_keeps_its_key(room: Room) -> None:
    room.safe.set(WORDS, room.safe.new_code())
    with pytest.raises(NotSaved):
        room.safe.set(OTHER, room.safe.new_code())
    assert room.students(room.safe.open(WORDS)) == 40


def test_a_passphrase_that_could_not_be_set_leaves_no_key_behind(room: Room) -> None:
    with closing(connect(room.profile.database)), pytest.raises(NotSaved):
        room.safe.set(WORDS, room.safe.new_code())
    assert not room.profile.key_file.exists()
    assert room.students() == 40


def test_a_copy_kept_before_an_update_opens_after_the_passphrase_is_gone(room: Room) -> None:
    key = room.safe.set(WORDS, room.safe.new_code())
    kept = keep_before_update(room)
    room.safe.remove(key)
    assert inspect(kept, room.safe.open_copy(kept, WORDS)).students == 40


def test_a_locked_class_that_a_plain_backup_replaced_opens_under_its_old_passphrase(
    room: Room,
) -> None:
    plain = room.back_up()
    key = room.safe.set(WORDS, room.safe.new_code())
    opened = connect(room.profile.database, key)  # and never closed: some of it is in the log
    opened.execute(NEW_CLASS, (77, "newest"))
    copies = {p.name: p.read_bytes() for p in room.profile.folder.glob("rondo.db*")}
    opened.close()
    for name, content in copies.items():
        if not name.endswith("-shm"):
            (room.profile.folder / name).write_bytes(content)
    kept = room.backups().restore(plain)
    room.safe.set(OTHER, room.safe.new_code())
    with closing(connect(kept, room.safe.open_copy(kept, WORDS))) as connection:
        assert connection.execute("SELECT name FROM class WHERE id = 77").fetchone() == ("newest",)
