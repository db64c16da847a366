"""How a board looks and speaks."""

from typing import TYPE_CHECKING

from ui.board.lettering import Lettering
from ui.board.words import BoardWords
from ui.theme import Theme

if TYPE_CHECKING:
    from app.domain.board.legible import Sight


class BoardLook:
    """How a board looks and speaks: paints, face, language, direction of reading and clock.

    `theme` is the board's own; its look does not follow the console. It tells of every change,
    also of the language and the clock.
    """

    def __init__(self, theme: Theme, language: str = "", calm: bool = False) -> None:
        self.theme = theme
        self.lettering = Lettering(theme)
        self.words = BoardWords(language, calm)
        self.sight: Sight | None = None
        self.room = False
        self.pictures = False

    @property
    def mirrored(self) -> bool:
        """Whether the board is read from the right."""
        return self.words.mirrored

    @property
    def calm(self) -> bool:
        """Whether time is a shrinking shape instead of digits."""
        return self.words.calm

    def speak(self, language: str) -> None:
        """Take the class's language; empty for the teacher's own."""
        self._take(language, self.calm)

    def choose_clock(self, calm: bool) -> None:
        """Show time as a shape, or in digits."""
        self._take(self.words.language, calm)

    def choose_sight(self, sight: "Sight | None") -> None:
        """From how far names must be read, in pages if need be; None where that is not asked."""
        if sight != self.sight:
            self.sight = sight
            self.theme.changed.emit()

    def choose_view(self, room: bool) -> None:
        """Show the stations as they stand in the room, or in columns."""
        if room != self.room:
            self.room = room
            self.theme.changed.emit()

    def choose_pictures(self, pictures: bool) -> None:
        """Large icons, and photos beside names, for those who cannot read yet."""
        if pictures != self.pictures:
            self.pictures = pictures
            self.theme.changed.emit()

    def least_size(self, height: float) -> float:
        """The size in px names should have in a picture of that height; 0 when any will do."""
        return self.sight.least_size(height) if self.sight else 0.0

    def _take(self, language: str, calm: bool) -> None:
        if (language, calm) != (self.words.language, self.words.calm):
            self.words = BoardWords(language, calm)
            self.theme.changed.emit()
