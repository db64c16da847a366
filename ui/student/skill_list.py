"""Every skill of the student."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import SkillId
from app.domain.progress import StudentPicture
from ui.student.section import SectionHead
from ui.student.skill_line import SkillLine
from ui.student.words import tr
from ui.theme import Theme
from ui.widgets.text import Text


class SkillList(QWidget):
    """One line for each skill; `picked` gives the skill clicked."""

    picked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lines: list[SkillLine] = []
        self._none = Text(theme, tr("No skills yet."), "body", "text2")
        self._list = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self.head = SectionHead(theme, tr("Skills"))
        self._column.addWidget(self.head)
        self._column.addWidget(self._none)
        self._column.addLayout(self._list)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_picture(self, picture: StudentPicture, chosen: SkillId | None) -> None:
        """Show the skills of a picture; `chosen` is the one the observations are about."""
        plain, own = tr("last 6 weeks · level · last seen"), tr("level · own rating · last seen")
        self.head.set_remark(own if picture.has_own else plain)
        while len(self.lines) < len(picture.skills):
            self._add()
        for at, line in enumerate(self.lines):
            line.setVisible(at < len(picture.skills))
            if at < len(picture.skills):
                line.show_skill(picture.skills[at], picture)
                line.setChecked(picture.skills[at].skill_id == chosen)
        self._none.setVisible(not picture.skills)

    def _add(self) -> None:
        line = SkillLine(self._theme, self)
        line.clicked.connect(lambda: self.picked.emit(line.skill_id))
        self.lines.append(line)
        self._list.addWidget(line)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))
        self._list.setSpacing(0)
        self._none.setContentsMargins(px(4), 0, px(4), 0)
