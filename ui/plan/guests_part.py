"""Students of the teacher's other classes who take part in a lesson."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.classes import SchoolClass, Student
from app.domain.ids import ClassId
from app.domain.lessons import Lesson
from ui.format import class_title
from ui.theme import Theme
from ui.widgets.check import Check
from ui.widgets.text import Text

Others = Sequence[tuple[SchoolClass, Sequence[Student]]]
"""Classes, each with its students."""


class GuestsPart(QObject):
    """Lines of the lesson's panel, a box for each class. `changed` carries all guests."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._guests: tuple[int, ...] = ()
        self._members: dict[ClassId, tuple[int, ...]] = {}
        self.checks: dict[ClassId, Check] = {}
        self._whole = QWidget()
        self._rows = QVBoxLayout(self._whole)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._title = Text(theme, self.tr("Guests from your other classes"), "strong")
        self._title.setWordWrap(True)
        self._rows.addWidget(self._title)
        self.note = Text(
            theme, self.tr("Classes you put away are not offered."), "caption", "text2"
        )
        self.note.setWordWrap(True)
        self._rows.addWidget(self.note)

    def put_into(self, rows: QVBoxLayout) -> None:
        """Take the next lines of the panel."""
        rows.addWidget(self._whole)

    def show_guests(self, lesson: Lesson, others: Others) -> None:
        """Tick the classes with guests in the lesson; without other classes nothing is shown."""
        self._guests = lesson.guest_ids
        self._members = {one.id: tuple(s.id for s in there) for one, there in others}
        self._whole.setVisible(bool(others))
        for gone in set(self.checks) - set(self._members):
            check = self.checks.pop(gone)
            self._rows.removeWidget(check)
            check.hide()
            check.deleteLater()
        for one, there in others:
            if one.id not in self.checks:
                self.checks[one.id] = self._new_check(one.id)
            come = len(set(lesson.guest_ids).intersection(self._members[one.id]))
            self.checks[one.id].setText(self._words(one, come, len(there)))
            self.checks[one.id].setChecked(come > 0)

    def _words(self, one: SchoolClass, come: int, there: int) -> str:
        name = class_title(one.name)
        if one.archived:
            name = self.tr("{name}, put away").format(name=name)
        if 0 < come < there:
            text = self.tr("{name}: {come} of {count} students")
            return text.format(name=name, come=come, count=there)
        if there == 1:
            return self.tr("{name}: 1 student").format(name=name)
        return self.tr("{name}: {count} students").format(name=name, count=there)

    def _new_check(self, class_id: ClassId) -> Check:
        check = Check(self._theme)
        check.clicked.connect(lambda on: self._turn(class_id, on))
        self._rows.addWidget(check)
        return check

    def _turn(self, class_id: ClassId, come: bool) -> None:
        members = self._members[class_id]
        rest = tuple(guest for guest in self._guests if guest not in members)
        self.changed.emit((*rest, *members) if come else rest)
