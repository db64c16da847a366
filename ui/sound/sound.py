"""All that is heard at one desk: the clock's chimes, and a sound to try in the settings."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from app.ports import Clock, Speaker
from app.settings import Settings
from ui.live.page import LivePage
from ui.sound.player import Player
from ui.sound.ringer import Ringer
from ui.tasks import Tasks


class Listener(Protocol):
    """What is asked of the desk."""

    @property
    def tasks(self) -> Tasks: ...
    @property
    def settings(self) -> Settings: ...
    def choose(self, settings: Settings) -> None: ...
    def say(self, text: str, icon: str = ...) -> None: ...


class Sound:
    """`player` is None where nothing can be heard."""

    def __init__(
        self,
        desk: Listener,
        page: LivePage,
        clock: Clock,
        make_speaker: Callable[[], Speaker] | None,
    ) -> None:
        self._desk = desk
        self.player = None if make_speaker is None else Player(desk.tasks, make_speaker, page)
        self.ringer = Ringer(page, clock, self.player, lambda: desk.settings)
        buttons = page.top_bar.buttons
        buttons.hears = lambda: desk.settings.sound
        buttons.sound.connect(self.toggle)

    def toggle(self) -> None:
        """Sounds off, or on again."""
        on = not self._desk.settings.sound
        self._desk.choose(replace(self._desk.settings, sound=on))
        if not on and self.player is not None:
            self.player.stop()
        on_text, off_text = "Sounds are on.", "Sounds are off. What is due is still shown."
        said = QCoreApplication.translate("Sound", on_text if on else off_text)
        self._desk.say(said, "speaker-high" if on else "speaker-slash")

    def stop(self) -> None:
        """Nothing is heard any more."""
        self.ringer.stop()
