"""A dropdown of thousands opens a list to type in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.theme import Theme
from ui.widgets.dropdown import Dropdown

THINGS = [(None, "Nothing"), *((n, f"Thing {n}") for n in range(1, 500))]


def find(typed: str):
    return [pair for pair in THINGS if typed.casefold() in pair[1].casefold()][:50]


@pytest.fixture
def dropdown(qtbot, theme: Theme) -> Dropdown:
    made = Dropdown(theme)
    qtbot.addWidget(made)
    made.setAccessibleName("Skill at Tablets")
    made.set_items(THINGS[:20])
    made.search_with(find)
    made.show()
    return made


def shown(dropdown: Dropdown) -> list[str]:
    rows = dropdown.search.list
    return [rows.item(at).text() for at in range(rows.count())]


def test_by_keys_alone_one_of_many_is_found_and_taken(qtbot, dropdown: Dropdown) -> None:
    QTest.keyClick(dropdown, Qt.Key.Key_F4)
    search = dropdown.search
    assert search.isVisible()
    assert shown(dropdown)[:2] == ["Nothing", "Thing 1"]
    QTest.keyClicks(search.field, "thing 41")
    assert shown(dropdown) == ["Thing 41", *(f"Thing {n}" for n in range(410, 420))]
    QTest.keyClick(search.field, Qt.Key.Key_Down)
    QTest.keyClick(search.field, Qt.Key.Key_Down)
    QTest.keyClick(search.field, Qt.Key.Key_Up)
    with qtbot.waitSignal(dropdown.picked) as picked:
        QTest.keyClick(search.field, Qt.Key.Key_Return)
    assert picked.args == [410]
    assert not search.isVisible()


def test_a_click_takes_and_esc_takes_nothing(qtbot, dropdown: Dropdown) -> None:
    heard: list[object] = []
    dropdown.picked.connect(heard.append)
    dropdown.showPopup()
    search = dropdown.search
    QTest.keyClick(search.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not search.isVisible())
    assert heard == []
    dropdown.showPopup()
    place = search.list.visualItemRect(search.list.item(2)).center()
    QTest.mouseClick(search.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard == [2]


def test_where_nothing_fits_enter_does_nothing(dropdown: Dropdown) -> None:
    heard: list[object] = []
    dropdown.picked.connect(heard.append)
    dropdown.showPopup()
    QTest.keyClicks(dropdown.search.field, "xyz")
    QTest.keyClick(dropdown.search.field, Qt.Key.Key_Return)
    assert heard == []
    assert dropdown.search.isVisible()


def test_it_says_what_it_is_for(dropdown: Dropdown) -> None:
    dropdown.showPopup()
    assert dropdown.search.field.accessibleName() == "Skill at Tablets"
    assert dropdown.search.list.accessibleName() == "Skill at Tablets"
