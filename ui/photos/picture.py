"""A kept photo as something to draw."""

import base64

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath, QPixmap

_ALL = 0


def image_of(photo: str, cover: int = _ALL) -> QImage:
    """A picture that is kept, with `cover` no larger than covers a square of that side.

    A null image when it is damaged. Every kept one is a JPEG and is read as nothing else: a class
    file may come from a stranger, and there are formats that hold a computer up for ever.
    """
    try:
        content = base64.b64decode(photo, validate=True)
    except ValueError:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    kind = QImageReader.imageFormat(buffer)
    if kind != QByteArray(b"jpeg"):
        return QImage()
    reader = QImageReader(buffer, kind)
    reader.setAutoDetectImageFormat(False)
    if cover:  # a JPEG is unpacked at an eighth of its size in an eighth of the time
        way = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        reader.setScaledSize(reader.size().scaled(QSize(cover, cover), way))
    return reader.read()


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
