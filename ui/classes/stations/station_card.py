"""One station, with everything that can be changed about it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.adults import Adult
from app.domain.ids import SkillId, StationId
from app.domain.skills import Skill
from app.domain.stations import KINDS, TEACHER_LED, Station
from app.services.stations import MOST, StationService
from ui.classes.line import Line
from ui.classes.stations.grip import Grip
from ui.classes.stations.look_picker import LookPicker, Swatch
from ui.classes.stations.station_words import kind_name
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.dropdown import Dropdown, Pairs
from ui.widgets.flow import Flow
from ui.widgets.stepper import Stepper
from ui.widgets.surface import Surface
from ui.widgets.text import Text

LONGEST_TASK = 60


class StationCard(Surface):
    """`moved` asks for a place up (-1) or down (1), `dropped` for the place at a screen height.

    `led` carries the adult who leads it, None for nobody.
    """

    moved = Signal(object, int)
    dropped = Signal(object, int)
    led = Signal(object, object)

    def __init__(self, theme: Theme, stations: StationService, station_id: StationId) -> None:
        super().__init__(theme, "surface", radius=10)
        self._stations = stations
        self._id = station_id
        self.badge = Swatch(theme, "slate", "star", 40)
        self.name = Line(theme, lambda text: stations.rename(station_id, text), self.tr("Name"))
        self.kind = Dropdown(theme, small=True)
        self.seats = Stepper(theme, 1, MOST)
        self.has_devices = Check(theme, self.tr("Devices"))
        self.devices = Stepper(theme, 1, MOST)
        self.skill = Dropdown(theme, "target", small=True)
        self.adult = Dropdown(theme, "user", small=True)
        self.must_do = Check(theme, self.tr("Must-do"))
        self.next_task = Line(
            theme,
            lambda text: stations.set_next_task(station_id, text),
            self.tr("For example: Read on"),
        )
        self.grip = Grip(theme)
        self.up = Button(theme, "", "arrow-up", "quiet", small=True)
        self.down = Button(theme, "", "arrow-down", "quiet", small=True)
        self.remove_button = Button(theme, "", "trash", "quiet", small=True)
        self.picker = LookPicker(theme)
        self._build()
        self._connect()

    def show_station(
        self,
        station: Station,
        skills: Sequence[Skill],
        adults: Sequence[Adult],
        first: bool,
        last: bool,
        find: Callable[[str], Pairs] | None = None,
    ) -> None:
        """Show what is kept; who leads it is asked where the class has adults.

        `find` looks among skills that are too many for a list.
        """
        nobody: list[tuple[object, str]] = [(None, self.tr("Led by nobody"))]
        led = self.tr("Led by {adult}")
        self.adult.set_items(nobody + [(a.id, led.format(adult=a.name)) for a in adults])
        self.adult.set_current(station.adult_id)
        self.adult.setVisible(bool(adults))
        self.badge.show_look(station.colour, station.icon)
        self.picker.show_look(station.colour, station.icon)
        self.name.show_text(station.name)
        self.kind.set_current(station.kind)
        self.seats.set_value(station.seats_max)
        self.has_devices.setChecked(station.devices is not None)
        self.devices.setEnabled(station.devices is not None)
        self.devices.set_value(station.devices or station.seats_max)
        items: list[tuple[object, str]] = [(None, self.tr("No skill"))]
        self.skill.set_items(items + [(s.id, s.statement) for s in skills])
        self.skill.set_current(station.skill_id)
        self.skill.search_with(find)
        self.must_do.setChecked(station.must_do or station.kind == TEACHER_LED)
        self.must_do.setEnabled(station.kind != TEACHER_LED)
        self.next_task.show_text(station.next_task)
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)
        self._name_controls(station.name)

    def _name_controls(self, name: str) -> None:
        for control, text in (
            (self.badge, self.tr("Colour and icon of {station}")),
            (self.name, self.tr("Name of {station}")),
            (self.kind, self.tr("Kind of {station}")),
            (self.skill, self.tr("Skill at {station}")),
            (self.adult, self.tr("Who leads {station}")),
            (self.has_devices, self.tr("{station} needs devices")),
            (self.must_do, self.tr("A visit to {station} that was missed is owed")),
            (self.next_task, self.tr("For whoever is done early at {station}")),
            (self.grip, self.tr("Drag {station} to its place")),
            (self.up, self.tr("Move {station} up")),
            (self.down, self.tr("Move {station} down")),
            (self.remove_button, self.tr("Remove {station}")),
        ):
            control.setAccessibleName(text.format(station=name))
        self.seats.set_name(self.tr("Seats at {station}").format(station=name))
        self.devices.set_name(self.tr("Devices at {station}").format(station=name))
        for button in (self.up, self.down, self.remove_button, self.must_do, self.next_task):
            button.setToolTip(button.accessibleName())

    def _connect(self) -> None:
        stations, own = self._stations, self._id
        self.kind.picked.connect(lambda kind: stations.set_kind(own, str(kind)))
        self.seats.changed.connect(lambda count: stations.set_seats(own, count))
        self.has_devices.clicked.connect(self._use_devices)
        self.devices.changed.connect(lambda count: stations.set_devices(own, count))
        self.skill.picked.connect(self._use_skill)
        self.adult.picked.connect(lambda adult: self.led.emit(own, adult))
        self.must_do.clicked.connect(lambda on: stations.set_must_do(own, on))
        self.grip.lifted.connect(lambda: self.set_edge("ink", 2))
        self.grip.dropped.connect(self._drop)
        self.up.clicked.connect(lambda _on: self.moved.emit(own, -1))
        self.down.clicked.connect(lambda _on: self.moved.emit(own, 1))
        self.remove_button.clicked.connect(lambda _on: stations.remove(own))
        self.badge.clicked.connect(lambda _on: self.picker.setVisible(self.picker.isHidden()))
        self.picker.coloured.connect(lambda colour: stations.recolour(own, colour))
        self.picker.drawn.connect(lambda icon: stations.set_icon(own, icon))

    def _drop(self, screen_y: int) -> None:
        self.set_edge("line_strong")
        self.dropped.emit(self._id, screen_y)

    def _use_devices(self, used: bool) -> None:
        self._stations.set_devices(self._id, self.devices.value() if used else None)

    def _use_skill(self, skill: object) -> None:
        chosen = SkillId(skill) if isinstance(skill, int) else None
        self._stations.set_skill(self._id, chosen)

    def _build(self) -> None:
        px = self._theme.px
        self.kind.set_items((kind, kind_name(kind)) for kind in KINDS)
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.name, 1)
        for button in (self.grip, self.up, self.down, self.remove_button):
            head.addWidget(button)
        seats = self._pair(Text(self._theme, self.tr("Seats"), "small", "text2"), self.seats)
        devices = self._pair(self.has_devices, self.devices)
        rest = Flow(self._theme, 16, 8)
        self.next_task.setMaxLength(LONGEST_TASK)
        self.next_task.setMinimumWidth(px(220))
        early = Text(self._theme, self.tr("Done early"), "small", "text2")
        after = self._pair(early, self.next_task)
        must_do = self._pair(self.must_do)
        for widget in (self.kind, self.skill, self.adult, seats, devices, must_do, after):
            rest.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(12), px(12), px(12))
        column.setSpacing(px(10))
        column.addLayout(head)
        column.addLayout(rest)
        column.addWidget(self.picker)
        self.picker.hide()

    def _pair(self, *controls: QWidget) -> QWidget:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(8))
        for control in controls:
            row.addWidget(control)
        pair.setMinimumHeight(self._theme.px(36))
        return pair
