"""All that is heard at one desk: the clock's chimes, and a sound to try in the settings."""

from collections.abc import Callable

from app.ports import Clock, Speaker
from app.settings import Settings
from ui.live.page import LivePage
from ui.sound.player import Player
from ui.sound.ringer import Ringer
from ui.tasks import Tasks


class Sound:
    """`player` is None where nothing can be heard."""

    def __init__(
        self,
        tasks: Tasks,
        page: LivePage,
        clock: Clock,
        make_speaker: Callable[[], Speaker] | None,
        settings: Callable[[], Settings],
    ) -> None:
        self.player = None if make_speaker is None else Player(tasks, make_speaker, page)
        self.ringer = Ringer(page, clock, self.player, settings)

    def stop(self) -> None:
        """Nothing is heard any more."""
        self.ringer.stop()
