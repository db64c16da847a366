"""A student's photo is kept, shown with consent alone, and taken away; each can be undone."""

import pytest

from app.domain.photos import Photo
from app.errors import NotFound
from app.services.photos import PhotoService
from tests.builders import TaughtClass


@pytest.fixture
def taught() -> TaughtClass:
    return TaughtClass()


@pytest.fixture
def photos(taught: TaughtClass) -> PhotoService:
    return PhotoService(taught.room)


def test_a_photo_is_the_teachers_alone_until_others_may_see_it(
    taught: TaughtClass, photos: PhotoService
) -> None:
    ben, amara = taught.student("Ben"), taught.student("Amara")
    kept = photos.keep(ben, "QUJD")
    assert photos.shown([ben, amara]) == {}
    allowed = photos.allow(kept, True)
    assert photos.shown([ben, amara]) == {ben: "QUJD"}
    assert photos.shown([amara]) == {}
    photos.allow(allowed, False)
    assert photos.shown([ben]) == {}


def test_another_picture_takes_the_place_of_the_first_and_consent_stays(
    taught: TaughtClass, photos: PhotoService
) -> None:
    ben = taught.student("Ben")
    first = photos.allow(photos.keep(ben, "QUJD"), True)
    second = photos.keep(ben, "REVG")
    assert (second.id, second.consent, second.image) == (first.id, True, "REVG")
    assert len(taught.store.find(Photo, student_id=ben)) == 1


def test_a_photo_that_was_taken_away_comes_back_by_undo(
    taught: TaughtClass, photos: PhotoService
) -> None:
    ben = taught.student("Ben")
    kept = photos.keep(ben, "QUJD")
    photos.take_away(kept)
    assert photos.photo(ben) is None
    taught.room.workspace.undo()
    assert photos.photo(ben) == kept


def test_an_erased_photo_is_none(taught: TaughtClass, photos: PhotoService) -> None:
    ben = taught.student("Ben")
    photos.allow(photos.keep(ben, ""), True)
    assert photos.photo(ben) is None
    assert photos.shown([ben]) == {}


def test_nobody_has_a_photo_who_is_not_there(photos: PhotoService) -> None:
    with pytest.raises(NotFound):
        photos.keep(999, "QUJD")
