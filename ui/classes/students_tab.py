"""Who is in the class."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import ClassId, StudentId
from app.domain.names import PersonName
from app.errors import ClassroomError
from app.services.classes import ClassService
from ui.classes.name_form import NameForm
from ui.classes.rows import Rows
from ui.classes.student_row import StudentRow
from ui.problems import problem
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.empty import EmptyState
from ui.widgets.scroll import Scroll
from ui.widgets.surface import Surface


class StudentsTab(QWidget):
    """The list, one more student, and the way to a whole list. `refused` says what went wrong."""

    import_wanted = Signal()
    refused = Signal(str)
    records_wanted = Signal(object)

    def __init__(self, theme: Theme, classes: ClassService) -> None:
        super().__init__()
        self._theme = theme
        self._classes = classes
        self._class_id: ClassId | None = None
        self.add_button = Button(theme, self.tr("Add one student"), "user-plus")
        self.import_button = Button(theme, self.tr("Import a class list"), "clipboard-text")
        self.form = NameForm(theme, self.tr("Add"))
        self.rows = Rows[StudentRow](theme, self._new_row)
        self._scroll = Scroll(theme, self.rows)
        said = self.tr("No students yet. Paste your class list.")
        self.empty = EmptyState(theme, said, self.tr("Paste your class list"), "users-three")
        self._box = Surface(theme, "surface", radius=10)
        self._column = QVBoxLayout(self)
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_class(self, class_id: ClassId) -> int:
        """Show the list of a class; returns how many are on it."""
        if class_id != self._class_id:
            self.form.hide()
        self._class_id = class_id
        students, names = self._classes.roll(class_id)
        self.rows.sync([student.id for student in students])
        for student in students:
            self.rows.row(student.id).show_student(student, names[student.id])
        self.empty.setVisible(not students)
        self._box.setVisible(bool(students) or not self.form.isHidden())
        self._scroll.setVisible(bool(students))
        return len(students)

    def open_form(self) -> None:
        """Type one more student."""
        self.form.show_name(PersonName("", "", ""))
        self._box.show()
        self.form.show()
        self.form.begin()

    def _new_row(self, student_id: int) -> StudentRow:
        row = StudentRow(self._theme, student_id)
        row.renamed.connect(self._rename)
        row.records_wanted.connect(self.records_wanted)
        row.taken_off.connect(lambda own: self._classes.take_off([StudentId(own)]))
        return row

    def _rename(self, student_id: int, name: PersonName) -> None:
        try:
            self._classes.rename_student(StudentId(student_id), name)
        except ClassroomError as error:
            self.refused.emit(problem(error))

    def _add(self, name: PersonName) -> None:
        if self._class_id is None:
            return
        try:
            self._classes.add_student(self._class_id, name)
        except ClassroomError as error:
            self.refused.emit(problem(error))
        else:
            self.open_form()  # often there is a second one

    def _close_form(self) -> None:
        self.form.hide()
        if self._class_id is not None:
            self.show_class(self._class_id)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.import_button)
        buttons.addStretch(1)
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.form)
        inside.addWidget(self._scroll)
        self.form.hide()
        self._column.addLayout(buttons)
        self._column.addWidget(self._box, 1)
        self._column.addWidget(self.empty, 1)
        self.add_button.clicked.connect(lambda _on: self.open_form())
        self.import_button.clicked.connect(lambda _on: self.import_wanted.emit())
        self.empty.asked.connect(self.import_wanted)
        self.form.named.connect(self._add)
        self.form.left.connect(self._close_form)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(12))
