"""The recovery code, and other plain text, on paper."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.paper.paper import put_on_paper
from ui.tasks import Tasks


def code_text(code: str) -> str:
    """What is printed and what the text file holds."""
    text = QCoreApplication.translate(
        "RecoveryCode",
        "Rondo recovery code\n\n{code}\n\nIt opens your class and every encrypted backup without"
        " the passphrase, on any computer. Keep it where you keep important papers, and not beside"
        " the computer. Capitals, blanks and dashes do not matter.\n",
    )
    return text.format(code=code)


def print_text(window: QWidget, tasks: Tasks, text: str) -> None:
    """Open the system's print dialog over a window."""
    put_on_paper(window, tasks, lambda document: document.setPlainText(text))
