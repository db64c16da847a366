"""Paper: the system's own dialog over a window, or a PDF."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from ui.tasks import Tasks


def has_printer() -> bool:
    """Whether this computer knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def put_on_paper(
    window: QWidget, tasks: Tasks, fill: Callable[[QTextDocument], None]
) -> QPrintDialog:
    """Open the dialog; what fills the document is printed in a worker when it is accepted.

    Qt lets any thread paint on a printer (Thread-Support in Qt Modules), so document and pages are
    made there. The printer is ours and not the dialog's, which may be gone before the last page.
    """
    printer = QPrinter()
    dialog = QPrintDialog(printer, window)
    # What is connected keeps the printer until the dialog has gone, which may still ask for it.
    dialog.accepted.connect(lambda: tasks.spawn(tasks.off_thread(_print, printer, fill)))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)
    return dialog


def _print(printer: QPrinter, fill: Callable[[QTextDocument], None]) -> None:
    document = QTextDocument()
    fill(document)
    document.print_(printer)


def write_pdf(html: str, target: Path) -> None:
    """Write an A4 page or more; may run in a worker. Raises OSError when the disk refuses."""
    partial = target.with_name(f"{target.name}.part")
    try:
        partial.write_bytes(as_pdf(html))
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def as_pdf(html: str) -> bytes:
    """The pages in memory: Qt does not tell when a disk is full in the middle of a file."""
    pages = QBuffer()
    pages.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(pages)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(14, 14, 14, 14), QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    document.setHtml(html)
    document.print_(writer)
    return bytes(pages.data().data())
