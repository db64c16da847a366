"""Which visits the student is owed, and why."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.owed import ABSENT, AWAY, CUT, LATE, Owed
from app.domain.progress import OwedVisit, StudentPicture
from ui.format import day_short
from ui.student.section import SectionHead
from ui.student.words import counted, tr
from ui.theme import Theme
from ui.widgets.text import Text

MOST = 5


class OwedList(QWidget):
    """One line for each of the oldest; gone while nothing is owed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.head = SectionHead(theme, tr("Owed visits"))
        self.lines = [Text(theme, role="small", colour="text2") for _ in range(MOST)]
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        for line in self.lines:
            line.setWordWrap(True)
            self._column.addWidget(line)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_picture(self, picture: StudentPicture) -> None:
        """Show what is owed in a picture."""
        self.setVisible(bool(picture.owed))
        more = len(picture.owed) - MOST
        self.head.set_remark(counted("and 1 more", "and %n more", more) if more > 0 else "")
        for at, line in enumerate(self.lines):
            line.setVisible(at < len(picture.owed))
            if at < len(picture.owed):
                line.setText(owed_words(picture.owed[at]))

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(4))
        for line in self.lines:
            line.setContentsMargins(px(4), 0, px(4), 0)


def owed_words(visit: OwedVisit) -> str:
    """A visit and why it was missed: "Teacher table · Tue 12 May, round 3 · away: Dentist"."""
    owed = visit.owed
    day = day_short(date.fromisoformat(owed.day))
    when = tr("{day}, round {round}", day=day, round=owed.round)
    return " · ".join((visit.station, when, _why(owed)))


def _why(owed: Owed) -> str:
    if owed.why == AWAY and owed.reason:
        return tr("away: {reason}", reason=owed.reason)
    plain = {ABSENT: "absent", LATE: "late", AWAY: "away", CUT: "the lesson ended before it"}
    return tr(plain.get(owed.why, "was at another station"))
