"""Paper: the system's own dialog over a window, or a PDF."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget


def has_printer() -> bool:
    """Whether this computer knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def put_on_paper(window: QWidget, fill: Callable[[QTextDocument], None]) -> QPrintDialog:
    """Open the dialog; what fills the document is printed when it is accepted.

    The printer is the dialog's own: one of ours would be gone before the dialog asks for it.
    """
    dialog = QPrintDialog(window)
    document = QTextDocument(dialog)
    fill(document)
    dialog.accepted.connect(lambda: document.print_(dialog.printer()))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)
    return dialog


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
