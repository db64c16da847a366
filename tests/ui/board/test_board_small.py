"""The board as a stamp on the console and as a picture for a new teacher."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.board.scene import BoardScene
from ui.board.look import BoardLook
from ui.board.miniature import BoardMiniature
from ui.theme import Theme


def picture(widget: QWidget) -> QImage:
    widget.resize(widget.sizeHint())
    return widget.grab().toImage()


@pytest.fixture
def stamp(qtbot: QtBot, theme: Theme, look: BoardLook) -> BoardMiniature:
    """A miniature."""
    made = BoardMiniature(theme, look)
    qtbot.addWidget(made)
    return made


def test_the_stamp_has_the_size_of_the_design(stamp: BoardMiniature, theme: Theme) -> None:
    assert (stamp.sizeHint().width(), stamp.sizeHint().height()) == (112, 56)
    theme.choose(scale=2.0)
    assert (stamp.sizeHint().width(), stamp.sizeHint().height()) == (224, 112)


def test_it_shows_each_station_in_its_colour(stamp: BoardMiniature, scene: BoardScene) -> None:
    stamp.show_scene(scene)
    image = picture(stamp)
    headers = [image.pixelColor(14 + round(20.6 * n), 22).name() for n in range(5)]
    assert headers == ["#0072b2", "#e69f00", "#007a5a", "#cc79a7", "#7cc5ee"]


def test_it_shows_who_moved(stamp: BoardMiniature, scene: BoardScene) -> None:
    stamp.show_scene(scene)
    before = picture(stamp)
    first, second, *others = scene.stations
    stations = (
        replace(first, names=first.names[1:]),
        replace(second, names=(*second.names, first.names[0])),
        *others,
    )
    stamp.show_scene(replace(scene, stations=stations))
    assert picture(stamp) != before


def test_a_transition_has_a_coloured_head(stamp: BoardMiniature, moving: BoardScene) -> None:
    stamp.show_scene(moving)
    assert picture(stamp).pixelColor(60, 6).name() == "#33409b"


def test_blank_is_black_and_nothing_is_paper(stamp: BoardMiniature, scene: BoardScene) -> None:
    assert picture(stamp).pixelColor(56, 30).name() == "#f6f4f0"
    stamp.show_scene(scene)
    stamp.set_blank(True)
    assert picture(stamp).pixelColor(56, 30).name() == "#000000"


def test_twelve_stations_stand_in_two_rows(stamp: BoardMiniature, scene: BoardScene) -> None:
    keys = ["blue", "orange", "green", "purple", "sky", "vermil"] * 2
    stations = tuple(replace(scene.stations[0], key=n, colour=key) for n, key in enumerate(keys))
    stamp.show_scene(replace(scene, stations=stations))
    image = picture(stamp)
    assert image.pixelColor(12, 21).name() == image.pixelColor(12, 39).name() == "#0072b2"


def test_the_end_of_a_lesson_is_shown(stamp: BoardMiniature, scene: BoardScene) -> None:
    stamp.show_scene(scene)
    before = picture(stamp)
    done = replace(scene, clock=replace(scene.clock, phase="finished"), stations=())
    stamp.show_scene(done)
    assert picture(stamp) != before
