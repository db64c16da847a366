"""Which files an erasing goes through."""

from contextlib import closing
from pathlib import Path

import pytest

from app.domain.erasing import ErasureRequest, silent
from app.domain.ids import StepId
from data.database import connect
from data.erasure.erasure import SqliteErasure
from data.erasure.places import copies, half_made
from data.paths import Profile
from tests.erasing import CHILD, Crowd


def test_half_a_copy_goes_whoever_was_writing_it(tmp_path: Path) -> None:
    profile = Profile(tmp_path).made()
    profile.backups.mkdir()
    backup = profile.backups / "rondo-2026-05-14-090000.rondo"
    halves = [backup.with_name(f"{backup.name}.{who}part") for who in ("", "4711.", "seal.")]
    halves.append(profile.database.with_name("rondo.db.4711.new"))
    for half in (*halves, backup, profile.folder / "letter.part"):
        half.write_bytes(b"some")
    assert set(half_made(profile, ())) == set(halves)


def test_the_class_itself_is_no_copy_where_backups_go_into_its_own_folder(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "profile").made()
    other = tmp_path / "second"
    other.symlink_to(profile.folder, target_is_directory=True)
    with closing(connect(profile.database)):
        assert copies(profile, [profile.folder, other]) == []


@pytest.mark.parametrize("delete", [True, False])
def test_the_log_of_a_class_file_that_was_gone_may_tell_of_the_child(
    tmp_path: Path, delete: bool
) -> None:
    """It was put aside when a backup was opened; it is Rondo's, and nobody can rewrite it."""
    crowd = Crowd(tmp_path)
    log = crowd.profile.folder / "rondo.db-wal.left-rondo-2026-05-14-090000"
    log.write_bytes(f"some pages with {CHILD} in them".encode())
    request = ErasureRequest(StepId(5_000_000), 1, (crowd.child,), delete_unreadable=delete)
    receipt = SqliteErasure(crowd.profile, lambda: 2).erase(request, silent)
    crowd.connection.close()
    if delete:
        assert receipt.deleted == (log.name,)
        assert not log.exists()
    else:
        (left,) = receipt.left
        assert (left.where, left.reason, left.marked) == (f"{log.name}.left-out", "damaged", True)


def test_the_record_is_written_once_and_not_at_every_start(tmp_path: Path) -> None:
    crowd = Crowd(tmp_path)
    erasure = SqliteErasure(crowd.profile, lambda: 2)
    erasure.erase(ErasureRequest(StepId(5_000_000), 1, (crowd.child,)), silent)
    before = crowd.profile.erased.stat()
    assert erasure.unfinished() == 0
    after = crowd.profile.erased.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    crowd.connection.close()
