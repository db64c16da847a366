"""Pictures that are drawn once."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from tests.ui.pictures import picture_of
from ui.widgets.kept import MOST, Kept


class Slate(QWidget):
    """Shows a word, and counts how often it draws one."""

    def __init__(self, theme):
        super().__init__()
        self.kept = Kept(theme, self)
        self.word = "one"
        self.drawn = 0

    def paintEvent(self, _event):
        self.kept.paint(self.word, self.draw)

    def draw(self, painter: QPainter):
        self.drawn += 1
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.word)


def shown(qtbot, theme):
    slate = Slate(theme)
    qtbot.addWidget(slate)
    slate.resize(90, 30)
    slate.show()
    qtbot.waitExposed(slate)
    picture_of(slate)
    slate.drawn = 0
    return slate


def test_what_was_seen_lately_is_not_drawn_again(qtbot, theme):
    slate = shown(qtbot, theme)
    one = picture_of(slate)
    slate.word = "two"
    two = picture_of(slate)
    slate.word = "one"
    assert picture_of(slate) == one != two
    assert slate.drawn == 1


def test_another_size_scheme_or_direction_is_drawn_anew(qtbot, theme):
    slate = shown(qtbot, theme)
    slate.resize(120, 30)
    picture_of(slate)
    theme.choose(scheme="dark")
    picture_of(slate)
    slate.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    picture_of(slate)
    assert slate.drawn == 3


def test_only_the_last_few_pictures_are_kept(qtbot, theme):
    slate = shown(qtbot, theme)
    for number in range(MOST + 1):
        slate.word = str(number)
        picture_of(slate)
    slate.word = "0"
    picture_of(slate)
    assert slate.drawn == MOST + 2
