"""One skill of the student: how it went, the level, and when it was last seen."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.ids import SkillId
from app.domain.progress import SkillHistory, StudentPicture
from ui.format import ago
from ui.student.sparkline import paint_steps, step_points
from ui.student.words import skill_words
from ui.theme import Theme
from ui.widgets.level import paint_level
from ui.widgets.lines import TextBlock
from ui.widgets.paint import frame, mirrored, rtl, start, start_edge
from ui.widgets.pressable import Pressable
from ui.widgets.write import write

HIGH = 26
CHIP = 22
SPARK = 77
RISE = 14
DAYS = 60
"""Room for the days at the end; from there to the start: chip, steps, statement."""
CHIP_GAP = 11


class SkillLine(Pressable):
    """Pressed, it asks for the observations of this skill alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, radius=6)
        self._skill: SkillHistory | None = None
        self._picture: StudentPicture | None = None
        self._heights: dict[int, int] = {}
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def skill_id(self) -> SkillId | None:
        """Which skill it is."""
        return None if self._skill is None else self._skill.skill_id

    def show_skill(self, skill: SkillHistory, picture: StudentPicture) -> None:
        """Show a skill of that picture."""
        self._skill, self._picture = skill, picture
        self.setText(skill.statement)
        self.setAccessibleName(skill_words(skill, picture.levels))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Statement, steps, chip and days."""
        return QSize(self.theme.px(300), self.theme.px(HIGH))

    def hasHeightForWidth(self) -> bool:
        """A long statement wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the statement needs."""
        if width not in self._heights:
            words = self._words(width).height + self.theme.px(6)
            self._heights[width] = max(self.theme.px(HIGH), words)
        return self._heights[width]

    def restyle(self) -> None:
        """Ask the theme again."""
        self._heights = {}
        super().restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        if self._skill is None or self._picture is None:
            return
        painter, px = start(self), self.theme.px
        if self.isDown() or self.underMouse() or self.isChecked():
            fill = "ink_tint" if self.isChecked() else "pressed" if self.isDown() else "hover"
            frame(painter, QRectF(self.rect()), 6, self.theme.colour(fill))
        self._paint_statement(painter)
        chip = QRectF(self._chip_left(), (self.height() - px(CHIP)) // 2, px(CHIP), px(CHIP))
        cell = self._skill.cell
        paint_level(painter, self.theme, mirrored(self, chip), cell.level, cell.stale)
        self._paint_spark(painter, self._skill, self._picture)
        self._paint_days(painter, self._skill)
        painter.end()

    def _paint_statement(self, painter: QPainter) -> None:
        words = self._words(self.width())
        place = QRectF(self.theme.px(4), 0, self._room(self.width()), self.height())
        side = start_edge(self, Qt.AlignmentFlag.AlignVCenter)
        words.paint(painter, mirrored(self, place), self.theme.colour("text"), side)

    def _paint_spark(self, painter: QPainter, skill: SkillHistory, whole: StudentPicture) -> None:
        px = self.theme.px
        left = self._chip_left() - px(CHIP_GAP) - px(SPARK)
        top = self.height() / 2 - px(RISE) / 2
        rect = QRectF(left, round(top), px(SPARK), px(RISE))
        points = step_points(skill.steps, whole.since, whole.now, len(whole.levels), rect)
        place = mirrored(self, rect)
        moved = [p + (place.topLeft() - rect.topLeft()) for p in points]
        paint_steps(painter, self.theme, place, moved, rtl(self))

    def _paint_days(self, painter: QPainter, skill: SkillHistory) -> None:
        px = self.theme.px
        place = QRectF(self.width() - px(DAYS + 4), 0, px(DAYS), self.height())
        painter.setFont(self.theme.font("caption", 500, tabular=True))
        painter.setPen(self.theme.colour("warn" if skill.cell.stale else "text2"))
        text = "" if skill.days is None else ago(skill.days)
        write(painter, mirrored(self, place), text, rtl(self), at_end=True)

    def _chip_left(self) -> int:
        px = self.theme.px
        return self.width() - px(4) - px(DAYS) - px(CHIP)

    def _room(self, width: int) -> int:
        px = self.theme.px
        end = width - px(4) - px(DAYS) - px(CHIP) - px(CHIP_GAP) - px(SPARK) - px(8)
        return max(1, end - px(4))

    def _words(self, width: int) -> TextBlock:
        font = self.theme.font("small", 500)
        return TextBlock(self.label(), font, self.theme.px(18), self._room(width))
