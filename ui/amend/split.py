"""Making several observations of one that is about several students."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.amending import SplitPart
from app.domain.ids import StudentId
from app.domain.observations import Observation
from ui.amend.words import counted, tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.dropdown import Dropdown
from ui.widgets.field import Field
from ui.widgets.text import Text

LEAST = 2


class PartRow(QWidget):
    """One student and the words about her; `away` when the row is to go."""

    away = Signal()

    def __init__(self, theme: Theme, students: Sequence[tuple[object, str]], note: str) -> None:
        super().__init__()
        self._theme = theme
        self.student = Dropdown(theme, small=True)
        self.student.setAccessibleName(tr("Student"))
        self.student.set_items(students)
        self.note = Field(theme, tr("Note"), small=True)
        self.note.setText(note)
        self.remove = Button(theme, icon="x", kind="quiet", small=True)
        self.remove.setAccessibleName(tr("Leave this one out"))
        self.remove.clicked.connect(lambda _on: self.away.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self.student)
        row.addWidget(self.note, 1)
        row.addWidget(self.remove)

    def part(self) -> SplitPart:
        """What it says."""
        student = self.student.current()
        return SplitPart(StudentId(student if isinstance(student, int) else 0), self.note.text())


class SplitRows(QWidget):
    """A row for each of the new observations; `split` gives their parts, `left` when it is not."""

    split = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._students: list[tuple[object, str]] = []
        self._note = ""
        self.rows: list[PartRow] = []
        said = Text(theme, tr("Each gets level and tags; word each note."), "small", "text2")
        said.setWordWrap(True)
        self.more = Button(theme, tr("One more student"), "plus", "link", small=True)
        self.do = Button(theme, "", "arrows-split", "primary", small=True)
        self.leave = Button(theme, tr("Leave it as one"), "", "quiet", small=True)
        self.more.clicked.connect(lambda _on: self._add(None).student.setFocus())
        self.do.clicked.connect(lambda _on: self.split.emit([row.part() for row in self.rows]))
        self.leave.clicked.connect(lambda _on: self.left.emit())
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(6))
        foot = QHBoxLayout()
        for button in (self.do, self.leave):
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(said)
        column.addLayout(self._list)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        column.addLayout(foot)

    def begin(self, seen: Observation, students: Sequence[tuple[object, str]]) -> None:
        """Two rows, the first is the one there is."""
        for row in list(self.rows):
            self._drop(row)
        self._students, self._note = list(students), seen.note
        self._add(seen.student_id)
        self._add(None).student.setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, student: int | None) -> PartRow:
        """A row for a student, or for the next one who has none."""
        row = PartRow(self._theme, self._students, self._note)
        taken = {other.student.current() for other in self.rows}
        free = next((key for key, _name in self._students if key not in taken), None)
        row.student.set_current(student if student is not None else free)
        row.away.connect(lambda: self._drop(row))
        self.rows.append(row)
        self._list.addWidget(row)
        row.show()
        self._count()
        return row

    def _drop(self, row: PartRow) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._count()

    def _count(self) -> None:
        count = len(self.rows)
        self.do.setText(counted("Make it %n", "Make it %n", count))
        self.do.setEnabled(count >= LEAST)
        for row in self.rows:
            row.remove.setEnabled(count > LEAST)
        self.more.setVisible(count < len(self._students))
