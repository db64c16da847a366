"""Notes that stay and toasts that go."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pictures import is_near, picture_of
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.note import Note
from ui.widgets.toast import BELOW, STAYS_MS, Toast


@pytest.fixture
def area(qtbot: QtBot) -> QWidget:
    """The work area, shown."""
    area = QWidget()
    qtbot.addWidget(area)
    area.resize(800, 500)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    return area


@pytest.fixture
def toast(theme: Theme, area: QWidget) -> Toast:
    return Toast(theme, area)


def enter() -> QEnterEvent:
    return QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5))


def test_a_toast_is_not_there_until_there_is_something_to_say(toast: Toast) -> None:
    assert not toast.isVisible()
    toast.show_message("Finn moved to Tablets")
    assert toast.isVisible()
    assert toast.message() == "Finn moved to Tablets"
    assert toast.accessibleName() == "Finn moved to Tablets"


def test_it_lies_at_the_bottom_in_the_middle_and_stays_there(toast: Toast, area: QWidget) -> None:
    toast.show_message("Finn moved to Tablets")
    for width in (800, 500):
        area.resize(width, 400)
        assert toast.height() == 44
        assert abs(toast.geometry().center().x() - width // 2) <= 1
        assert toast.geometry().bottom() + 1 == 400 - BELOW


def test_undo_is_called_once_and_the_toast_goes(toast: Toast) -> None:
    calls: list[str] = []
    toast.show_message("Finn moved", lambda: calls.append("undone"))
    toast.undo_button().click()
    toast.undo_button().click()
    assert calls == ["undone"]
    assert not toast.isVisible()


def test_without_a_way_back_there_is_no_button(toast: Toast) -> None:
    toast.show_message("Saved", None)
    assert not toast.undo_button().isVisible()


def test_a_new_message_replaces_the_old_one(toast: Toast) -> None:
    calls: list[str] = []
    toast.show_message("One", lambda: calls.append("one"))
    toast.show_message("Two", lambda: calls.append("two"))
    toast.undo_button().click()
    assert calls == ["two"]


def test_it_stays_eight_seconds_unless_told_otherwise(toast: Toast, qtbot: QtBot) -> None:
    assert toast.interval == STAYS_MS == 8000
    toast.interval = 0
    with qtbot.waitSignal(toast.hidden):
        toast.show_message("Saved")
    assert not toast.isVisible()


def test_it_stays_while_the_pointer_is_on_it(toast: Toast, qtbot: QtBot) -> None:
    toast.interval = 0
    toast.show_message("Saved")
    QCoreApplication.sendEvent(toast, enter())
    with qtbot.assertNotEmitted(toast.hidden, wait=1):
        assert toast.isVisible()
    with qtbot.waitSignal(toast.hidden):
        QCoreApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))


def test_it_stays_while_undo_has_the_focus(
    toast: Toast, area: QWidget, theme: Theme, qtbot: QtBot
) -> None:
    other = Button(theme, "Other", parent=area)
    other.show()
    toast.interval = 0
    toast.show_message("Saved", lambda: None)
    toast.undo_button().setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.assertNotEmitted(toast.hidden, wait=1):
        assert toast.isVisible()
    with qtbot.waitSignal(toast.hidden):
        other.setFocus()


def test_it_rises_unless_nothing_shall_move(toast: Toast, theme: Theme, qtbot: QtBot) -> None:
    toast.show_message("Saved")
    still = toast.y()
    theme.choose(reduced_motion=False)
    toast.show_message("Saved")
    assert toast.y() == still + 8
    qtbot.waitUntil(lambda: toast.y() == still)


def test_a_long_message_takes_more_lines_instead_of_more_room(toast: Toast, area: QWidget) -> None:
    toast.show_message("Wolfeschlegelsteinhausenbergerdorff moved to " + "Tablets and more " * 9)
    assert toast.width() <= area.width()
    assert toast.height() > 44


def test_a_note_says_title_and_text(theme: Theme, qtbot: QtBot) -> None:
    note = Note(theme, "warn", "Full: 6 of 6 tablets", "A 7th student would have no tablet.")
    qtbot.addWidget(note)
    assert note.accessibleName() == "Full: 6 of 6 tablets. A 7th student would have no tablet."
    assert note.heightForWidth(260) == 52
    assert note.heightForWidth(170) > 52


@pytest.mark.parametrize(
    ("kind", "fill"),
    [("warn", "warn_tint"), ("danger", "danger_tint"), ("ok", "ok_tint"), ("info", "ink_tint")],
)
def test_every_kind_of_note_has_its_paper(theme: Theme, qtbot: QtBot, kind: str, fill: str) -> None:
    note = Note(theme, "warn", "Title", "Text")
    qtbot.addWidget(note)
    note.set_kind(kind)
    note.resize(200, 52)
    assert is_near(picture_of(note).pixelColor(190, 26), theme.colour(fill), 2)


def test_advice_that_stops_nobody_has_the_ordinary_paper(theme: Theme, qtbot: QtBot) -> None:
    note = Note(theme, "warn", "Keep apart: Finn", "You can still drop here.", filled=False)
    qtbot.addWidget(note)
    note.resize(200, 52)
    assert is_near(picture_of(note).pixelColor(190, 26), theme.colour("surface"), 2)


def test_a_note_may_offer_a_way_out(theme: Theme, qtbot: QtBot) -> None:
    note = Note(theme, "warn", "Yusuf at the Teacher table", "Round 3 has a free seat.")
    qtbot.addWidget(note)
    before = note.heightForWidth(260)
    note.add_action(Button(theme, "Use round 3", small=True))
    assert note.heightForWidth(260) >= before + 32
