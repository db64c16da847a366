"""The box of a student's photo."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtGui import QColor, QImage

from app.domain.photos import Photo
from app.errors import NotSaved
from app.services.photos import PhotoService
from tests.builders import TaughtClass
from tests.fakes.world import FakeDialogs, FakeTasks
from ui.photos.box import PhotoBox
from ui.photos.reading import read_photo


@pytest.fixture
def taught() -> TaughtClass:
    return TaughtClass()


@pytest.fixture
def photos(taught) -> PhotoService:
    return PhotoService(taught.room)


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


class Refusing(PhotoService):
    """The disk is full from now on."""

    def allow(self, photo: Photo, consent: bool) -> Photo:
        raise NotSaved("full" if consent != photo.consent else "other")


def test_where_consent_cannot_be_written_the_switch_says_what_holds(
    qtbot, theme, taught, photos, dialogs, picture
) -> None:
    photo = photos.keep(taught.student("Ben"), read_photo(picture))
    refusing = Refusing(taught.room)
    box = PhotoBox(theme, taught.students["Ben"], refusing, FakeTasks(), dialogs)
    qtbot.addWidget(box)
    with qtbot.capture_exceptions() as told:
        box.consent.click()
    assert [kind for kind, *_ in told] == [NotSaved]
    assert not box.consent.isChecked()
    assert photos.photo(photo.student_id) == photo


@pytest.mark.usefixtures("qapp")
def test_a_box_that_was_closed_while_a_picture_is_read_keeps_it_all_the_same(
    theme, taught, photos, picture
) -> None:
    class Slow(FakeTasks):
        """A worker that is not done before the box is gone."""

        def spawn(self, work: Coroutine[object, object, None]) -> None:
            self.work = work

        async def off_thread(self, work: Callable[..., str], *args: object) -> str:
            box.reject()
            shiboken6.delete(box)
            return work(*args)

    slow = Slow()
    box = PhotoBox(theme, taught.students["Ben"], photos, slow, FakeDialogs(picture))
    box.choose.click()
    asyncio.run(slow.work)
    assert photos.photo(taught.student("Ben")) is not None
