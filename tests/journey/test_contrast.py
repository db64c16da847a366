"""Words stand out from their ground, measured in the pixels of every page."""

from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.journey.computer import Computer
from tests.journey.everywhere import every_place
from tests.journey.eyes import seen
from tests.journey.teacher import Teacher
from ui.contrast import contrast

LEAST = 4.5
FEWEST = 100


def pixels(image: QImage, place: QRect) -> Counter[int]:
    inside = place & image.rect()
    across, down = range(inside.left(), inside.right() + 1), range(inside.top(), inside.bottom())
    return Counter(image.pixel(x, y) for y in down for x in across)


def best(image: QImage, place: QRect) -> float:
    """The contrast of the ground with the pixel that is most unlike it: the middle of a stroke."""
    found = pixels(image, place)
    ground = QColor.fromRgb(found.most_common(1)[0][0])
    return max(contrast(QColor.fromRgb(colour), ground) for colour in found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_stands_out_from_its_ground(
    qtbot: QtBot, computer: Computer, scheme: str
) -> None:
    computer.start(demo=True)
    teacher = Teacher(qtbot, computer)
    teacher.wait_for_projector()
    teacher.desk.choose(replace(teacher.desk.settings, scheme=scheme))
    measured = 0
    for place in every_place(teacher):
        image = teacher.window.grab().toImage()
        for label in seen(QLabel, teacher.window):
            part = label.visibleRegion().boundingRect()
            words = label.text() and label.isEnabled()
            if not words or part.height() < label.height() or part.width() < label.width():
                continue
            spot = QRect(label.mapTo(teacher.window, part.topLeft()), part.size())
            assert best(image, spot) >= LEAST, f"{place}: {label.text()}"
            measured += 1
    assert measured > FEWEST
