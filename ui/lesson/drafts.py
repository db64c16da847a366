"""Joins the drafts of the class with the panel and the capture line."""

from PySide6.QtCore import QObject

from app.domain.live import LiveScene
from app.domain.observations import Draft
from app.services.drafts import DraftService
from app.services.observe import ObserveService
from app.workspace import Kinds
from ui.capture.draft_tray import DraftTray
from ui.capture.panel import ObservePanel
from ui.desk.pages import Errands
from ui.lesson.capture import CaptureLink


class DraftsLink(QObject):
    """Shows what waits, while nobody is looked at. Made after the first picture."""

    def __init__(
        self, desk: Errands, observe: ObserveService, panel: ObservePanel, capture: CaptureLink
    ) -> None:
        super().__init__(panel)
        self._desk = desk
        self._capture = capture
        room = desk.room
        self._drafts = DraftService(room, observe)
        self.tray = DraftTray(desk.theme, panel)
        panel.body.set_drafts(self.tray)
        self.tray.picked.connect(self._write_down)
        self.tray.thrown.connect(self._drafts.throw_away)
        self.refresh()

    def tell(self, kinds: Kinds) -> None:
        """Something was written."""
        if Draft in kinds:
            self.refresh()

    def show_scene(self, _scene: LiveScene | None) -> None:
        """Another lesson, perhaps of another class."""
        self.refresh()

    def refresh(self) -> None:
        """Ask what waits."""
        class_id = self._desk.class_id
        found = self._drafts.waiting(class_id) if class_id is not None else ()
        self.tray.show_drafts([(draft, self._drafts.days_old(draft)) for draft in found])

    def _write_down(self, draft: Draft) -> None:
        self._capture.write_down(draft)
