"""A choice of one out of several that shows what is chosen."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QSizePolicy, QStyledItemDelegate, QWidget

from ui.theme import Theme
from ui.widgets.lines import paint_words
from ui.widgets.paint import FINE_DASH, frame, mirrored, start
from ui.widgets.ring import Ring

if TYPE_CHECKING:
    from ui.widgets.search_list import SearchList

Pairs = Sequence[tuple[object, str]]
CARET = 14
SMALL_CARET = 12
_LIST = """
QAbstractItemView {{ background: {surface}; color: {text}; border: 1px solid {control};
                     padding: {inset}px; outline: 0; }}
QAbstractItemView::item {{ min-height: {high}px; padding: 0 {side}px; border-radius: 6px; }}
QAbstractItemView::item:selected {{ background: {ink_tint}; color: {ink_text}; }}
"""


class Dropdown(QComboBox):
    """A list of (key, text); `picked` gives the key the teacher chose.

    It is as wide as what it shows. Give it an accessible name. `quiet` draws a broken edge and
    grey words, for "leave out".
    """

    picked = Signal(object)

    def __init__(
        self, theme: Theme, icon: str = "", small: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._small = small
        self._quiet = False
        self._keys: list[object] = []
        self._find: Callable[[str], Pairs] | None = None
        self._search: SearchList | None = None
        self._ring = Ring(theme, self)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda at: self.picked.emit(self._keys[at]))
        self.currentIndexChanged.connect(self._restyle)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_items(self, items: Iterable[tuple[object, str]]) -> None:
        """Offer these; what was chosen stays chosen if it is still there, else the first is."""
        kept, pairs = self.current(), list(items)
        before = self.blockSignals(True)
        self.clear()
        self._keys = [key for key, _ in pairs]
        self.addItems([text for _, text in pairs])
        self.set_current(kept)
        self.blockSignals(before)
        self._restyle()

    def current(self) -> object:
        """The chosen key; None when there is nothing to choose."""
        at = self.currentIndex()
        return self._keys[at] if 0 <= at < len(self._keys) else None

    def set_current(self, key: object) -> None:
        """Choose without telling anyone; an unknown key changes nothing."""
        if key in self._keys:
            self.setCurrentIndex(self._keys.index(key))

    def search_with(self, find: Callable[[str], Pairs] | None) -> None:
        """Open a list to type in, which this fills; None: the plain one.

        What is taken from it need not be among the items.
        """
        self._find = find

    @property
    def search(self) -> "SearchList":
        """The list to type in; made when first opened."""
        if self._search is None:
            from ui.widgets.search_list import SearchList  # not for the start

            self._search = SearchList(self._theme, self._found, self)
            self._search.picked.connect(self._take)
        return self._search

    def set_icon(self, icon: str) -> None:
        """Change the icon in front; "" for none."""
        self._icon = icon
        self._restyle()

    def set_quiet(self, quiet: bool) -> None:
        """Draw it as a choice that leaves something out."""
        self._quiet = quiet
        self._restyle()

    def showPopup(self) -> None:
        """Open the list in the app's own paints."""
        if self._find is not None:
            self.search.open_below(self)
            return
        self._dress_list()
        super().showPopup()

    def sizeHint(self) -> QSize:
        """The chosen text, the icon and the caret."""
        px = self._theme.px
        words = min(round(self._metrics().horizontalAdvance(self.currentText()) + 1), px(320))
        wide = self._text_start() + words + px(self._gap()) + px(self._caret()) + px(self._side())
        return QSize(wide, px(32 if self._small else 36))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a column; the text then ends in …."""
        return QSize(self._theme.px(72), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Never change by scrolling past."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring for the keyboard."""
        super().focusInEvent(event)
        self._ring.focus_in(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._ring.focus_out(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, icon, text and caret."""
        painter = start(self)
        self._paint_box(painter)
        px, ink = self._theme.px, self._ink()
        if self._icon:
            self._paint_icon(painter, self._icon, px(self._side()), 16)
        end = self.width() - px(self._side()) - px(self._caret())
        self._paint_icon(painter, "caret-down", end, self._caret())
        room = end - px(self._gap()) - self._text_start()
        text = self._metrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room + 1)
        place = QRectF(self._text_start(), 0, room + 1, self.height())
        painter.setFont(self._type())
        paint_words(painter, self, place, text, self._theme.colour(ink))
        painter.end()

    def _found(self, typed: str) -> Pairs:
        return self._find(typed) if self._find is not None else ()

    def _take(self, key: object) -> None:
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.picked.emit(key)

    def _dress_list(self) -> None:
        px, colour = self._theme.px, self._theme.colour
        names = ("surface", "text", "control", "ink_tint", "ink_text")
        paints = {name: colour(name).name() for name in names}
        if not isinstance(self.itemDelegate(), QStyledItemDelegate):
            self.setItemDelegate(QStyledItemDelegate(self))
        style = _LIST.format(**paints, inset=px(4), high=px(32), side=px(6))
        self.view().setStyleSheet(style)
        box = self.view().window()
        if isinstance(box, QFrame):  # its own frame would make the edge twice as thick
            box.setFrameShape(QFrame.Shape.NoFrame)
        widest = max((self._text_width(text) for text in self._texts()), default=0)
        self.view().setMinimumWidth(max(self.width(), widest + px(44)))

    def _texts(self) -> list[str]:
        return [self.itemText(at) for at in range(self.count())]

    def _text_width(self, text: str) -> int:
        return round(self._theme.text_width(text, "body") + 0.5)

    def _paint_box(self, painter: QPainter) -> None:
        colour = self._theme.colour
        fill = "hover" if self.underMouse() and self.isEnabled() else "surface"
        edge = "control" if self.isEnabled() else "line_strong"
        dashes = FINE_DASH if self._quiet else ()
        fill = fill if self.isEnabled() else "sunken"
        frame(painter, QRectF(self.rect()), 8, colour(fill), colour(edge), 1, dashes)

    def _paint_icon(self, painter: QPainter, name: str, x: int, size: int) -> None:
        side = self._theme.px(size)
        place = mirrored(self, QRectF(x, (self.height() - side) // 2, side, side))
        picture = self._theme.icon(name, side, self._theme.colour(self._ink()))
        painter.drawPixmap(QPointF(round(place.x()), round(place.y())), picture)

    def _ink(self) -> str:
        return "text2" if self._quiet or not self.isEnabled() else "text"

    def _text_start(self) -> int:
        px = self._theme.px
        return px(self._side()) + (px(16) + px(8) if self._icon else 0)

    def _side(self) -> int:
        return 9 if self._small else 11

    def _gap(self) -> int:
        return 6 if self._small else 8

    def _caret(self) -> int:
        return SMALL_CARET if self._small else CARET

    def _type(self) -> QFont:
        role = "small" if self._small else "body"
        return self._theme.font(role, 500 if self._quiet else 600)

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self._type())

    def _restyle(self) -> None:
        self.setFont(self._theme.font("body"))
        self.updateGeometry()
        self.update()
