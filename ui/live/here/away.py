"""How long a student is away, and why."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import StudentId
from ui.live.here.popover import LONGEST, Popover
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text

MINUTES = (10, 20, 30)
REST = 0


class AwayPopover(Popover):
    """`said` gives the minutes (`REST` for the rest of the lesson) and the reason, perhaps ""."""

    said = Signal(object, int, str)

    def __init__(
        self,
        theme: Theme,
        student: StudentId,
        name: str,
        parent: QWidget | None = None,
        several: bool = False,
    ) -> None:
        super().__init__(theme, parent)
        self._student = student
        says = "{student} are away for" if several else "{student} is away for"
        self._title = Text(theme, tr(says, student=name), "strong")
        self.minutes = Segmented(theme)
        self.reason = Field(theme, tr("Reason, if you like"))
        self.confirm = Button(theme, tr("Away"), kind="primary", small=True)
        self._build(theme)

    def open_at(self, spot: QPoint) -> None:
        """Show it above or below a point of the screen, ready to type."""
        self.show_at(spot)
        self.minutes.segment(MINUTES[0]).setFocus(Qt.FocusReason.PopupFocusReason)

    def _build(self, theme: Theme) -> None:
        choices = [(m, tr("{minutes} min", minutes=m), None, "") for m in MINUTES]
        self.minutes.set_items([*choices, (REST, tr("Rest of lesson"), None, "")])
        self.minutes.setAccessibleName(tr("How long"))
        self.reason.setMaxLength(LONGEST)
        self.reason.setAccessibleName(tr("Reason"))
        self.confirm.clicked.connect(self.say)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self.reason, 1)
        line.addWidget(self.confirm)
        rows = QVBoxLayout(self)
        pad = theme.px(16)
        rows.setContentsMargins(pad, pad, pad, pad)
        rows.setSpacing(theme.px(12))
        rows.addWidget(self._title)
        rows.addWidget(self.minutes)
        rows.addLayout(line)
        self.setAccessibleName(self._title.text())

    def say(self) -> None:
        """Tell how long and why."""
        minutes = self.minutes.current()
        reason = self.reason.text().strip()
        self.close()
        self.said.emit(self._student, minutes if isinstance(minutes, int) else REST, reason)
