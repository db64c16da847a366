"""The guides of a transition in motion over the board."""

from PySide6.QtCore import QAbstractAnimation, QObject, QRect, QVariantAnimation, Signal
from PySide6.QtGui import QPainter

from app.domain.board.scene import BoardScene
from ui.board.flight import Flight
from ui.board.layout import BoardLayout
from ui.board.look import BoardLook


class Motion(QObject):
    """Sends the names on their way; `moved` carries the rectangles that look different now."""

    moved = Signal(object)

    def __init__(self, look: BoardLook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._flight: Flight | None = None
        self._flown: list[QRect] = []
        self._at_ms = 0.0
        self._motion = QVariantAnimation(self)
        self._motion.valueChanged.connect(self._fly)
        self._motion.finished.connect(self._land)

    @property
    def running(self) -> bool:
        """Whether guides are on their way."""
        return self._motion.state() == QAbstractAnimation.State.Running

    def follow(
        self, before: BoardScene | None, scene: BoardScene, layout: BoardLayout | None
    ) -> None:
        """Set out when a transition begins; bring everyone home when it ends."""
        if scene.phase != "transition":
            self.stop()
        elif before is not None and before.phase != "transition" and layout is not None:
            self._take_off(layout)

    def stop(self) -> None:
        """Everyone has arrived."""
        self._motion.stop()
        self._land()

    def paint(self, painter: QPainter) -> None:
        """Draw the guides as they are now."""
        if self._flight is not None:
            self._flight.paint(painter, self._at_ms)

    def _take_off(self, layout: BoardLayout) -> None:
        move = self._look.theme.duration("board_move")
        if move == 0:
            return
        flight = Flight(self._look, layout, move, self._look.theme.duration("board_stagger"))
        if flight.total_ms == 0:
            return
        self._motion.stop()
        self._flight, self._at_ms = flight, 0.0
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(float(flight.total_ms))
        self._motion.setDuration(flight.total_ms)
        self._motion.start()

    def _fly(self, at_ms: float) -> None:
        if self._flight is None:
            return
        self._at_ms = at_ms
        now = self._flight.covered(at_ms)
        self.moved.emit([*now, *self._flown])
        self._flown = [*now]

    def _land(self) -> None:
        if self._flight is not None:
            self._flight = None
            flown, self._flown = self._flown, []
            self.moved.emit(flown)
