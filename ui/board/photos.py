"""A child's photo beside the name, for those who cannot read it yet."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPixmap

from app.domain.board.scene import BoardName
from ui.board.lettering import BASELINE, NAME
from ui.board.sheet import Sheet
from ui.board.strokes import rounded

_LETTER = 0.52
_KEPT = 256


def paint_photo(sheet: Sheet, name: BoardName, rect: QRectF) -> None:
    """Draw the photo in a disc; without one, the first letter of the name."""
    side = max(1, round(rect.width()))
    picture = _disc(name.photo, side) if name.photo else None
    if picture is not None:
        sheet.painter.drawPixmap(rect.topLeft(), picture)
        return
    colour, letter = sheet.look.theme.colour, name.text[:1]
    rounded(sheet.painter, rect, side / 2, colour("avatar"))
    px = _LETTER * side
    wide = sheet.width(letter, px, NAME)
    sheet.painter.setPen(colour("on_avatar"))
    at = QPointF(rect.center().x() - wide / 2, rect.center().y() + BASELINE * px)
    sheet.look.lettering.draw(sheet.painter, at, letter, px, NAME)


@lru_cache(_KEPT)
def _disc(photo: str, side: int) -> QPixmap | None:
    from ui.photos.picture import round_photo  # not for the start: few classes have photos

    return round_photo(photo, side)
