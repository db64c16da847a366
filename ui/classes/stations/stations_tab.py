"""The stations of the class."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import ClassId, StationId
from app.domain.skill_search import SkillSearch
from app.domain.skills import Skill
from app.domain.stations import Station
from app.errors import ClassroomError
from app.services.adults import AdultService
from app.services.skills import SkillService
from app.services.stations import StationService
from ui.classes.rows import Rows
from ui.classes.stations.room_section import RoomSection
from ui.classes.stations.station_card import StationCard
from ui.problems import problem
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.dropdown import Pairs
from ui.widgets.field import Field
from ui.widgets.scroll import Scroll

MOST_OFFERED = 200
"""So many skills are offered as what a station works on; of more one is looked for by words."""
MOST_FOUND = 100
"""So many are shown of those that fit."""


class StationsTab(QWidget):
    """Cards in the order groups move, and one more station."""

    refused = Signal(str)

    def __init__(
        self,
        theme: Theme,
        stations: StationService,
        skills: SkillService,
        adults: AdultService,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._stations = stations
        self._skills = skills
        self._adults = adults
        self._class_id: ClassId | None = None
        self.rows = Rows[StationCard](theme, self._new_card, gap=12)
        self.field = Field(theme, self.tr("One more station, for example: Reading corner"))
        self.add_button = Button(theme, self.tr("Add a station"), "plus")
        self.room_button = Button(theme, self.tr("In the room"), "columns")
        self.room = RoomSection(theme, stations)
        self.room.hide()
        add = QHBoxLayout()
        add.addWidget(self.field, 1)
        add.addWidget(self.add_button)
        add.addWidget(self.room_button)
        inner = QWidget()
        cards = QVBoxLayout(inner)
        cards.setContentsMargins(0, 0, theme.px(12), theme.px(12))
        cards.addWidget(self.room)
        cards.addWidget(self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addLayout(add)
        column.addWidget(Scroll(theme, inner), 1)
        self.field.returnPressed.connect(self._add)
        self.add_button.clicked.connect(lambda _on: self._add())
        self.room_button.clicked.connect(lambda _on: self.room.setVisible(self.room.isHidden()))

    def show_class(self, class_id: ClassId) -> int:
        """Show the stations of a class; returns how many there are."""
        self._class_id = class_id
        stations = self._stations.stations(class_id)
        known = self._skills.choices(class_id)
        skills = _offered(known, stations)
        find: Callable[[str], Pairs] | None = None
        if len(known) > MOST_OFFERED:
            find = partial(_found, SkillSearch(known))
        adults = self._adults.adults(class_id)
        self.room.show_stations(class_id, stations)
        self.rows.sync([station.id for station in stations])
        for at, station in enumerate(stations):
            first, last = at == 0, at == len(stations) - 1
            self.rows.row(station.id).show_station(station, skills, adults, first, last, find)
        return len(stations)

    def _new_card(self, station_id: int) -> StationCard:
        card = StationCard(self._theme, self._stations, StationId(station_id))
        card.moved.connect(self._move)
        card.dropped.connect(self._drop)
        card.led.connect(self._adults.lead)
        card.name.refused.connect(self.refused)
        return card

    def _move(self, station_id: int, by: int) -> None:
        if self._class_id is None:
            return
        order = [station.id for station in self._stations.stations(self._class_id)]
        at = order.index(StationId(station_id))
        order.insert(max(0, at + by), order.pop(at))
        self._stations.reorder(self._class_id, order)

    def _drop(self, station_id: int, screen_y: int) -> None:
        """Put the station before the first card whose middle is below the pointer."""
        if self._class_id is None:
            return
        order = [station.id for station in self._stations.stations(self._class_id)]
        rest = [own for own in order if own != station_id]
        above = [own for own in rest if _middle(self.rows.row(own)) < screen_y]
        wanted = [*above, StationId(station_id), *rest[len(above) :]]
        self._stations.reorder(self._class_id, wanted)

    def _add(self) -> None:
        if self._class_id is None:
            return
        if not self.field.text().strip():
            self.field.setFocus()
            return
        try:
            self._stations.add(self._class_id, self.field.text())
        except ClassroomError as error:
            self.refused.emit(problem(error))
        else:
            self.field.clear()


def _middle(card: StationCard) -> int:
    return card.mapToGlobal(card.rect().center()).y()


def _found(skills: SkillSearch, typed: str) -> Pairs:
    none = QCoreApplication.translate("StationCard", "No skill")
    nothing: Pairs = () if typed.strip() else ((None, none),)
    return (*nothing, *((skill.id, _called(skill)) for skill in skills.find(typed, MOST_FOUND)))


def _called(skill: Skill) -> str:
    return f"{skill.code}  {skill.statement}" if skill.code else skill.statement


def _offered(skills: Sequence[Skill], stations: Sequence[Station]) -> Sequence[Skill]:
    """Of thousands those that are worked on and the first; any other is looked for by words."""
    if len(skills) <= MOST_OFFERED:
        return skills
    chosen = {station.skill_id for station in stations}
    used = [skill for skill in skills if skill.id in chosen]
    return list(dict.fromkeys([*used, *skills[:MOST_OFFERED]]))
