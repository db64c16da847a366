"""Qt calls that return nothing must not use up None."""

import sys

from PySide6.QtCore import QRect

import ui


def test_none_outlives_any_number_of_calls_into_qt() -> None:
    assert ui.__doc__
    box = QRect()
    for _ in range(50_000):
        box.setWidth(1)
    assert sys.version_info >= (3, 12) or sys.getrefcount(None) > 1 << 50
