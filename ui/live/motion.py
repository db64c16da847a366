"""Movement of cards. What is where is settled before anything moves."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.live.live_card import LiveCard
from ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtCore import QPropertyAnimation

OVERSHOOT = 0.8


class Slides:
    """Lets cards slide to their places: a card lands, its siblings close the gap.

    A list shows nothing outside itself, so a card that comes from another one is in its new place
    at once, unseen, and a picture of it flies there `over` all of them.
    """

    def __init__(self, theme: Theme, over: QWidget) -> None:
        self._theme = theme
        self._over = over
        self._running: dict[LiveCard, QPropertyAnimation] = {}
        self._pictures: dict[LiveCard, QLabel] = {}
        self._ends: dict[LiveCard, QPoint] = {}

    @property
    def moving(self) -> bool:
        return bool(self._running)

    def slide(self, card: LiveCard, to: QPoint) -> None:
        """Move a card that is seen; one that is not, or in a still theme, is there at once."""
        if card in self._running and self._ends[card] == to:
            return
        start = self._seen_at(card)
        self.stop(card)
        duration = self._theme.duration("drop")
        if not duration or not card.isVisible():
            card.move(to)
        elif _inside(card, start):
            card.move(start)
            self._go(card, card, to, duration)
        else:
            card.move(to)
            self._go(card, self._picture(card, start), to, duration)

    def stop(self, card: LiveCard) -> None:
        """Leave the card where it is."""
        going = self._running.pop(card, None)
        if going is not None:
            going.stop()
        self._ends.pop(card, None)
        picture = self._pictures.pop(card, None)
        if picture is not None:
            picture.hide()
            picture.deleteLater()
            card.set_on_its_way(False)

    def _seen_at(self, card: LiveCard) -> QPoint:
        """Where the card, or the picture that flies for it, is seen; in the card's list."""
        picture, inside = self._pictures.get(card), card.parentWidget()
        if picture is None or inside is None:
            return card.pos()
        return inside.mapFromGlobal(picture.mapToGlobal(QPoint(0, 0)))

    def _picture(self, card: LiveCard, start: QPoint) -> QLabel:
        picture, inside = QLabel(self._over), card.parentWidget()
        picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        picture.setPixmap(card.picture())
        picture.resize(card.size())
        if inside is not None:
            picture.move(self._over.mapFromGlobal(inside.mapToGlobal(start)))
        picture.show()
        picture.raise_()
        self._pictures[card] = picture
        card.set_on_its_way(True)
        return picture

    def _go(self, card: LiveCard, what: QWidget, to: QPoint, duration: int) -> None:
        inside, end = card.parentWidget(), to
        if what is not card and inside is not None:
            end = self._over.mapFromGlobal(inside.mapToGlobal(to))
        if what.pos() == end:
            self.stop(card)
            return
        # At the start everything is in its place.
        from PySide6.QtCore import QEasingCurve, QPropertyAnimation

        move = QPropertyAnimation(what, b"pos")
        curve = QEasingCurve(QEasingCurve.Type.OutBack)
        curve.setOvershoot(OVERSHOOT)
        move.setEasingCurve(curve)
        move.setDuration(duration)
        move.setEndValue(end)
        move.finished.connect(lambda: self.stop(card))
        self._running[card], self._ends[card] = move, to
        move.start()


def _inside(card: LiveCard, spot: QPoint) -> bool:
    """Whether the card would be seen whole at a point of its list."""
    inside = card.parentWidget()
    return inside is not None and inside.rect().contains(QRect(spot, card.size()))
