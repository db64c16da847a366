"""A line in the palette that is kept for later, or comes from before."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.domain.capture.reading import Captured
from app.domain.ids import ClassId, SessionId
from app.domain.observations import Draft, Observation
from app.errors import ClassroomError
from app.services.drafts import DraftService
from ui.capture.palette import CapturePalette
from ui.capture.words import tr
from ui.problems import problem

Place = Callable[[], tuple[ClassId | None, SessionId | None]]


class Later(QObject):
    """Ctrl D keeps what is typed; a draft that is opened goes when it is saved."""

    def __init__(self, palette: CapturePalette, drafts: DraftService, place: Place) -> None:
        super().__init__(palette)
        self._palette = palette
        self._drafts = drafts
        self._place = place
        self._record = palette.record
        self.draft: Draft | None = None
        palette.record = self._save
        palette.input.later.connect(self.keep)
        palette.hints.later_wanted.connect(self.keep)
        palette.closed.connect(self._forget)

    def open(self, draft: Draft) -> None:
        """Let the teacher say who it was."""
        self._palette.open(draft.text)
        self.draft = draft

    def keep(self) -> None:
        """Keep the line; one that was kept already stays as it was."""
        class_id, session = self._place()
        if class_id is None:
            return
        try:
            if self.draft is None:
                self._drafts.keep(class_id, self._palette.input.text(), session)
        except ClassroomError as error:
            self._palette.hints.say(problem(error), "warn")
            return
        self._forget()
        self._palette.begin_anew()
        self._palette.hints.say(tr("Kept for later. It waits beside the lesson."), "ok")

    def _save(self, said: Captured, private: bool) -> Observation:
        if self.draft is None:
            return self._record(said, private)
        made = self._drafts.write_down(self.draft, said, private)
        self._forget()
        return made

    def _forget(self) -> None:
        self.draft = None
