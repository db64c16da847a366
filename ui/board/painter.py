"""Draws a board scene with any painter: on the window, into a PNG, at any size."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from app.domain.board.scene import BoardScene
from ui.board.clock_face import paint_clock
from ui.board.columns import paint_column
from ui.board.head import paint_goodbye, paint_head, paint_message
from ui.board.layout import lay_out
from ui.board.look import BoardLook
from ui.board.page_mark import paint_page_mark
from ui.board.sheet import Sheet
from ui.board.strokes import smooth


def paint_board(sheet: Sheet) -> None:
    """Draw the whole picture at the painter's origin."""
    paint_still(sheet)
    paint_clock(sheet)


def paint_still(sheet: Sheet) -> None:
    """Draw everything but the clock."""
    smooth(sheet.painter)
    layout = sheet.layout
    background = QRectF(0, 0, layout.width, layout.height)
    sheet.painter.fillRect(background, sheet.look.theme.colour("canvas"))
    if layout.closing:
        paint_goodbye(sheet)
        return
    paint_head(sheet)
    for station, place in layout.shown:
        paint_column(sheet, station, place)
    paint_page_mark(sheet)
    if layout.has_message:
        paint_message(sheet)


def board_image(
    look: BoardLook, scene: BoardScene, width: int, height: int, page: int = 0
) -> QImage:
    """The board as a picture of `width` by `height` px."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_board(Sheet(painter, look, lay_out(look, scene, width, height, page=page)))
    painter.end()
    return image
