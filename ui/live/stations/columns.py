"""All stations side by side."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.ids import StationId, StudentId
from ui.live.carry.marks import ColumnMark, Target
from ui.live.stations.column import StationColumn
from ui.live.stations.live_card import LiveCard
from ui.live.stations.motion import Slides
from ui.live.stations.views import ColumnView, StayView
from ui.theme import Theme
from ui.widgets.focus import focused
from ui.widgets.paint import put
from ui.widgets.scroll import Scroll

NARROWEST = 168
SQUEEZED = 160
WIDEST = 260
SIDE = 16
TOP = 12
BOTTOM = 8
GAP = 8


def column_width(theme: Theme, room: int, count: int) -> float:
    """Px of one column when `count` of them share `room` px.

    Rather a bit narrow than scrolled; when they must be scrolled, they need not be narrow.
    """
    px = theme.px
    share = (room - 2 * px(SIDE) - px(GAP) * (count - 1)) / max(1, count)
    return min(share, px(WIDEST)) if share >= px(SQUEEZED) else px(NARROWEST)


def columns_fit(theme: Theme, room: int, count: int) -> bool:
    """Whether so many columns stand side by side without scrolling."""
    px = theme.px
    return px(NARROWEST) * count + px(GAP) * (count - 1) + 2 * px(SIDE) <= room


class Columns(Scroll):
    """Keeps one widget for each student and each station for as long as they are there.

    `card_made` and `head_made` hand out every new card and head of a station, so that their owner
    can watch their gestures.
    """

    card_made = Signal(object)
    head_made = Signal(object)
    guest_wanted = Signal(object)
    head_clicked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._floor = _Floor(theme)
        self._columns: dict[StationId, StationColumn] = {}
        self._cards: dict[StudentId, LiveCard] = {}
        self._look = theme
        self._slides = Slides(theme, self.viewport())
        self._held_at: dict[StudentId, QPoint] = {}
        self.setWidget(self._floor)
        self.setCornerWidget(QWidget())  # Fusion's own has an edge
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    @property
    def columns(self) -> tuple[StationColumn, ...]:
        """The columns in the order of the lesson."""
        return self._floor.columns

    @property
    def cards(self) -> Mapping[StudentId, LiveCard]:
        """The card of every student who is at a station."""
        return self._cards

    @property
    def moving(self) -> bool:
        """Whether a card is still on its way to its place."""
        return self._slides.moving

    def column(self, station: StationId) -> StationColumn:
        """The column of a station."""
        return self._columns[station]

    def column_of(self, student: StudentId) -> StationColumn | None:
        """Where a student's card is."""
        card = self._cards.get(student)
        return next((c for c in self.columns if card in c.list.cards), None)

    def show_columns(self, views: Sequence[ColumnView], moving: bool = False) -> None:
        """Show these stations; only what differs is touched."""
        self._drop_cards({seat.student for view in views for seat in view.seats})
        self._drop_columns({view.station.id for view in views})
        for view in views:
            if view.station.id not in self._columns:
                self._add_column(view)
        self._floor.set_columns([self._columns[view.station.id] for view in views])
        for view in views:
            self._show_column(self._columns[view.station.id], view, moving)
        self._floor.level_heads()
        self._fit()
        self._held_at.clear()

    def show_stays(self, stays: Mapping[StationId, StayView]) -> None:
        """Show which stations stay on, and for how long still."""
        for station, column in self._columns.items():
            column.show_stay(stays.get(station))

    def set_marks(self, marks: Mapping[StationId, ColumnMark]) -> None:
        """Show what a carried card means to each of these stations."""
        for station, mark in marks.items():
            self._columns[station].set_mark(mark)

    def hold_at(self, students: Sequence[StudentId], spot: QPoint) -> None:
        """Their cards come from a point of the screen when they go to their places next."""
        for student in students:
            card = self._cards.get(student)
            parent = card.parentWidget() if card is not None else None
            if card is None or parent is None:
                self._held_at[student] = spot
            else:
                card.move(parent.mapFromGlobal(spot))

    def settle(self) -> None:
        """Let every card that is not in its place slide there."""
        self._held_at.clear()
        for column in self.columns:
            column.list.arrange(moving=True)

    def target_at(self, spot: QPoint) -> Target | None:
        """The station under a point of the screen, and the student whose card lies there."""
        if not self.viewport().rect().contains(self.viewport().mapFromGlobal(spot)):
            return None
        for column in self.columns:
            point = column.mapFromGlobal(spot)
            if column.rect().contains(point):
                return Target(column.station_id, column.student_at(point))
        return None

    def cards_in(self, area: QRect) -> tuple[StudentId, ...]:
        """Whose cards a box on the viewport touches where they are seen."""
        view, found = self.viewport(), []
        for column in self.columns:
            part = column.cards_area().translated(column.mapTo(view, QPoint(0, 0)))
            for card in column.list.cards:
                place = QRect(card.mapTo(view, QPoint(0, 0)), card.size())
                if place.intersects(area & part):
                    found.append(card.student)
        return tuple(found)

    def show_card(self, student: StudentId) -> None:
        """Scroll so that a student's card is seen."""
        column, card = self.column_of(student), self._cards.get(student)
        if column is not None and card is not None:
            column.show_card(card)
            self.ensureWidgetVisible(card, self._look.px(SIDE), self._look.px(GAP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new room among the columns."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._floor.fit(self.viewport().size())

    def _show_column(self, column: StationColumn, view: ColumnView, moving: bool) -> None:
        cards = [self._card(seat.student, column) for seat in view.seats]
        if view == column.view and list(column.list.cards) == cards:
            return
        for card, seat in zip(cards, view.seats, strict=True):
            card.show_seat(seat)
        column.show_column(view, cards, moving)

    def _card(self, student: StudentId, column: StationColumn) -> LiveCard:
        card = self._cards.get(student)
        if card is None:
            card = self._cards[student] = LiveCard(self._look, student, column.list)
            card.show()
            if student in self._held_at:
                card.move(column.list.mapFromGlobal(self._held_at[student]))
                card.placed = True
            self.card_made.emit(card)
        elif card.parentWidget() is not column.list:
            _move_over(card, column.list)
        return card

    def _drop_cards(self, kept: set[StudentId]) -> None:
        for student in [s for s in self._cards if s not in kept]:
            card = self._cards.pop(student)
            self._slides.stop(card)
            card.hide()
            card.deleteLater()

    def _drop_columns(self, kept: set[StationId]) -> None:
        for station in [s for s in self._columns if s not in kept]:
            column = self._columns.pop(station)
            column.hide()
            column.deleteLater()

    def _add_column(self, view: ColumnView) -> None:
        column = StationColumn(self._look, view, self._slides, self._floor)
        column.guest_wanted.connect(self.guest_wanted)
        column.head_clicked.connect(self.head_clicked)
        column.show_column(view, [], moving=False)
        self._columns[view.station.id] = column
        column.show()
        self.head_made.emit(column.head)


def _move_over(card: LiveCard, to: QWidget) -> None:
    """Give a card to another column; it starts where it was seen, and keeps the focus.

    Also while another program is in front: on coming back Qt would choose for itself.
    """
    has_keys, spot = focused(card) is card, card.mapToGlobal(QPoint(0, 0))
    card.setParent(to)
    card.move(to.mapFromGlobal(spot))
    card.show()
    if has_keys:
        card.setFocus(Qt.FocusReason.OtherFocusReason)


class _Floor(QWidget):
    """What the columns stand on: it spaces them and gives their heads one height."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._view = QSize()
        self._above = theme.px(TOP)
        self.columns: tuple[StationColumn, ...] = ()
        theme.changed.connect(self._restyle)

    def set_columns(self, columns: Sequence[StationColumn]) -> None:
        """Stand these columns side by side."""
        if tuple(columns) != self.columns:
            self.columns = tuple(columns)
            self._restyle()

    def level_heads(self) -> None:
        """The tallest head sets the height of all."""
        if not self.columns:
            return
        height = max(column.head_needs(column.width()) for column in self.columns)
        for column in self.columns:
            column.set_head_height(height)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay out again."""
        self.arrange()

    def arrange(self) -> None:
        """Give every column its place; what is over is margin on both sides."""
        px, count = self._theme.px, len(self.columns)
        if not count:
            return
        wide = column_width(self._theme, self._view.width(), count)
        used = wide * count + px(GAP) * (count - 1)
        left = max(float(px(SIDE)), (self.width() - used) / 2)
        high = self.height() - self._above - px(BOTTOM)
        for at, column in enumerate(self.columns):
            x = left + at * (wide + px(GAP))
            place = QRect(round(x), self._above, round(x + wide) - round(x), high)
            put(column, self, place)
        self.level_heads()

    def fit(self, view: QSize) -> None:
        """Take at least the room that the columns need when so much of them is seen.

        Where heads leave too little room for cards all is scrolled as one page, and each column
        is as high as what it holds.
        """
        px, count, room = self._theme.px, len(self.columns), view.width()
        self._view = view
        wide = column_width(self._theme, room, count) if count else 0
        needed = wide * count + px(GAP) * (count - 1) + 2 * px(SIDE)
        self.setMinimumWidth(round(needed) if needed > room else 0)
        self.arrange()
        high = view.height() - px(TOP) - px(BOTTOM)
        low = any(column.is_low(high) for column in self.columns)
        self._above = px(GAP if low else TOP)
        for column in self.columns:
            column.set_tight(low)
        tallest = max((column.needs() for column in self.columns), default=0) if low else 0
        self.setMinimumHeight(tallest + self._above + px(BOTTOM) if low else 0)

    def _restyle(self) -> None:
        self.fit(self._view)
