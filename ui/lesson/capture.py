"""Joins the capture line and its palette with the lesson; the palette is made when first opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.ids import ClassId, StationId, StudentId
from app.domain.live import LiveScene
from app.domain.observations import Draft
from app.services.observe import ObserveService
from app.workspace import Kinds
from ui.capture.line import CaptureLine
from ui.desk.pages import Errands
from ui.live.page import LivePage

if TYPE_CHECKING:
    from app.services.observing import ObservingReader
    from ui.capture.later import Later
    from ui.capture.palette import CapturePalette


PAUSE_MS = 150
"""Without a key, before the panel turns to who is named: while one types it would only be late."""


class CaptureLink(QObject):
    """Opens the palette over the page.

    `saved` gives each observation, `matched` the student the words fit best when the keys rest for
    a moment, or None. `opened` says that the palette lies over the page now, or no more.
    """

    saved = Signal(object)
    opened = Signal(bool)
    matched = Signal(object)

    def __init__(
        self,
        desk: Errands,
        observe: ObserveService,
        reader: "Callable[[], ObservingReader]",
        line: CaptureLine,
        page: LivePage,
    ) -> None:
        super().__init__(page)
        self._desk = desk
        self._observe = observe
        self._reader = reader
        self._line = line
        self._page = page
        self._palette: CapturePalette | None = None
        self._later: Later | None = None
        self._named: StudentId | None = None
        self.told = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.told.timeout.connect(lambda: self.matched.emit(self._named))
        line.opened.connect(self.open)
        page.capture_wanted.connect(self.open)
        page.scene_changed.connect(lambda _: self._follow())
        page.selected.connect(lambda _: self._follow())

    @property
    def palette(self) -> "CapturePalette":
        """The palette, made now if it was not yet."""
        if self._palette is None:
            self._palette = self._made()
        return self._palette

    def open(self, prefill: str = "") -> None:
        """Take words: the line was clicked, or its key pressed."""
        palette = self.palette
        self._follow()
        palette.open(prefill)
        self.opened.emit(True)

    def write_down(self, draft: Draft) -> None:
        """Open the palette with a line that was kept before."""
        palette = self.palette
        self._follow()
        if self._later is not None:
            self._later.open(draft)
        palette.input.end(False)
        self.opened.emit(True)

    def stop(self) -> None:
        """Tell nothing more: who hears it would ask the files."""
        self.told.stop()

    def tell(self, kinds: Kinds) -> None:
        """Something was written."""
        if self._palette is not None:
            self._palette.on_changed(kinds)

    def _made(self) -> "CapturePalette":
        # Both when first opened: the grammar and the palette would lengthen the start.
        from app.services.drafts import DraftService
        from app.services.vocabulary import VocabularyService
        from app.services.voice import VoiceService
        from ui.capture.later import Later
        from ui.capture.own_rating import keeping_own
        from ui.capture.palette import CapturePalette

        words = VocabularyService(self._desk.room.store)
        palette = CapturePalette(
            self._desk.theme,
            self._observe,
            words,
            self._reader(),
            self._desk.room.clock,
            self._line,
            self._page,
        )
        room = self._desk.room
        drafts = DraftService(room, self._observe)
        palette.record = keeping_own(palette.record, VoiceService(room))
        later = self._later = Later(palette, drafts, words, room.clock, self._place)
        palette.takes_own = lambda: later.draft is None
        palette.matched.connect(self._mark)
        palette.saved.connect(self.saved)
        palette.closed.connect(self._close)
        return palette

    def _mark(self, best: StudentId | None, others: frozenset[StudentId]) -> None:
        self._page.console.mark_matches(best, others)
        self._named = best
        self.told.start()

    def _follow(self) -> None:
        class_id = self._desk.class_id
        if self._palette is None or class_id is None:
            return
        scene = self._page.scene
        self._palette.set_scene(scene, class_id)
        self._palette.set_observed(self._station(self._page.selection.student))

    def _place(self) -> tuple[ClassId | None, LiveScene | None]:
        return self._desk.class_id, self._page.scene

    def _station(self, student: StudentId | None) -> StationId | None:
        scene = self._page.scene
        if scene is None or student is None:
            return None
        return scene.seating.station_of(student)

    def _close(self) -> None:
        self.opened.emit(False)
        self._mark(None, frozenset())
        self._page.setFocus()
