"""Pictures and files of the student who is looked at: chosen, dropped on the panel, or pasted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent, QKeySequence

from app.domain.ids import StudentId
from app.domain.live import LiveScene
from app.domain.observations import Clip, Observation
from app.errors import ClassroomError
from app.services.attaching import AttachService
from app.services.observe import ObserveService
from ui.capture.panel import ObservePanel
from ui.clips.reads import Read, holds_clips, reads_of
from ui.clips.words import tr
from ui.desk.pages import Errands
from ui.live.page import LivePage
from ui.photos.reading import read_clip
from ui.problems import problem

if TYPE_CHECKING:
    from ui.capture.student_parts import StudentParts


class ClipsLink(QObject):
    """They belong to what was just said of the student; before anything was, to a new look."""

    def __init__(
        self,
        desk: Errands,
        observe: ObserveService,
        panel: ObservePanel,
        parts: "StudentParts",
        page: LivePage,
    ) -> None:
        super().__init__(panel)
        self._desk = desk
        self._observe = observe
        self._panel = panel
        self._parts = parts
        self._page = page
        room = desk.room
        self._attach = AttachService(room)
        parts.picture.clicked.connect(lambda _on: desk.tasks.spawn(self._choose()))
        parts.note.installEventFilter(self)
        panel.setAcceptDrops(True)
        panel.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Drops on the panel, and what is pasted into the note and is no text."""
        if isinstance(event, QDropEvent) and holds_clips(event.mimeData()):
            if event.type() == QEvent.Type.Drop:
                self._take(reads_of(event.mimeData()))
            event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return event.matches(QKeySequence.StandardKey.Paste) and self._paste()
        return False

    def _paste(self) -> bool:
        data = QGuiApplication.clipboard().mimeData()
        if data.hasText() and not data.hasImage():
            return False
        reads = reads_of(data)
        self._take(reads)
        return bool(reads)

    async def _choose(self) -> None:
        who = self._who()
        kinds = tr("Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.gif);;All files (*)")
        chosen = await self._desk.dialogs.open_file(tr("Add a picture or file"), kinds)
        if chosen is not None and who is not None:
            await self._add(who, [lambda: read_clip(chosen)])

    def _take(self, reads: Sequence[Read]) -> None:
        who = self._who()
        if who is not None and reads:
            self._desk.tasks.spawn(self._add(who, reads))

    def _who(self) -> tuple[LiveScene, StudentId] | None:
        """The student when it was asked: she may look at another one before a picture is read."""
        scene, selection = self._page.scene, self._page.selection
        if scene is None or selection.student is None or selection.several:
            return None
        return scene, selection.student

    async def _add(self, who: tuple[LiveScene, StudentId], reads: Sequence[Read]) -> None:
        scene, student = who
        seen = self._panel.look.observation
        try:
            clips = [await self._desk.tasks.off_thread(read) for read in reads]
            self._panel.mark_saved(self._kept(scene, student, seen, clips))
        except ClassroomError as error:
            self._parts.problem.setText(problem(error))
            self._parts.problem.show()

    def _kept(
        self,
        scene: LiveScene,
        student: StudentId,
        seen: Observation | None,
        clips: Sequence[Clip],
    ) -> Observation:
        if seen is not None and seen.student_id == student:
            self._attach.attach(seen.id, clips)
            return seen
        return self._observe.record_clips(scene, student, clips)
