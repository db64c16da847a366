"""Where the keyboard is, and where it goes in a part of a window."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLayout, QWidget


@runtime_checkable
class InRegions(Protocol):
    """A page that says itself which parts it has, in the order they are read."""

    def regions(self) -> Sequence[QWidget]: ...


def focused(part: QWidget) -> QWidget | None:
    """Where the keyboard is in the part's window; Qt's own answer may be None too."""
    return part.window().focusWidget()


def holds(part: QWidget, focus: QWidget | None) -> bool:
    """Whether the keyboard is in a part."""
    return focus is not None and (focus is part or part.isAncestorOf(focus))


@contextmanager
def keyboard_kept(part: QWidget) -> Iterator[None]:
    """Redraw a part; should what has the keyboard go away, the part itself gets it.

    Qt would give it to the next control, and there the space bar may do anything.
    """
    had = focused(part)
    inside = holds(part, had)
    yield
    if had is not None and inside and not had.isVisibleTo(part):
        part.setFocus(Qt.FocusReason.OtherFocusReason)


def first_stop(part: QWidget) -> QWidget | None:
    """The first widget in a part that Tab reaches, as the part is read."""
    return next((widget for widget in as_read(part) if _takes_tab(widget, part)), None)


def in_turn(*widgets: QWidget) -> None:
    """Let Tab reach these one after the other, for those that were made late."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def as_read(part: QWidget) -> Iterator[QWidget]:
    """A part and all in it that may have the keyboard, in the order of reading.

    That is the order of its regions or its layout, whenever things were made, and where it has
    neither, from the top and from where lines begin; what lies over it comes last.
    """
    if part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value:
        yield part
    inside = _inside(part)
    known: set[QWidget] = set()
    for child in _in_order(part, inside) if inside else ():
        known.add(child)
        yield from as_read(child)
    for over in inside:
        if over not in known and not any(over.isAncestorOf(child) for child in known):
            yield from as_read(over)


def _in_order(part: QWidget, inside: list[QWidget]) -> Iterator[QWidget]:
    layout = part.layout()
    if isinstance(part, InRegions):
        yield from part.regions()
    elif layout is not None:
        yield from _in_layout(layout)
    else:
        yield from _in_lines(inside)


def _inside(part: QWidget) -> list[QWidget]:
    return [c for c in part.children() if isinstance(c, QWidget) and not c.isWindow()]


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        inside, widget = (None, None) if item is None else (item.layout(), item.widget())
        if inside is not None:
            yield from _in_layout(inside)
        elif widget is not None:
            yield widget


def _in_lines(parts: list[QWidget]) -> Iterator[QWidget]:
    """From the top; what stands beside the first of a line is in that line."""
    lines: list[list[QWidget]] = []
    for part in sorted(parts, key=lambda one: one.y()):
        if lines and part.geometry().center().y() <= lines[-1][0].geometry().bottom():
            lines[-1].append(part)
        else:
            lines.append([part])
    for line in lines:
        yield from sorted(line, key=_from_start)


def _from_start(part: QWidget) -> int:
    box = part.geometry()
    return -box.right() if part.isRightToLeft() else box.left()


def _takes_tab(widget: QWidget, part: QWidget) -> bool:
    tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    here = tab and widget.isVisibleTo(part) and widget.isEnabled()
    return here and not (isinstance(widget, QAbstractButton) and _is_passed_by(widget))


def _is_passed_by(button: QAbstractButton) -> bool:
    """Of several of which one is on, Tab comes to that one."""
    if not button.autoExclusive() or button.isChecked() or not button.isCheckable():
        return False
    row = button.parentWidget()
    beside = row.findChildren(QAbstractButton) if row is not None else []
    return any(other.autoExclusive() and other.isChecked() for other in beside)
