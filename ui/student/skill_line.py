"""One skill of the student: how it went, the level, the student's own, and when it was seen."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.ids import SkillId
from app.domain.progress import SkillHistory, StudentPicture
from ui.format import ago
from ui.student.sparkline import paint_steps, step_points
from ui.student.voice_words import own_words, skill_words
from ui.theme import Theme
from ui.widgets.level import paint_level
from ui.widgets.lines import TextBlock, wrapping
from ui.widgets.own_mark import BESIDE, GAP, RING, paint_apart, paint_own
from ui.widgets.paint import frame, mirrored, rtl, start, start_edge
from ui.widgets.pressable import Pressable
from ui.widgets.write import write

HIGH = 26
CHIP = 22
SPARK = 77
SHORT_SPARK = 58
RISE = 14
DAYS = 60
"""Room for the days at the end; from there to the start: chip, steps, statement."""
CHIP_GAP = 11
OWN = 4 + RING + GAP + BESIDE
"""Room after the chip, where the student said anything of any skill."""


class SkillLine(Pressable):
    """Pressed, it asks for the observations of this skill alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, radius=6)
        self._skill: SkillHistory | None = None
        self._picture: StudentPicture | None = None
        self._has_own = False
        self._heights: dict[int, int] = {}
        self.setCheckable(True)
        self.setSizePolicy(wrapping())

    @property
    def skill_id(self) -> SkillId | None:
        """Which skill it is."""
        return None if self._skill is None else self._skill.skill_id

    def show_skill(self, skill: SkillHistory, picture: StudentPicture) -> None:
        """Show a skill of that picture."""
        self._skill, self._picture = skill, picture
        self._has_own = picture.has_own
        self._heights = {}
        self.setText(skill.statement)
        self.setToolTip(own_words(skill, picture.levels))
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
        self._paint_own(painter, self._skill)
        self._paint_days(painter, self._skill)
        painter.end()

    def _paint_statement(self, painter: QPainter) -> None:
        words = self._words(self.width())
        place = QRectF(self.theme.px(4), 0, self._room(self.width()), self.height())
        side = start_edge(self, Qt.AlignmentFlag.AlignVCenter)
        words.paint(painter, mirrored(self, place), self.theme.colour("text"), side)

    def _paint_spark(self, painter: QPainter, skill: SkillHistory, whole: StudentPicture) -> None:
        px = self.theme.px
        left = self._chip_left() - px(CHIP_GAP) - self._spark()
        top = self.height() / 2 - px(RISE) / 2
        rect = QRectF(left, round(top), self._spark(), px(RISE))
        points = step_points(skill.steps, whole.since, whole.now, len(whole.levels), rect)
        place = mirrored(self, rect)
        moved = [p + (place.topLeft() - rect.topLeft()) for p in points]
        paint_steps(painter, self.theme, place, moved, rtl(self))

    def _paint_own(self, painter: QPainter, skill: SkillHistory) -> None:
        if not skill.own_level:
            return
        px = self.theme.px
        left, top = self._chip_left() + px(CHIP) + px(4), (self.height() - px(RING)) // 2
        ring = mirrored(self, QRectF(left, top, px(RING), px(RING)))
        paint_own(painter, self.theme, ring, skill.own_level, skill.apart)
        beside = QRectF(left + px(RING) + px(GAP), top, px(BESIDE), px(RING))
        paint_apart(painter, self.theme, mirrored(self, beside), skill.apart, rtl(self))

    def _paint_days(self, painter: QPainter, skill: SkillHistory) -> None:
        px = self.theme.px
        place = QRectF(self.width() - px(DAYS + 4), 0, px(DAYS), self.height())
        painter.setFont(self.theme.font("caption", 500, tabular=True))
        painter.setPen(self.theme.colour("warn" if skill.cell.stale else "text2"))
        text = "" if skill.days is None else ago(skill.days)
        write(painter, mirrored(self, place), text, rtl(self), at_end=True)

    def _spark(self) -> int:
        return self.theme.px(SHORT_SPARK if self._has_own else SPARK)

    def _chip_left(self) -> int:
        return self._chip_at(self.width())

    def _chip_at(self, width: int) -> int:
        px = self.theme.px
        own = px(OWN) if self._has_own else 0
        return width - px(4) - px(DAYS) - own - px(CHIP)

    def _room(self, width: int) -> int:
        px = self.theme.px
        end = self._chip_at(width) - px(CHIP_GAP) - self._spark() - px(8)
        return max(1, end - px(4))

    def _words(self, width: int) -> TextBlock:
        font = self.theme.font("small", 500)
        return TextBlock(self.label(), font, self.theme.px(18), self._room(width))
