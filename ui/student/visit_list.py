"""How often the student was at which station."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.progress import StudentPicture
from ui.student.section import SectionHead
from ui.student.visit_line import VisitLine
from ui.student.words import counted, tr
from ui.theme import Theme


class VisitList(QWidget):
    """One line for each station."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lines: list[VisitLine] = []
        self.head = SectionHead(theme, tr("Stations visited"))
        self._list = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addLayout(self._list)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_picture(self, picture: StudentPicture) -> None:
        """Show the visits of a picture."""
        remark = counted("last 4 weeks, 1 round", "last 4 weeks, %n rounds", picture.rounds)
        self.head.set_remark(remark)
        while len(self.lines) < len(picture.visits):
            self.lines.append(VisitLine(self._theme, self))
            self._list.addWidget(self.lines[-1])
        for at, line in enumerate(self.lines):
            line.setVisible(at < len(picture.visits))
            if at < len(picture.visits):
                line.show_visits(picture.visits[at])

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))
        self._list.setSpacing(0)
