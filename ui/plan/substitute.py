"""For a day on which somebody else teaches: fewer rounds, and a sheet of paper."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.text import Text

FEW_ROUNDS = 2
"""What a substitute is told: only two rotations today."""


class SubstitutePart(QWidget):
    """`shorter` asks for a lesson of two rounds, the others for the sheet."""

    shorter = Signal()
    paper_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.two = Button(theme, self.tr("Only two rounds"), small=True)
        self.paper = Button(theme, self.tr("Print the sheet"), "printer", small=True)
        self.pdf = Button(theme, self.tr("Sheet as PDF"), "file-pdf", small=True)
        title = Text(theme, self.tr("For a substitute"), "strong")
        about = self.tr("On the sheet: who goes where and when. No levels, no notes.")
        words = Text(theme, about, "small", "text2")
        words.setWordWrap(True)
        buttons = Flow(theme, 6, 6)
        for button, asked in (
            (self.two, self.shorter),
            (self.paper, self.paper_wanted),
            (self.pdf, self.pdf_wanted),
        ):
            buttons.addWidget(button)
            button.clicked.connect(lambda _on=False, signal=asked: signal.emit())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(8))
        rows.addWidget(title)
        rows.addWidget(words)
        rows.addLayout(buttons)

    def show_rounds(self, rounds: int) -> None:
        """A lesson of two rounds or fewer can't be made shorter here."""
        self.two.setEnabled(rounds > FEW_ROUNDS)
