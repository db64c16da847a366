"""Room for words that break into more lines than a stack of pages asks for by itself."""

from PySide6.QtWidgets import QLabel


def make_room(width: int, *texts: QLabel) -> None:
    """Give each its whole height at that width; none of them is ever cut."""
    for text in texts:
        text.setMinimumHeight(max(0, text.heightForWidth(width)))
