"""Where Tab goes: as a part is read, whenever its things were made."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.focus import as_read, first_stop


class Board(QWidget):
    """Places its fields by itself, as the console does."""

    def __init__(self, *places: tuple[int, int]) -> None:
        super().__init__()
        self.fields = [QLineEdit(self) for _ in places]
        for field, place in zip(self.fields, places, strict=True):
            field.setGeometry(*place, 40, 20)


@pytest.fixture
def part(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_what_was_made_late_is_read_where_it_stands(part) -> None:
    rows, row = QVBoxLayout(part), QHBoxLayout()
    last, first, second = QLineEdit(), QLineEdit(), QLineEdit()
    rows.addWidget(last)
    rows.insertLayout(0, row)
    row.addWidget(second)
    row.insertWidget(0, first)
    assert list(as_read(part)) == [first, second, last]
    assert first_stop(part) is first


def test_what_lies_over_a_part_comes_last(part) -> None:
    drawer = QLineEdit(part)
    rows, below = QVBoxLayout(part), QLineEdit()
    rows.addWidget(below)
    assert list(as_read(part)) == [below, drawer]


def test_without_a_layout_it_is_read_from_the_top_and_from_where_lines_begin(qtbot) -> None:
    board = Board((100, 0), (0, 50), (0, 0))
    qtbot.addWidget(board)
    right, below, left = board.fields
    assert list(as_read(board)) == [left, right, below]
    board.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert list(as_read(board)) == [right, left, below]
