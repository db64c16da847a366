"""A class on a share or in a folder that is kept in step: explained, moved, never with a log."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.changes import Change, label
from data.surroundings import Surroundings
from tests.faults.opened import App, filled, rondo
from tests.faults.tally import Tally
from ui.bootstrap import OpenProfile, open_profile, profile_at, settings_keeper
from ui.clock import SystemClock


def on_share(folder: Path) -> Surroundings:
    return Surroundings(mounts=lambda: f"server:/x {folder.resolve()} nfs4 rw 0 0\n")


def rename(opened: OpenProfile, name: str) -> None:
    [before] = opened.classroom.classes()
    after = replace(before, name=name)
    opened.classroom.workspace.edit(label("renamed"), Change(before, after))


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The teacher's folder on this computer."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "own"))
    return tmp_path / "own"


def test_a_share_is_explained_and_the_class_moves_to_this_computer(
    app: App, tmp_path: Path, own: Path, tally: Tally
) -> None:
    share = tmp_path / "share"
    path = filled(share)
    with tally.untouched(share):
        app.start(share, on_share(share))
        assert "on a share (NFS)" in app.trouble.said.text()
    with tally.untouched(path):
        app.take("move")
        app.wait(lambda: app.has_desk)
        assert app.desk.folder.startswith(str(own))
        assert len(app.desk.room.classes()) == 1
        app.stop()
    assert sorted(p.name for p in share.iterdir()) == ["Rondo was moved.txt", "rondo.db"]
    app.start(share, on_share(share))
    assert app.desk.folder.startswith(str(own))


def test_who_leaves_it_on_the_share_gets_no_log_beside_it(app: App, tmp_path: Path) -> None:
    share = tmp_path / "share"
    path = filled(share)
    app.start(share, on_share(share))
    app.take("stay")
    assert app.desk.class_id is not None
    assert app.desk.room.store.count_steps() > 0
    assert not path.with_name("rondo.db-wal").exists()
    assert path.read_bytes()[18:20] == b"\x01\x01"
    app.start(share, on_share(share))
    assert app.desk.class_id is not None


def test_a_sync_program_is_told_of_once_with_its_second_copies(
    app: App, tmp_path: Path, tally: Tally
) -> None:
    cloud = tmp_path / "Dropbox (Personal)" / "4B"
    cloud.mkdir(parents=True)
    path = filled(cloud)
    shutil.copy(path, cloud / "rondo (Maya's conflicted copy 2026-05-14).db")
    with tally.untouched(cloud):
        app.start(cloud)
        assert "kept in step by Dropbox" in app.trouble.said.text()
        assert "conflicted copy" in app.trouble.said.text()
        ended = rondo(cloud, "restore", "nothing.rondo")
        assert "kept in step by Dropbox" in ended.stderr
    app.take("stay")
    assert settings_keeper(profile_at(cloud)).load().place_accepted == "cloud Dropbox"
    app.start(cloud)
    app.wait(lambda: "another copy of your class" in app.line("copies"))


def test_a_move_that_fails_leaves_all_as_it_was(app: App, tmp_path: Path, tally: Tally) -> None:
    share, other = tmp_path / "share", tmp_path / "other"
    filled(share)
    filled(other)
    app.start(share, on_share(share))
    app.dialogs.file = other
    with tally.untouched(share, other):
        app.take("move_to")
        app.wait(lambda: "could not be moved" in app.trouble.told())
    assert app.trouble.buttons["move"].isEnabled()


@pytest.mark.usefixtures("own")
def test_a_log_left_on_the_share_moves_along(app: App, tmp_path: Path) -> None:
    share = tmp_path / "share"
    path = filled(share)
    opened = open_profile(profile_at(share), SystemClock())
    rename(opened, "5C")
    log = path.with_name("rondo.db-wal").read_bytes()
    whole = path.read_bytes()
    opened.close()
    path.write_bytes(whole)
    path.with_name("rondo.db-wal").write_bytes(log)
    app.start(share, on_share(share))
    app.take("move")
    app.wait(lambda: app.has_desk)
    assert [c.name for c in app.desk.room.classes()] == ["5C"]
    assert path.with_name("rondo.db-wal").read_bytes() == log
