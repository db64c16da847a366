"""The clock of the board: giant digits and a bar of minutes. It alone changes every second.

The calm clock is a disc and one plain bar instead.
"""

from dataclasses import dataclass
from math import ceil, floor

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QBrush, QColor

from app.domain.board.places import PADDING_X
from app.domain.board.scene import BoardClock
from ui.board.calm_clock import paint_disc, part_left
from ui.board.layout import BoardLayout
from ui.board.lettering import DIGITS
from ui.board.look import BoardLook
from ui.board.sheet import Sheet
from ui.board.strokes import mix, rounded
from ui.widgets.hatch import hatch_image

MINUTE = 60_000
_GAP = 8
_RADIUS = 6
_LARGER = 1.01
_DISC = 0.74


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the bar, from `left` to `right` px, of which `part` is time left."""

    left: float
    right: float
    part: float


def block_ms(total_ms: int) -> int:
    """What one block stands for: a minute, or less in a short stretch and more in a long one."""
    if total_ms <= 4 * MINUTE:
        return MINUTE // 6
    return MINUTE if total_ms <= 45 * MINUTE else 5 * MINUTE


def blocks(clock: BoardClock, width: float, gap: float) -> list[Block]:
    """The bar of a clock, from the edge where reading starts; the last block may be shorter."""
    each = block_ms(clock.total_ms)
    total = max(1.0, clock.total_ms / each)
    left = 0.0 if clock.over else min(total, clock.remaining_ms / each)
    per_block = (width - gap * (ceil(total) - 1)) / total
    found = []
    for index in range(ceil(total)):
        share = min(1.0, total - index)
        start = index * (per_block + gap)
        part = min(1.0, max(0.0, (left - index) / share))
        found.append(Block(start, start + share * per_block, part))
    return found


def timer_px(look: BoardLook, layout: BoardLayout) -> float:
    """The size of the digits: the tier's, unless hours need more room."""
    px = layout.fit.tier.timer * layout.unit * (_LARGER if layout.moving else 1)
    wide = _digits_width(look, layout, px)
    return px * min(1.0, 0.45 * layout.width / max(1.0, wide))


def timer_box(look: BoardLook, layout: BoardLayout) -> QRectF:
    """Where the digits are, with room for accents of other scripts' digits."""
    px = timer_px(look, layout)
    wide = _digits_width(look, layout, px)
    inset = PADDING_X * layout.unit
    left = inset if look.mirrored else layout.width - inset - wide
    if look.calm:
        return QRectF(left, layout.timer_baseline - _DISC * px, wide, wide)
    return QRectF(left, layout.timer_baseline - 0.85 * px, wide, 1.05 * px)


def clock_boxes(look: BoardLook, layout: BoardLayout) -> tuple[QRect, QRect]:
    """What to repaint when a second has passed: digits and bar."""
    bar = layout.bar
    strip = QRectF(bar.x, bar.y, bar.width, bar.height)
    return _whole(timer_box(look, layout)), _whole(strip)


def paint_clock(sheet: Sheet) -> None:
    """Draw digits or disc, and bar."""
    look, layout = sheet.look, sheet.layout
    if layout.closing:
        return
    box, px = timer_box(look, layout), timer_px(look, layout)
    if look.calm:
        paint_disc(sheet.painter, box, layout.scene.clock, _bar_paints(look, layout)[0], sheet.ink)
    else:
        sheet.painter.setPen(sheet.ink)
        at = QPointF(box.left(), round(layout.timer_baseline))
        look.lettering.draw(sheet.painter, at, look.words.time(layout.scene.clock), px, DIGITS)
    _paint_bar(sheet)


def _paint_bar(sheet: Sheet) -> None:
    painter, look, layout = sheet.painter, sheet.look, sheet.layout
    bar, radius = layout.bar, _RADIUS * layout.unit
    full, empty = _bar_paints(look, layout)
    for block in _shown_blocks(look, layout):
        rect = _seen(look, layout, bar.x + block.left, bar.x + block.right)
        if block.part < 1:
            rounded(painter, rect, radius, empty)
        if block.part > 0:
            end = block.left + (block.right - block.left) * block.part
            painter.setClipRect(_seen(look, layout, bar.x + block.left, bar.x + end))
            rounded(painter, rect, radius, full)
            painter.setClipping(False)


def _shown_blocks(look: BoardLook, layout: BoardLayout) -> list[Block]:
    """The blocks of the bar; the calm one has no minutes to count."""
    clock, width = layout.scene.clock, layout.bar.width
    if look.calm:
        return [Block(0, width, part_left(clock))]
    return blocks(clock, width, _GAP * layout.unit)


def _bar_paints(look: BoardLook, layout: BoardLayout) -> tuple[QColor | QBrush, QColor]:
    colour = look.theme.colour
    full, empty = colour("ink"), colour("line_strong")
    if layout.moving:
        full, empty = colour("on_ink"), mix(colour("on_ink"), colour("ink"), 0.28)
    if not layout.scene.clock.paused:
        return full, empty
    return QBrush(hatch_image(full.rgba(), empty.rgba(), max(3.0, 8 * layout.unit), 1.0)), empty


def _seen(look: BoardLook, layout: BoardLayout, left: float, right: float) -> QRectF:
    """A stretch of the bar on whole pixels, mirrored where reading starts at the right."""
    if look.mirrored:
        left, right = layout.width - right, layout.width - left
    top, bottom = round(layout.bar.y), round(layout.bar.bottom)
    return QRectF(round(left), top, round(right) - round(left), bottom - top)


def _digits_width(look: BoardLook, layout: BoardLayout, px: float) -> float:
    if look.calm:
        return _DISC * px
    text = look.words.time(layout.scene.clock)
    return look.lettering.line_width(text, px, DIGITS)


def _whole(rect: QRectF) -> QRect:
    """The whole pixels a box touches."""
    left, top = floor(rect.left()), floor(rect.top())
    return QRect(left, top, ceil(rect.right()) - left + 1, ceil(rect.bottom()) - top + 1)
