"""Whatever the board's look, what is written can be read: measured on the pixels of pictures."""

from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from app.domain.board.scene import BoardScene
from app.settings import BOARD_SCHEMES
from ui.board.clock_face import timer_box
from ui.board.layout import BoardLayout, lay_out
from ui.board.look import BoardLook
from ui.board.painter import board_image
from ui.contrast import contrast
from ui.theme import Theme

WIDTH, HEIGHT = 1920, 1080
Area = tuple[float, float, float, float]


def inked(image: QImage, area: Area) -> float:
    """How far what is written in an area is from its ground, in brightness."""
    rect = QRect(*map(round, area)).intersected(image.rect())
    seen = Counter(
        image.pixel(x, y)
        for x in range(rect.left(), rect.right(), 2)
        for y in range(rect.top(), rect.bottom(), 2)
    )
    ground = QColor(seen.most_common(1)[0][0])
    return max(contrast(QColor(pixel), ground) for pixel, count in seen.items() if count > 3)


def box(layout: BoardLayout, name: str) -> Area:
    """Where one kind of text is."""
    fit = layout.fit
    if name == "name":
        place = fit.stations[2].names[0].box
        return place.x, place.y, place.width, place.height
    return {
        "title": (0, 60, 900, 80),
        "subject": (40, 142, 400, 36),
        "message": (0, HEIGHT - 100, 1200, 90),
        "steps": (0, 130, 1000, 50),
        "header": (0, 0, 0, 0),
    }[name]


@pytest.mark.parametrize("scheme", BOARD_SCHEMES)
@pytest.mark.parametrize("calm", [False, True])
def test_names_clock_title_and_message_have_seven_to_one(
    theme: Theme, scene: BoardScene, scheme: str, calm: bool
) -> None:
    theme.choose(scheme=scheme)
    look = BoardLook(theme, calm=calm)
    image, layout = board_image(look, scene, WIDTH, HEIGHT), lay_out(look, scene, WIDTH, HEIGHT)
    clock = timer_box(look, layout)
    assert inked(image, (clock.x(), clock.y(), clock.width(), clock.height())) >= 7
    for part in ("name", "title", "message"):
        assert inked(image, box(layout, part)) >= 7


@pytest.mark.parametrize("scheme", BOARD_SCHEMES)
def test_the_head_of_a_transition_has_seven_to_one(
    theme: Theme, moving: BoardScene, scheme: str
) -> None:
    theme.choose(scheme=scheme)
    image = board_image(BoardLook(theme), moving, WIDTH, HEIGHT)
    assert inked(image, (0, 40, 1100, 70)) >= 7
    assert inked(image, box(lay_out(BoardLook(theme), moving, WIDTH, HEIGHT), "steps")) >= 7


def test_in_high_contrast_every_word_has_seven_to_one(theme: Theme, scene: BoardScene) -> None:
    theme.choose(scheme="contrast")
    look = BoardLook(theme)
    keys = theme.station_keys()
    stations = tuple(
        replace(scene.stations[n % 5], key=n, colour=key) for n, key in enumerate(keys)
    )
    scene = replace(scene, stations=stations)
    image, layout = board_image(look, scene, WIDTH, HEIGHT), lay_out(look, scene, WIDTH, HEIGHT)
    for place in layout.fit.stations:
        head = place.header
        assert inked(image, (head.x + 8, head.y + 8, head.width - 16, head.height - 16)) >= 7


@pytest.mark.parametrize("scheme", BOARD_SCHEMES)
def test_a_header_can_be_told_from_its_words_in_every_look(
    theme: Theme, scene: BoardScene, scheme: str
) -> None:
    theme.choose(scheme=scheme)
    look = BoardLook(theme)
    image, layout = board_image(look, scene, WIDTH, HEIGHT), lay_out(look, scene, WIDTH, HEIGHT)
    for place in layout.fit.stations:
        head = place.header
        assert inked(image, (head.x + 8, head.y + 8, head.width - 16, head.height - 16)) >= 4.5


def test_high_contrast_keeps_the_hue_of_every_station(theme: Theme) -> None:
    before = {key: theme.station(key).strong.hsvHue() for key in theme.station_keys()}
    theme.choose(scheme="contrast")
    for key, hue in before.items():
        assert abs(theme.station(key).strong.hsvHue() - hue) <= 12
