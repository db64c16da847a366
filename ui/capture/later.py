"""A line in the palette that is kept for later, or comes from before."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.domain.capture.reading import Captured
from app.domain.capture.vocabulary import Vocabulary
from app.domain.ids import ClassId, StationId
from app.domain.live import LiveScene
from app.domain.observations import Draft, Observation
from app.domain.voice import Reflection
from app.errors import ClassroomError
from app.ports import Clock
from app.services.drafts import DraftService
from app.services.vocabulary import VocabularyService
from ui.capture.draft_words import seen_there
from ui.capture.palette import CapturePalette
from ui.capture.words import tr
from ui.problems import problem

Place = Callable[[], tuple[ClassId | None, LiveScene | None]]


class Later(QObject):
    """Ctrl D keeps what is typed; a draft that is opened goes when it is saved."""

    def __init__(
        self,
        palette: CapturePalette,
        drafts: DraftService,
        words: VocabularyService,
        clock: Clock,
        place: Place,
    ) -> None:
        super().__init__(palette)
        self._words = words
        self._clock = clock
        self._palette = palette
        self._drafts = drafts
        self._place = place
        self._record, self._known = palette.record, palette.known
        self.draft: Draft | None = None
        palette.record, palette.known = self._save, self._known_then
        palette.input.later.connect(self.keep)
        palette.hints.later_wanted.connect(self.keep)
        palette.closed.connect(self._forget)

    def open(self, draft: Draft) -> None:
        """Let the teacher say who it was; without a skill typed it is the one there was."""
        self.draft = draft
        self._palette.learn_anew()
        self._palette.open(draft.text)
        self._palette.hints.say(seen_there(draft, self._drafts.station(draft), self._clock))

    def keep(self) -> None:
        """Keep the line; one that was kept already stays as it was."""
        class_id, scene = self._place()
        if class_id is None:
            return
        try:
            if self.draft is None:
                text = self._palette.input.text()
                self._drafts.keep(class_id, text, scene, self._station(scene))
        except ClassroomError as error:
            self._palette.hints.say(problem(error), "warn")
            return
        self._forget()
        self._palette.begin_anew()
        self._palette.hints.say(tr("Kept for later. It waits beside the lesson."), "ok")

    def _save(self, said: Captured, private: bool) -> Observation | Reflection:
        if self.draft is None:
            return self._record(said, private)
        made = self._drafts.write_down(self.draft, said, private)
        self._forget()
        return made

    def _station(self, scene: LiveScene | None) -> StationId | None:
        """Where the student is who is named; else of what the teacher looks at, or leads."""
        reading = self._palette.reading
        if reading.student.best is not None and not reading.rivals:
            return reading.student.best.student.station_id
        return self._palette.observed or self._drafts.led(scene)

    def _known_then(self) -> Vocabulary | None:
        return self._known() if self.draft is None else self._words.of_draft(self.draft)

    def _forget(self) -> None:
        if self.draft is not None:
            self.draft = None
            self._palette.learn_anew()
