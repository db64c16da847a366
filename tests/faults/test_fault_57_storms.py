"""57: double clicks, double taps, drags to oneself and outside, Esc at any moment, in any order."""

import random
from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.session import Move
from tests.faults.budget import Budget
from tests.journey.eyes import seen
from tests.journey.teacher import CTRL, Teacher, handle
from ui.live.stations.column_head import ColumnHead
from ui.live.stations.live_card import LiveCard

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
OUTSIDE = QPoint(3, 3)
KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_M, Qt.Key.Key_1, Qt.Key.Key_5, Qt.Key.Key_Left, Qt.Key.Key_F)


def everyone(teacher: Teacher) -> Counter[str]:
    return Counter(name for seated in teacher.console_places().values() for name in seated)


def moves(teacher: Teacher) -> int:
    return len(teacher.desk.room.store.find(Move))


def spot_of(part: QWidget) -> QPoint:
    return part.mapTo(part.window(), part.visibleRegion().boundingRect().center())


class Storm:
    """Hands that do not know what they do."""

    def __init__(self, teacher: Teacher, seed: int) -> None:
        self._teacher = teacher
        self._chance = random.Random(seed)
        self._top = handle(teacher.window)
        self._deeds: tuple[Callable[[], None], ...] = (
            self._double_click,
            self._triple_tap,
            self._drag_to_self,
            self._drag_outside,
            self._drag_and_escape,
            self._drag_to_another,
            self._take_one_more,
            self._drag_a_group,
            self._draw_a_box,
            self._key,
            self._undo_redo,
        )

    def blow(self) -> None:
        self._chance.choice(self._deeds)()

    def _card(self) -> LiveCard:
        """One that can be hit: a column of many scrolls."""
        cards = seen(LiveCard, self._teacher.window)
        return self._chance.choice([card for card in cards if not card.visibleRegion().isEmpty()])

    def _double_click(self) -> None:
        spot = spot_of(self._card())
        QTest.mouseClick(self._top, LEFT, PLAIN, spot)
        QTest.mouseDClick(self._top, LEFT, PLAIN, spot)

    def _triple_tap(self) -> None:
        spot = spot_of(self._card())
        for _tap in range(3):
            QTest.mouseClick(self._top, LEFT, PLAIN, spot)

    def _carry(self, start: QPoint, end: QPoint) -> None:
        QTest.mousePress(self._top, LEFT, PLAIN, start)
        for step in range(1, 5):
            QTest.mouseMove(self._top, start + (end - start) * step / 4)

    def _let_go(self, at: QPoint) -> None:
        QTest.mouseRelease(self._top, LEFT, PLAIN, at)

    def _drag_to_self(self) -> None:
        spot = spot_of(self._card())
        self._carry(spot, spot + QPoint(40, 0))
        QTest.mouseMove(self._top, spot)
        self._let_go(spot)

    def _drag_outside(self) -> None:
        self._carry(spot_of(self._card()), OUTSIDE)
        self._let_go(OUTSIDE)

    def _drag_and_escape(self) -> None:
        end = spot_of(self._card())
        self._carry(spot_of(self._card()), end)
        QTest.keyClick(self._top, Qt.Key.Key_Escape)
        self._let_go(end)

    def _drag_to_another(self) -> None:
        end = spot_of(self._card())
        self._carry(spot_of(self._card()), end)
        self._let_go(end)

    def _take_one_more(self) -> None:
        QTest.mouseClick(self._top, LEFT, CTRL, spot_of(self._card()))

    def _drag_a_group(self) -> None:
        end = spot_of(self._card())
        heads = seen(ColumnHead, self._teacher.window)
        self._carry(spot_of(self._chance.choice(heads)), end)
        self._let_go(end)

    def _draw_a_box(self) -> None:
        end = spot_of(self._card())
        self._carry(self._teacher.window.mapFromGlobal(self._empty()), end)
        self._let_go(end)

    def _empty(self) -> QPoint:
        """A point between the stations."""
        columns = self._teacher.desk.live.page.console.columns
        return columns.mapToGlobal(QPoint(4, columns.height() // 2))

    def _key(self) -> None:
        QTest.keyClick(self._top, self._chance.choice(KEYS))

    def _undo_redo(self) -> None:
        """Not so far back that the lesson has not begun."""
        would = self._teacher.desk.room.workspace.next_undo
        back = would is not None and would.verb in {"moved", "several moved", "swapped"}
        key = Qt.Key.Key_Z if back and self._chance.random() < 0.5 else Qt.Key.Key_Y
        QTest.keyClick(self._top, key, CTRL)


@pytest.mark.long
def test_after_any_storm_everyone_is_there_once_and_both_screens_agree(
    lesson: Teacher, budget: Budget
) -> None:
    before, storm = everyone(lesson), Storm(lesson, 5)
    for _turn in budget.turns(whole=1500, short=60):
        storm.blow()
        assert everyone(lesson) == before
        assert lesson.console_places() == lesson.board_places()
    lesson.press(Qt.Key.Key_Escape)
    assert lesson.desk.live.page.carry.lifted is None
    assert moves(lesson) > 0 or not budget.whole  # a short storm may move nobody


def test_clicks_in_a_storm_move_nobody(lesson: Teacher) -> None:
    card, before = lesson.card("Ben"), moves(lesson)
    spot = spot_of(card)
    for _time in range(5):
        QTest.mouseClick(handle(lesson.window), LEFT, PLAIN, spot)
        QTest.mouseDClick(handle(lesson.window), LEFT, PLAIN, spot)
    assert moves(lesson) == before


@pytest.mark.parametrize("way", ["_drag_to_self", "_drag_outside", "_drag_and_escape"])
def test_a_drag_that_means_nothing_writes_nothing(lesson: Teacher, way: str) -> None:
    steps = lesson.desk.room.store.count_steps()
    storm = Storm(lesson, 1)
    for _time in range(5):
        getattr(storm, way)()
    assert lesson.desk.room.store.count_steps() == steps


def test_a_card_dropped_twice_in_one_breath_is_one_move(lesson: Teacher) -> None:
    """The second press comes before anything was drawn anew."""
    lesson.drag(lesson.card("Ben"), lesson.station("Games"))
    first = moves(lesson)
    lesson.drag(lesson.card("Ben"), lesson.station("Games"))
    assert moves(lesson) == first
    assert everyone(lesson)["Ben"] == 1
