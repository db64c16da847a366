"""What a lesson is made of: words, lengths and stations, beside the plan."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.in_time import rounds_that_fit
from app.domain.lessons import Lesson
from app.domain.stations import Station
from ui.plan.guests_part import GuestsPart, Others
from ui.plan.substitute import FEW_ROUNDS, SubstitutePart
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.dropdown import Dropdown
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.focus import in_turn
from ui.widgets.scroll import Scroll
from ui.widgets.stepper import Stepper
from ui.widgets.surface import Surface
from ui.widgets.text import Text
from ui.widgets.time_field import TimeField

ROUND_MINUTES = (10, 12, 15, 20)
PERIODS = (30, 40, 45, 60, 75, 90)
WARNINGS = (0, 30, 60, 120, 300)
MOST_ROUNDS = 12


class LessonPanel(Surface):
    """Shows a lesson; `changed` carries it with what the teacher changed."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", parent=parent)
        self._lesson: Lesson | None = None
        self._subject = Field(theme)
        self._topic = Field(theme, self.tr("For example: fractions"))
        self._message = Field(theme, self.tr("For example: bring your ruler"))
        self._begins = TimeField(theme, self.tr("Begins at"))
        self._rounds = Stepper(theme, 1, MOST_ROUNDS)
        self._minutes = Stepper(theme, 1, 90)
        self._moving = Stepper(theme, 0, 15)
        self._warning = Dropdown(theme)
        self._lengths = Flow(theme, 6, 6)
        self._periods = Flow(theme, 6, 6)
        self._ticks = QVBoxLayout()
        self._checks: dict[int, Check] = {}
        self._lines: list[QBoxLayout] = []
        self.guests = GuestsPart(theme, self)
        self.substitute = SubstitutePart(theme, self)
        self._inner = QWidget()
        self._rows = QVBoxLayout(self._inner)
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_lesson(
        self,
        lesson: Lesson,
        stations: Sequence[Station],
        others: Others = (),
        away: bool = False,
    ) -> None:
        """Show a lesson, the stations there are to choose from, and the other classes.

        `away`: some classes are put away, and not among them.
        """
        other = self._lesson is None or self._lesson.id != lesson.id
        self._lesson = lesson
        for field, text in (
            (self._subject, lesson.subject),
            (self._topic, lesson.topic),
            (self._message, lesson.message),
        ):
            if other or (field.text() != text and not field.isModified()):
                field.setText(text)
        if other or not self._begins.hasFocus():
            self._begins.show_minute(lesson.begins)
        self._rounds.set_value(lesson.rounds)
        self.substitute.show_rounds(lesson.rounds)
        self._minutes.set_value(lesson.round_seconds // 60)
        self._moving.set_value(lesson.transition_seconds // 60)
        known = sorted({*WARNINGS, lesson.warning_seconds})
        self._warning.set_items((s, self._warning_text(s)) for s in known)
        self._warning.set_current(lesson.warning_seconds)
        self._show_stations(lesson, stations)
        self.guests.show_guests(lesson, others)
        self.guests.note.setVisible(away)

    def _build(self) -> None:
        theme = self._theme
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(theme, self._inner))
        self._rows.addWidget(Text(theme, self.tr("Lesson"), "strong"))
        self._add_words(self.tr("Subject"), self._subject, "subject")
        self._add_words(self.tr("Topic"), self._topic, "topic")
        self._add_words(self.tr("Message on the board"), self._message, "message")
        self._add_line(self.tr("Begins at"), self._begins)
        self._add_line(self.tr("Rounds"), self._rounds)
        self._add_chips(self.tr("As many as fit in, in minutes"), self._periods, PERIODS, self._fit)
        self._add_line(self.tr("Minutes a round"), self._minutes)
        self._add_chips(self.tr("Minutes a round"), self._lengths, ROUND_MINUTES, self._set_minutes)
        self._add_line(self.tr("Minutes to move"), self._moving)
        self._add_line(self.tr("Warning before the end"), self._warning)
        stations = Text(theme, self.tr("Stations, in the order groups move"), "strong")
        stations.setWordWrap(True)
        self._rows.addWidget(stations)
        self._ticks.setSpacing(0)
        self._rows.addLayout(self._ticks)
        self.guests.put_into(self._rows)
        self.substitute.put_into(self._rows)
        self._rows.addStretch(1)
        self.substitute.shorter.connect(lambda: self._tell(rounds=FEW_ROUNDS))
        self.guests.changed.connect(lambda guests: self._tell(guest_ids=guests))
        self._begins.editingFinished.connect(self._set_begin)
        self._rounds.changed.connect(lambda n: self._tell(rounds=n))
        self._minutes.changed.connect(self._set_minutes)
        self._moving.changed.connect(lambda n: self._tell(transition_seconds=n * 60))
        self._warning.picked.connect(lambda s: self._tell(warning_seconds=s))

    def _add_words(self, label: str, field: Field, name: str) -> None:
        text = Text(self._theme, label, "small", "text2")
        text.setBuddy(field)
        field.setAccessibleName(label)
        pair = QVBoxLayout()
        pair.setSpacing(4)
        pair.addWidget(text)
        pair.addWidget(field)
        self._rows.addLayout(pair)

        def tell() -> None:
            if field.isModified():
                field.setModified(False)
                self._tell(**{name: field.text().strip()})

        field.editingFinished.connect(tell)

    def _add_line(self, label: str, control: Stepper | Dropdown | TimeField) -> None:
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        text = Text(self._theme, label, "small", "text2")
        text.setWordWrap(True)
        line.addWidget(text, 1)
        line.addWidget(control)
        if isinstance(control, Stepper):
            control.set_name(label)
        else:
            control.setAccessibleName(label)
        self._lines.append(line)
        self._rows.addLayout(line)

    def _add_chips(
        self, label: str, flow: Flow, numbers: Sequence[int], use: Callable[[int], None]
    ) -> None:
        if flow is self._periods:
            text = Text(self._theme, label, "caption", "text2")
            text.setWordWrap(True)
            self._rows.addWidget(text)
        for number in numbers:
            chip = Button(self._theme, str(number), small=True)
            chip.setAccessibleName(f"{label}: {number}")
            chip.clicked.connect(lambda _on=False, n=number: use(n))
            flow.addWidget(chip)
        self._rows.addLayout(flow)

    def _show_stations(self, lesson: Lesson, stations: Sequence[Station]) -> None:
        wanted = {station.id: station.name for station in stations}
        if list(wanted) != list(self._checks):
            for check in self._checks.values():
                self._ticks.removeWidget(check)
                check.hide()
                check.deleteLater()
            self._checks = {station: self._new_check() for station in wanted}
            in_turn(self._warning, *self._checks.values())
        for station, name in wanted.items():
            check = self._checks[station]
            check.setText(name)
            check.setChecked(station in lesson.station_ids)

    def _new_check(self) -> Check:
        check = Check(self._theme)
        check.clicked.connect(lambda _on: self._use_ticked())
        self._ticks.addWidget(check)
        return check

    def _use_ticked(self) -> None:
        """A lesson keeps at least one station."""
        ticked = tuple(station for station, check in self._checks.items() if check.isChecked())
        if ticked:
            self._tell(station_ids=ticked)
        elif self._lesson is not None:
            for station, check in self._checks.items():
                check.setChecked(station in self._lesson.station_ids)

    def _set_begin(self) -> None:
        """An empty field is a lesson for no time; what is no time changes nothing."""
        minute = self._begins.minute()
        if minute is not None or not self._begins.text().strip():
            self._tell(begins=minute)

    def _set_minutes(self, minutes: int) -> None:
        self._tell(round_seconds=minutes * 60)

    def _fit(self, period: int) -> None:
        if self._lesson is not None:
            each, moving = self._lesson.round_seconds // 60, self._lesson.transition_seconds // 60
            self._tell(rounds=min(MOST_ROUNDS, rounds_that_fit(period, each, moving)))

    def _tell(self, **changes: object) -> None:
        if self._lesson is not None:
            build: Callable[..., Lesson] = replace
            after = build(self._lesson, **changes)
            if after != self._lesson:
                self.changed.emit(after)

    def _warning_text(self, seconds: int) -> str:
        if not seconds:
            return self.tr("No warning")
        if seconds % 60:
            return self.tr("{seconds} seconds").format(seconds=seconds)
        if seconds == 60:
            return self.tr("1 minute")
        return self.tr("{minutes} minutes").format(minutes=seconds // 60)

    def _restyle(self) -> None:
        px = self._theme.px
        self._rows.setContentsMargins(px(16), px(16), px(12), px(16))
        self._rows.setSpacing(px(12))
        large = self._theme.scale > 1.3
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for line in self._lines:
            line.setDirection(below if large else beside)
