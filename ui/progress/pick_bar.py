"""Below the heat map while cells are picked: who, and what can be done with them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.progress.picked import Picked
from ui.progress.words import counted, tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.surface import Surface
from ui.widgets.text import Text
from ui.widgets.tip import plain_tip


class PickBar(Surface):
    """Names those picked; `planned` asks for their group, `cleared` to pick nobody."""

    planned = Signal()
    cleared = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, radius=10, edge="ink", parent=parent)
        self._look = theme
        self.about = Text(theme, "", "strong")
        self.names = Text(theme, "", "small", "text2")
        self.names.set_elided(True)
        self.plan = Button(theme, tr("Must meet me next lesson"), "target", "primary", small=True)
        self.clear = Button(theme, icon="x", kind="quiet", small=True)
        self.clear.setAccessibleName(tr("Pick nobody"))
        self.clear.setToolTip(tr("Pick nobody"))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.about)
        self._row.addWidget(self.names, 1)
        for button in (self.plan, self.clear):
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.plan.clicked.connect(lambda _on: self.planned.emit())
        self.clear.clicked.connect(lambda _on: self.cleared.emit())
        self.setAccessibleName(tr("Picked students"))
        self.hide()
        self._space()
        theme.changed.connect(self._space)

    def show_picked(self, found: Picked) -> None:
        """Show who is picked; the bar goes when nobody is."""
        students = counted("%n student", "%n students", len(found.students))
        skills = found.skill or counted("%n skill", "%n skills", len(found.skills))
        self.about.setText(f"{students} · {skills}" if found.skills else students)
        names = ", ".join(found.students.values())
        self.names.setText(names)
        self.names.setToolTip(plain_tip(names))
        self.setVisible(bool(found.students))

    def _space(self) -> None:
        px = self._look.px
        self._row.setContentsMargins(px(14), px(8), px(8), px(8))
        self._row.setSpacing(px(12))
