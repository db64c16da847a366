"""Whatever is chosen, a photo that is kept is small, upright, and nothing but the picture."""

import base64
import gzip
import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from app.domain.observations import FILE
from app.domain.photos import MOST_BYTES, SIDE
from app.errors import PhotoRefused
from ui.photos.picture import image_of, round_photo
from ui.photos.reading import MOST_FILE, read_clip, read_photo, small_photo
from ui.problems import problem


def encoded(image: QImage, kind: str = "PNG") -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind, 90)
    return bytes(buffer.data().data())


def halves(width: int, height: int) -> QImage:
    """Red at the left, blue at the right."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    for x in range(width // 2):
        for y in range(height):
            image.setPixelColor(x, y, QColor("red"))
    return image


def turned(jpeg: bytes, orientation: int) -> bytes:
    """The same with what a camera says about how it was held (EXIF orientation)."""
    tiff = b"II*\x00\x08\x00\x00\x00" + struct.pack("<HHHIHHI", 1, 0x112, 3, 1, orientation, 0, 0)
    body = b"Exif\x00\x00" + tiff
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + jpeg[2:]


def bomb(side: int) -> bytes:
    """A tiny PNG that says it is enormous."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    chunks = [
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize("size", [(4000, 3000), (600, 2400), (321, 320), (90, 60), (1, 1)])
def test_a_photo_is_small_and_keeps_its_shape(size: tuple[int, int]) -> None:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("green"))
    kept = small_photo(encoded(image, "JPG"))
    shown = image_of(kept)
    assert max(shown.width(), shown.height()) <= SIDE
    assert len(base64.b64decode(kept)) <= MOST_BYTES
    assert shown.width() / shown.height() == pytest.approx(size[0] / size[1], rel=0.02)


def test_a_photo_taken_sideways_stands_upright() -> None:
    jpeg = encoded(halves(400, 200), "JPG")
    upright = image_of(small_photo(turned(jpeg, 6)))
    assert upright.height() > upright.width()
    assert upright.pixelColor(upright.width() // 2, 10).red() > 200
    assert upright.pixelColor(upright.width() // 2, upright.height() - 10).blue() > 200


def test_nothing_else_a_camera_wrote_is_kept() -> None:
    marked = turned(encoded(halves(40, 20), "JPG"), 1)
    marked = marked[:2] + b"\xff\xfe\x00\x11GPS 51.5 N 0.1 " + marked[2:]
    assert b"GPS" not in base64.b64decode(small_photo(marked))
    assert b"Exif" not in base64.b64decode(small_photo(marked))


def test_what_is_transparent_becomes_white() -> None:
    clear = QImage(20, 20, QImage.Format.Format_ARGB32)
    clear.fill(QColor(0, 0, 0, 0))
    assert image_of(small_photo(encoded(clear))).pixelColor(10, 10).lightness() > 250


def test_a_small_file_that_would_unpack_to_gigabytes_is_refused() -> None:
    with pytest.raises(PhotoRefused) as refused:
        small_photo(bomb(60_000))
    assert refused.value.reason == "large"


@pytest.mark.qt_log_ignore("JPEG")
@pytest.mark.parametrize(
    "content",
    [b"", b"no picture", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0" + bytes(50), bomb(50)[:60]],
)
def test_a_file_that_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(PhotoRefused) as refused:
        small_photo(content)
    assert refused.value.reason == "broken"


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'
MANY = "".join(f"<g id='g{n + 1}'>" + f"<use href='#g{n}'/>" * 10 + "</g>" for n in range(9))


@pytest.mark.parametrize(
    "content",
    [
        DRAWING.format('<rect width="9" height="9"/>').encode(),
        DRAWING.format(f'<g id="g0"><rect width="1" height="1"/></g>{MANY}').encode(),
        gzip.compress(DRAWING.format("<g/>" * 1000).encode()),
    ],
    ids=["a drawing", "a thousand million shapes", "packed"],
)
def test_a_drawing_is_no_picture_whatever_it_is_called(tmp_path: Path, content: bytes) -> None:
    """Qt would draw it, for as long as it takes, and with whatever files it names."""
    named = tmp_path / "photo.png"
    named.write_bytes(content)
    for read in (read_photo, read_clip):
        with pytest.raises(PhotoRefused) as refused:
            read(named)
        assert refused.value.reason == "broken"
    assert image_of(base64.b64encode(content).decode()).isNull()
    plain = tmp_path / "drawing.svg"
    plain.write_bytes(content)
    assert read_clip(plain).kind == FILE  # kept as any other file is, and never drawn


def test_a_file_that_is_not_there_or_endless_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PhotoRefused) as missing:
        read_photo(tmp_path / "none.jpg")
    assert missing.value.reason == "unread"
    huge = tmp_path / "huge.jpg"
    with huge.open("wb") as out:
        out.truncate(MOST_FILE + 1)
    with pytest.raises(PhotoRefused) as large:
        read_photo(huge)
    assert large.value.reason == "large"


@pytest.mark.parametrize("reason", ["large", "broken", "unread"])
def test_each_refusal_says_what_to_do_and_that_nothing_changed(reason: str) -> None:
    said = problem(PhotoRefused(reason))
    assert "hoose" in said
    assert said.endswith("Nothing was changed.")


def test_a_damaged_photo_is_drawn_as_none(qapp: QApplication) -> None:
    assert qapp
    assert round_photo("no base64!", 40) is None
    assert round_photo("QUJD", 40) is None
    assert round_photo(small_photo(encoded(halves(40, 40))), 40) is not None
