"""Joins the lesson with the adults of the class: who observes, and who leads which station."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.adults import Adult
from app.domain.changes import Entity
from app.domain.ids import AdultId, ClassId
from app.domain.live import LiveScene
from app.domain.stations import Station
from app.errors import NotRead
from app.services.observe import ObserveService
from ui.capture.line import CaptureLine
from ui.capture.panel import ObservePanel
from ui.desk.pages import Errands
from ui.live.page import LivePage

if TYPE_CHECKING:
    from app.services.adults import AdultService
    from ui.widgets.menu import Menu


class AdultsLink(QObject):
    """With one adult or none it shows nothing and writes no name.

    The adults are read after the first picture (`begin`), and again when another class is shown.
    """

    def __init__(
        self,
        desk: Errands,
        page: LivePage,
        panel: ObservePanel,
        line: CaptureLine,
        observe: ObserveService,
    ) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._panel = panel
        self._line = line
        self._observe = observe
        self._class: ClassId | None = None
        self._adults: tuple[Adult, ...] = ()
        self._begun = False
        page.scene_changed.connect(self._follow)
        page.handling.keys.observer.connect(self.turn)
        panel.body.observer_turned.connect(self.turn)
        page.deeds.group_menu_made.connect(self._add_to)

    def begin(self) -> None:
        """The window is painted: the adults may be read now."""
        self._begun = True
        self._follow(self._page.scene)

    def tell(self, kinds: Iterable[type[Entity]]) -> None:
        """Something was written."""
        if self._begun and Adult in kinds and self._class is not None:
            self._read(self._class)

    def turn(self) -> None:
        """The next of the adults observes from now on."""
        if len(self._adults) < 2:
            return
        at = next((n for n, a in enumerate(self._adults) if a == self._observer()), 0)
        chosen = self._adults[(at + 1) % len(self._adults)]
        self._desk.choose(replace(self._desk.settings, observer=chosen.id))
        self._show()
        self._panel.refresh()
        self._page.say(self.tr("{adult} observes now.").format(adult=chosen.name))

    def _follow(self, scene: LiveScene | None) -> None:
        class_id = scene.school_class.id if scene is not None else None
        if self._begun and class_id is not None and class_id != self._class:
            self._read(class_id)

    def _read(self, class_id: ClassId) -> None:
        try:
            self._adults = self._service.adults(class_id)
        except NotRead:
            return
        self._class = class_id
        self._show()

    def _show(self) -> None:
        observer = self._observer()
        name = observer.name if observer else ""
        self._observe.adult = name
        self._panel.body.show_observer(name)
        self._line.show_observer(name)

    def _observer(self) -> Adult | None:
        """Who was chosen last, else the first; None where there is no choice."""
        if len(self._adults) < 2:
            return None
        chosen = self._desk.settings.observer
        return next((a for a in self._adults if a.id == chosen), self._adults[0])

    @cached_property
    def _service(self) -> "AdultService":
        from app.services.adults import AdultService  # read after the start

        room = self._desk.room
        return AdultService(room)

    def _add_to(self, menu: "Menu", station: Station) -> None:
        """Who leads the station in this lesson."""
        scene = self._page.scene
        if scene is None or not self._adults:
            return
        # No menu is open at the start.
        from app.services.leading import leader_ids
        from ui.widgets.menu import Menu

        own = dict(zip(scene.lesson.station_ids, scene.lesson.adult_ids, strict=False))
        today = own.get(station.id, 0)
        leads = leader_ids(scene.lesson, [station]).get(station.id)
        names = {adult.id: adult.name for adult in self._adults}
        sub = Menu(self._desk.theme, menu)
        sub.setTitle(self.tr("Led today by"))
        for adult in self._adults:
            sub.add_choice(adult.name, adult.id == leads, partial(self._lead, station, adult.id))
        if today:
            usual = names.get(station.adult_id or AdultId(0), self.tr("nobody"))
            text = self.tr("As always: {adult}").format(adult=usual)
            sub.add_choice(text, False, partial(self._lead, station, None))
        menu.addMenu(sub)

    def _lead(self, station: Station, adult: AdultId | None) -> None:
        if self._page.scene is not None:
            self._service.lead_today(self._page.scene.lesson.id, station.id, adult)
