"""A picture file made into a small one, whatever a camera or the net put into it."""

import base64
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter, QPainter

from app.domain.observations import FILE, PICTURE, Clip
from app.domain.observations import SIDE as LARGE
from app.domain.photos import MOST_BYTES, SIDE
from app.errors import PhotoRefused

MOST_FILE = 40_000_000
MOST_PIXELS = 120_000_000
_QUALITIES = (88, 75, 60, 40)
_DRAFT = 2
_KINDS = frozenset({"jpeg", "png", "webp", "bmp", "gif", "tiff"})
"""As Qt tells them by their first bytes. A drawing in SVG is none of them: a few lines of it may
ask for more shapes than there is time, or for files of this computer."""
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif"})
"""A file that says so and is none is damaged; it is not kept as a file of some other sort."""


def read_photo(path: Path) -> str:
    """The picture of a file as a small JPEG in base64. Raises `errors.PhotoRefused`.

    For a worker: a large picture takes a second. How a camera was held is put right, and of what
    else it wrote into the file (place, time, its own number) nothing is kept.
    """
    return small_photo(_content(path))


def small_photo(content: bytes) -> str:
    """The same for the bytes of a picture."""
    return _kept(_decoded(content, SIDE), SIDE)


def read_clip(path: Path) -> Clip:
    """What is to be kept of a file: a picture made small, any other file as it is if it is small.

    For a worker. Raises `errors.PhotoRefused`.
    """
    content = _content(path)
    try:
        image = _decoded(content, LARGE)
    except PhotoRefused as error:
        if error.reason != "broken" or path.suffix.casefold() in _PICTURES:
            raise
        if not content or len(content) > MOST_BYTES:
            raise PhotoRefused("file") from error
        return Clip(FILE, path.name, base64.b64encode(content).decode("ascii"))
    return Clip(PICTURE, path.name, _kept(image, LARGE))


def clip_of(image: QImage, name: str) -> Clip:
    """A picture from the clipboard, made small. For a worker. Raises `errors.PhotoRefused`."""
    if image.isNull():
        raise PhotoRefused("broken")
    return Clip(PICTURE, name, _kept(image, LARGE))


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():  # a pipe would be waited for without an end
            raise PhotoRefused("unread")
        if path.stat().st_size > MOST_FILE:
            raise PhotoRefused("large")
        return path.read_bytes()
    except OSError as error:
        raise PhotoRefused("unread") from error


def _kept(image: QImage, side: int) -> str:
    """As a JPEG that fits, upright on white, in base64."""
    if max(image.width(), image.height()) > side:
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        image = image.scaled(side, side, keep, smooth)
    flat = QImage(image.size(), QImage.Format.Format_RGB32)
    flat.fill(QColor("white"))
    painter = QPainter(flat)
    painter.drawImage(0, 0, image)
    painter.end()
    made = (_jpeg(flat, quality) for quality in _QUALITIES)
    kept = next((one for one in made if len(one) <= MOST_BYTES), None)
    if kept is None:
        raise PhotoRefused("large")
    return base64.b64encode(kept).decode("ascii")


def _decoded(content: bytes, side: int) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    kind = QImageReader.imageFormat(buffer)
    if bytes(kind.data()).decode("ascii") not in _KINDS:
        raise PhotoRefused("broken")
    reader = QImageReader(buffer, kind)
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not reader.canRead():
        raise PhotoRefused("broken")
    # What a file says of its size is asked before it is unpacked: a small one may unpack to
    # gigabytes.
    if size.width() * size.height() > MOST_PIXELS:
        raise PhotoRefused("large")
    longest = max(size.width(), size.height())
    if longest > _DRAFT * side:
        reader.setScaledSize(_shrunk(size, _DRAFT * side / longest))
    image = reader.read()
    if image.isNull():
        raise PhotoRefused("broken")
    return image


def _shrunk(size: QSize, by: float) -> QSize:
    return QSize(max(1, round(size.width() * by)), max(1, round(size.height() * by)))


def _jpeg(image: QImage, quality: int) -> bytes:
    out = QBuffer()
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(out, QByteArray(b"JPG"))
    writer.setQuality(quality)
    if not writer.write(image):
        raise PhotoRefused("broken")
    return bytes(out.data().data())
