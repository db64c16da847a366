"""A kept photo as something to draw."""

import base64

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap


def image_of(photo: str) -> QImage:
    """The picture of a photo that is kept; a null image when it is damaged."""
    try:
        content = base64.b64decode(photo, validate=True)
    except ValueError:
        return QImage()
    return QImage.fromData(content)


def round_photo(photo: str, side: int) -> QPixmap | None:
    """The middle of a photo in a disc `side` px wide; None when it is damaged."""
    image = image_of(photo)
    if image.isNull() or side < 1:
        return None
    cover = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    image = image.scaled(side, side, cover, Qt.TransformationMode.SmoothTransformation)
    disc = QPixmap(side, side)
    disc.fill(Qt.GlobalColor.transparent)
    painter = QPainter(disc)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addEllipse(QRectF(0, 0, side, side))
    painter.setClipPath(path)
    # Faces are in the upper part of a photo that is higher than wide.
    left, top = (side - image.width()) / 2, (side - image.height()) / 3
    painter.drawImage(QPointF(left, top), image)
    painter.end()
    return disc
