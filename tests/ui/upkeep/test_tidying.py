"""Notes come into the index and old steps are forgotten in the background, a piece at a time."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.errors import NotSaved
from ui.upkeep.tidying import FIRST_MS, INDEX_PAUSE_MS, Tidying


class Upkept:
    """Has so many pieces to forget and notes that wait, or refuses."""

    def __init__(self, pieces: int, refuses: bool = False, waiting: int = 0) -> None:
        self.pieces = pieces
        self.refuses = refuses
        self.waiting = waiting
        self.anew = 0

    def index_anew(self) -> None:
        if self.refuses:
            raise NotSaved("busy")
        self.anew += 1

    def index_some(self) -> bool:
        if self.refuses:
            raise NotSaved("busy")
        self.waiting -= 1
        return self.waiting >= 0

    def forget_some(self) -> bool:
        self.pieces -= 1
        return self.pieces > 0


def test_it_begins_when_the_start_is_over_and_rests_when_all_is_done(qapp: QApplication) -> None:
    parent, upkept = QObject(qapp), Upkept(2)
    tidying = Tidying(upkept, parent)
    assert tidying.timer.interval() == FIRST_MS
    tidying.timer.timeout.emit()
    assert (upkept.pieces, tidying.timer.isActive()) == (1, True)
    tidying.timer.stop()
    tidying.timer.timeout.emit()
    assert (upkept.pieces, tidying.timer.isActive()) == (0, False)


def test_notes_that_wait_for_the_index_come_first(qapp: QApplication) -> None:
    parent, upkept = QObject(qapp), Upkept(1, waiting=2)
    tidying = Tidying(upkept, parent)
    tidying.timer.timeout.emit()
    assert (upkept.waiting, upkept.pieces) == (1, 1)
    assert tidying.timer.interval() == INDEX_PAUSE_MS
    for _ in range(2):
        tidying.timer.stop()
        tidying.timer.timeout.emit()
    assert (upkept.pieces, tidying.timer.isActive()) == (0, False)


def test_an_index_that_is_not_right_is_filled_anew_at_once(qapp: QApplication) -> None:
    parent, upkept = QObject(qapp), Upkept(0)
    tidying = Tidying(upkept, parent)
    tidying.stop()
    tidying.index_anew()
    assert (upkept.anew, tidying.timer.isActive()) == (1, True)
    assert tidying.timer.interval() == INDEX_PAUSE_MS


def test_where_the_disk_refuses_that_too_it_waits_for_the_next_look(qapp: QApplication) -> None:
    parent = QObject(qapp)
    tidying = Tidying(Upkept(0, refuses=True), parent)
    tidying.stop()
    tidying.index_anew()
    assert not tidying.timer.isActive()


def test_a_disk_that_refuses_is_left_alone(qapp: QApplication) -> None:
    parent = QObject(qapp)
    tidying = Tidying(Upkept(5, refuses=True), parent)
    tidying.timer.stop()
    tidying.timer.timeout.emit()
    assert not tidying.timer.isActive()
