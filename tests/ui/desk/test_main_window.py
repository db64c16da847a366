"""The window: one page at a time, keys that lead to them, and where the keyboard is then."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.desk.main_window import MainWindow, PageEntry
from ui.widgets.regions import regions_of

CTRL = Qt.KeyboardModifier.ControlModifier
PLACES = (("live", "Live", "play-circle"), ("plan", "Plan", "calendar-dots"))


class Page(QWidget):
    """Words that cannot be reached, then two fields."""

    def __init__(self) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        self.first, self.second = QLineEdit(), QLineEdit()
        self.off = QLineEdit(enabled=False)
        for part in (QWidget(), self.off, self.first, self.second):
            rows.addWidget(part)


class Room:
    def __init__(self, theme) -> None:
        self.window = MainWindow(theme, "Rondo")
        self.window.rail.set_items(PLACES, [("settings", "Settings", "gear")])
        self.pages = {key: Page() for key in ("live", "plan", "settings")}
        for key, page in self.pages.items():
            entry = PageEntry(page, lambda: None, lambda _kinds: None)
            self.window.add_page(key, lambda entry=entry: entry)
        self.window.set_page_keys(("live", "plan", "settings"))
        self.window.page_wanted.connect(self.window.go)
        self.window.go("live")


@pytest.fixture
def room(theme, qtbot):
    room = Room(theme)
    qtbot.addWidget(room.window)
    room.window.show()
    room.window.activateWindow()
    qtbot.waitUntil(room.window.isActiveWindow)
    return room


def test_every_place_of_the_rail_has_a_key_and_says_so(room, qtbot) -> None:
    for key, name in ((Qt.Key.Key_3, "settings"), (Qt.Key.Key_2, "plan"), (Qt.Key.Key_1, "live")):
        qtbot.keyClick(room.window, key, CTRL)
        assert room.window.current == name
        assert room.window.rail.current() == name
    assert room.window.rail.item("settings").toolTip() == "Settings (Ctrl 3)"


def test_without_a_rail_the_keys_lead_nowhere(room, qtbot) -> None:
    room.window.rail.hide()
    qtbot.keyClick(room.window, Qt.Key.Key_2, CTRL)
    assert room.window.current == "live"


def test_the_keyboard_goes_along_to_the_first_control_of_the_page(room, qtbot) -> None:
    room.pages["live"].second.setFocus()
    qtbot.keyClick(room.window, Qt.Key.Key_2, CTRL)
    assert room.pages["plan"].first.hasFocus()


def test_a_page_that_leads_to_another_leaves_the_keyboard_there(room) -> None:
    room.pages["live"].second.setFocus()
    room.window.go("plan")
    assert room.pages["plan"].first.hasFocus()


def test_the_rail_keeps_the_keyboard_when_it_was_pressed(room, qtbot) -> None:
    item = room.window.rail.item("plan")
    item.setFocus()
    qtbot.keyClick(item, Qt.Key.Key_Return)
    assert room.window.current == "plan"
    assert item.hasFocus()


def test_what_has_the_keyboard_in_the_page_already_keeps_it(room) -> None:
    room.pages["live"].second.setFocus()
    room.window.go("live")
    assert room.pages["live"].second.hasFocus()


def test_a_page_that_takes_the_keyboard_itself_gets_it_from_the_start(theme, qtbot) -> None:
    window, page = MainWindow(theme, "Rondo"), Page()
    qtbot.addWidget(window)
    page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    window.add_page("live", lambda: PageEntry(page, lambda: None, lambda _kinds: None))
    window.go("live")
    assert window.focusWidget() is page


def test_what_lies_over_a_page_has_keys_too_but_not_over_a_locked_window(room, qtbot) -> None:
    room.window.page_wanted.disconnect()
    wanted: list[str] = []
    room.window.page_wanted.connect(wanted.append)
    qtbot.keyClick(room.window, Qt.Key.Key_F, CTRL)
    qtbot.keyClick(room.window, Qt.Key.Key_Slash)
    assert wanted == ["find", "capture"]
    room.window.cover(QWidget())
    qtbot.keyClick(room.window, Qt.Key.Key_F, CTRL)
    qtbot.keyClick(room.window, Qt.Key.Key_Slash)
    assert wanted == ["find", "capture"]


def test_a_key_that_is_typed_into_a_field_is_typed(room, qtbot) -> None:
    room.window.page_wanted.disconnect()
    wanted: list[str] = []
    room.window.page_wanted.connect(wanted.append)
    field = room.pages["live"].first
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Slash)
    assert (field.text(), wanted) == ("/", [])


def test_f6_goes_round_the_parts_of_the_page_and_the_rail(room, qtbot) -> None:
    page, stops = room.pages["live"], []
    for modifier in (*[Qt.KeyboardModifier.NoModifier] * 3, Qt.KeyboardModifier.ShiftModifier):
        qtbot.keyClick(room.window.focusWidget(), Qt.Key.Key_F6, modifier)
        stops.append(room.window.focusWidget())
    rail = room.window.rail.item("live")
    assert stops == [page.second, rail, page.first, rail]


def test_parts_are_read_as_the_page_is(qtbot) -> None:
    page = Page()
    qtbot.addWidget(page)
    page.show()
    assert regions_of(page) == [page.off, page.first, page.second]


def test_tab_goes_as_the_page_is_read_also_to_what_was_made_late(room, qtbot) -> None:
    page = room.pages["live"]
    late = QLineEdit()
    page.layout().insertWidget(3, late)
    late.show()
    page.first.setFocus()
    stops = []
    for _ in range(2):
        qtbot.keyClick(room.window.focusWidget(), Qt.Key.Key_Tab)
        stops.append(room.window.focusWidget())
    assert stops == [late, page.second]
