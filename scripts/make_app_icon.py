"""Draw resources/icons/rondo-app.svg as the files that desktops want.

    python scripts/make_app_icon.py

Makes `rondo-app.png` (256 px, windows and Linux menus) and `rondo-app.ico` (Windows programs).
"""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIDE = 256


def draw() -> QImage:
    """The sign at its largest."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(FOLDER / "rondo-app.svg")).render(painter)
    painter.end()
    return image


def as_png(image: QImage) -> bytes:
    """The picture as a PNG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(content.data())


def as_ico(png: bytes) -> bytes:
    """An icon file with one picture of 256 px, kept as PNG; a width of 256 is written as 0."""
    head = struct.pack("<HHH", 0, 1, 1)
    entry = struct.pack("<BBBBHHII", 0, 0, 0, 0, 1, 32, len(png), 22)
    return head + entry + png


def main() -> None:
    """Write both files."""
    png = as_png(draw())
    (FOLDER / "rondo-app.png").write_bytes(png)
    (FOLDER / "rondo-app.ico").write_bytes(as_ico(png))


if __name__ == "__main__":
    app = QGuiApplication([])
    main()
