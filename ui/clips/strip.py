"""The pictures and files of one observation, and ways to add more: from disk, paste, or drop."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.ids import ObservationId
from app.domain.observations import Attachment, Clip, Observation
from app.errors import ClassroomError
from app.services.attaching import AttachService
from ui.clips.reads import holds_clips, reads_of
from ui.clips.thumbs import paint_thumb
from ui.clips.view import ClipView
from ui.clips.words import called, tr
from ui.dialogs import Dialogs
from ui.photos.reading import read_clip
from ui.problems import problem
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.paint import start
from ui.widgets.pressable import Pressable
from ui.widgets.text import Text
from ui.widgets.toggle import Toggle

SIDE = 64


class Thumb(Pressable):
    """A picture or file as a button."""

    def __init__(self, theme: Theme, attachment: Attachment, parent: QWidget) -> None:
        super().__init__(theme, parent, radius=6)
        self.attachment = attachment
        self.setText(called(attachment))
        self.setToolTip(called(attachment))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self.theme.px(SIDE), self.theme.px(SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture."""
        painter = start(self)
        paint_thumb(painter, self.theme, QRectF(self.rect()), self.attachment)
        painter.end()


class ClipStrip(QWidget):
    """What is added is kept at once. `changed` comes after that."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        service: AttachService,
        own: ObservationId,
        tasks: Tasks,
        dialogs: Callable[[], Dialogs],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._service = service
        self._own = own
        self._tasks = tasks
        self.dialogs = dialogs
        self._seen: Observation | None = None
        self._gone = False
        self.thumbs: list[Thumb] = []
        self.add = Button(theme, tr("Add a picture or file"), "camera", "link", small=True)
        self.problem = Text(theme, "", "small", "danger")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.consent = Toggle(theme)
        self.consent.setAccessibleName(tr("May be handed on"))
        self._consent = QWidget()
        self.add.clicked.connect(lambda _on: self._tasks.spawn(self._choose()))
        self.consent.clicked.connect(self._allow)
        self._lay_out()

    def show_seen(self, seen: Observation) -> None:
        """Show what belongs to the observation."""
        self._seen = seen
        kept = self._service.of(self._own)
        if [thumb.attachment for thumb in self.thumbs] != list(kept):
            self._show(kept)
        self._consent.setVisible(bool(kept))
        self.consent.setChecked(self._service.may_hand_on(seen.student_id))

    def stop(self) -> None:
        """Its box is closed; what is still being read is kept nowhere."""
        self._gone = True

    def take(self, data: QMimeData) -> None:
        """Add what was dropped or pasted."""
        if reads := reads_of(data):
            self._tasks.spawn(self._add(reads))

    def paste(self) -> bool:
        """Add what lies on the clipboard; False when that is no picture and no file."""
        data = QApplication.clipboard().mimeData()
        if not holds_clips(data):
            return False
        self.take(data)
        return True

    async def _choose(self) -> None:
        pictures = tr("Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.gif);;All files (*)")
        chosen = await self.dialogs().open_file(tr("Add a picture or file"), pictures)
        if chosen is not None:
            await self._add([partial(read_clip, chosen)])

    async def _add(self, reads: Sequence[Callable[[], Clip]]) -> None:
        self.problem.hide()
        self.add.setEnabled(False)
        try:
            clips = [await self._tasks.off_thread(read) for read in reads]
            if not self._gone:
                self._service.attach(self._own, clips)
        except ClassroomError as error:
            if self._gone:
                raise  # the window behind says it
            self._refuse(error)
        if not self._gone:
            self.add.setEnabled(True)
            self.changed.emit()

    def _refuse(self, error: ClassroomError) -> None:
        self.problem.setText(problem(error))
        self.problem.show()

    def _allow(self, on: bool) -> None:
        if self._seen is not None:
            self._service.allow(self._seen.student_id, on)
            self.changed.emit()

    def _open(self, attachment: Attachment) -> None:
        consent = self._service.may_hand_on(attachment.student_id)
        view = ClipView(
            self._theme, attachment, consent, self._tasks, self.dialogs(), self.window()
        )
        view.taken_off.connect(lambda: self._take_off(attachment))
        view.open()

    def _take_off(self, attachment: Attachment) -> None:
        try:
            self._service.take_off(attachment)
            self.problem.hide()
        except ClassroomError as error:
            self._refuse(error)
        self.changed.emit()

    def _show(self, kept: Sequence[Attachment]) -> None:
        for thumb in self.thumbs:
            self._flow.removeWidget(thumb)
            thumb.deleteLater()
        self.thumbs = [Thumb(self._theme, one, self._row) for one in kept]
        for thumb in self.thumbs:
            thumb.clicked.connect(lambda _on, thumb=thumb: self._open(thumb.attachment))
            self._flow.addWidget(thumb)
            thumb.show()
        self._row.setVisible(bool(kept))

    def _lay_out(self) -> None:
        self._row = QWidget()
        self._flow = Flow(self._theme, 6, 6, self._row)
        line = QHBoxLayout(self._consent)
        line.setContentsMargins(0, 0, 0, 0)
        said = tr("Pictures and files of this student may be handed on, by the family’s consent")
        words = Text(self._theme, said, "small", "text2")
        words.setWordWrap(True)
        line.addWidget(words, 1)
        line.addWidget(self.consent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(6))
        for widget in (self._row, self._consent, self.problem):
            column.addWidget(widget)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
