"""The columns after the skills: last seen, time with the teacher, and the goal."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from app.domain.progress import GoalMark, ProgressRow
from ui.progress.words import choice_words, days_brief, last_seen_words, minutes_words, tr
from ui.theme import Theme
from ui.widgets.write import write

BAR = (32, 6)
FIGURE = 40
"""The bar is shorter where the minutes beside it would not have this room."""
CLOCK = 12
DOT = 6
DOT_PITCH = 8
MOST_DOTS = 6
"""With more steps than this, figures take the place of dots."""


class ExtraPainter:
    """Draws into the place of one cell; places are mirrored for who reads from right to left.

    In `brief` the words are short, and neither bar nor title of the goal is there.
    """

    def __init__(self, theme: Theme, rtl: bool, brief: bool = False) -> None:
        self._theme = theme
        self._rtl = rtl
        self._brief = brief

    def last_seen(self, painter: QPainter, place: QRectF, row: ProgressRow) -> None:
        """Days, with a clock in front from a week on."""
        theme, days = self._theme, row.last_seen_days
        text = days_brief(days) if self._brief else last_seen_words(days)
        if not row.not_seen_lately:
            self._text(painter, place, text, "text2", 500)
            return
        side = theme.px(CLOCK)
        image = theme.icon("clock-counter-clockwise", side, theme.colour("warn"))
        spot = self._part(place, 0, side)
        painter.drawPixmap(QPointF(spot.left(), round(spot.center().y() - side / 2)), image)
        words = self._part(place, theme.px(CLOCK + 3), place.width() - theme.px(CLOCK + 3))
        self._text(painter, words, text, "warn", 600)

    def minutes(self, painter: QPainter, place: QRectF, row: ProgressRow, most: int) -> None:
        """A bar as long as its share of the class's longest, and the figure."""
        if self._brief:
            self._figure(painter, place, row)
            return
        theme, high = self._theme, BAR[1]
        wide = min(theme.px(BAR[0]), round(place.width()) - theme.px(FIGURE))
        bar = self._part(place, 0, wide)
        bar.setTop(round(place.center().y() - theme.px(high) / 2))
        bar.setHeight(theme.px(high))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("pressed"))
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        if row.minutes:
            share = max(bar.height(), round(bar.width() * min(1.0, row.minutes / most)))
            full = QRectF(bar.left(), bar.top(), share, bar.height())
            if self._rtl:
                full.moveRight(bar.right())
            painter.setBrush(theme.colour("text2"))
            painter.drawRoundedRect(full, bar.height() / 2, bar.height() / 2)
        used = wide + theme.px(6)
        words = self._part(place, used, place.width() - used)
        self._figure(painter, words, row)

    def goal(self, painter: QPainter, place: QRectF, row: ProgressRow) -> None:
        """A dot for each step, filled when done, and the title."""
        if row.goal is None:
            return
        theme, steps = self._theme, len(row.goal.done)
        used = steps * theme.px(DOT_PITCH) + theme.px(4) if steps else 0
        if steps > MOST_DOTS:
            used = self._figures(painter, place, row.goal)
        else:
            self._dots(painter, place, row.goal)
        if self._brief:
            if not steps:
                self._text(painter, place, tr("Yes"), "text", 500)
            return
        words = self._part(place, used, place.width() - used)
        font = theme.font("caption", 500)
        elided = QFontMetricsF(font).elidedText(
            row.goal.title, Qt.TextElideMode.ElideRight, words.width()
        )
        self._text(painter, words, elided, "text", 500)

    def choices(self, painter: QPainter, place: QRectF, row: ProgressRow) -> None:
        """How often the first choice came true; who never came to it stands out."""
        asked, first = row.choices
        if asked:
            colour, weight = ("text2", 500) if first else ("text", 700)
            self._text(painter, place, choice_words(row), colour, weight)

    def _figure(self, painter: QPainter, place: QRectF, row: ProgressRow) -> None:
        colour, weight = ("text2", 500) if row.minutes else ("text", 700)
        self._text(painter, place, minutes_words(row.minutes), colour, weight)

    def _dots(self, painter: QPainter, place: QRectF, goal: GoalMark) -> None:
        theme, side = self._theme, self._theme.px(DOT)
        ink = theme.colour("ink")
        top = round(place.center().y() - side / 2)
        for at, done in enumerate(goal.done):
            spot = self._part(place, at * theme.px(DOT_PITCH), side)
            dot = QRectF(spot.left(), top, side, side)
            painter.setPen(Qt.PenStyle.NoPen if done else ink)
            painter.setBrush(ink if done else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(dot if done else dot.adjusted(0.5, 0.5, -0.5, -0.5))

    def _figures(self, painter: QPainter, place: QRectF, goal: GoalMark) -> int:
        text = tr("{done} of {steps}", done=sum(goal.done), steps=len(goal.done))
        self._text(painter, place, text, "ink_text", 600)
        return round(self._theme.text_width(text, "caption", 600)) + self._theme.px(6)

    def _text(self, painter: QPainter, place: QRectF, text: str, colour: str, weight: int) -> None:
        painter.setFont(self._theme.font("caption", weight, tabular=True))
        painter.setPen(self._theme.colour(colour))
        write(painter, place, text, self._rtl)

    def _part(self, place: QRectF, x: float, wide: float) -> QRectF:
        """A part of the place, `x` px from where reading starts."""
        left = place.right() - x - wide if self._rtl else place.left() + x
        return QRectF(left, place.top(), max(0.0, wide), place.height())
