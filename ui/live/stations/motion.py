"""Movement of cards. What is where is settled before anything moves."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.live.stations.live_card import LiveCard
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.live.stations.sweep import Sweep


class Slide(NamedTuple):
    """A card on its way to a place in its list; `what` is moved, the card or a picture of it."""

    what: QWidget
    start: QPoint
    end: QPoint
    to: QPoint


class Slides:
    """Lets cards slide to their places: a card lands, its siblings close the gap.

    A list shows nothing outside itself, so a card that comes from another one is in its new place
    at once, unseen, and a picture of it flies there `over` all of them.
    """

    def __init__(self, theme: Theme, over: QWidget) -> None:
        self._theme = theme
        self._over = over
        self._slides: dict[LiveCard, tuple[Sweep, Slide]] = {}

    @property
    def moving(self) -> bool:
        return bool(self._slides)

    def slide(self, card: LiveCard, to: QPoint) -> None:
        """Move a card that is seen; one that is not, or in a still theme, is there at once."""
        going = self._slides.get(card)
        if going is not None and going[1].to == to:
            return
        start = self._seen_at(card)
        self.stop(card)
        if start == to or not self._theme.duration("drop") or not card.isVisible():
            card.move(to)
        elif _inside(card, start):
            card.move(start)
            self._go(card, Slide(card, start, to, to))
        else:
            card.move(to)
            self._fly(card, start, to)

    def stop(self, card: LiveCard) -> None:
        """Leave the card where it is."""
        going = self._slides.pop(card, None)
        if going is None:
            return
        sweep, slide = going
        sweep.leave(card)
        if slide.what is not card:
            slide.what.hide()
            slide.what.deleteLater()
            card.set_on_its_way(False)

    def _seen_at(self, card: LiveCard) -> QPoint:
        """Where the card, or the picture that flies for it, is seen; in the card's list."""
        going, inside = self._slides.get(card), card.parentWidget()
        if going is None or inside is None or going[1].what is card:
            return card.pos()
        return inside.mapFromGlobal(going[1].what.mapToGlobal(QPoint(0, 0)))

    def _fly(self, card: LiveCard, start: QPoint, to: QPoint) -> None:
        inside = card.parentWidget()
        if inside is None:
            return
        begin = self._over.mapFromGlobal(inside.mapToGlobal(start))
        end = self._over.mapFromGlobal(inside.mapToGlobal(to))
        picture = QLabel(self._over)
        picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        picture.setPixmap(card.picture())
        picture.setGeometry(QRect(begin, card.size()))
        picture.show()
        card.set_on_its_way(True)
        self._go(card, Slide(picture, begin, end, to))

    def _go(self, card: LiveCard, slide: Slide) -> None:
        sweep = next((sweep for sweep, _slide in self._slides.values() if sweep.fresh), None)
        if sweep is None:
            from ui.live.stations.sweep import Sweep  # at the start everything is in its place

            sweep = Sweep(self._over, self._theme.duration("drop"), self._land)
        self._slides[card] = (sweep, slide)
        sweep.take(card, slide)

    def _land(self, cards: list[LiveCard]) -> None:
        for card in cards:
            self.stop(card)


def _inside(card: LiveCard, spot: QPoint) -> bool:
    """Whether the card would be seen whole at a point of its list."""
    inside = card.parentWidget()
    return inside is not None and inside.rect().contains(QRect(spot, card.size()))
