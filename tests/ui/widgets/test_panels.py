"""Headers, drawers, empty pages, menus, scrolled areas, small signs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pictures import is_near, picture_of, place_of
from ui.theme import Theme
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button
from ui.widgets.drawer import Drawer
from ui.widgets.empty import EmptyState
from ui.widgets.header import PageHeader
from ui.widgets.keycap import Keycap
from ui.widgets.menu import Menu
from ui.widgets.scroll import Scroll
from ui.widgets.sign import Sign
from ui.widgets.text import Text
from ui.widgets.tip import plain_tip


def active(qtbot: QtBot) -> QWidget:
    """A window that is shown and takes keys."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 600)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_a_header_is_60_high_and_64_when_stacked(theme: Theme, qtbot: QtBot) -> None:
    for stacked, height in ((False, 60), (True, 64)):
        header = PageHeader(theme, "Progress", "Class 4B", stacked)
        qtbot.addWidget(header)
        header.add_widget(Button(theme, "Print", "printer"))
        assert header.sizeHint().height() == height


def test_what_a_header_offers_is_at_the_far_side(theme: Theme, qtbot: QtBot) -> None:
    header = PageHeader(theme, "Progress", "Class 4B")
    qtbot.addWidget(header)
    button = Button(theme, "Print")
    header.add_widget(button)
    header.resize(1000, 60)
    header.show()
    assert button.geometry().right() == 1000 - 20 - 1
    header.set_title("Class", "4B")
    assert [text.text() for text in header.findChildren(Text)] == ["Class", "4B"]


def test_a_drawer_lies_at_the_far_side_and_follows_the_window(theme: Theme, qtbot: QtBot) -> None:
    window = active(qtbot)
    drawer = Drawer(theme, window)
    drawer.open_from()
    assert drawer.geometry().getRect() == (264, 0, 736, 600)
    window.resize(600, 500)
    assert drawer.geometry().getRect() == (0, 0, 600, 500)


def test_a_drawer_opens_at_the_left_when_read_from_the_right(theme: Theme, qtbot: QtBot) -> None:
    window = active(qtbot)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    drawer = Drawer(theme, window)
    drawer.open_from()
    assert drawer.x() == 0
    assert is_near(picture_of(drawer).pixelColor(735, 300), theme.colour("ink"), 2)


def test_esc_closes_a_drawer_and_gives_the_focus_back(theme: Theme, qtbot: QtBot) -> None:
    window = active(qtbot)
    row = Button(theme, "Fatima", parent=window)
    row.show()
    drawer = Drawer(theme, window)
    inside = Button(theme, "Observe")
    drawer.set_content(inside)
    drawer.open_from(row)
    inside.setFocus()
    with qtbot.waitSignal(drawer.closed):
        qtbot.keyClick(inside, Qt.Key.Key_Escape)
    assert not drawer.is_open()
    assert row.hasFocus()


def test_a_drawer_slides_unless_nothing_shall_move(theme: Theme, qtbot: QtBot) -> None:
    theme.choose(reduced_motion=False)
    drawer = Drawer(theme, active(qtbot))
    drawer.open_from()
    assert drawer.x() == 264 + 24
    qtbot.waitUntil(lambda: drawer.x() == 264)


def test_an_empty_page_offers_what_changes_it(theme: Theme, qtbot: QtBot) -> None:
    empty = EmptyState(theme, "No students yet. Paste your class list.", "Paste a list")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.asked):
        empty.button.click()
    empty.set_words("Nothing noted yet. Click a level to start.")
    assert empty.button.isHidden()


def test_a_menu_shows_names_as_they_are(theme: Theme, qtbot: QtBot) -> None:
    menu = Menu(theme)
    qtbot.addWidget(menu)
    done: list[str] = []
    keys = QKeySequence("Ctrl+Z")
    menu.add("Choice & create", lambda: done.append("moved"), "arrow-right", keys)
    menu.add_choice("Chosen", True, lambda: None)
    menu.actions()[0].trigger()
    assert done == ["moved"]
    assert menu.actions()[0].text() == "Choice && create"
    assert menu.actions()[1].isChecked()


def test_a_scrolled_area_shows_what_lies_behind(theme: Theme, qtbot: QtBot) -> None:
    window = active(qtbot)
    inside = QWidget()
    inside.setMinimumHeight(2000)
    area = Scroll(theme, inside)
    QVBoxLayout(window).addWidget(area)
    window.layout().activate()
    assert is_near(picture_of(window).pixelColor(300, 300), theme.colour("canvas"), 2)
    assert area.verticalScrollBar().width() == 12
    theme.choose(scale=2.0)
    window.layout().activate()
    assert area.verticalScrollBar().sizeHint().width() == 24


def test_a_keycap_is_20_high_and_as_wide_as_its_word(theme: Theme, qtbot: QtBot) -> None:
    for word, width in (("V", 20), ("Tab", 32), ("Ctrl", 32)):
        cap = Keycap(theme, word)
        qtbot.addWidget(cap)
        assert cap.sizeHint().height() == 20
        assert abs(cap.sizeHint().width() - width) <= 2


def test_a_sign_has_the_colour_it_was_given(theme: Theme, qtbot: QtBot) -> None:
    sign = Sign(theme, "warning", 16, "warn")
    qtbot.addWidget(sign)
    sign.resize(sign.sizeHint())
    assert not place_of(picture_of(sign), theme.colour("warn")).isEmpty()
    sign.set_colour("ok")
    sign.set_icon("check-circle")
    assert not place_of(picture_of(sign), theme.colour("ok")).isEmpty()


def test_avatars_of_different_shape_look_different(theme: Theme, qtbot: QtBot) -> None:
    drawn = []
    for shape in ("circle", "square", "hexagon", "leaf"):
        avatar = Avatar(theme, 28)
        qtbot.addWidget(avatar)
        avatar.show_student("MP", shape)
        avatar.resize(avatar.sizeHint())
        drawn.append(picture_of(avatar))
    assert all(one != other for one in drawn for other in drawn if one is not other)


def test_the_letters_stay_on_the_avatar(theme: Theme, qtbot: QtBot) -> None:
    avatar = Avatar(theme, 24)
    qtbot.addWidget(avatar)
    avatar.show_student("WM", "circle")
    avatar.resize(24, 24)
    assert place_of(picture_of(avatar), theme.colour("on_avatar")).width() <= 20


def test_a_tooltip_is_changed_only_when_it_could_be_markup() -> None:
    assert plain_tip("Choice & create, level 3") == "Choice & create, level 3"
    assert "&amp;lt;" in plain_tip("&lt;i>")
    assert "&lt;i&gt;" in plain_tip("<i>Maya</i>")


def test_what_a_header_offers_stays_in_sight_beside_long_words(theme: Theme, qtbot: QtBot) -> None:
    for stacked in (False, True):
        header = PageHeader(theme, "A very long name of a class" * 2, "Maths " * 20, stacked)
        qtbot.addWidget(header)
        button = Button(theme, "Print")
        header.add_widget(button)
        header.resize(500, header.sizeHint().height())
        header.show()
        assert header.minimumSizeHint().width() < 500
        assert button.geometry().right() == 500 - 20 - 1
        title = header.findChild(Text)
        assert title.toolTip() == title.text()
        header.resize(3000, 60)
        assert title.toolTip() == ""


def test_beside_much_on_offer_the_title_gives_way_last(theme: Theme, qtbot: QtBot) -> None:
    header = PageHeader(theme, "Progress", "Class 4B · 28 students")
    qtbot.addWidget(header)
    header.add_widget(Button(theme, "Print the whole table for everyone"))
    header.resize(460, 60)
    header.show()
    title, subtitle = header.findChildren(Text)
    assert title.width() >= title.sizeHint().width()
    assert subtitle.toolTip() == "Class 4B · 28 students"
