"""Laying widgets out by hand, for both directions of reading."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from ui.widgets.paint import rtl


def seen(inside: QWidget, place: QRect) -> QRect:
    """A place measured from where reading starts, as it is on the screen."""
    if not rtl(inside):
        return place
    left = inside.width() - place.x() - place.width()
    return QRect(left, place.y(), place.width(), place.height())


def put(part: QWidget, inside: QWidget, place: QRect) -> None:
    """Give a child its place, measured from where reading starts."""
    part.setGeometry(seen(inside, place))
