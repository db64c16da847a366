"""The line that is typed in: each understood word stands on a line of its own colour."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QProxyStyle,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QWidget,
)

from ui.theme import Theme

LONGEST = 600
_HEIGHT = 40
_SIZE = 18
_GAP = 9
_CARET = 2
_CARET_INSET = 5
_TABS: Mapping[int, int] = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class _CaretStyle(QProxyStyle):
    """A caret that is seen."""

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric == QStyle.PixelMetric.PM_TextCursorWidth:
            return _CARET
        return super().pixelMetric(metric, option, widget)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the line that is one part; `active` is the part under the cursor."""

    start: int
    end: int
    active: bool


class LineInput(QLineEdit):
    """Tab asks for another match (`turned` +1 or -1), Enter to save, Esc to leave.

    `entered` says whether it was with Ctrl: then it is for the teacher alone.
    """

    turned = Signal(int)
    entered = Signal(bool)
    left = Signal()
    later = Signal()
    abandoned = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runs: tuple[Run, ...] = ()
        self._composing = False
        self._style = _CaretStyle()
        self.setStyle(self._style)
        self.setFrame(False)
        self.setMaxLength(LONGEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def runs(self) -> tuple[Run, ...]:
        """What is underlined."""
        return self._runs

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Underline these, and set them apart."""
        self._runs = tuple(runs)
        if not self._composing:
            self._set_apart()
        self.update()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Leave a word alone while it is being put together."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def sizeHint(self) -> QSize:
        """40 px high at 100 %."""
        return QSize(self._theme.px(200), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Room for a name."""
        return QSize(self._theme.px(100), self._theme.px(_HEIGHT))

    def event(self, event: QEvent) -> bool:
        """Take Tab before Qt moves the focus with it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _TABS.get(event.key(), 0)
            if step:
                self.turned.emit(step)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go through the matches too; everything else is typing."""
        match event.key():
            case Qt.Key.Key_Down:
                self.turned.emit(1)
            case Qt.Key.Key_Up:
                self.turned.emit(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            case Qt.Key.Key_D if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                self.later.emit()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell when the teacher turns to something else."""
        super().focusOutEvent(event)
        if event.reason() in {Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason}:
            self.abandoned.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, then a line below each run."""
        super().paintEvent(event)
        painter = QPainter(self)
        # The layout has to live as long as its line is asked.
        layout = self._laid_out()
        px, line = self._theme.px, layout.lineAt(0)
        caret = self.cursorRect()
        shift = caret.left() + _CARET_INSET - _x(line, self.cursorPosition())
        for run in self._runs:
            left, right = _sides(line, run)
            foot = QRectF(left + shift - px(3), caret.bottom() + px(2), 0, px(2))
            foot.setWidth(right - left + px(6))
            colour = self._theme.colour("ink" if run.active else "ink_line")
            painter.fillRect(foot.toAlignedRect(), colour)
        painter.end()

    def _set_apart(self) -> None:
        """Wider spaces between the parts: Qt styles a line through its input method."""
        cursor, kind = self.cursorPosition(), QInputMethodEvent.AttributeType.TextFormat
        attributes = [
            QInputMethodEvent.Attribute(kind, gap.start - cursor, gap.length, gap.format)
            for gap in self._gaps()
        ]
        super().inputMethodEvent(QInputMethodEvent("", attributes))

    def _gaps(self) -> list[QTextLayout.FormatRange]:
        wide = QTextCharFormat()
        wide.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        wide.setFontLetterSpacing(self._theme.px(_GAP))
        found = []
        for before, after in pairwise(self._runs):
            if after.start > before.end:
                gap = QTextLayout.FormatRange()
                gap.start, gap.length, gap.format = before.end, 1, wide
                found.append(gap)
        return found

    def _laid_out(self) -> QTextLayout:
        """The text as Qt sets it, to know where each letter is."""
        layout = QTextLayout(self.text(), self.font())
        option = layout.textOption()
        option.setTextDirection(self.layoutDirection())
        layout.setTextOption(option)
        layout.setFormats(self._gaps())
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        return layout

    def _restyle(self) -> None:
        theme = self._theme
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.setFont(theme.sized_font(theme.px(_SIZE), 500))
        self.updateGeometry()
        self.update()


def _x(line: QTextLine, position: int) -> float:
    """Where a letter begins, in px from the start of the line."""
    found = line.cursorToX(position)
    return float(found[0]) if isinstance(found, tuple) else 0.0


def _sides(line: QTextLine, run: Run) -> tuple[float, float]:
    """Where the letters of a run begin and end, also in a line of two directions."""
    box = QRectF()
    for glyphs in line.glyphRuns(run.start, run.end - run.start):
        box = box.united(glyphs.boundingRect())
    return box.left(), box.right()
