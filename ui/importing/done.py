"""The last step of an import: who is in the class now, and what is still open."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.roster.notes import DraftRow
from ui.importing.words import added_text, note_text, say
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.sign import Sign
from ui.widgets.surface import Surface
from ui.widgets.text import Text

NAMED = 6


class ImportDone(QWidget):
    """`back_asked` goes back to the rows that were not added, `closed` ends the import."""

    back_asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._box = Surface(theme, "surface", radius=12, edge="line_strong")
        self._title = Text(theme, "", "section")
        self._undo = Text(theme, say("Ctrl Z takes the whole import back."), "body", "text2")
        self._open = Text(theme, "", "body")
        self.back = Button(theme, "", "arrow-left")
        self.close_button = Button(theme, say("Done"), "check", "primary")
        self.back.clicked.connect(lambda _on: self.back_asked.emit())
        self.close_button.clicked.connect(lambda _on: self.closed.emit())
        self._head, self._foot = QHBoxLayout(), QHBoxLayout()
        self._rows, self._inside = QVBoxLayout(self), QVBoxLayout(self._box)
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_result(self, count: int, class_name: str, open_rows: Sequence[DraftRow]) -> None:
        """Say what was done and what was not."""
        self._title.setText(added_text(count, class_name))
        self._open.setText(_open_text(open_rows, class_name))
        self._open.setVisible(bool(open_rows))
        back = say("Back to this row") if len(open_rows) == 1 else say("Back to these rows")
        self.back.setText(back)
        self.back.setVisible(bool(open_rows))

    def words(self) -> str:
        """What it says."""
        return f"{self._title.text()}\n{self._open.text()}".strip()

    def _build(self) -> None:
        self._rows.addWidget(self._box)
        self._rows.addStretch(1)
        self._inside.addLayout(self._head)
        self._inside.addWidget(self._undo)
        self._inside.addWidget(self._open)
        self._inside.addLayout(self._foot)
        self._head.addWidget(Sign(self._theme, "check-circle", 24, "ok", "fill"))
        self._head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        self._foot.addWidget(self.back)
        self._foot.addWidget(self.close_button)
        self._foot.addStretch(1)
        self._title.setWordWrap(True)
        self._open.setWordWrap(True)

    def _restyle(self) -> None:
        px = self._theme.px
        self._rows.setContentsMargins(0, px(6), 0, px(20))
        self._inside.setContentsMargins(px(20), px(20), px(20), px(20))
        self._inside.setSpacing(px(12))
        self._head.setSpacing(px(12))
        self._foot.setSpacing(px(12))


def _open_text(rows: Sequence[DraftRow], class_name: str) -> str:
    lines = [say("1 row was not added:") if len(rows) == 1 else ""]
    if len(rows) > 1:
        lines = [say("{count} rows were not added:").format(count=len(rows))]
    line = say("Row {row}, {name}: {why}")
    lines += [
        line.format(row=r.line, name=r.name.full or "–", why=note_text(r, class_name))
        for r in rows[:NAMED]
    ]
    return "\n".join([*lines, *(["…"] if len(rows) > NAMED else [])])
