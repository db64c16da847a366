"""Icons drawn from the SVG files in resources/icons, tinted and kept."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QTransform

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

STYLES = ("regular", "bold", "fill")
# Signs that point along the line of reading; clocks, play and numbers never turn.
MIRRORED = frozenset(
    {
        "arrow-bend-down-right",
        "arrow-left",
        "arrow-right",
        "arrow-u-up-left",
        "arrow-u-up-right",
        "caret-left",
        "caret-right",
        "chart-bar",
        "door-open",
        "list-bullets",
        "sign-out",
        "trend-down",
        "trend-up",
    }
)
KEPT = 800


class IconKey(NamedTuple):
    """What a drawn icon depends on; `size` in logical px, `ratio` device px per logical px."""

    name: str
    style: str
    size: int
    colour: int
    ratio: float
    mirrored: bool


class Icons:
    """Draws an icon the first time it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "icons"
        self._drawn: dict[IconKey, QPixmap] = {}

    def path(self, name: str, style: str) -> Path:
        """Where an icon is kept: our own signs directly, the Phosphor ones by style."""
        own = self._folder / f"{name}.svg"
        return own if name.startswith("rondo") else self._folder / style / own.name

    def pixmap(
        self,
        name: str,
        size: int,
        colour: QColor,
        style: str = "bold",
        ratio: float = 1.0,
        rtl: bool = False,
    ) -> QPixmap:
        """The icon in one colour. FileNotFoundError when there is none of that name."""
        key = IconKey(name, style, size, colour.rgba(), ratio, rtl and name in MIRRORED)
        found = self._drawn.get(key)
        if found is None:
            if len(self._drawn) >= KEPT:
                self._drawn.clear()
            found = self._drawn[key] = self._draw(key)
        return found

    def _draw(self, key: IconKey) -> QPixmap:
        # Here and not above: importing QtSvg costs 1.5 ms that a window without icons never pays.
        from PySide6.QtSvg import QSvgRenderer

        renderer = QSvgRenderer(self.path(key.name, key.style).read_bytes())
        side = max(1, round(key.size * key.ratio))
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.setPen(Qt.PenStyle.NoPen)  # fillRect would load every gradient: 4 ms at start
        painter.setBrush(QColor.fromRgba(key.colour))
        painter.drawRect(picture.rect())
        painter.end()
        if key.mirrored:
            picture = picture.transformed(QTransform.fromScale(-1, 1))
        picture.setDevicePixelRatio(key.ratio)
        return picture


def app_icon(folder: Path) -> "QIcon":
    """The app's own sign for windows and task bars; nothing the first paint waits for."""
    from PySide6.QtGui import QIcon  # not for the start: it brings the names of 151 icons, 2 ms

    return QIcon(str(folder / "icons" / "rondo-app.png"))
