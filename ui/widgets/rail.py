"""The rail: the app's places, at the side where reading starts."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.lines import paint_words
from ui.widgets.paint import fill, frame, rtl, start
from ui.widgets.pressable import Pressable

Item = tuple[str, str, str]
LOGO = 32


class Build(NamedTuple):
    """How high things are, in design px: of an item, its icon and its name; 0 leaves one out."""

    item: int
    icon: int
    name: int
    logo: int
    gap: int


WHOLE = Build(56, 7, 33, 64, 4)
LOW = Build(44, 2, 27, 8, 2)
ICONS = Build(34, 5, 0, 4, 0)
FOOT = 12


class RailItem(Pressable):
    """A place: icon above its name."""

    def __init__(self, theme: Theme, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._icon = icon
        self._build = WHOLE
        self.setCheckable(True)
        self.setAutoExclusive(True)  # one of several to a screen reader, no check box
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """64 by 56 px at 100 %, wider for a long name, lower where there is little room."""
        px = self.theme.px
        words = round(self.theme.text_width(self.label(), "caption", 600) + 1)
        return QSize(max(px(64), words + px(6)), px(self._build.item))

    def set_build(self, build: Build) -> None:
        """Be as high as this."""
        self._build = build
        self.restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw fill, icon and name; the chosen one filled, in ink and heavier."""
        painter = start(self)
        px, on = self.theme.px, self.isChecked()
        fill = "ink_tint" if on else "pressed" if self.isDown() else "hover"
        if on or self.isDown() or self.underMouse():
            frame(painter, QRectF(self.rect()), 8, self.theme.colour(fill))
        ink = self.theme.colour("ink_text" if on else "text2")
        side = px(24)
        style = "fill" if on else "regular"
        picture = self.theme.icon(self._icon, side, ink, style, rtl=rtl(self))
        painter.drawPixmap(QPointF((self.width() - side) // 2, px(self._build.icon)), picture)
        if self._build.name:
            painter.setFont(self.theme.font("caption", 600 if on else 500))
            words = QRectF(0, px(self._build.name), self.width(), px(16))
            paint_words(painter, self, words, self.label(), ink, Qt.AlignmentFlag.AlignHCenter)
        painter.end()


class Rail(QWidget):
    """Logo, places, and below them what is always at hand; `picked` gives a key.

    On a low screen the logo goes, then the names do; tips and screen readers still say them.
    """

    picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys: list[str] = []
        self._build = WHOLE
        self._group = QButtonGroup(self)
        self._rows = QVBoxLayout(self)
        self._logo = QSpacerItem(0, 0)
        self._rows.addItem(self._logo)
        self._rows.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._group.idClicked.connect(lambda at: self.picked.emit(self._keys[at]))
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_items(
        self, top: Sequence[Item], bottom: Sequence[Item] = (), deeds: Collection[str] = ()
    ) -> None:
        """Show these places as (key, name, icon); call once. `deeds` are keys of no place."""
        for key, text, icon in top:
            self._add(key, text, icon)
        self._rows.addStretch(1)
        for key, text, icon in bottom:
            self._add(key, text, icon)
        for key in deeds:
            if self.has(key):
                self.item(key).setCheckable(False)

    def has(self, key: str) -> bool:
        """Whether this is one of its places."""
        return key in self._keys

    def set_current(self, key: str) -> None:
        """Mark the place that is shown."""
        self._group.button(self._keys.index(key)).setChecked(True)

    def current(self) -> str:
        """The key of the place that is shown; "" when none is."""
        at = self._group.checkedId()
        return self._keys[at] if at >= 0 else ""

    def item(self, key: str) -> RailItem:
        """The button of a place."""
        found = self._group.button(self._keys.index(key))
        assert isinstance(found, RailItem)
        return found

    def minimumSizeHint(self) -> QSize:
        """As wide as the places are, and high enough for their icons."""
        return QSize(self._rows.minimumSize().width(), self._height(ICONS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of each place as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw surface, edge and logo."""
        painter = start(self)
        fill(painter, self.rect(), self._theme.colour("surface"))
        edge = 0 if rtl(self) else self.width() - 1
        fill(painter, QRect(edge, 0, 1, self.height()), self._theme.colour("line"))
        if self._build is WHOLE:
            self._paint_logo(painter)
        painter.end()

    def _paint_logo(self, painter: QPainter) -> None:
        px = self._theme.px
        picture = self._theme.icon("rondo", px(LOGO), self._theme.colour("ink"))
        painter.drawPixmap(QPointF((self.width() - px(LOGO)) // 2, px(16)), picture)

    def _add(self, key: str, text: str, icon: str) -> None:
        button = RailItem(self._theme, text, icon, self)
        self._group.addButton(button, len(self._keys))
        self._keys.append(key)
        self._rows.addWidget(button)

    def _height(self, build: Build) -> int:
        """What a build of everything needs."""
        px, count = self._theme.px, len(self._keys)
        return px(build.logo) + count * px(build.item) + (count + 1) * px(build.gap) + px(FOOT)

    def _fit(self) -> None:
        builds = (WHOLE, LOW, ICONS)
        build = next((b for b in builds if self._height(b) <= self.height()), ICONS)
        if build is not self._build:
            self._build = build
            for button in self._group.buttons():
                if isinstance(button, RailItem):
                    button.set_build(build)
            self._restyle()
            self._rows.activate()  # now, or a cut picture would be painted first

    def _restyle(self) -> None:
        px = self._theme.px
        self._logo.changeSize(0, px(self._build.logo))
        self._rows.setContentsMargins(px(4), 0, px(4), px(FOOT))
        self._rows.setSpacing(px(self._build.gap))
        self.setMinimumWidth(px(72))
        self._rows.invalidate()
        self.updateGeometry()
        self.update()
        self._fit()
