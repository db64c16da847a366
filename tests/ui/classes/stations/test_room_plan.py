"""Stations are placed in the room by dragging, by clicking, and by keys."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from ui.classes.stations.room_plan import STEP, RoomPlan
from ui.classes.stations.room_section import RoomSection
from ui.classes.stations.room_token import RoomToken

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


@pytest.fixture
def section(qtbot, theme, room) -> RoomSection:
    shown = RoomSection(theme, room.stations)
    qtbot.addWidget(shown)

    def show(_kinds=None) -> None:
        shown.show_stations(room.class_id, room.stations.stations(room.class_id))

    room.workspace.subscribe(show)
    show()
    shown.resize(900, 560)
    shown.show()
    return shown


def spots(room) -> list:
    return [station.spot for station in room.stations.stations(room.class_id)]


def first(section: RoomSection) -> RoomToken:
    return next(iter(section.plan.tokens.values()))


def send(token: RoomToken, kind: QEvent.Type, spot: QPoint) -> None:
    button = NONE if kind == QEvent.Type.MouseMove else LEFT
    held = NONE if kind == QEvent.Type.MouseButtonRelease else LEFT
    at = QPointF(token.mapToGlobal(token.rect().center()) if spot.isNull() else spot)
    local = QPointF(token.mapFromGlobal(at))
    event = QMouseEvent(kind, local, at, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(token, event)


def in_room(plan: RoomPlan, x: float, y: float) -> QPoint:
    """A point of the screen, as shares of the room."""
    return plan.mapToGlobal(QPoint(round(plan.width() * x), round(340 * y)))


def drag(section: RoomSection, *way: QPoint, drop: bool = True) -> None:
    token = first(section)
    send(token, QEvent.Type.MouseButtonPress, QPoint())
    for spot in way:
        send(token, QEvent.Type.MouseMove, spot)
    if drop:
        send(token, QEvent.Type.MouseButtonRelease, way[-1])


def test_a_station_that_is_dragged_stands_where_it_was_left(section, room) -> None:
    drag(section, in_room(section.plan, 0.3, 0.3), in_room(section.plan, 0.5, 0.55))
    x, y = spots(room)[0]
    assert (x, y) == (pytest.approx(500, abs=15), pytest.approx(495, abs=40))


def test_a_drag_that_is_broken_off_moves_nothing(section, room, qtbot) -> None:
    drag(section, in_room(section.plan, 0.5, 0.5), drop=False)
    qtbot.keyClick(first(section), Qt.Key.Key_Escape)
    send(first(section), QEvent.Type.MouseMove, in_room(section.plan, 0.8, 0.8))
    assert spots(room)[0] is None
    steps = room.store.count_steps()
    drag(section, section.plan.mapToGlobal(QPoint(100, 380)))
    assert room.store.count_steps() == steps


def test_click_it_and_then_the_place(section, room, qtbot) -> None:
    token = first(section)
    qtbot.mouseClick(token, LEFT)
    assert token.isChecked()
    qtbot.mouseClick(section.plan, LEFT, pos=QPoint(section.plan.width() // 2, 200))
    assert spots(room)[0][0] == pytest.approx(500, abs=5)
    assert not token.isChecked()


def test_only_one_station_waits_for_a_click(section, qtbot) -> None:
    one, other, *_ = section.plan.tokens.values()
    qtbot.mouseClick(one, LEFT)
    qtbot.mouseClick(other, LEFT)
    assert [one.isChecked(), other.isChecked()] == [False, True]


def test_arrow_keys_walk_it_and_stop_at_the_wall(section, room, qtbot) -> None:
    token = first(section)
    qtbot.keyClick(token, Qt.Key.Key_Right)
    assert spots(room)[0] == (525, 500)
    for _ in range(12):
        qtbot.keyClick(token, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert spots(room)[0] == (525, 0)
    assert token.accessibleDescription() == "52 % from the left, 0 % from the board"


def test_an_arrow_that_is_held_is_one_step_to_undo(section, room) -> None:
    section.presets["rows"].click()
    before, steps, token = spots(room)[0], room.store.count_steps(), first(section)
    left, key = token.x(), Qt.Key.Key_Right
    down, up = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    for kind in (down, *(up, down) * 4):  # so X tells a held key
        held = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", autorep=True)
        QApplication.sendEvent(token, held)
    assert token.x() > left
    assert spots(room)[0] == before
    QApplication.sendEvent(token, QKeyEvent(up, key, Qt.KeyboardModifier.NoModifier))
    assert spots(room)[0] == (before[0] + 5 * STEP, before[1])
    assert room.store.count_steps() == steps + 1


def test_a_held_arrow_is_let_go_with_the_focus(section, room) -> None:
    section.presets["rows"].click()
    before, token = spots(room)[0], first(section)
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(token, press)
    QApplication.sendEvent(token, QFocusEvent(QEvent.Type.FocusOut))
    assert spots(room)[0] == (before[0] + STEP, before[1])


@pytest.mark.parametrize("kind", ["stations", "rows", "circle", "pairs"])
def test_a_preset_places_all_and_all_can_be_taken_out(section, room, kind: str) -> None:
    section.presets[kind].click()
    assert None not in spots(room)
    section.clear_button.click()
    assert set(spots(room)) == {None}
    assert not section.clear_button.isEnabled()


def test_stations_nobody_placed_wait_below_the_room(section) -> None:
    assert all(token.y() >= 340 for token in section.plan.tokens.values())
    assert first(section).accessibleDescription() == "Not placed in the room"
    section.presets["rows"].click()
    assert all(token.geometry().bottom() < 340 for token in section.plan.tokens.values())


def test_many_stations_wait_in_several_rows(section, room) -> None:
    for n in range(9):
        room.stations.add(room.class_id, f"Station {n}")
    tokens = section.plan.tokens.values()
    assert max(token.geometry().right() for token in tokens) <= section.plan.width()
    assert len({token.y() for token in tokens}) > 1
