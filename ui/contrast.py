"""The look of high contrast: black on white, and every word at least seven to one on its ground."""

from PySide6.QtGui import QColor

from ui.tokens import Scheme, StationColours

LEAST = 7.0
_STEP = 104
_BLACK, _WHITE = QColor("#000000"), QColor("#FFFFFF")
_SOLID = ("text", "text2", "text3", "ink", "ok", "control")
_PAPER = ("canvas", "surface", "on_ink")
_SPENT = QColor("#949494")


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """How far apart two colours are in brightness, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def high_contrast(light: Scheme) -> Scheme:
    """The light look with its hues kept and every word made plain."""
    colours = dict(light.colours)
    colours |= dict.fromkeys(_SOLID, _BLACK) | dict.fromkeys(_PAPER, _WHITE)
    colours["line_strong"] = _SPENT
    stations = {key: _plain(paints) for key, paints in light.stations.items()}
    return Scheme(colours, stations, light.levels)


def _plain(paints: StationColours) -> StationColours:
    on = max((_BLACK, _WHITE), key=lambda colour: contrast(colour, paints.strong))
    strong = _moved(paints.strong, on)
    ink = _moved(paints.ink, _WHITE)
    return paints._replace(strong=strong, on=on, ink=ink, line=ink, tint=_WHITE, edge=ink)


def _moved(colour: QColor, ground: QColor) -> QColor:
    """The nearest shade of a hue that is far enough from its ground."""
    while contrast(colour, ground) < LEAST:
        colour = colour.darker(_STEP) if ground == _WHITE else colour.lighter(_STEP)
    return colour
