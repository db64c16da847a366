"""For a day on which somebody else teaches: fewer rounds, and a sheet of paper."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.text import Text

FEW_ROUNDS = 2
"""What a substitute is told: only two rotations today."""


class SubstitutePart(QObject):
    """Lines of the lesson's panel. `shorter` asks for two rounds, the others for the sheet."""

    shorter = Signal()
    paper_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.two = Button(theme, self.tr("Only two rounds"), small=True)
        self.paper = Button(theme, self.tr("Print the sheet"), "printer", small=True)
        self.pdf = Button(theme, self.tr("Sheet as PDF"), "file-pdf", small=True)
        self._title = Text(theme, self.tr("For a substitute"), "strong")
        about = self.tr("On the sheet: who goes where and when. No levels, no notes.")
        self._about = Text(theme, about, "small", "text2")
        self._about.setWordWrap(True)
        self._buttons = Flow(theme, 6, 6)
        for button, asked in (
            (self.two, self.shorter),
            (self.paper, self.paper_wanted),
            (self.pdf, self.pdf_wanted),
        ):
            self._buttons.addWidget(button)
            button.clicked.connect(lambda _on=False, signal=asked: signal.emit())

    def put_into(self, rows: QVBoxLayout) -> None:
        """Take the next lines of the panel."""
        rows.addWidget(self._title)
        rows.addWidget(self._about)
        rows.addLayout(self._buttons)

    def show_rounds(self, rounds: int) -> None:
        """A lesson of two rounds or fewer can't be made shorter here."""
        self.two.setEnabled(rounds > FEW_ROUNDS)
