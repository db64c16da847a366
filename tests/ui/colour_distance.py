"""How far apart two colours are, also for eyes that lack one kind of cone."""

from collections.abc import Sequence
from math import dist

from PySide6.QtGui import QColor

# Machado, Oliveira and Fernandes (2009), severity 1.0, for linear light.
_SEEN = {
    "all": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
_WHITE = (0.95047, 1.0, 1.08883)
EYES = tuple(_SEEN)


def distance(one: QColor, other: QColor, eyes: str = "all") -> float:
    """CIE76 difference as these eyes see it; 2 is hardly to be told."""
    return dist(_lab(one, eyes), _lab(other, eyes))


def _lab(colour: QColor, eyes: str) -> tuple[float, float, float]:
    light = [_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF())]
    seen = [
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True))))
        for row in _SEEN[eyes]
    ]
    whole = [sum(a * b for a, b in zip(row, seen, strict=True)) for row in _XYZ]
    x, y, z = (_root(part / white) for part, white in zip(whole, _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _times(row: Sequence[float], parts: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(row, parts, strict=True))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _root(part: float) -> float:
    return part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
