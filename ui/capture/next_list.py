"""Who next: three names for the teacher's table, with the reason."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.capture.next_row import NextRow, NextView
from ui.capture.words import tr
from ui.theme import Theme
from ui.widgets.text import Text


class NextList(QWidget):
    """`student_wanted` looks at a student, `move_wanted` brings one to the table."""

    student_wanted = Signal(object)
    move_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = theme
        self.rows: list[NextRow] = []
        self.head = Text(theme, tr("Who next"), "small", "text2", weight=600)
        self.nobody = Text(theme, "", "small", "text2")
        self.nobody.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addWidget(self.nobody)
        self._space()
        theme.changed.connect(self._space)

    def show_names(self, views: Sequence[NextView], nobody: str) -> None:
        """Show these in their order; `nobody` is what is said when there are none."""
        while len(self.rows) < len(views):
            self._add_row()
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(views))
            if at < len(views):
                row.show_view(views[at])
        self.nobody.setText(nobody)
        self.nobody.setVisible(not views)

    def _add_row(self) -> None:
        row = NextRow(self._look, self)
        row.name.clicked.connect(lambda: self.student_wanted.emit(row.name.view.student))
        row.button.clicked.connect(lambda: self.move_wanted.emit(row.name.view.student))
        self._column.insertWidget(1 + len(self.rows), row)
        self.rows.append(row)

    def _space(self) -> None:
        self._column.setContentsMargins(0, 0, 0, self._look.px(8))
        self._column.setSpacing(self._look.px(2))
