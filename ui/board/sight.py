"""From where the board must be read, as the teacher set it."""

from app.domain.board.legible import Sight
from app.settings import Settings


def sight_of(settings: Settings) -> Sight | None:
    """The last row and the picture, None while nobody has said where they are."""
    if settings.seat_metres <= 0 or settings.image_cm <= 0:
        return None
    return Sight(settings.seat_metres, settings.image_cm / 100)
