"""Paper: the system's own dialog over a window, or a PDF."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import (
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from ui.tasks import Tasks

UNITS = 4
"""To a point (1/72 inch), so that type may have quarter sizes."""


class Page(Protocol):
    """One page that is drawn by hand; drawn in a worker, so it holds plain values."""

    @property
    def landscape(self) -> bool: ...

    def paint(self, painter: QPainter, room: QRectF) -> None:
        """Draw it into `room`, in units of a quarter point."""
        ...


def has_printer() -> bool:
    """Whether this computer knows a printer. Not for a worker: it loads Qt's part for printers."""
    return bool(QPrinterInfo.availablePrinterNames())


def put_on_paper(
    window: QWidget, tasks: Tasks, fill: Callable[[QTextDocument], None]
) -> QPrintDialog:
    """Open the dialog; what fills the document is printed in a worker when it is accepted.

    Qt lets any thread paint on a printer (Thread-Support in Qt Modules), so document and pages are
    made there. The printer is ours and not the dialog's, which may be gone before the last page.
    """

    def draw(printer: QPrinter) -> None:
        document = QTextDocument()
        fill(document)
        document.print_(printer)

    return _put(window, tasks, QPrinter(), draw)


def put_page(window: QWidget, tasks: Tasks, page: Page) -> QPrintDialog:
    """The same for a page that is drawn by hand."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageOrientation(_orientation(page))
    return _put(window, tasks, printer, lambda device: draw_page(device, page))


def _put(
    window: QWidget, tasks: Tasks, printer: QPrinter, draw: Callable[[QPrinter], None]
) -> QPrintDialog:
    dialog = QPrintDialog(printer, window)
    # What is connected keeps the printer until the dialog has gone, which may still ask for it.
    dialog.accepted.connect(lambda: tasks.spawn(tasks.off_thread(draw, printer)))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)
    return dialog


def draw_page(device: QPagedPaintDevice, page: Page) -> None:
    """Draw a page on a printer or into a PDF."""
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = device.logicalDpiX() / 72 / UNITS
    painter.scale(scale, scale)
    room = device.pageLayout().paintRectPoints()
    page.paint(painter, QRectF(0, 0, room.width() * UNITS, room.height() * UNITS))
    painter.end()


def _orientation(page: Page) -> QPageLayout.Orientation:
    sides = QPageLayout.Orientation
    return sides.Landscape if page.landscape else sides.Portrait


def write_pdf(html: str, target: Path) -> None:
    """Write an A4 page or more; may run in a worker. Raises OSError when the disk refuses."""

    def draw(writer: QPdfWriter) -> None:
        document = QTextDocument()
        document.setHtml(html)
        document.print_(writer)

    _write(as_pdf(draw), target)


def write_page(page: Page, target: Path) -> None:
    """Write one A4 page that is drawn by hand; otherwise as `write_pdf`."""

    def draw(writer: QPdfWriter) -> None:
        writer.setPageOrientation(_orientation(page))
        draw_page(writer, page)

    _write(as_pdf(draw, margin=10), target)


def as_pdf(draw: Callable[[QPdfWriter], None], margin: float = 14) -> bytes:
    """The pages in memory: Qt does not tell when a disk is full in the middle of a file.

    The `margin` is in mm.
    """
    pages = QBuffer()
    pages.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(pages)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    sides = QMarginsF(margin, margin, margin, margin)
    writer.setPageMargins(sides, QPageLayout.Unit.Millimeter)
    draw(writer)
    return bytes(pages.data().data())


def _write(content: bytes, target: Path) -> None:
    partial = target.with_name(f"{target.name}.part")
    try:
        partial.write_bytes(content)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
