"""How a board looks and speaks."""

from PySide6.QtCore import QLocale

from ui.board.lettering import Lettering
from ui.board.words import BoardWords
from ui.theme import Theme


class BoardLook:
    """How a board looks and speaks: paints, face, language and direction of reading.

    `theme` is the board's own; its light or dark look does not follow the console.
    """

    def __init__(self, theme: Theme, locale: QLocale | None = None, mirrored: bool = False) -> None:
        self.theme = theme
        self.lettering = Lettering(theme)
        self.words = BoardWords(locale or QLocale.c())
        self.mirrored = mirrored
