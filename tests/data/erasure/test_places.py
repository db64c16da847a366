"""Which files an erasing goes through."""

from contextlib import closing
from pathlib import Path

from data.database import connect
from data.erasure.places import copies, half_made
from data.paths import Profile


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
