"""Colour and icon of a station, picked from all there are."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.stations import COLOURS
from ui.classes.stations.station_words import ICONS, colour_name, icon_name
from ui.theme import Theme
from ui.widgets.flow import Flow
from ui.widgets.paint import centred, frame, rtl, start
from ui.widgets.pressable import Pressable


class Swatch(Pressable):
    """A station's badge: colour and icon; checked it has an ink edge."""

    def __init__(self, theme: Theme, colour: str, icon: str, side: int = 32) -> None:
        super().__init__(theme)
        self._look = (colour, icon)
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_look(self, colour: str, icon: str) -> None:
        """Change colour and icon; an icon "" shows the colour alone, a colour "" the icon."""
        self._look = (colour, icon)
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = self.theme.px(self._side)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the badge."""
        painter = start(self)
        colour, icon = self._look
        rect = QRectF(self.rect())
        ink = self.theme.colour("text")
        if colour:
            paints = self.theme.station(colour)
            frame(painter, rect, 8, paints.strong, None)
            ink = paints.on
        else:
            fill, edge = self.box_paints()
            frame(painter, rect, 8, self.theme.colour(fill), self.theme.colour(edge))
        if self.isChecked():
            frame(painter, rect, 8, None, self.theme.colour("surface"), 4)
            frame(painter, rect, 8, None, self.theme.colour("ink"), 2)
        shown = icon or ("check" if self.isChecked() else "")
        if shown:
            side = self.theme.px(round(self._side * 0.6))
            picture = self.theme.icon(shown, side, ink, rtl=rtl(self))
            painter.drawPixmap(centred(rect, side), picture)
        painter.end()


class LookPicker(QWidget):
    """Two rows of swatches; `coloured` and `drawn` tell what was picked."""

    coloured = Signal(str)
    drawn = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.colours = {colour: self._colour(colour) for colour in COLOURS}
        self.icons = {icon: self._icon(icon) for icon in ICONS}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        for swatches in (self.colours, self.icons):
            flow = Flow(theme, 6, 6)
            for swatch in swatches.values():
                flow.addWidget(swatch)
            column.addLayout(flow)

    def show_look(self, colour: str, icon: str) -> None:
        """Mark what the station has."""
        for key, swatch in self.colours.items():
            swatch.setChecked(key == colour)
        for key, swatch in self.icons.items():
            swatch.setChecked(key == icon)

    def _colour(self, colour: str) -> Swatch:
        swatch = Swatch(self._theme, colour, "")
        swatch.setCheckable(True)
        swatch.setAccessibleName(colour_name(colour))
        swatch.setToolTip(colour_name(colour))
        swatch.clicked.connect(lambda _on: self.coloured.emit(colour))
        return swatch

    def _icon(self, icon: str) -> Swatch:
        swatch = Swatch(self._theme, "", icon)
        swatch.setCheckable(True)
        swatch.setAccessibleName(icon_name(icon))
        swatch.clicked.connect(lambda _on: self.drawn.emit(icon))
        return swatch
