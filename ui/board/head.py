"""The upper part of the board: round and subject, or what to do while everyone moves."""

from PySide6.QtCore import QRectF

from app.domain.board.places import PADDING_TOP, PADDING_X
from ui.board.clock_face import timer_box
from ui.board.lettering import BASELINE, HEADLINE, LEADING, LINE, TITLE
from ui.board.sheet import Sheet

_TITLE = {"roomy": 52, "compact": 52, "tight": 44}
_HEADLINE = {"roomy": (84, 96), "compact": (46, 72), "tight": (38, 64)}
_STEPS = {"roomy": (40, 167), "compact": (26, 116), "tight": (22, 98)}
_STEP_GAP = 1.1
_STATE_GAP = 40


def paint_head(sheet: Sheet) -> None:
    """Draw everything above the columns but the clock itself."""
    room = _room(sheet)
    if sheet.layout.moving:
        _paint_moving(sheet, room)
    else:
        _paint_round(sheet, room)
    _paint_state(sheet)


def paint_message(sheet: Sheet) -> None:
    """The teacher's line to everyone, below the columns."""
    u, layout = sheet.unit, sheet.layout
    lavish = layout.fit.tier.lavish
    middle = layout.height - (59.5 if lavish else 48) * u
    colour = sheet.look.theme.colour("text")
    start, side = PADDING_X * u, 44 * u if lavish else 38 * u
    start = sheet.icon("megaphone-simple", start, middle + 1.5 * u, side, colour, "fill") + 18 * u
    room = layout.width - start - PADDING_X * u
    size = 37.85 * u if lavish else 34 * u
    px, lines = sheet.look.lettering.block(layout.scene.message, size, LINE, room, 48 * u)
    sheet.painter.setPen(colour)
    for index, line in enumerate(lines):
        shift = (index - (len(lines) - 1) / 2) * LEADING + BASELINE
        sheet.write(line, start, middle + shift * px, px, LINE)


def paint_goodbye(sheet: Sheet) -> None:
    """The end of the lesson, or none: a few large words."""
    u, layout, words = sheet.unit, sheet.layout, sheet.look.words
    done = layout.scene.phase == "finished"
    lines = (
        (words.title(layout.scene), 150 if done else 90, HEADLINE, 0, "text"),
        (words.goodbye(layout.scene), 60, LINE, 120, "text"),
        (layout.scene.subject, 40, LINE, 200, "text2"),
    )
    middle, low = layout.width / 2, layout.height / 2
    icon, paint = ("check-circle", "ok") if done else ("clock", "text2")
    colour = sheet.look.theme.colour(paint)
    sheet.icon(icon, middle - 70 * u, low - 230 * u, 140 * u, colour)
    for text, size, face, below, ink in lines:
        room = layout.width - 2 * PADDING_X * u
        px = sheet.look.lettering.fitted(text, size * u, face, room)
        sheet.painter.setPen(sheet.look.theme.colour(ink))
        sheet.write(text, middle - sheet.width(text, px, face) / 2, low + below * u, px, face)


def _paint_round(sheet: Sheet, room: float) -> None:
    u, layout, fitted = sheet.unit, sheet.layout, sheet.look.lettering.fitted
    tier, start = layout.fit.tier, PADDING_X * sheet.unit
    title = sheet.look.words.title(layout.scene)
    subject = sheet.look.words.subtitle(layout.scene) if tier.lavish else ""
    baseline = (PADDING_TOP + 92) * u if subject else layout.title_baseline
    px = fitted(title, _TITLE[tier.name] * u, TITLE, room)
    sheet.painter.setPen(sheet.ink)
    sheet.write(title, start, baseline, px, TITLE)
    if subject:
        sheet.painter.setPen(sheet.look.theme.colour("text2"))
        px = fitted(subject, 34 * u, LINE, room)
        sheet.write(subject, start, (PADDING_TOP + 138) * u, px, LINE)


def _paint_moving(sheet: Sheet, room: float) -> None:
    u, layout = sheet.unit, sheet.layout
    head = QRectF(0, 0, layout.width, round(layout.head_bottom))
    sheet.painter.fillRect(head, sheet.look.theme.colour("ink"))
    title = sheet.look.words.title(layout.scene)
    size, baseline = _HEADLINE[layout.fit.tier.name]
    px = sheet.look.lettering.fitted(title, size * u, HEADLINE, room)
    sheet.painter.setPen(sheet.ink)
    sheet.write(title, PADDING_X * u, baseline * u, px, HEADLINE)
    _paint_steps(sheet, room)


def _paint_steps(sheet: Sheet, room: float) -> None:
    size, baseline = _STEPS[sheet.layout.fit.tier.name]
    steps = sheet.look.words.steps(sheet.layout.scene.clock)
    texts = sum(sheet.width(text, 1, LINE) for _, text in steps)
    wide = texts + 1.48 * len(steps) + _STEP_GAP * (len(steps) - 1)
    px = min(size * sheet.unit, room / wide)
    at, low = PADDING_X * sheet.unit, baseline * sheet.unit
    for icon, text in steps:
        side = (1.2 if icon == "person-simple-walk" else 1.1) * px  # the thinnest sign
        end = sheet.icon(icon, at, low - BASELINE * px, side, sheet.ink)
        sheet.painter.setPen(sheet.ink)
        at = sheet.write(text, end + 0.35 * px, low, px, LINE) + _STEP_GAP * px


def _room(sheet: Sheet) -> float:
    """What lines beside the timer may take."""
    digits = timer_box(sheet.look, sheet.layout).width()
    free = sheet.layout.width - (2 * PADDING_X + 32) * sheet.unit - digits
    return free - _state_width(sheet)


def _state_px(sheet: Sheet) -> float:
    return (40 if sheet.layout.fit.tier.lavish else 34) * sheet.unit


def _state_width(sheet: Sheet) -> float:
    """What a word on the clock's state takes, with its icon; nothing when there is none."""
    state = sheet.look.words.state(sheet.layout.scene.clock)
    if state is None:
        return 0
    px = _state_px(sheet)
    return sheet.width(state[1], px, TITLE) + 1.35 * px + _STATE_GAP * sheet.unit


def _paint_state(sheet: Sheet) -> None:
    """Say beside the digits that the clock is paused or over."""
    state = sheet.look.words.state(sheet.layout.scene.clock)
    if state is None:
        return
    px, low = _state_px(sheet), sheet.layout.timer_baseline
    digits = timer_box(sheet.look, sheet.layout).width() + PADDING_X * sheet.unit
    start = sheet.layout.width - digits - _state_width(sheet)
    end = sheet.icon(state[0], start, low - BASELINE * px, 1.1 * px, sheet.ink)
    sheet.painter.setPen(sheet.ink)
    sheet.write(state[1], end + 0.25 * px, low, px, TITLE)
