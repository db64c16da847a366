"""Taking attendance: the list of everyone, and words said of those who are selected."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtWidgets import QWidget

from app.domain import session as did
from app.domain.clock import READY
from app.domain.ids import StudentId
from app.domain.live import LiveScene
from app.ports import Clock
from app.services.moves import MoveService
from ui.live.console import Console
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.button import Button

if TYPE_CHECKING:
    from ui.live.here.roll import Roll

AWAY_MS = 10 * 60_000
"""How long somebody is away who is clicked thrice; the menu has other times."""


class TakingRoll(QObject):
    """Opens the list over the stations, and does what is said there."""

    def __init__(
        self, theme: Theme, page: QWidget, console: Console, moves: MoveService, clock: Clock
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._page = page
        self._console = console
        self._moves = moves
        self._clock = clock
        self._scene: LiveScene | None = None
        self._roll: Roll | None = None
        self.button = Button(theme, icon="clipboard-text", kind="quiet", small=True)
        self.button.setAccessibleName(tr("Who is here"))
        self.button.setToolTip(tr("Who is here. Key: H"))
        self.button.clicked.connect(lambda _on: self.toggle())
        console.tray.add_end(self.button)

    @property
    def roll(self) -> "Roll | None":
        """The list, None while nobody has asked for it."""
        return self._roll

    def show_scene(self, scene: LiveScene | None) -> None:
        """Take a new scene. Before the clock is started the button has words."""
        self._scene = scene
        ready = scene is not None and scene.reading.phase == READY
        self.button.setText(tr("Who is here") if ready else "")
        if self._roll is not None:
            self._roll.show_scene(scene)

    def toggle(self) -> None:
        """Open the list, or close it."""
        if self._roll is not None and self._roll.isVisible():
            self._roll.close_roll()
        elif self._scene is not None:
            roll = self._roll or self._made()
            roll.show_scene(self._scene)
            roll.open_over(self._area())

    def absent(self, students: Sequence[StudentId]) -> None:
        """These are not here."""
        if self._scene is not None and students:
            self._moves.mark_all(self._scene, students, did.ABSENT)

    def _say(self, student: StudentId, state: str) -> None:
        if self._scene is not None:
            until = self._clock.now_ms() + AWAY_MS if state == did.AWAY else None
            self._moves.mark(self._scene, student, state, until=until)

    def _made(self) -> "Roll":
        from ui.live.here.roll import Roll  # nobody has asked at the start

        self._roll = Roll(self._theme, self._clock, self._console)
        self._roll.said.connect(self._say)
        self._roll.closed.connect(lambda: self._page.setFocus(Qt.FocusReason.OtherFocusReason))
        return self._roll

    def _area(self) -> QRect:
        """Over the stations; tray and panel stay in sight."""
        px, columns = self._theme.px, self._console.columns.geometry()
        return columns.adjusted(px(8), px(8), -px(8), -px(4))
