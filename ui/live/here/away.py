"""How long a student is away, and why."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import StudentId
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.segmented import Segmented
from ui.widgets.surface import Surface
from ui.widgets.text import Text

MINUTES = (10, 20, 30)
REST = 0
LONGEST = 80


class AwayPopover(Surface):
    """A small window that goes when something else is clicked.

    `said` gives the minutes (`REST` for the rest of the lesson) and the reason, which may be
    empty.
    """

    said = Signal(object, int, str)

    def __init__(
        self,
        theme: Theme,
        student: StudentId,
        name: str,
        parent: QWidget | None = None,
        several: bool = False,
    ) -> None:
        super().__init__(theme, radius=1, edge="control", parent=parent)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._student = student
        says = "{student} are away for" if several else "{student} is away for"
        self._title = Text(theme, tr(says, student=name), "strong")
        self.minutes = Segmented(theme)
        self.reason = Field(theme, tr("Reason, if you like"))
        self.confirm = Button(theme, tr("Away"), kind="primary", small=True)
        self._build(theme)

    def open_at(self, spot: QPoint) -> None:
        """Show it above or below a point of the screen, wherever it fits."""
        show_at(self, spot)
        self.minutes.segment(MINUTES[0]).setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter says it, Esc goes."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._say()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _build(self, theme: Theme) -> None:
        choices = [(m, tr("{minutes} min", minutes=m), None, "") for m in MINUTES]
        self.minutes.set_items([*choices, (REST, tr("Rest of lesson"), None, "")])
        self.minutes.setAccessibleName(tr("How long"))
        self.reason.setMaxLength(LONGEST)
        self.reason.setAccessibleName(tr("Reason"))
        self.confirm.clicked.connect(self._say)
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

    def _say(self) -> None:
        minutes = self.minutes.current()
        reason = self.reason.text().strip()
        self.close()
        self.said.emit(self._student, minutes if isinstance(minutes, int) else REST, reason)


def show_at(widget: QWidget, spot: QPoint) -> None:
    """Show a small window above or below a point of the screen, wherever it fits."""
    size = widget.sizeHint()
    widget.resize(size)
    widget.move(_on_screen(widget, spot, size))
    widget.show()


def _on_screen(widget: QWidget, spot: QPoint, size: QSize) -> QPoint:
    """A place above the point, kept on the screen that shows the window."""
    area = widget.screen().availableGeometry()
    top = spot.y() - size.height()
    if top < area.top():
        top = min(spot.y(), area.bottom() - size.height())
    left = min(max(spot.x(), area.left()), area.right() - size.width())
    return QPoint(left, top)
