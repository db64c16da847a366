"""The cards of one station, one below the other, and what comes after them."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.ids import StudentId
from ui.live.carry.marks import PLAIN, ColumnMark
from ui.live.carry.notes import NoteText
from ui.live.stations.column_parts import FreeSeats
from ui.live.stations.live_card import LiveCard
from ui.live.stations.motion import Slides
from ui.theme import Theme
from ui.widgets.paint import seen
from ui.widgets.tip import plain_tip

if TYPE_CHECKING:
    from ui.widgets.card_places import CardSlot
    from ui.widgets.note import Note

SIDE = 7
TOP = 4
GAP = 6


class CardList(QWidget):
    """Lays its cards out by hand, so that a card can slide to its place."""

    def __init__(self, theme: Theme, slides: Slides, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._slides = slides
        self._mark = PLAIN
        self._free = 0
        self._slot: CardSlot | None = None
        self._slot_colour = ""
        self._notes: dict[str, Note] = {}
        self._said: dict[str, NoteText] = {}
        self._note_high: dict[tuple[NoteText, int], int] = {}
        self._noted: NoteText | None = None
        self._whole = 0
        self._known: dict[int, int] = {}
        self._cards_end = 0
        self.cards: tuple[LiveCard, ...] = ()
        self.free_seats = FreeSeats(theme, self)
        theme.changed.connect(self.arrange)

    def set_whole_width(self, width: int) -> None:
        """How wide the list is while nothing scrolls; a scroll bar takes its place at the side."""
        self._whole = width

    def set_cards(self, cards: Sequence[LiveCard], free: int, colour: str) -> None:
        """Hold these cards, in this order; they are children of the list already."""
        self.cards = tuple(cards)
        for card in self.cards:
            # One that came from another station while it was carried is carried no more.
            if card.is_ghost and card.student not in self._mark.ghosts:
                card.set_ghost("")
        self._free = free
        self.free_seats.show_count(free, colour)
        if colour != self._slot_colour:
            self._slot_colour = colour
            self._drop_slot()

    def in_order(self) -> Sequence[QWidget]:
        """What a screen reader is told, from top to bottom."""
        noted = self._noted and self._notes[self._noted.icon]
        below = (self._slot, noted, self.free_seats)
        return [*self.cards, *(part for part in below if part and not part.isHidden())]

    def set_mark(self, mark: ColumnMark) -> None:
        """Show ghost, slot and note of a carried card."""
        before, self._mark = self._mark, mark
        if before.ghosts != mark.ghosts:
            for card in self.cards:
                card.set_ghost(mark.ghosts.get(card.student, ""))
        if before.slot != mark.slot:
            self._show_slot(mark.slot)

    def set_note(self, note: NoteText | None) -> None:
        """Show a warning below the cards, or none."""
        if note == self._noted:
            return
        before, self._noted = self._noted, note
        if before is not None:
            self._notes[before.icon].hide()
        if note is not None:
            self._box(note).show()

    def needed(self, width: int) -> int:
        """Px everything needs at a width; Qt asks often, so the cards' part of it is kept."""
        return self._needed(width, self._noted)

    def needed_with(self, note: NoteText) -> int:
        """Px everything would need with this warning."""
        return self._needed(self.width(), note)

    def _needed(self, width: int, note: NoteText | None) -> int:
        px, inner = self._theme.px, self._inner(width)
        if width not in self._known:
            cards = (card.heightForWidth(inner) + px(GAP) for card in self.cards)
            self._known[width] = px(TOP) + sum(cards)
        below = (height + px(GAP) for _part, height in self._below(inner, note))
        return self._known[width] + sum(below)

    def _box(self, note: NoteText) -> "Note":
        """The box for warnings of the kind, with these words in it."""
        box = self._notes.get(note.icon)
        if box is None:
            box = self._notes[note.icon] = make_note(self._theme, note, self)
            box.hide()
        elif self._said.get(note.icon) != note:
            say_note(box, note)
        self._said[note.icon] = note
        return box

    def sizeHint(self) -> QSize:
        """As high as what it holds."""
        return QSize(self.width(), self.needed(self.width()))

    def minimumSizeHint(self) -> QSize:
        """As the size hint, or nothing would ever scroll."""
        return QSize(0, self.needed(self.width()))

    def arrange(self, moving: bool = False) -> None:
        """Put everything in its place; cards slide there when `moving`."""
        self._known.clear()
        self._note_high.clear()
        y, left, wide = self._theme.px(TOP), self._theme.px(SIDE), self._inner(self.width())
        for card in self.cards:
            height = card.heightForWidth(wide)
            self._put(card, seen(self, QRect(left, y, wide, height)), moving)
            y += height + self._theme.px(GAP)
        self._cards_end = y
        self.arrange_below()

    def arrange_below(self) -> None:
        """Put what comes after the cards in its place; the cards are in theirs."""
        y, left, wide = self._cards_end, self._theme.px(SIDE), self._inner(self.width())
        shown = set()
        for part, height in self._below(wide, self._noted):
            part.setGeometry(seen(self, QRect(left, y, wide, height)))
            shown.add(part)
            y += height + self._theme.px(GAP)
        self.free_seats.setVisible(self.free_seats in shown)
        self._put_swap_slot()
        self.updateGeometry()

    def card_at(self, point: QPoint) -> StudentId | None:
        """Whose card lies at a point of the list; a ghost is nobody's."""
        for card in self.cards:
            if card.geometry().contains(point) and not card.is_ghost:
                return card.student
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out at a new width, at once; cards that are on their way go on."""
        if event.size().width() != event.oldSize().width():
            self.arrange(moving=self._slides.moving)

    def _below(self, inner: int, note: NoteText | None) -> Iterator[tuple[QWidget, int]]:
        joins = self._slot is not None and self._mark.slot and self._mark.swap is None
        if joins and self._slot is not None:
            yield self._slot, self._slot.heightForWidth(inner)
        if note is not None:
            box, known = self._box(note), (note, inner)
            if known not in self._note_high:
                self._note_high[known] = box.heightForWidth(inner)
            yield box, self._note_high[known]
        if self._free - (1 if joins else 0) > 0:
            yield self.free_seats, self.free_seats.sizeHint().height()

    def _put(self, card: LiveCard, place: QRect, moving: bool) -> None:
        card.resize(place.size())
        if moving and card.placed:
            self._slides.slide(card, place.topLeft())
            return
        self._slides.stop(card)
        card.move(place.topLeft())
        card.placed = True

    def _put_swap_slot(self) -> None:
        """Lay the slot over the card it would swap with."""
        if self._slot is None or self._mark.swap is None:
            return
        for card in self.cards:
            if card.student == self._mark.swap:
                self._slot.setGeometry(card.geometry())
                self._slot.raise_()

    def _show_slot(self, text: str) -> None:
        if not text:
            if self._slot is not None:
                self._slot.hide()
            return
        if self._slot is None:
            from ui.widgets.card_places import CardSlot  # not for the start: nothing is carried

            self._slot = CardSlot(self._theme, self._slot_colour, text, self)
            self._slot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._slot.set_text(text)
        self._slot.show()

    def _drop_slot(self) -> None:
        if self._slot is not None:
            self._slot.hide()
            self._slot.deleteLater()
            self._slot = None

    def _inner(self, width: int) -> int:
        side = self._theme.px(SIDE)
        return max(1, width - side - (0 if width < self._whole else side))


def make_note(theme: Theme, note: NoteText, parent: QWidget) -> "Note":
    """A box for warnings of this kind: a physical one is filled, advice is not."""
    from ui.widgets.note import Note  # not for the start: nothing is carried

    made = Note(theme, "warn", icon=note.icon, filled=note.physical, parent=parent)
    say_note(made, note)
    return made


def say_note(box: "Note", note: NoteText) -> None:
    """Put a warning into its box."""
    box.set_note(note.title, note.text)
    box.setToolTip(plain_tip(note.spoken))
