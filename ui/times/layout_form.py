"""A whole school day laid out at once."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import ClassroomError
from app.services.timetable import TimetableService
from ui.problems import problem
from ui.theme import Theme
from ui.times.words import tr
from ui.widgets.button import Button
from ui.widgets.dropdown import Dropdown
from ui.widgets.flow import Flow
from ui.widgets.stepper import Stepper
from ui.widgets.surface import Surface
from ui.widgets.text import Text
from ui.widgets.time_field import TimeField

FIRST = 8 * 60 + 30
MOST = 12


class Preset(NamedTuple):
    """How many periods, how long, with which pause, and after which one lunch is."""

    number: int
    minutes: int
    pause: int
    lunch_after: int


PRESETS = {
    "six": Preset(6, 50, 10, 4),
    "seven": Preset(7, 45, 5, 4),
    "eight": Preset(8, 40, 5, 5),
    "block": Preset(4, 85, 10, 2),
}


class LayoutForm(Surface):
    """`refused` carries what was wrong, "" when it was done."""

    refused = Signal(str)

    def __init__(self, theme: Theme, times: TimetableService) -> None:
        super().__init__(theme, "surface", radius=12)
        self._look = theme
        self._times = times
        self.preset = Dropdown(theme, "list-bullets")
        self.count = Stepper(theme, 1, MOST)
        self.first = TimeField(theme, tr("The first begins at"))
        self.minutes = Stepper(theme, 10, 180)
        self.pause = Stepper(theme, 0, 60)
        self.after = Stepper(theme, 0, MOST)
        self.lunch = Stepper(theme, 5, 120)
        self.lay_button = Button(theme, tr("Lay out the periods"), "check", "primary")
        self._warning = Text(theme, "", "small", "text2")
        self._column = QVBoxLayout(self)
        self._build()
        self._use_preset("six")
        theme.changed.connect(self._space)
        self._space()

    def show_count(self, periods: int, slots: int) -> None:
        """How many periods there are, and how many times a class is in them."""
        said = tr("This takes the place of the periods there are, with the classes in them.")
        self._warning.setText(said)
        self._warning.setVisible(bool(periods and slots))
        self.lay_button.set_kind("secondary" if periods else "primary")

    def _use_preset(self, key: str) -> None:
        preset = PRESETS[key]
        self.count.set_value(preset.number)
        self.minutes.set_value(preset.minutes)
        self.pause.set_value(preset.pause)
        self.after.set_value(preset.lunch_after)
        self.lunch.set_value(45)

    def _lay_out(self) -> None:
        first = self.first.minute()
        if first is None:
            self.first.set_error(True)
            self.refused.emit(tr("Say when the first period begins, for example 8:30."))
            return
        try:
            self._times.lay_out(
                self.count.value(),
                first,
                self.minutes.value(),
                self.pause.value(),
                self.after.value(),
                self.lunch.value(),
            )
        except ClassroomError as error:
            self.refused.emit(problem(error))
        else:
            self.refused.emit("")

    def _build(self) -> None:
        self.preset.set_items(
            (
                ("six", tr("Six periods")),
                ("seven", tr("Seven periods")),
                ("eight", tr("Eight periods")),
                ("block", tr("Four long blocks (4×4)")),
            )
        )
        self.preset.setAccessibleName(tr("Begin from"))
        self.first.show_minute(FIRST)
        self.after.set_unsaid(tr("none"))
        self.minutes.set_step(5)
        self.pause.set_step(5)
        self.lunch.set_step(5)
        flow = Flow(self._look, 16, 10)
        for said, part in (
            (tr("Begin from"), self.preset),
            (tr("Periods"), self.count),
            (tr("The first begins at"), self.first),
            (tr("Minutes each"), self.minutes),
            (tr("Pause"), self.pause),
            (tr("Lunch after period"), self.after),
            (tr("Lunch minutes"), self.lunch),
        ):
            flow.addWidget(self._labelled(said, part))
        self._warning.setWordWrap(True)
        self._column.addWidget(Text(self._look, tr("Lay out a whole day"), "title"))
        self._column.addLayout(flow)
        self._column.addWidget(self._warning)
        buttons = Flow(self._look)
        buttons.addWidget(self.lay_button)
        self._column.addLayout(buttons)
        self.preset.picked.connect(lambda key: self._use_preset(str(key)))
        self.lay_button.clicked.connect(lambda _on: self._lay_out())

    def _labelled(self, said: str, part: QWidget) -> QWidget:
        pair = QWidget()
        column = QVBoxLayout(pair)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(4))
        text = Text(self._look, said, "small", "text2")
        text.setBuddy(part)
        column.addWidget(text)
        column.addWidget(part)
        if isinstance(part, Stepper):
            part.set_name(said)
        return pair

    def _space(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(20), px(16), px(20), px(18))
        self._column.setSpacing(px(14))
