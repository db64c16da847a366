"""The computer's own loudspeaker. miniaudio plays in a thread of its own, so nothing waits."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import NoSound

if TYPE_CHECKING:
    from just_playback import Playback


class Loudspeaker:
    """Plays WAV, MP3, FLAC and Ogg files, one at a time."""

    def __init__(self) -> None:
        self._playing: Playback | None = None

    def play(self, file: Path, volume: int) -> float:
        self.stop()
        try:
            # Not for the start: the first sound may be an hour away, or never come.
            from just_playback import Playback
            from just_playback.ma_result import MiniaudioError
            from tinytag import TinyTagException
        except (ImportError, OSError) as error:
            raise NoSound("device") from error
        if not file.is_file():
            raise NoSound("file")
        try:
            playing = Playback()
        except MiniaudioError as error:
            raise NoSound("device") from error
        try:
            playing.set_volume(volume / 100)
            playing.load_file(str(file))
            playing.play()
        except (MiniaudioError, TinyTagException, OSError, ValueError) as error:
            playing.close()
            raise NoSound("file") from error
        self._playing = playing
        return playing.duration

    def stop(self) -> None:
        playing, self._playing = self._playing, None
        if playing is not None:
            playing.close()
