"""Every page, for who cannot see it, for who has no pointer, and for who needs large text."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.journey.computer import Computer
from tests.journey.everywhere import every_place, settle
from tests.journey.eyes import spoken
from tests.journey.teacher import Teacher, handle
from ui.widgets.banner import Way
from ui.widgets.button import Button
from ui.widgets.header import PageHeader
from ui.widgets.ring import REACH, FocusRing
from ui.widgets.segmented import Segment
from ui.widgets.tag import TagChip

MOST_STOPS = 200
PLACES = 28
ROLES = QAccessible.Role
OWN_MARK = (QLineEdit, QPlainTextEdit, QTableView)
"""What draws by itself that it has the keyboard: a thick edge, a row in a box."""
FITTED = (Button, Segment, TagChip)


@pytest.fixture
def demo(qtbot: QtBot, computer: Computer) -> Teacher:
    """The demo class in its second round."""
    computer.start(demo=True)
    teacher = Teacher(qtbot, computer)
    teacher.wait_for_projector()
    return teacher


def parts(window: QWidget) -> Iterator[QWidget]:
    return (widget for widget in window.findChildren(QWidget) if widget.isVisible())


# For who cannot see it


def is_dumb(widget: QWidget) -> bool:
    """Whether the keyboard can come to it and a screen reader has nothing to say there."""
    stops = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
    role = QAccessible.queryAccessibleInterface(widget).role()
    return stops and (not spoken(widget).strip() or role in {ROLES.Client, ROLES.NoRole})


def test_whatever_takes_the_keyboard_has_a_name_and_a_role(demo: Teacher) -> None:
    places = 0
    for place in every_place(demo):
        places += 1
        dumb = [widget for widget in parts(demo.window) if is_dumb(widget)]
        assert dumb == [], place
    assert places == PLACES


def heard(window: QWidget, role: QAccessible.Role) -> list[str]:
    """Of all that is shown, the names of what has a role, in the order a reader comes to them."""

    def under(part: QWidget) -> Iterator[str]:
        told = QAccessible.queryAccessibleInterface(part)
        if told.role() == role:
            yield told.text(QAccessible.Text.Name)
        for at in range(told.childCount()):
            child = told.child(at).object()
            if isinstance(child, QWidget) and child.isVisible():
                yield from under(child)

    return list(under(window))


def test_pages_have_headings_and_the_plan_is_heard_round_by_round(demo: Teacher) -> None:
    demo.click("Plan")
    page = demo.desk.window.page("plan").widget
    settle(demo)
    assert heard(demo.window, ROLES.Heading)[0].startswith("Plan: ")
    cells = [name for name in heard(page.view, ROLES.Grouping) if ", round " in name]
    stations = [station.name for station in page.shown.stations]
    assert cells == [f"{name}, round {n}" for n in (1, 2, 3, 4) for name in stations]


def test_each_button_for_free_seats_says_where(demo: Teacher) -> None:
    seats = [name for name in heard(demo.window, ROLES.Button) if "free seat" in name]
    assert seats
    assert len(seats) == len(set(seats))


# For who has no pointer


def marked(window: QWidget, widget: QWidget) -> bool:
    """Whether one sees that it has the keyboard."""
    place = QRect(widget.mapTo(window, QPoint()), widget.size())
    rings = [ring for ring in window.findChildren(FocusRing) if ring.isVisible()]
    around = [QRect(ring.mapTo(window, QPoint()), ring.size()) for ring in rings]
    wanted = place.adjusted(-REACH, -REACH, REACH, REACH)
    return isinstance(widget, OWN_MARK) or wanted in around


def shown(widget: QWidget) -> bool:
    """Whether enough of it is seen to know what it is."""
    seen = widget.visibleRegion().boundingRect()
    return seen.height() >= min(widget.height(), 20) and seen.width() >= min(widget.width(), 40)


def tab_round(teacher: Teacher) -> list[QWidget]:
    """Everything Tab comes to, until it comes to something again; all of it must be seen."""
    stops: list[QWidget] = []
    while len(stops) < MOST_STOPS:
        QTest.keyClick(handle(teacher.window), Qt.Key.Key_Tab)
        QApplication.sendPostedEvents()
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in stops:
            return stops
        assert marked(teacher.window, focus), f"{spoken(focus)} has no ring"
        assert shown(focus), f"{spoken(focus)} is not in sight"
        stops.append(focus)
    raise AssertionError("Tab never comes round")


def test_tab_comes_round_on_every_page_and_is_always_seen(demo: Teacher) -> None:
    for place in every_place(demo):
        demo.computer.come_back()
        stops = tab_round(demo)
        closed_in = {"capture line", "locked"}
        assert (place in closed_in) == (len(stops) < 6), f"{place}: {len(stops)} stops"


# For who needs large text


def is_cut(widget: QWidget) -> bool:
    """Whether words of it are cut off. A side remark may end in dots."""
    if isinstance(widget, QLabel) and widget.text():
        ignored = widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored
        dotted = ignored or isinstance(widget.parentWidget(), PageHeader)
        need = widget.sizeHint()
        if widget.wordWrap():
            return widget.height() < widget.heightForWidth(widget.width()) - 1
        narrow = widget.width() < need.width() - 1 and not dotted
        return narrow or widget.height() < need.height() - 1
    if isinstance(widget, FITTED):
        need = widget.minimumSizeHint()
        return widget.width() < need.width() - 1 or widget.height() < need.height() - 1
    return False


def overlap(parent: QWidget) -> list[str]:
    """Words and buttons of one parent that lie on each other."""
    kinds = (QLabel, QAbstractButton)
    children = [c for c in parent.children() if isinstance(c, kinds) and c.isVisible()]
    return [
        f"{spoken(one)} on {spoken(other)}"
        for one, other in combinations(children, 2)
        if min((one.geometry() & other.geometry()).size().toTuple()) > 1
    ]


@pytest.mark.parametrize("banner", [False, True])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_words_are_cut_or_covered(demo: Teacher, scale: float, banner: bool) -> None:
    demo.desk.choose(replace(demo.desk.settings, text_scale=scale))
    if banner:
        ways = [Way("Choose a folder", lambda: None), Way("Not now", lambda: None)]
        text = "The folder of your backups cannot be found. Nothing is lost: put the stick back in."
        demo.desk.window.banners.show_line("test", "warn", text, ways)
    for place in every_place(demo):
        window = demo.window
        assert window.size().toTuple() == (1366, 768), f"{place} does not fit"
        assert [spoken(widget) for widget in parts(window) if is_cut(widget)] == [], place
        assert [said for part in parts(window) for said in overlap(part)] == [], place
