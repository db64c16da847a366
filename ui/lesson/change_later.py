"""When the smallest change is first looked for: not at the start, nor in the moment of a drop."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.domain.classes import Rule
from app.domain.lessons import Path
from app.domain.pull_outs import PullOut, PullOutDay
from app.domain.session import Attendance, Move
from app.domain.stations import Station
from app.workspace import Kinds
from ui.desk.pages import Errands
from ui.live.page import LivePage

if TYPE_CHECKING:
    from ui.lesson.change import ChangeLink
    from ui.plan.planner import Worker
    from ui.widgets.menu import Menu

NEWS: Kinds = frozenset({Attendance, Move, PullOut, PullOutDay, Rule})
"""What may leave the rounds to come without a plan that holds."""
AFTER_MS = 600
"""Cards have flown by then: importing takes longer than a frame."""


class ChangeLater(QObject):
    """Tells the offers of changes what was written, and makes them after the first of it."""

    def __init__(self, desk: Errands, page: LivePage) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._link: ChangeLink | None = None
        self.make_worker: Callable[[], Worker] | None = None
        self.first = QTimer(self, singleShot=True, interval=AFTER_MS)
        self.first.timeout.connect(lambda: self.link().look())
        page.deeds.group_menu_made.connect(self._add_closing)

    def tell(self, kinds: Kinds) -> None:
        """Somebody came, left or sits elsewhere: the rounds to come may need a small change."""
        if self._link is not None and kinds & (NEWS | {Path}):
            self._link.tell(kinds)
        elif self._link is None and self._page.scene is not None and kinds & NEWS:
            self.first.start()

    def link(self) -> "ChangeLink":
        """The offers, made now if they were not yet; from now on they wait by themselves."""
        self.first.stop()
        if self._link is None:
            # Neither is for the start.
            from ui.child.process import Child
            from ui.lesson.change import ChangeLink

            self._link = ChangeLink(self._desk, self._page, self.make_worker or Child)
        return self._link

    def _add_closing(self, menu: "Menu", station: Station) -> None:
        """A table that cannot be used any more is closed from where the lesson is."""
        scene = self._page.scene
        if scene is not None and not self._desk.settings.simple_view:
            from ui.live.closing_line import add_closing  # no menu is open at the start

            add_closing(menu, self._desk.room, scene, station)

    def stop(self) -> None:
        """Ask nothing of the files any more."""
        self.first.stop()
        if self._link is not None:
            self._link.stop()
