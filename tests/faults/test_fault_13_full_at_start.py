"""13: not one byte is free on the disk of the class when it is opened."""

from pathlib import Path

import pytest

from app.errors import NotSaved
from data.database import connect
from tests.faults.damaged import Taught
from tests.faults.disks import fill, small_disk
from tests.faults.opened import App
from tests.faults.tally import Tally


@pytest.mark.parametrize("left", [0, 1, 4096])
def test_a_full_disk_is_told_as_one_and_not_as_damage(
    tmp_path: Path, tally: Tally, left: int
) -> None:
    with small_disk(tmp_path / "disk", 6000) as disk:
        taught = Taught(disk / "class")
        fill(disk, leave=left)
        with tally.untouched(taught.database), pytest.raises(NotSaved) as refused:
            connect(taught.database)
        assert refused.value.reason == "full"
        tally.fault()


def test_it_is_said_what_to_do_and_the_class_opens_when_there_is_room(
    app: App, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "disk", 8000) as disk:
        taught = Taught(disk / "class")
        ballast = fill(disk)
        app.start(taught.folder)
        assert "disk of your class is full" in app.trouble.title.accessibleName()
        assert "safe" in app.trouble.said.text()
        assert "mend" not in app.trouble.buttons
        ballast.unlink()
        app.take("again")
        app.wait(lambda: app.has_desk)
        app.stop()
