"""A page of HTML to a PDF, or to a printer."""

from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QWidget

from ui.paper import put_on_paper


def write_pdf(html: str, target: Path) -> None:
    """Write an A4 page or more; may run in a worker. Raises OSError when the disk refuses."""
    partial = target.with_name(f"{target.name}.part")
    partial.touch()  # says why it cannot, where Qt would only say that it did not
    try:
        writer = QPdfWriter(str(partial))
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(14, 14, 14, 14), QPageLayout.Unit.Millimeter)
        document = QTextDocument()
        document.setHtml(html)
        document.print_(writer)
        del writer
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def print_html(window: QWidget, html: str) -> None:
    """Open the system's print dialog over a window."""
    put_on_paper(window, lambda document: document.setHtml(html))
