"""Lists and tables: finding a place in them by its words, and clicking it."""

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from tests.journey.eyes import only, seen

DOWN, ACROSS = Qt.Orientation.Vertical, Qt.Orientation.Horizontal


def index_of(table: QTableView, row: str, column: str) -> QModelIndex:
    """The cell of a row and a column, by how their headings begin."""
    model = table.model()
    rows = [str(model.headerData(at, DOWN)) for at in range(model.rowCount())]
    columns = [str(model.headerData(at, ACROSS)) for at in range(model.columnCount())]
    return model.index(beginning(rows, row), beginning(columns, column))


def beginning(headings: list[str], words: str) -> int:
    """Which heading begins like this."""
    return only([at for at, text in enumerate(headings) if text.startswith(words)], words)


def cell_words(within: QWidget, row: str, column: str) -> str:
    """What a screen reader says of a cell of the only table in the window."""
    table = only(seen(QTableView, within), "table")
    return str(index_of(table, row, column).data())


def spot_of(view: QAbstractItemView, index: QModelIndex) -> QPoint:
    """The middle of a line or cell, in its window."""
    view.scrollTo(index)
    return view.viewport().mapTo(view.window(), view.visualRect(index).center())
