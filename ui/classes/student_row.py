"""One student on the class list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedLayout, QWidget

from app.domain.classes import Student
from app.domain.names import PersonName
from ui.classes.name_form import NameForm
from ui.theme import Theme
from ui.widgets.avatar import Avatar, initials, shape_of
from ui.widgets.button import Button
from ui.widgets.surface import Surface
from ui.widgets.text import Text


class StudentRow(Surface):
    """Names and what may be done; F2 or a double click opens the names for typing."""

    renamed = Signal(object, PersonName)
    taken_off = Signal(object)
    records_wanted = Signal(object)

    def __init__(self, theme: Theme, student_id: int) -> None:
        super().__init__(theme, "", ("bottom",))
        self._id = student_id
        self._name = PersonName("", "", "")
        self.avatar = Avatar(theme, 28)
        self.full = Text(theme, role="strong")
        self.board = Text(theme, role="small", colour="text2")
        self.rename_button = Button(theme, self.tr("Rename"), "pencil-simple", "link", small=True)
        self.off_button = Button(theme, self.tr("Take off the list"), "user-minus", "quiet", True)
        self.records_button = Button(theme, self.tr("Records"), "file-text", "quiet", True)
        self._form: NameForm | None = None
        self._shown = QWidget()
        self._pages = QStackedLayout(self)
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_student(self, student: Student, board_name: str) -> None:
        """Show a student, and what the board calls them."""
        self._name = student.name
        self.avatar.show_student(initials(student.name.first, student.family), shape_of(student.id))
        self.full.setText(student.name.full)
        self.board.setText(self.tr("On the board: {name}").format(name=board_name))
        for button in (self.rename_button, self.records_button, self.off_button):
            button.setAccessibleName(f"{button.label()}: {student.name.full}")

    @property
    def form(self) -> NameForm:
        """The names to be typed; made for the few rows that need it."""
        if self._form is None:
            self._form = NameForm(self._theme, self.tr("Save"))
            self._form.named.connect(self._keep)
            self._form.left.connect(self._close)
            self._pages.addWidget(self._form)
        return self._form

    def edit(self) -> None:
        """Open the names for typing."""
        self.form.show_name(self._name)
        self._pages.setCurrentWidget(self.form)
        self.form.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 as in any list."""
        if event.key() == Qt.Key.Key_F2:
            self.edit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """As F2."""
        self.edit()

    def _close(self) -> None:
        self._pages.setCurrentWidget(self._shown)
        self.rename_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, name: PersonName) -> None:
        self._close()
        self.renamed.emit(self._id, name)

    def _build(self) -> None:
        self.full.setWordWrap(True)
        self.board.setWordWrap(True)
        self._pages.addWidget(self._shown)
        row = QHBoxLayout(self._shown)
        row.addWidget(self.avatar)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.addWidget(self.full, 3)
        self._words.addWidget(self.board, 2)
        row.addLayout(self._words, 1)
        row.addWidget(self.rename_button)
        row.addWidget(self.records_button)
        row.addWidget(self.off_button)
        self._row = row
        self.rename_button.clicked.connect(lambda _on: self.edit())
        self.records_button.clicked.connect(lambda _on: self.records_wanted.emit(self._id))
        self.off_button.clicked.connect(lambda _on: self.taken_off.emit(self._id))

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(16), px(6), px(12), px(6))
        self._row.setSpacing(px(12))
        large = self._theme.scale > 1.3
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._words.setDirection(below if large else beside)
        self._words.setSpacing(px(0 if large else 12))
