"""A page that takes files and texts dropped on it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class DropPage(QWidget):
    """`hovered` tells whether something that can be dropped is over it."""

    file_dropped = Signal(Path)
    text_dropped = Signal(str)
    hovered = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file, or a text."""
        data = event.mimeData()
        if one_file(data.urls()) or data.hasText():
            event.acceptProposedAction()
            self.hovered.emit(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """It went away."""
        self.hovered.emit(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped."""
        self.hovered.emit(False)
        event.acceptProposedAction()
        file = one_file(event.mimeData().urls())
        if file is not None:
            self.file_dropped.emit(file)
        else:
            self.text_dropped.emit(event.mimeData().text())


def one_file(urls: Sequence[QUrl]) -> Path | None:
    """The one file that was dropped; None for several and for addresses of the web."""
    files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return files[0] if len(files) == 1 else None
