"""The time left: digits, what they mean, and a bar that shrinks."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.paint import frame, mirrored, start, start_edge

BAR = 8
SIGN = 14
WIDTH = 252
DIGITS = "88:88"


class TimerView(NamedTuple):
    """What the timer shows; `part` is the share of the time that is left, from 0 to 1.

    `soon`: little is left, which icon, words and colour say.
    """

    digits: str
    caption: str
    short: str
    part: float
    paused: bool = False
    over: bool = False
    soon: bool = False


class TimerFace(QWidget):
    """Paints one `TimerView`, and of a new one only the places that differ."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = TimerView("", "", "", 0.0)
        self._notice = QTimer(self, singleShot=True)
        self._notice.timeout.connect(self._forget_notice)
        self._told = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    @property
    def view(self) -> TimerView:
        return self._view

    @property
    def notice(self) -> str:
        """What is told just now instead of the caption; empty for nothing."""
        return self._told

    def tell(self, text: str, ms: int) -> None:
        """Say something beside the digits for so long."""
        self._told = text
        self._notice.start(ms)
        self.updateGeometry()
        self.update()

    def show_view(self, view: TimerView) -> None:
        """Show another moment; the spoken name changes with the minute, not with the second."""
        before, self._view = self._view, view
        if self._spoken(before) != self._spoken(view):
            self.setAccessibleName(self._spoken(view))
            self.setToolTip(view.caption)
        if len(before.digits) != len(view.digits) or _words(before) != _words(view):
            self.update()
            return
        if before.digits != view.digits:
            self.update(self._digits_box())
        if self._bar_key(before) != self._bar_key(view):
            self.update(self._bar_box())

    def sizeHint(self) -> QSize:
        """As wide as digits and caption."""
        wide = self._beside(self._view.caption)
        return QSize(max(self._theme.px(WIDTH), wide), self._theme.px(76))

    def fair_width(self) -> int:
        """Digits and the shorter caption."""
        short = self._view.short or self._view.caption
        return self._beside(short)

    def minimumSizeHint(self) -> QSize:
        """The digits alone."""
        return QSize(self._digits_width(), self._theme.px(76))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw digits, caption and bar."""
        painter = start(self)
        self._paint_digits(painter)
        self._paint_caption(painter)
        self._paint_bar(painter)
        painter.end()

    def _paint_digits(self, painter: QPainter) -> None:
        painter.setFont(self._theme.font("timer", tabular=True))
        painter.setPen(self._theme.colour("text"))
        # Digits keep their order in every direction of reading; only their place is mirrored.
        align = start_edge(self, Qt.AlignmentFlag.AlignVCenter) | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(self._digits_box(), align, self._view.digits)

    def _paint_caption(self, painter: QPainter) -> None:
        line = QRectF(self._caption_box())
        text = self._fitting(round(line.width()))
        if not text:
            return
        ink = self._theme.colour("warn" if self._warns() else "text2")
        if self._has_sign():
            side = self._theme.px(SIGN)
            place = QRectF(line.x(), line.y() + (line.height() - side) / 2, side, side)
            icon = self._theme.icon("bell", side, ink, "fill")
            painter.drawPixmap(mirrored(self, place).toRect().topLeft(), icon)
            line.setLeft(line.left() + self._sign_width())
        painter.setFont(self._theme.font("caption"))
        painter.setPen(ink)
        align = start_edge(self, Qt.AlignmentFlag.AlignVCenter) | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(mirrored(self, line), align | Qt.TextFlag.TextSingleLine, text)

    def _paint_bar(self, painter: QPainter) -> None:
        colour = self._theme.colour
        track = QRectF(self._bar_box())
        radius = track.height() / 2
        frame(painter, track, radius, colour("pressed"))
        part = mirrored(self, QRectF(0, track.y(), self._bar_width(self._view), track.height()))
        if part.width() <= 0:
            return
        shape = QPainterPath()
        shape.addRoundedRect(track, radius, radius)
        painter.setClipPath(shape)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._bar_brush())
        painter.drawRoundedRect(part, radius, radius)
        painter.setClipping(False)

    def _bar_brush(self) -> QBrush | QColor:
        colour = self._theme.colour
        if not self._view.paused:
            return colour("ink")
        from ui.widgets.hatch import hatch_image  # for the start: seldom is the clock paused then

        pitch = 4 * self._theme.scale
        fill, stripe = colour("ink").rgba(), colour("ink_tint").rgba()
        return QBrush(hatch_image(fill, stripe, pitch, self.devicePixelRatioF()))

    def _fitting(self, room: int) -> str:
        """The longest of the captions that fits; what is told just now comes first."""
        texts = (self._told, self._view.caption, self._view.short)
        return next((t for t in texts if t and self._said_width(t) <= room), "")

    def _warns(self) -> bool:
        return self._view.over or self._has_sign()

    def _has_sign(self) -> bool:
        return self._view.soon or bool(self._told)

    def _bar_width(self, view: TimerView) -> int:
        return round(min(1.0, max(0.0, view.part)) * self.width())

    def _bar_key(self, view: TimerView) -> tuple[int, bool]:
        return self._bar_width(view), view.paused

    def _spoken(self, view: TimerView) -> str:
        minutes = view.digits.rpartition(":")[0].removeprefix("0")
        return f"{minutes} min, {view.caption}"

    def _stacked(self) -> bool:
        """Whether the caption stands below the digits, as there is no room for it beside them."""
        return self.width() < self.fair_width()

    def _digits_box(self) -> QRect:
        wide, px = self._digits_width(), self._theme.px
        top = px(0) if self._stacked() else px(8)
        return mirrored(self, QRectF(0, top, wide, px(44))).toRect()

    def _caption_box(self) -> QRect:
        """Where the caption may be, as read from the left."""
        px = self._theme.px
        if self._stacked():
            return QRect(0, px(42), self.width(), px(18))
        left = self._digits_width() + self._gap()
        return QRect(left, px(28), self.width() - left, px(20))

    def _bar_box(self) -> QRect:
        px = self._theme.px
        return QRect(0, px(63) if self._stacked() else px(55), self.width(), px(BAR))

    def _gap(self) -> int:
        return self._theme.px(8)

    def _digits_width(self) -> int:
        metrics = QFontMetricsF(self._theme.font("timer", tabular=True))
        like = self._view.digits if len(self._view.digits) > len(DIGITS) else DIGITS
        return round(metrics.horizontalAdvance(like) + 1)

    def _said_width(self, text: str) -> int:
        """Of a caption, with its sign if it has one."""
        sign = self._sign_width() if self._has_sign() else 0
        return round(self._theme.text_width(text, "caption") + 1) + sign

    def _beside(self, text: str) -> int:
        """What digits and a caption take; room for the sign is kept, so that nothing moves."""
        wide = round(self._theme.text_width(text, "caption") + 1)
        return self._digits_width() + self._gap() + self._sign_width() + wide

    def _sign_width(self) -> int:
        return self._theme.px(SIGN + 4)

    def _forget_notice(self) -> None:
        self._told = ""
        self.updateGeometry()
        self.update()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _words(view: TimerView) -> tuple[str, str, bool, bool]:
    return view.caption, view.short, view.over, view.soon
