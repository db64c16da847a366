"""The pull-outs of a class, below its rules."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import ClassId, PullOutId, StudentId
from app.domain.pull_outs import PullOut
from app.errors import ClassroomError
from app.services.pull_outs import PullOutService, When
from ui.classes.pull_outs.form import PullOutForm
from ui.classes.pull_outs.row import PullOutRow
from ui.classes.rows import Rows
from ui.problems import problem
from ui.theme import Theme
from ui.widgets.surface import Surface


class PullOutsPart(QWidget):
    """The form, and a row for each. `done` says that what was typed is kept or given up."""

    done = Signal()

    def __init__(self, theme: Theme, pull_outs: PullOutService) -> None:
        super().__init__()
        self._theme = theme
        self._pull_outs = pull_outs
        self._class_id: ClassId | None = None
        self._names: Mapping[StudentId, str] = {}
        self._students: Sequence[StudentId] = ()
        self._changed: PullOut | None = None
        self.form = PullOutForm(theme)
        self.rows = Rows[PullOutRow](theme, self._new_row)
        self.box = Surface(theme, "surface", radius=10)
        inside = QVBoxLayout(self.box)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.form)
        column.addWidget(self.box)
        self.form.hide()
        self.form.kept.connect(self._keep)
        self.form.left.connect(self._close)

    def show_class(self, class_id: ClassId, names: Mapping[StudentId, str]) -> int:
        """Show the pull-outs of a class; returns how many there are."""
        if class_id != self._class_id:
            self.form.hide()
        self._class_id, self._names = class_id, names
        kept, today = self._pull_outs.of_class(class_id), self._pull_outs.today()
        self.rows.sync([pull_out.id for pull_out in kept])
        for pull_out in kept:
            self.rows.row(pull_out.id).show_pull_out(
                pull_out, names.get(pull_out.student_id, ""), today
            )
        self.box.setVisible(bool(kept))
        return len(kept)

    def begin(self, students: Sequence[StudentId]) -> None:
        """Type a new one for these students."""
        self._students, self._changed = tuple(students), None
        self._open(", ".join(self._names.get(student, "") for student in students), None)

    def _edit(self, pull_out_id: int) -> None:
        if self._class_id is None:
            return
        kept = self._pull_outs.of_class(self._class_id)
        found = next((one for one in kept if one.id == pull_out_id), None)
        if found is not None:
            self._changed = found
            self._open(self._names.get(found.student_id, ""), When.of(found))

    def _open(self, who: str, when: When | None) -> None:
        weekdays, letters = self._pull_outs.cycle()
        self.form.begin(who, self._pull_outs.today(), weekdays, letters, when)

    def _keep(self, when: When) -> None:
        if self._class_id is None:
            return
        try:
            if self._changed is not None:
                self._pull_outs.change(self._changed.id, when)
            else:
                self._pull_outs.add(self._class_id, self._students, when)
        except ClassroomError as error:
            self.form.complain(problem(error))
        else:
            self._close()

    def _close(self) -> None:
        """The keyboard goes back to the row, or to where the form was asked for."""
        self.form.hide()
        if self._changed is None:
            self.done.emit()
        elif any(self._changed.id == key for key in self.rows.keys):
            row = self.rows.row(self._changed.id)
            row.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_row(self, pull_out_id: int) -> PullOutRow:
        row = PullOutRow(self._theme, pull_out_id)
        row.edited.connect(self._edit)
        row.removed.connect(lambda own: self._pull_outs.remove(PullOutId(own)))
        return row
