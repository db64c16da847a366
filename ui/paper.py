"""Printing: the system's own dialog over a window."""

from collections.abc import Callable

from PySide6.QtGui import QTextDocument
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
