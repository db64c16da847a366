"""Which framework is shown, what it is called, and ways to another one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import ClassId, FrameworkId
from app.domain.skills import Framework
from app.services.frameworks import FrameworkService
from ui.classes.line import Line
from ui.classes.skills.method_form import MethodForm
from ui.classes.skills.method_words import methods, tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.dropdown import Dropdown
from ui.widgets.text import Text


class FrameworkBar(QWidget):
    """`picked` gives the framework to show, `file_wanted` asks for one from a file.

    `form` says how it counts, and `form_opened` that it is to be seen or not; it stands elsewhere.
    """

    picked = Signal(object)
    form_opened = Signal(bool)
    file_wanted = Signal()
    refused = Signal(str)

    def __init__(self, theme: Theme, frameworks: FrameworkService) -> None:
        super().__init__()
        self._theme = theme
        self._frameworks = frameworks
        self._class_id: ClassId | None = None
        self._framework: Framework | None = None
        self.choice = Dropdown(theme, "tree-structure")
        self.choice.setAccessibleName(tr("Framework"))
        self.name = Line(theme, self._rename, tr("Name of the framework"))
        self.name.setAccessibleName(tr("Name of the framework"))
        self.how = Button(theme, "", "chart-bar")
        self.how.setCheckable(True)
        self.new = Button(theme, tr("New framework"), "plus", "quiet")
        self.file = Button(theme, tr("From a file"), "upload-simple", "quiet")
        self.file.setToolTip(tr("CASE (JSON) or CSV"))
        self.form = MethodForm(theme, frameworks)
        self.source = Text(theme, role="caption", colour="text2")
        self.source.setWordWrap(True)
        self._row, self._deeds = QBoxLayout(QBoxLayout.Direction.LeftToRight), QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_frameworks(self, class_id: ClassId, shown: FrameworkId | None) -> FrameworkId | None:
        """Show those of a class; returns the one that is shown: the one asked for or the first."""
        self._class_id = class_id
        found = self._frameworks.frameworks(class_id)
        chosen = next((f for f in found if f.id == shown), found[0] if found else None)
        self._framework = chosen
        self.choice.set_items((f.id, f.name) for f in found)
        self.choice.setVisible(len(found) > 1)
        for part in (self.name, self.how):
            part.setVisible(chosen is not None)
        if chosen is None:
            self.how.setChecked(False)
        if chosen is None:
            self.source.hide()
            return None
        self.choice.set_current(chosen.id)
        self.name.show_text(chosen.name)
        self.form.show_framework(chosen)
        name = dict(methods()).get(chosen.method, chosen.method)
        count = len(chosen.levels)
        self.how.setText(tr("{method}, {count} levels", method=name, count=count))
        self.source.setText(chosen.source)
        self.source.setVisible(bool(chosen.source))
        return chosen.id

    def _rename(self, text: str) -> None:
        if self._framework is not None:
            self._frameworks.rename(self._framework.id, text)

    def _add(self) -> None:
        if self._class_id is not None:
            fresh = self._frameworks.add(self._class_id, tr("New framework"))
            self.picked.emit(fresh.id)
            self.name.setFocus()
            self.name.selectAll()

    def _build(self) -> None:
        for part in (self.choice, self.name, self.how):
            self._row.addWidget(part, 1 if part is self.name else 0)
        self._deeds.addWidget(self.new)
        self._deeds.addWidget(self.file)
        self._deeds.addStretch(1)
        self._column.addLayout(self._row)
        self._column.addWidget(self.source)
        self._column.addLayout(self._deeds)
        self.choice.picked.connect(self.picked)
        self.how.toggled.connect(self.form_opened)
        self.new.clicked.connect(lambda _on: self._add())
        self.file.clicked.connect(lambda _on: self.file_wanted.emit())
        self.form.refused.connect(self.refused)
        self.name.refused.connect(self.refused)

    def _restyle(self) -> None:
        px = self._theme.px
        large = self._theme.scale > 1.3
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(below if large else beside)
        self._row.setSpacing(px(8))
        self._deeds.setSpacing(px(4))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
