"""When students leave the room today, and why."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.pull_outs import When
from ui.live.here.away import LONGEST, show_at
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.surface import Surface
from ui.widgets.text import Text
from ui.widgets.time_field import TimeField

USUAL_MINUTES = 20
GRAIN = 5
LAST_MINUTE = 24 * 60


class OutToday(Surface):
    """A small window that goes when something else is clicked; `said` carries a `When`."""

    said = Signal(object)

    def __init__(
        self, theme: Theme, who: str, day: date, minute: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, radius=1, edge="control", parent=parent)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._day = day
        self._title = Text(theme, tr("{student} is out today", student=who), "strong")
        self.begins = TimeField(theme, tr("From"))
        self.ends = TimeField(theme, tr("To"))
        self.reason = Field(theme, tr("Reason, if you like"))
        self.confirm = Button(theme, tr("Keep"), kind="primary", small=True)
        self.problem = Text(theme, "", "small", "danger")
        begins = min(-(-minute // GRAIN) * GRAIN, LAST_MINUTE - GRAIN)
        self.begins.show_minute(begins)
        self.ends.show_minute(min(begins + USUAL_MINUTES, LAST_MINUTE))
        self._build(theme)

    def open_at(self, spot: QPoint) -> None:
        """Show it above or below a point of the screen, wherever it fits."""
        show_at(self, spot)
        self.begins.setFocus(Qt.FocusReason.PopupFocusReason)
        self.begins.selectAll()

    def complain(self, text: str) -> None:
        """Say what is wrong; it stays open."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.adjustSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter says it, Esc goes."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._say()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        begins, ends = self.begins.minute(), self.ends.minute()
        self.begins.set_error(begins is None)
        self.ends.set_error(ends is None)
        if begins is not None and ends is not None:
            self.said.emit(When(self.reason.text(), "", begins, ends, day=self._day.isoformat()))

    def _build(self, theme: Theme) -> None:
        px = theme.px
        self.reason.setMaxLength(LONGEST)
        self.confirm.clicked.connect(lambda _on: self._say())
        self.problem.setWordWrap(True)
        self.problem.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(16), px(16), px(16), px(16))
        rows.setSpacing(px(12))
        rows.addWidget(self._title)
        between = Text(theme, tr("to"), "small", "text2")
        times = _line(theme, (self.begins, between, self.ends))
        times.addStretch(1)
        rows.addLayout(times)
        rows.addLayout(_line(theme, (self.reason, self.confirm)))
        rows.addWidget(self.problem)
        self.setAccessibleName(self._title.text())


def _line(theme: Theme, widgets: Sequence[QWidget]) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(theme.px(8))
    for widget in widgets:
        line.addWidget(widget)
    return line
