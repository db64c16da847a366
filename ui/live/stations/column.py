"""One station on the console."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QWidget

from app.domain.ids import StationId, StudentId
from ui.live.carry.marks import PLAIN, ColumnMark
from ui.live.carry.notes import NoteText
from ui.live.stations.card_list import CardList, make_note
from ui.live.stations.column_head import ColumnHead
from ui.live.stations.column_parts import ColumnFoot, SkillRow, thin_bar
from ui.live.stations.live_card import LiveCard
from ui.live.stations.motion import Slides
from ui.live.stations.views import ColumnView, StayView
from ui.live.words import column_name, tr
from ui.theme import Theme
from ui.widgets.paint import frame, put, start
from ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from ui.widgets.note import Note

PAD = 9
SKILL = 28
FOOT = 36
LOW = 300
CARDS = 88
"""A card and a half."""


class StationColumn(QGroupBox):
    """Head, skill, cards and foot of a station.

    It is a group box for the screen reader's sake, which then says name and count before a card.
    `guest_wanted` says that the selected students are to come here, `head_clicked` that the head
    was clicked.
    """

    guest_wanted = Signal(object)
    head_clicked = Signal(object)

    def __init__(
        self, theme: Theme, view: ColumnView, slides: Slides, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = view
        self._mark = PLAIN
        self._room = 0
        self._head_height = 0
        self._guest = ""
        self._tight = False
        self._stay: StayView | None = None
        self.head = ColumnHead(theme, view.station, self)
        self._skill = SkillRow(theme, self)
        self.list = CardList(theme, slides)
        self._scroll = Scroll(theme, self.list, self)
        self._foot = ColumnFoot(theme, self)
        self._brief: Note | None = None
        self._briefs: dict[str, Note] = {}
        self._briefed: NoteText | None = None
        self.head.clicked.connect(lambda: self.head_clicked.emit(self.station_id))
        self.list.free_seats.clicked.connect(self._ask_for_guest)
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def station_id(self) -> StationId:
        return self._view.station.id

    @property
    def view(self) -> ColumnView:
        return self._view

    @property
    def mark(self) -> ColumnMark:
        return self._mark

    @property
    def brief_note(self) -> "Note | None":
        """The warning in short, None while there is none or it stands below the cards."""
        return self._brief

    def foot_text(self) -> str:
        """How many were observed, as the foot says it."""
        return self._foot.words

    def show_column(self, view: ColumnView, cards: Sequence[LiveCard], moving: bool) -> None:
        """Show the station with these cards; they slide to their places when `moving`."""
        self._view = view
        station, seated = view.station, len(view.seats)
        self._say_name()
        self.head.show_station(station, view.number, seated, view.adult, view.closed)
        self._skill.show_skill(view.skill, station.colour)
        self._foot.show_count(view.seen, seated)
        self.list.set_cards(cards, view.free, station.colour)
        self.list.free_seats.say_where(station.name)
        self.list.arrange(moving)
        self.update()

    def show_stay(self, stay: StayView | None) -> None:
        """Show that its students stay on, None when they move with the others."""
        if stay == self._stay:
            return
        self._stay = stay
        self.head.show_stay(stay)
        self._say_name()

    def set_mark(self, mark: ColumnMark) -> None:
        """Show what a carried card means to this station; costs nothing when nothing differs."""
        if mark == self._mark:
            return
        self._mark = mark
        self.head.set_carrying(mark.after, mark.numbered)
        self.list.set_mark(mark)
        self._place_note()
        self.list.arrange_below()
        self.update()
        if mark.numbered and mark.slot:
            # The list gets its new height with the next turn of the loop.
            QTimer.singleShot(0, self, self._show_slot)

    def set_guest(self, name: str) -> None:
        """Name the student whom a click on head or free seats would bring; "" for none."""
        if name == self._guest:
            return
        self._guest = name
        self.list.free_seats.set_guest(name)
        self.head.set_guest(name)

    def head_needs(self, width: int) -> int:
        """Px the head needs in a column of this width."""
        return self.head.heightForWidth(width - 2 * self._theme.px(PAD))

    def set_head_height(self, height: int) -> None:
        """All columns have heads of one height."""
        if height != self._head_height:
            self._head_height = height
            self.arrange()

    def is_low(self, height: int) -> bool:
        """Whether in a column of this height hardly a card would be seen at a time."""
        head = self._theme.px(PAD) + self._head_height + self._theme.px(8)
        return height < head + self._theme.px(CARDS)

    def set_tight(self, tight: bool) -> None:
        """Whether cards come right below the head: where little is seen, the skill makes way."""
        if tight != self._tight:
            self._tight = tight
            self.arrange()

    def needs(self) -> int:
        """Px that everything needs, so that nothing in it scrolls."""
        px = self._theme.px
        skill = px(0 if self._tight else SKILL) + 2
        around = px(PAD) + self._head_height + px(8) + skill + px(FOOT)
        return max(px(LOW), around + self.list.needed(self.width() - 2))

    def student_at(self, point: QPoint) -> StudentId | None:
        """Whose card lies at a point of the column."""
        if not self._scroll.geometry().contains(point):
            return None
        return self.list.card_at(self.list.mapFrom(self, point))

    def scroll_by(self, step: int) -> bool:
        """Scroll the cards by so many px; False when they were at their end already."""
        bar = self._scroll.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + step)
        return bar.value() != before

    def show_card(self, card: LiveCard) -> None:
        """Scroll so that a card is seen whole."""
        self._scroll.ensureWidgetVisible(card, 0, self._theme.px(8))

    def cards_area(self) -> QRect:
        """Where the cards are, in the column."""
        return self._scroll.geometry()

    def arrange(self) -> None:
        """Give every part its place."""
        px, wide, high = self._theme.px, self.width(), self.height()
        top, inner = px(PAD), wide - 2 * px(PAD)
        put(self.head, self, QRect(px(PAD), top, inner, self._head_height))
        top += self._head_height + px(8)
        skill = px(SKILL) if high >= px(LOW) and not self._tight else 1
        put(self._skill, self, QRect(px(PAD), top, inner, skill))
        top += max(1, skill - px(1))
        foot = high - px(FOOT if high >= px(LOW) else 2) - 1
        put(self._foot, self, QRect(px(PAD), foot, inner, px(FOOT)))
        self.list.set_whole_width(wide - 2)
        self._room = max(0, foot - top)
        # What stands in the place of the foot is higher, and hides no card and no slot.
        end = min(foot, self._place_brief())
        put(self._scroll, self, QRect(1, top, wide - 2, max(0, end - top)))

    def sizeHint(self) -> QSize:
        """The narrowest column with six cards."""
        return QSize(self._theme.px(168), self._theme.px(500))

    def minimumSizeHint(self) -> QSize:
        """Any height: the cards scroll."""
        return QSize(self._theme.px(110), self._theme.px(160))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay out again."""
        self.arrange()
        self._place_note()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box: as it is, as the target of a drop, or with a warning."""
        painter = start(self)
        paints, mark = self._theme.station(self._view.station.colour), self._mark
        fill = paints.over if mark.over else paints.tint
        edge, width = paints.edge, 1.0
        if mark.note is not None and mark.note.physical:
            edge, width = self._theme.colour("warn_line"), 2.0
        elif mark.over:
            edge, width = paints.line, 2.0
        frame(painter, QRectF(self.rect()), 10, fill, edge, width)
        painter.end()

    def _say_name(self) -> None:
        name = column_name(self._view.station, len(self._view.seats))
        if self._view.closed:
            name = tr("{station}, closed in this round", station=name)
        spoken = name if self._stay is None else f"{name}, {self._stay.spoken}"
        if spoken != self.accessibleName():
            self.setAccessibleName(spoken)

    def _show_slot(self) -> None:
        if self._mark.slot and self._mark.swap is None:
            self._scroll.ensureVisible(0, self.list.height(), 0, 0)

    def _restyle(self) -> None:
        thin_bar(self._theme, self._scroll)
        self.arrange()

    def _ask_for_guest(self) -> None:
        self.guest_wanted.emit(self.station_id)

    def _place_note(self) -> None:
        """The warning stands below the cards; without room there, in short instead of the foot."""
        note = self._mark.note
        fits = note is None or self.list.needed_with(note) <= self._room
        self.list.set_note(note if fits else None)
        self._show_brief(None if fits else note)

    def _show_brief(self, note: NoteText | None) -> None:
        if note == self._briefed:
            return
        self._briefed = note
        if self._brief is not None:
            self._brief.hide()
            self._brief = None
        if note is not None:
            self._brief = self._box(note)
            self._brief.set_note(note.title)
            self._brief.setAccessibleName(note.spoken)
            self._brief.show()
        self._foot.setVisible(self._brief is None)
        self.arrange()

    def _box(self, note: NoteText) -> "Note":
        """The box for warnings of the kind; to make one anew at each carry would cost 1 ms."""
        if note.icon not in self._briefs:
            self._briefs[note.icon] = make_note(self._theme, note, self)
        return self._briefs[note.icon]

    def _place_brief(self) -> int:
        """Give it its place at the bottom; returns where that begins."""
        if self._brief is None:
            return self.height()
        side, inner = self._theme.px(8), self.width() - 2 * self._theme.px(8)
        high = self._brief.heightForWidth(inner)
        top = self.height() - high - side // 2
        put(self._brief, self, QRect(side, top, inner, high))
        return top
