"""Which page of the board is shown: a row of dots below the columns."""

from PySide6.QtCore import QRectF

from app.domain.board.places import PAGE_MARK
from ui.board.sheet import Sheet
from ui.board.strokes import rounded

_DOT, _HERE, _GAP = 14, 44, 14
_BELOW = 10


def paint_page_mark(sheet: Sheet) -> None:
    """A dot for every page, the shown one long. Nothing where there is one page."""
    fit, u = sheet.layout.fit, sheet.unit
    if fit.pages < 2:
        return
    colour = sheet.look.theme.colour
    top = fit.canvas.columns_bottom(fit.tier) + (_BELOW + (PAGE_MARK - _DOT) / 4) * u
    left = (sheet.layout.width - (_HERE + (fit.pages - 1) * (_DOT + _GAP)) * u) / 2
    for page in range(fit.pages):
        wide = (_HERE if page == fit.page else _DOT) * u
        at = sheet.layout.width - left - wide if sheet.look.mirrored else left
        paint = colour("text" if page == fit.page else "control")
        rounded(sheet.painter, QRectF(at, top, wide, _DOT * u), _DOT * u / 2, paint)
        left += wide + _GAP * u
