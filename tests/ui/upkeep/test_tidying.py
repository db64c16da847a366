"""Old steps are forgotten in the background, a piece at a time."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.errors import NotSaved
from ui.upkeep.tidying import FIRST_MS, Tidying


class Journal:
    """Has so many pieces to forget, or refuses."""

    def __init__(self, pieces: int, refuses: bool = False) -> None:
        self.pieces = pieces
        self.refuses = refuses

    def forget_some(self) -> bool:
        if self.refuses:
            raise NotSaved("busy")
        self.pieces -= 1
        return self.pieces > 0


def test_it_begins_when_the_start_is_over_and_rests_when_all_is_done(qapp: QApplication) -> None:
    parent, journal = QObject(qapp), Journal(2)
    tidying = Tidying(journal, parent)
    assert tidying.timer.interval() == FIRST_MS
    tidying.timer.timeout.emit()
    assert (journal.pieces, tidying.timer.isActive()) == (1, True)
    tidying.timer.stop()
    tidying.timer.timeout.emit()
    assert (journal.pieces, tidying.timer.isActive()) == (0, False)


def test_a_disk_that_refuses_is_left_alone(qapp: QApplication) -> None:
    parent = QObject(qapp)
    tidying = Tidying(Journal(5, refuses=True), parent)
    tidying.timer.stop()
    tidying.timer.timeout.emit()
    assert not tidying.timer.isActive()
