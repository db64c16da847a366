"""Fault 60, after a restore: whom the backup still told of is erased again by itself, and said."""

from contextlib import closing
from pathlib import Path

from app.domain.classes import Student
from app.services.erasing import ErasingService
from tests.erasing import found_in
from tests.fakes import FakeClock
from tests.faults.opened import App, filled
from ui.bootstrap import backups_of, open_profile, profile_at

CHILD, FAMILY = "Amara", "Okafor"


def erased_then_restored(folder: Path, backup: Path) -> None:
    """The backup is from before, and lies outside of Rondo's sight."""
    profile, clock = profile_at(folder), FakeClock()
    with closing(open_profile(profile, clock)) as opened:
        room = opened.classroom
        [child] = [s for s in room.store.find(Student) if s.given == CHILD]
        opened.backups.save(backup)
        service = ErasingService(room, opened.held)
        opened.erasure.erase(service.request([child.id], None), lambda _progress: None)
    backups_of(profile, clock).restore(backup)


def test_the_window_finishes_it_and_says_so(app: App, tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    filled(folder)
    erased_then_restored(folder, tmp_path / "old.rondo")
    app.start(folder)
    toast = app.desk.window.toast
    app.wait(lambda: "erased again" in toast.message())
    assert "delete that backup" in toast.message()
    app.wait(lambda: app.desk.opened.erasure.unfinished() == 0)
    app.stop()
    assert found_in(folder, (FAMILY,)) == []
