"""The printed page."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from tests.fakes.progress_class import ProgressClass
from tests.ui.pictures import is_near
from ui.paper.paper import write_page
from ui.progress.folding import fold
from ui.progress.sheet import Sheet
from ui.progress.sheet_cells import inks_of

AMARA, BEN = "Amara Okafor", "Ben Walker"
WIDE, HIGH = 3140, 2152


def drawn(sheet: Sheet) -> QImage:
    image = QImage(WIDE // 2, HIGH // 2, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(0.5, 0.5)
    sheet.paint(painter, QRectF(0, 0, WIDE, HIGH))
    painter.end()
    return image


@pytest.fixture
def sheet_of(theme):
    def made(room: ProgressClass, **more) -> Sheet:
        table = room.progress.table(room.class_id)
        return Sheet("Class 4B", table, inks_of(theme.on_paper()), **more)

    return made


def count(image: QImage, colour: QColor) -> int:
    places = ((x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
    return sum(1 for x, y in places if is_near(image.pixelColor(x, y), colour, 6))


def test_paper_is_white_and_cells_have_the_paints_of_the_light_look(sheet_of, theme) -> None:
    room = ProgressClass()
    room.see(AMARA, "Round", 3)
    theme.choose(scheme="dark")
    image = drawn(sheet_of(room))
    assert image.pixelColor(image.width() - 2, 60) == QColor("white")
    assert count(image, theme.on_paper().levels[3].fill) > 50


def test_what_is_secure_stands_back_on_paper_too(sheet_of, theme) -> None:
    room = ProgressClass()
    room.see(AMARA, "Round", 3)
    image = drawn(sheet_of(room, attention=True))
    assert count(image, theme.on_paper().levels[3].fill) < 20


def test_old_evidence_is_hatched(sheet_of) -> None:
    room, other = ProgressClass(), ProgressClass()
    room.see(AMARA, "Round", 3, days=30)
    other.see(AMARA, "Round", 3, days=2)
    assert drawn(sheet_of(room)) != drawn(sheet_of(other))


def test_from_right_to_left_names_are_at_the_right(sheet_of) -> None:
    room = ProgressClass()
    plain, turned = drawn(sheet_of(room)), drawn(sheet_of(room, rtl=True))
    top = 150
    assert darkest(plain, 0, 180, top) < darkest(plain, plain.width() - 40, plain.width(), top)
    assert darkest(turned, turned.width() - 180, turned.width(), top) < 120


def darkest(image: QImage, left: int, right: int, top: int) -> int:
    spots = ((x, y) for x in range(left, right) for y in range(top, image.height() - 60))
    return min(image.pixelColor(x, y).lightness() for x, y in spots)


def test_60_by_40_is_one_page(sheet_of, tmp_path) -> None:
    strands = {f"S{n}": tuple(f"Skill {n} {m}" for m in range(5)) for n in range(8)}
    room = ProgressClass(names=[f"Child{n:02} Family{n}" for n in range(60)], strands=strands)
    target = tmp_path / "progress.pdf"
    write_page(sheet_of(room), target)
    pdf = target.read_bytes()
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") == 1
    assert b"/MediaBox [0 0 842" in pdf.replace(b".000000", b"")


def test_folded_strands_are_on_it_as_figures(sheet_of, theme) -> None:
    room = ProgressClass()
    room.see(AMARA, "Round", 3)
    table = room.progress.table(room.class_id)
    folded = fold(table, {table.columns[0].strand_id})
    image = drawn(Sheet("Class 4B", folded, inks_of(theme.on_paper())))
    assert count(image, theme.on_paper().levels[3].fill) == 0
    assert image != drawn(sheet_of(room))
