"""Where the stations stand: the plan of the room, and four ways to begin it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from app.domain.ids import ClassId, StationId
from app.domain.room import PRESETS
from app.domain.stations import Station
from app.services.stations import StationService
from ui.classes.stations.room_plan import RoomPlan
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.surface import Surface
from ui.widgets.text import Text


class RoomSection(Surface):
    """Changes the places as soon as they are shown; each is one undo step."""

    def __init__(self, theme: Theme, stations: StationService) -> None:
        super().__init__(theme, "surface", radius=12)
        self._look = theme
        self._service = stations
        self._class_id: ClassId | None = None
        self.plan = RoomPlan(theme)
        words = {
            "stations": self.tr("Tables about the room"),
            "rows": self.tr("Rows"),
            "circle": self.tr("Circle"),
            "pairs": self.tr("Pairs"),
        }
        self.presets = {kind: Button(theme, words[kind], small=True) for kind in PRESETS}
        self.clear_button = Button(theme, self.tr("Not in the room"), "", "quiet", small=True)
        self._said = Text(theme, "", "small", "text2")
        self._build()

    def show_stations(self, class_id: ClassId, stations: Sequence[Station]) -> None:
        """Show where the stations of a class stand."""
        self._class_id = class_id
        self.plan.show_stations(stations)
        self.clear_button.setEnabled(any(station.spot for station in stations))

    def _build(self) -> None:
        px = self._look.px
        self._said.setText(
            self.tr(
                "Drag each station to where it stands; or click it, then the place; or use the "
                "arrow keys. The board shows the room when Settings, Board says so."
            )
        )
        self._said.setWordWrap(True)
        row = Flow(self._look)
        for kind, button in self.presets.items():
            button.clicked.connect(lambda _on=False, kind=kind: self._arrange(kind))
            row.addWidget(button)
        row.addWidget(self.clear_button)
        self.clear_button.clicked.connect(lambda _on: self._clear())
        self.plan.placed.connect(self._place)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(16), px(14), px(16), px(16))
        rows.setSpacing(px(12))
        rows.addWidget(self._said)
        rows.addLayout(row)
        rows.addWidget(self.plan)

    def _arrange(self, kind: str) -> None:
        if self._class_id is not None:
            self._service.arrange(self._class_id, kind)

    def _clear(self) -> None:
        if self._class_id is not None:
            self._service.clear_room(self._class_id)

    def _place(self, station_id: StationId, spot: tuple[int, int]) -> None:
        self._service.place(station_id, spot)
