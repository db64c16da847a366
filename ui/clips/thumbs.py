"""Pictures of observations as small as they are shown, each unpacked once."""

from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from app.domain.observations import PICTURE, Attachment
from ui.photos.picture import image_of
from ui.theme import Theme
from ui.widgets.paint import frame

_KEPT = 200


def paint_thumb(painter: QPainter, theme: Theme, place: QRectF, attachment: Attachment) -> None:
    """Draw the middle of a picture, or the sign of a file, in a square."""
    frame(painter, place, 6, theme.colour("sunken"), theme.colour("line_strong"))
    side = round(place.width()) - 2
    picture = thumb(attachment, side)
    if picture is None:
        name = "image" if attachment.kind == PICTURE else "file-text"
        size = theme.px(18)
        picture = theme.icon(name, size, theme.colour("text2"))
        left, top = place.center().x() - size / 2, place.center().y() - size / 2
        painter.drawPixmap(round(left), round(top), picture)
        return
    painter.drawPixmap(round(place.x()) + 1, round(place.y()) + 1, picture)


def thumb(attachment: Attachment, side: int) -> QPixmap | None:
    """The middle of a picture, `side` px wide; None for a file, or where it is damaged."""
    return _thumb(attachment.content, side) if attachment.kind == PICTURE and side > 0 else None


@lru_cache(_KEPT)
def _thumb(content: str, side: int) -> QPixmap | None:
    image = picture_of(content, side)
    if image is None:
        return None
    left, top = (image.width() - side) // 2, (image.height() - side) // 2
    return image.copy(left, top, side, side)


def picture_of(content: str, cover: int = 0) -> QPixmap | None:
    """A kept picture; with `cover` no larger than needed to cover a square of that side."""
    image = image_of(content, cover)
    return None if image.isNull() else QPixmap.fromImage(image)
