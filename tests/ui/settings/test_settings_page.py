"""Choices are told at once and kept by whoever listens."""

from dataclasses import replace
from operator import attrgetter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.settings import Settings
from ui.live.key_lines import KEYS
from ui.settings.settings_page import SettingsPage
from ui.widgets.keycap import Keycap

FOLDER = "C:\\Rondo\\data of Ms Okafor"


@pytest.fixture
def page(qtbot, theme) -> SettingsPage:
    shown = SettingsPage(theme, Settings(), FOLDER)
    qtbot.addWidget(shown)
    shown.resize(1294, 768)
    shown.show()
    return shown


@pytest.mark.parametrize(
    ("control", "key", "change"),
    [
        ("look", "dark", {"scheme": "dark"}),
        ("text_size", 1.3, {"text_scale": 1.3}),
        ("board.look", "contrast", {"board_scheme": "contrast"}),
        ("board.clock", "calm", {"board_clock": "calm"}),
        ("board.view", "room", {"board_view": "room"}),
    ],
)
def test_a_choice_is_told_with_all_others_as_they_were(
    page, qtbot, control: str, key: object, change: dict
) -> None:
    page.show_settings(Settings(last_class=7))
    with qtbot.waitSignal(page.changed) as told:
        attrgetter(control)(page).segment(key).click()
    assert told.args == [replace(Settings(last_class=7), **change)]


def test_one_choice_does_not_take_back_the_one_before(page, qtbot) -> None:
    page.look.segment("dark").click()
    with qtbot.waitSignal(page.changed) as told:
        qtbot.mouseClick(page.still, Qt.MouseButton.LeftButton)
    assert told.args == [Settings(scheme="dark", reduced_motion=True)]


def test_the_room_is_told_in_metres_and_centimetres(page) -> None:
    assert not page.board.far.isEnabled()
    told: list[Settings] = []
    page.changed.connect(told.append)
    page.board.seat.set_value(7)
    page.board.seat.changed.emit(8)
    page.board.image.changed.emit(150)
    page.board.far.click()
    assert told[-1] == Settings(seat_metres=8, image_cm=150, board_far=True)


def test_what_holds_is_shown(page) -> None:
    page.show_settings(Settings(scheme="light", text_scale=2.0, reduced_motion=True))
    assert page.look.current() == "light"
    assert page.text_size.current() == 2.0
    assert page.still.isChecked()


def test_the_folder_of_the_data_can_be_read_and_copied_but_not_changed(page) -> None:
    assert page.folder.text() == FOLDER
    assert page.folder.isReadOnly()


def test_every_key_of_the_lesson_is_listed(page) -> None:
    shown = {cap.accessibleName() for cap in page.findChildren(Keycap)}
    assert {line.keys for line in KEYS} <= shown


def test_every_control_says_what_it_is(page) -> None:
    stops = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert len(stops) > 10
    assert all(w.accessibleName() or getattr(w, "text", str)() for w in stops)
