"""Finding things in a window as people do: by what they are called, if they can be seen."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea, QWidget

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)


def spoken(widget: QWidget) -> str:
    """What a screen reader calls it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def seen(kind: type[W], within: QWidget) -> list[W]:
    """The widgets of a kind that are on the screen, also those that must be scrolled to."""
    found = within.findChildren(kind)
    return [w for w in found if w.isVisible() and (is_in_view(w) or scrolls(w))]


def named(kind: type[W], name: str, within: QWidget) -> list[W]:
    """Those of a kind that are called so."""
    return [widget for widget in seen(kind, within) if spoken(widget) == name]


def only(found: Sequence[T], name: str) -> T:
    """The one thing; a test that means one of several is not clear."""
    assert len(found) == 1, f"{len(found)} are called {name}"
    return found[0]


def is_in_view(widget: QWidget) -> bool:
    return not widget.visibleRegion().isEmpty()


def scrolls(widget: QWidget) -> bool:
    """Whether it lies in something that can be scrolled."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent is not None and is_in_view(parent)


CLEAR = 120
"""Px kept free above and below, where a toast may lie."""


def scroll_to(widget: QWidget) -> None:
    """Turn the wheel until it is well in sight."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            spot = widget.mapTo(parent.widget(), widget.rect().center())
            parent.ensureVisible(spot.x(), spot.y(), widget.width() // 2, CLEAR)
        parent = parent.parentWidget()
