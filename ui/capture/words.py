"""What the observe panel and the capture line say; the context is "Capture"."""

from PySide6.QtCore import QCoreApplication

DOT = " · "


def tr(text: str, **facts: object) -> str:
    """A sentence in the teacher's language, its holes filled."""
    return QCoreApplication.translate("Capture", text).format(**facts)


def counted(one: str, many: str, count: int) -> str:
    """A sentence about a number, which is %n in it."""
    return QCoreApplication.translate("Capture", one if count == 1 else many, None, count)
