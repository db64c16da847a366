"""Tables that stay on: given from the menu of a head, counted down in it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from app.domain.clock import FINISHED, READY, TRANSITION
from app.domain.ids import StationId
from app.domain.live import LiveScene
from app.domain.stations import Station
from app.domain.staying import Staying
from app.ports import Clock
from app.services.live import LiveService
from ui.format import duration
from ui.live.bar.clock_words import length
from ui.live.stations.columns import Columns
from ui.live.stations.views import StayView
from ui.live.words import counted, tr
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.widgets.menu import Menu

MINUTES = (1, 2, 5)
MINUTE_MS = 60_000


class TableTime:
    """Shows which stations stay, and for how long still; `say` tells when one goes on."""

    def __init__(
        self,
        theme: Theme,
        live: LiveService,
        columns: Columns,
        clock: Clock,
        say: Callable[[str], None],
    ) -> None:
        self._theme = theme
        self._live = live
        self._columns = columns
        self._clock = clock
        self._say = say
        self._scene: LiveScene | None = None

    def show_scene(self, scene: LiveScene | None) -> None:
        """Take a new scene."""
        before, self._scene = self._scene, scene
        self.tick()
        if before is not None and scene is not None and before.session == scene.session:
            for station in scene.stations:
                if _stays_now(before, station.id) and not _stays_now(scene, station.id):
                    self._say(tr("{station} goes on.", station=station.name))

    def tick(self) -> None:
        """Count down."""
        scene = self._scene
        if scene is None or not scene.stays:
            self._columns.show_stays({})
            return
        stays = scene.stays_at(self._clock.now_ms())
        self._columns.show_stays({stay.station_id: stay_view(stay) for stay in stays})

    def add_to(self, menu: "Menu", station: Station) -> None:
        """A menu in a menu: what can be done with the time of one table."""
        from ui.widgets.menu import Menu  # nothing is open at the start

        sub = Menu(self._theme, menu)
        sub.setTitle(tr("This table stays"))
        self.add_lines(sub, station)
        menu.addMenu(sub)

    def add_lines(self, menu: "Menu", station: Station) -> None:
        """What can be done with the time of one table, or why nothing can."""
        scene = self._scene
        stay = None if scene is None else _of(scene, station.id)
        if scene is None or (stay is None and not _may_stay(scene)):
            menu.add(_why_not(scene), lambda: None, "timer", enabled=False)
            return
        for minutes in MINUTES:
            one, many = "{station}: %n minute more", "{station}: %n minutes more"
            text = counted(one, many, minutes, station=station.name)
            menu.add(text, partial(self._more, station, minutes), "plus")
        if stay is not None:
            text = tr("Goes on now") if stay.left_ms is not None else tr("Goes on with the others")
            menu.add(text, lambda: self._stop(station), "x")

    def _more(self, station: Station, minutes: int) -> None:
        if self._scene is not None:
            self._live.staying.more(self._scene, station, minutes)

    def _stop(self, station: Station) -> None:
        if self._scene is not None:
            self._live.staying.stop(self._scene, station)


def stay_view(stay: Staying) -> StayView:
    """What a head says of its table."""
    if stay.left_ms is None:
        long = length(stay.amount_ms)
        return StayView(tr("Stays {time}", time=long), long, tr("stays {time} longer", time=long))
    minutes = -(-stay.left_ms // MINUTE_MS)
    spoken = counted("stays for %n minute", "stays for %n minutes", minutes)
    left = duration(stay.left_ms)
    return StayView(tr("Stays {time}", time=left), left, spoken)


def _of(scene: LiveScene, station: StationId) -> Staying | None:
    return next((stay for stay in scene.stays if stay.station_id == station), None)


def _stays_now(scene: LiveScene, station: StationId) -> bool:
    return any(s.station_id == station and s.left_ms is not None for s in scene.stays)


def _may_stay(scene: LiveScene) -> bool:
    reading = scene.reading
    if reading.phase in (READY, FINISHED):
        return False
    return reading.phase == TRANSITION or reading.round < reading.rounds


def _why_not(scene: LiveScene | None) -> str:
    if scene is None or scene.reading.phase == READY:
        return tr("Once the lesson has begun")
    return tr("Not after the last round: it may run over")
