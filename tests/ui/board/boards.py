"""Boards that are open, and what they show."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPaintEvent
from pytestqt.qtbot import QtBot

from app.domain.board.scene import BoardScene
from ui.board.look import BoardLook
from ui.board.window import BoardWindow


class Watched(BoardWindow):
    """A board that remembers what it was asked to paint."""

    def __init__(self, look: BoardLook) -> None:
        super().__init__(look)
        self.painted: list[QRect] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += [event.rect()]
        super().paintEvent(event)


def opened(qtbot: QtBot, look: BoardLook, scene: BoardScene) -> Watched:
    """A board on a small projector."""
    window = Watched(look)
    qtbot.addWidget(window)
    window.resize(1024, 768)
    window.show_scene(scene)
    window.show()
    qtbot.waitUntil(lambda: bool(window.painted))
    return window


def shown(window: BoardWindow) -> QImage:
    return window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
