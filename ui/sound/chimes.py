"""Which file says what."""

from pathlib import Path

from app.domain.cues import BEGINS, FIVE_MINUTES, OVER, WARNING
from app.settings import Settings
from ui.tokens import RESOURCES

_TUNES = {FIVE_MINUTES: "warning", WARNING: "warning", OVER: "over", BEGINS: "begins"}


def chime(settings: Settings, kind: str, folder: Path = RESOURCES / "sounds") -> tuple[Path, ...]:
    """The files of a cue, of which the first that is there is heard.

    The teacher's own comes first as a round ends. Nothing is looked for: it may lie on a stick.
    """
    built_in = folder / f"{settings.chime}-{_TUNES[kind]}.wav"
    own = (Path(settings.own_sound),) if kind == OVER and settings.own_sound else ()
    return *own, built_in
