"""Who is taken with a card, with a chip of the tray, or with the head of a station."""

from typing import NamedTuple

from PySide6.QtCore import QSize

from app.domain.ids import StudentId
from ui.live.selection import Selection
from ui.live.stations.column_head import ColumnHead
from ui.live.stations.columns import Columns
from ui.live.stations.live_card import LiveCard
from ui.live.tray_chip import TrayChip
from ui.theme import Theme
from ui.widgets.card_view import CardView

CARD = (170, 52)
Source = LiveCard | TrayChip | ColumnHead


class Taken(NamedTuple):
    """The students, the card of the first of them, and how large it is."""

    students: tuple[StudentId, ...]
    view: CardView
    size: QSize


class Taking:
    """A card takes all that are selected with it, a head everyone at its station."""

    def __init__(self, theme: Theme, columns: Columns, selection: Selection) -> None:
        self._theme = theme
        self._columns = columns
        self._selection = selection

    def __call__(self, source: Source) -> Taken | None:
        if isinstance(source, LiveCard):
            students = self._selection.with_others(source.student)
            return Taken(students, source.view, source.size())
        if isinstance(source, TrayChip):
            return self._chip(source)
        cards = self._columns.column(source.station_id).list.cards
        if not cards:
            return None
        return Taken(tuple(card.student for card in cards), cards[0].view, cards[0].size())

    def _chip(self, chip: TrayChip) -> Taken:
        view, px = chip.view, self._theme.px
        card = CardView(view.student, view.name, view.initials, view.shape)
        return Taken((view.student,), card, QSize(px(CARD[0]), px(CARD[1])))
