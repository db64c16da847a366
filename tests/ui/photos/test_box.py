"""The box of a student's photo."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from app.services.photos import PhotoService
from tests.builders import TaughtClass
from tests.fakes.world import FakeDialogs, FakeTasks
from ui.photos.box import PhotoBox


@pytest.fixture
def taught() -> TaughtClass:
    return TaughtClass()


@pytest.fixture
def photos(taught) -> PhotoService:
    return PhotoService(taught.store, taught.room.workspace, taught.room.ids)


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def box(qtbot, theme, taught, photos, dialogs) -> PhotoBox:
    shown = PhotoBox(theme, taught.students["Ben"], photos, FakeTasks(), dialogs)
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    image = QImage(900, 1200, QImage.Format.Format_RGB32)
    image.fill(QColor("orange"))
    path = tmp_path / "ben.png"
    assert image.save(str(path))
    return path


def test_without_a_photo_there_is_nothing_to_show_or_to_take_away(box) -> None:
    assert not box.away.isEnabled()
    assert not box.consent.isEnabled()
    assert box.face.accessibleName() == "Ben has no photo"


def test_a_photo_is_chosen_and_others_see_it_only_when_allowed(
    box, photos, taught, dialogs, picture
) -> None:
    dialogs.file = picture
    box.choose.click()
    ben = taught.student("Ben")
    assert photos.photo(ben).image
    assert photos.shown([ben]) == {}
    box.consent.click()
    assert list(photos.shown([ben])) == [ben]
    assert box.face.accessibleName() == "Photo of Ben"
    box.consent.click()
    assert photos.shown([ben]) == {}


def test_the_photo_is_taken_away(box, photos, taught, dialogs, picture) -> None:
    dialogs.file = picture
    box.choose.click()
    box.away.click()
    assert photos.photo(taught.student("Ben")) is None
    assert not box.consent.isEnabled()


def test_a_file_that_cannot_be_a_photo_is_explained_and_the_old_one_stays(
    box, photos, taught, dialogs, picture, tmp_path: Path
) -> None:
    dialogs.file = picture
    box.choose.click()
    before = photos.photo(taught.student("Ben"))
    dialogs.file = tmp_path / "notes.txt"
    dialogs.file.write_text("no picture")
    box.choose.click()
    assert box.note.isVisible()
    assert box.choose.isEnabled()
    assert photos.photo(taught.student("Ben")) == before


def test_who_changes_her_mind_changes_nothing(box, photos, taught) -> None:
    box.choose.click()
    assert photos.photo(taught.student("Ben")) is None
