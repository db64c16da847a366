"""One picture or file, large: to look at, to save a copy of, to take off."""

import base64
from pathlib import Path

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.observations import PICTURE, Attachment
from ui.clips.thumbs import picture_of
from ui.clips.words import called, tr
from ui.dialogs import Dialogs
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.box import Box
from ui.widgets.button import Button
from ui.widgets.paint import fill, start
from ui.widgets.text import Text

WIDE, HIGH = 760, 560


class Large(QWidget):
    """The picture as large as there is room for."""

    def __init__(self, theme: Theme, picture: QPixmap | None) -> None:
        super().__init__()
        self._theme = theme
        self._picture = picture
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Most of the box."""
        return QSize(self._theme.px(WIDE), self._theme.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the middle, no larger than it is."""
        painter = start(self)
        fill(painter, self.rect(), self._theme.colour("sunken"))
        if self._picture is not None:
            room, there = self.size(), self._picture.size()
            size = there.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).boundedTo(there)
            smooth = Qt.TransformationMode.SmoothTransformation
            shown = self._picture.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth)
            left, top = (room.width() - size.width()) / 2, (room.height() - size.height()) / 2
            painter.drawPixmap(QPointF(left, top), shown)
        painter.end()


class ClipView(Box):
    """`taken_off` asks to keep it no more. A copy is saved only where the family consents."""

    taken_off = Signal()

    def __init__(
        self,
        theme: Theme,
        attachment: Attachment,
        consent: bool,
        tasks: Tasks,
        dialogs: Dialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._attachment = attachment
        self._tasks = tasks
        self._dialogs = dialogs
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(called(attachment))
        is_picture = attachment.kind == PICTURE
        self.large = Large(theme, picture_of(attachment.content) if is_picture else None)
        self.large.setAccessibleName(called(attachment))
        self.remark = Text(theme, "", "small", "text2")
        self.remark.setWordWrap(True)
        self.save = Button(theme, tr("Save a copy"), "floppy-disk", "quiet", small=True)
        self.off = Button(theme, tr("Take it off"), "trash", "quiet", small=True)
        self.close_button = Button(theme, tr("Close"), "", "primary", small=True)
        self.save.setEnabled(consent)
        if not consent:
            self.remark.setText(tr("It stays here: nobody has consented that it is handed on."))
        self.save.clicked.connect(lambda _on: tasks.spawn(self._save()))
        self.off.clicked.connect(lambda _on: self._take_off())
        self.close_button.clicked.connect(lambda _on: self.accept())
        self._lay_out()

    def _take_off(self) -> None:
        self.taken_off.emit()
        self.accept()

    async def _save(self) -> None:
        ending = ".jpg" if self._attachment.kind == PICTURE else Path(self._attachment.name).suffix
        name = f"{Path(self._attachment.name).stem or tr('Picture')}{ending}"
        chosen = await self._dialogs.save_file(tr("Save a copy"), name, tr("All files (*)"))
        if chosen is None:
            return
        content = base64.b64decode(self._attachment.content)
        try:
            await self._tasks.off_thread(chosen.write_bytes, content)
            self.remark.setText(tr("Saved as {name}.", name=chosen.name))
        except OSError:
            self.remark.setText(tr("It was not saved there. Choose another place."))

    def _lay_out(self) -> None:
        px = self._theme.px
        foot = QHBoxLayout()
        for button in (self.off, self.save):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(16), px(16), px(16), px(16))
        rows.setSpacing(px(10))
        rows.addWidget(self.large, 1)
        rows.addWidget(self.remark)
        rows.addLayout(foot)
