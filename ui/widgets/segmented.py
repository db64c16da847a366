"""A row of choices of which one is on."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.lines import paint_words
from ui.widgets.paint import frame, mirrored, start
from ui.widgets.pressable import Pressable

Item = tuple[object, str, int | None, str]


class Segment(Pressable):
    """One choice: icon, words and a count, each optional but the words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, radius=6)
        self._count = ""
        self._icon = ""
        self.setCheckable(True)
        self.setAutoExclusive(True)  # one of several to a screen reader, no check box
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

    def show_choice(self, text: str, count: int | None, icon: str) -> None:
        """Show another choice, or another count of the same."""
        self._count = "" if count is None else str(count)
        self._icon = icon
        self.setText(text)
        self.setAccessibleName(f"{text}, {self._count}" if self._count else text)

    def sizeHint(self) -> QSize:
        """As wide as it is when it is on."""
        px = self.theme.px
        wide = 2 * px(12) + self._width(self.label(), 600)
        wide += px(14) + px(6) if self._icon else 0
        wide += px(7) + self._width(self._count, 700) if self._count else 0
        return QSize(wide, px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw fill, icon, words and count."""
        painter = start(self)
        on, px = self.isChecked(), self.theme.px
        fill = "ink_tint" if on else "pressed" if self.isDown() else "hover"
        if on or self.isDown() or self.underMouse():
            frame(painter, QRectF(self.rect()), 6, self.theme.colour(fill))
        x = (self.width() - self.sizeHint().width()) // 2 + px(12)
        ink = "ink_text" if on else "text2"
        if self._icon:
            x = self._paint_icon(painter, x, ink)
        x = self._paint_words(painter, self.label(), x, 600 if on else 500, ink)
        if self._count:
            self._paint_words(painter, self._count, x + px(7), 700, ink)
        painter.end()

    def _paint_icon(self, painter: QPainter, x: int, ink: str) -> int:
        side = self.theme.px(14)
        place = mirrored(self, QRectF(x, (self.height() - side) // 2, side, side))
        picture = self.theme.icon(self._icon, side, self.theme.colour(ink), "fill")
        painter.drawPixmap(QPointF(round(place.x()), round(place.y())), picture)
        return x + side + self.theme.px(6)

    def _paint_words(self, painter: QPainter, text: str, x: int, weight: int, ink: str) -> int:
        wide = self._width(text, weight)
        painter.setFont(self.theme.font("small", weight))
        place = QRectF(x, 0, wide, self.height())
        paint_words(painter, self, place, text, self.theme.colour(ink))
        return x + wide

    def _width(self, text: str, weight: int) -> int:
        return round(self.theme.text_width(text, "small", weight) + 0.5)


class Segmented(QWidget):
    """(key, text, count or None, icon or "") side by side; `picked` gives the key chosen."""

    picked = Signal(object)

    def __init__(self, theme: Theme, height: int = 36, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._height = height
        self._keys: list[object] = []
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.idClicked.connect(lambda at: self.picked.emit(self._keys[at]))
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_items(self, items: Iterable[Item]) -> None:
        """Offer these; what was on stays on if it is still there, else the first is."""
        offered, kept = list(items), self.current()
        keys = [item[0] for item in offered]
        if keys != self._keys:
            self._make_segments(keys)
        for key, text, count, icon in offered:
            self.segment(key).show_choice(text, count, icon)
        self.set_current(kept if kept in keys else next(iter(keys), None))
        self._restyle()

    def current(self) -> object:
        """The key that is on; None when there are none."""
        at = self._group.checkedId()
        return self._keys[at] if 0 <= at < len(self._keys) else None

    def set_current(self, key: object) -> None:
        """Switch without telling anyone; an unknown key changes nothing."""
        if key in self._keys:
            self._group.button(self._keys.index(key)).setChecked(True)

    def segment(self, key: object) -> Segment:
        """The button of a key."""
        found = self._group.button(self._keys.index(key))
        assert isinstance(found, Segment)
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box around all."""
        painter = start(self)
        colour = self._theme.colour
        frame(painter, QRectF(self.rect()), 8, colour("surface"), colour("control"))
        painter.end()

    def _make_segments(self, keys: list[object]) -> None:
        """Others only for other keys: one that the keyboard is on shall stay."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._keys = keys
        for at in range(len(keys)):
            segment = Segment(self._theme, self)
            self._group.addButton(segment, at)
            self._row.addWidget(segment)

    def _restyle(self) -> None:
        inset = self._theme.px(2) + 1
        self._row.setContentsMargins(inset, inset, inset, inset)
        self._row.setSpacing(self._theme.px(2))
        self.setFixedHeight(self._theme.px(self._height))
        self.update()
