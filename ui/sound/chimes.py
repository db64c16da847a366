"""Which file says what."""

from pathlib import Path

from app.domain.cues import BEGINS, FIVE_MINUTES, OVER, WARNING
from app.settings import Settings
from ui.tokens import RESOURCES

_TUNES = {FIVE_MINUTES: "warning", WARNING: "warning", OVER: "over", BEGINS: "begins"}


def chime(settings: Settings, kind: str, folder: Path = RESOURCES / "sounds") -> Path:
    """The file of a cue: the teacher's own for the end of a round, if it is there still."""
    own = Path(settings.own_sound) if settings.own_sound else None
    if kind == OVER and own is not None and own.is_file():
        return own
    return folder / f"{settings.chime}-{_TUNES[kind]}.wav"
