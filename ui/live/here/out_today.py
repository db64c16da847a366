"""When students leave the room today, and why."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.pull_outs import When
from ui.live.here.popover import LONGEST, Popover
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.text import Text
from ui.widgets.time_field import TimeField

USUAL_MINUTES = 20
GRAIN = 5
LAST_MINUTE = 24 * 60


class OutToday(Popover):
    """`said` carries a `When`."""

    said = Signal(object)

    def __init__(
        self, theme: Theme, who: str, day: date, minute: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
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
        """Show it above or below a point of the screen, ready to type."""
        self.show_at(spot)
        self.begins.setFocus(Qt.FocusReason.PopupFocusReason)
        self.begins.selectAll()

    def complain(self, text: str) -> None:
        """Say what is wrong; it stays open."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.adjustSize()

    def say(self) -> None:
        """Tell from when to when, and why; times that are none are marked."""
        begins, ends = self.begins.minute(), self.ends.minute()
        self.begins.set_error(begins is None)
        self.ends.set_error(ends is None)
        if begins is not None and ends is not None:
            self.said.emit(When(self.reason.text(), "", begins, ends, day=self._day.isoformat()))

    def _build(self, theme: Theme) -> None:
        px = theme.px
        self.reason.setMaxLength(LONGEST)
        self.confirm.clicked.connect(lambda _on: self.say())
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
