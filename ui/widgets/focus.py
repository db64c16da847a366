"""Where the keyboard is, and where it goes in a part of a window."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


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
    """The first widget in a part that Tab reaches, in the order of Tab."""
    if _takes_tab(part, part):
        return part
    inside = part.nextInFocusChain()
    while inside is not None and inside is not part:
        if part.isAncestorOf(inside) and _takes_tab(inside, part):
            return inside
        inside = inside.nextInFocusChain()
    return None


def in_turn(*widgets: QWidget) -> None:
    """Let Tab reach these one after the other, for those that were made late."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


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
