"""Photos and large icons on the board, for children who cannot read yet."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from app.domain.board.scene import BoardScene
from ui.board.flight import Flight
from ui.board.layout import header_text_start, icon_side, lay_out
from ui.board.look import BoardLook
from ui.board.painter import board_image
from ui.photos.reading import small_photo
from ui.theme import Theme


def photo(colour: str) -> str:
    image = QImage(60, 80, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")
    return small_photo(bytes(buffer.data().data()))


def with_photos(scene: BoardScene, picture: str) -> BoardScene:
    """Everybody has it but the first of each station."""
    stations = tuple(
        replace(
            s,
            names=tuple(replace(n, photo=picture if i else "") for i, n in enumerate(s.names)),
        )
        for s in scene.stations
    )
    return replace(scene, stations=stations)


@pytest.fixture
def pictured(theme: Theme) -> BoardLook:
    look = BoardLook(theme)
    look.choose_pictures(True)
    return look


def test_a_photo_stands_beside_its_name_and_a_letter_where_there_is_none(
    pictured: BoardLook, scene: BoardScene
) -> None:
    shown = with_photos(scene, photo("#ff0000"))
    image, layout = board_image(pictured, shown, 1920, 1080), lay_out(pictured, shown, 1920, 1080)
    first, second = layout.fit.stations[0].names[:2]
    assert first.photo is not None
    assert second.photo is not None
    middle = image.pixelColor(
        round(second.photo.x + second.photo.width / 2),
        round(second.photo.y + second.photo.height / 2),
    )
    assert middle.red() > 240
    assert middle.green() < 20
    edge = image.pixelColor(round(first.photo.x + first.photo.width / 2), round(first.photo.y + 4))
    assert edge.name() == pictured.theme.colour("avatar").name()


def test_photos_are_not_shown_unless_they_are_wanted(look: BoardLook, scene: BoardScene) -> None:
    shown = with_photos(scene, photo("#ff0000"))
    assert board_image(look, shown, 1024, 768) == board_image(look, scene, 1024, 768)


def test_without_any_photo_only_icons_are_larger(
    pictured: BoardLook, look: BoardLook, scene: BoardScene
) -> None:
    large, plain = lay_out(pictured, scene, 1920, 1080).fit, lay_out(look, scene, 1920, 1080).fit
    assert icon_side(large) > 1.3 * icon_side(plain)
    assert header_text_start(large) > header_text_start(plain)
    assert [s.names for s in large.stations] == [s.names for s in plain.stations]


def test_a_damaged_photo_is_a_letter(pictured: BoardLook, scene: BoardScene) -> None:
    broken = with_photos(scene, "QUJD")
    layout = lay_out(pictured, broken, 1920, 1080)
    place = layout.fit.stations[0].names[1].photo
    assert place is not None
    image = board_image(pictured, broken, 1920, 1080)
    edge = image.pixelColor(round(place.x + place.width / 2), round(place.y + 4))
    assert edge.name() == pictured.theme.colour("avatar").name()


def test_guides_of_a_transition_keep_to_the_names(pictured: BoardLook, moving: BoardScene) -> None:
    layout = lay_out(pictured, with_photos(moving, photo("#00ff00")), 1920, 1080)
    flight = Flight(pictured, layout, 900, 40)
    columns = [(place.box.x, place.box.right) for place in layout.fit.stations]
    slots = flight.covered(0)[2:]
    assert slots
    for slot in slots:
        assert any(left <= slot.left() and slot.right() <= right for left, right in columns)
