"""All that sets out in one turn moves by one clock: to begin 60 movements costs 6 ms else."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

if TYPE_CHECKING:
    from ui.live.stations.live_card import LiveCard
    from ui.live.stations.motion import Slide

OVERSHOOT = 0.8


class Sweep(QObject):
    """Moves its slides together; `landed` gets the cards that have arrived. Then it is no more."""

    def __init__(
        self, parent: QObject, duration: int, landed: "Callable[[list[LiveCard]], None]"
    ) -> None:
        super().__init__(parent)
        self._slides: dict[LiveCard, Slide] = {}
        self._landed = landed
        self._clock = QVariantAnimation(self)
        curve = QEasingCurve(QEasingCurve.Type.OutBack)
        curve.setOvershoot(OVERSHOOT)
        self._clock.setEasingCurve(curve)
        self._clock.setDuration(duration)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.valueChanged.connect(self._step)
        self._clock.finished.connect(self._end)
        self._clock.start()

    @property
    def fresh(self) -> bool:
        """Whether nothing has moved yet, so that more may set out with it."""
        return self._clock.currentTime() == 0

    def take(self, card: "LiveCard", slide: "Slide") -> None:
        """Move one more."""
        self._slides[card] = slide

    def leave(self, card: "LiveCard") -> None:
        """Move it no more; with nothing left there is no clock either."""
        self._slides.pop(card, None)
        if not self._slides:
            self._clock.stop()
            self.deleteLater()

    def _step(self, share: float) -> None:
        for what, start, end, _to in self._slides.values():
            what.move(start + (end - start) * share)

    def _end(self) -> None:
        self._landed(list(self._slides))
