"""When and why students are out of the room, to be typed."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.pull_outs import When
from ui.classes.pull_outs import words
from ui.classes.pull_outs.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.dropdown import Dropdown
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.form import Form
from ui.widgets.segmented import Segmented
from ui.widgets.tag import TagChip
from ui.widgets.text import Text
from ui.widgets.time_field import TimeField

LONGEST = 80
AHEAD = 60
WEEKLY, ONCE = "weekly", "once"


class PullOutForm(Form):
    """`kept` carries what was typed (a `When`)."""

    kept = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface", radius=10)
        self._look = theme
        self.who = Text(theme, role="strong")
        self.reason = Field(theme, tr("Reason, for example: Speech therapy"))
        self.place = Field(theme, tr("Where, if you like"))
        self.begins = TimeField(theme, tr("From"))
        self.ends = TimeField(theme, tr("To"))
        self.again = Segmented(theme)
        self.weekdays: dict[int, TagChip] = {}
        self.letter = Dropdown(theme)
        self.day = Dropdown(theme, "calendar")
        self.keep_button = Button(theme, tr("Keep"), "check", "primary")
        self.cancel_button = Button(theme, tr("Cancel"), "", "quiet")
        self.problem = Text(theme, "", "small", "danger")
        self._days = QWidget()
        self._flow = Flow(theme, 6, 6, self._days)
        self._build()
        self._connect()

    def begin(
        self,
        who: str,
        today: date,
        weekdays: Sequence[int],
        letters: Sequence[str],
        when: When | None = None,
    ) -> None:
        """Type now; `weekdays` and `letters` are those of the school."""
        self.who.setText(who)
        shown = when or When("", "", 0, 0)
        self._offer_days(today, weekdays, letters, shown)
        self.reason.setText(shown.reason)
        self.place.setText(shown.place)
        self.begins.show_minute(shown.begins if when else None)
        self.ends.show_minute(shown.ends if when else None)
        self.again.set_current(ONCE if shown.day else WEEKLY)
        self.complain("")
        self._show_days()
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def complain(self, text: str) -> None:
        """Say what is wrong with it; "" for nothing."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves everything as it was, Enter keeps it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._keep()
        else:
            super().keyPressEvent(event)

    def _offer_days(
        self, today: date, weekdays: Sequence[int], letters: Sequence[str], shown: When
    ) -> None:
        for chip in self.weekdays.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        offered = sorted({*weekdays, *shown.weekdays})
        self.weekdays = {number: TagChip(self._look, words.weekday(number)) for number in offered}
        for number, chip in self.weekdays.items():
            chip.setChecked(number in shown.weekdays)
            chip.setAccessibleName(words.weekday(number))
            self._flow.addWidget(chip)
        every: list[tuple[object, str]] = [("", tr("Every week"))]
        named = dict.fromkeys([*letters, *filter(None, [shown.letter])])
        self.letter.set_items(every + [(n, tr("{letter} days", letter=n)) for n in named])
        self.letter.set_current(shown.letter)
        coming = [(today + timedelta(days=ahead)).isoformat() for ahead in range(AHEAD)]
        self.day.set_items((iso, words.day(iso, today)) for iso in coming)
        self.day.set_current(shown.day or today.isoformat())

    def _show_days(self) -> None:
        weekly = self.again.current() == WEEKLY
        self._days.setVisible(weekly)
        self.letter.setVisible(weekly and self.letter.count() > 1)
        self.day.setVisible(not weekly)

    def _keep(self) -> None:
        begins, ends = self.begins.minute(), self.ends.minute()
        self.begins.set_error(begins is None)
        self.ends.set_error(ends is None)
        if begins is None or ends is None:
            self.complain(tr("Give both times, for example 9:40 and 10:00."))
            return
        weekly = self.again.current() == WEEKLY
        picked = tuple(number for number, chip in self.weekdays.items() if chip.isChecked())
        self.kept.emit(
            When(
                reason=self.reason.text(),
                place=self.place.text(),
                begins=begins,
                ends=ends,
                weekdays=picked if weekly else (),
                letter=str(self.letter.current() or "") if weekly else "",
                day="" if weekly else str(self.day.current()),
            )
        )

    def _connect(self) -> None:
        self.again.picked.connect(lambda _key: self._show_days())
        self.keep_button.clicked.connect(lambda _on: self._keep())
        self.cancel_button.clicked.connect(lambda _on: self.left.emit())

    def _build(self) -> None:
        px, theme = self._look.px, self._look
        self.again.set_items([(WEEKLY, tr("Every week"), None, ""), (ONCE, tr("Once"), None, "")])
        self.again.setAccessibleName(tr("How often"))
        self.letter.setAccessibleName(tr("Which weeks"))
        self.day.setAccessibleName(tr("Day"))
        self.problem.setWordWrap(True)
        for field in (self.reason, self.place):
            field.setMaxLength(LONGEST)
        why = QHBoxLayout()
        why.setSpacing(px(8))
        why.addWidget(self.reason, 2)
        why.addWidget(self.place, 1)
        when = Flow(theme, 8, 8)
        times, line = QWidget(), QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(8))
        times.setLayout(line)
        for widget in (
            Text(theme, tr("From"), "small", "text2"),
            self.begins,
            Text(theme, tr("to"), "small", "text2"),
            self.ends,
        ):
            line.addWidget(widget)
        for part in (times, self.again, self._days, self.letter, self.day):
            when.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.problem, 1)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(10))
        column.addWidget(self.who)
        column.addLayout(why)
        column.addLayout(when)
        column.addLayout(buttons)
