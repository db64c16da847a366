"""Calls into Qt must not use up None or True."""

import sys

from PySide6.QtCore import QObject, QRect, Signal

import ui


class Bell(QObject):
    """Something that can be heard."""

    rang = Signal()


def test_none_outlives_any_number_of_calls_into_qt() -> None:
    assert ui.__doc__
    box = QRect()
    for _ in range(50_000):
        box.setWidth(1)
    assert sys.version_info >= (3, 12) or sys.getrefcount(None) > 1 << 50


def test_true_outlives_any_number_of_signals() -> None:
    assert ui.__doc__
    bell = Bell()
    for _ in range(20_000):
        bell.rang.emit()
    assert sys.version_info >= (3, 12) or sys.getrefcount(True) > 1 << 50
