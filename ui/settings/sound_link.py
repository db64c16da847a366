"""Chimes and warnings on the settings page: listening, and choosing a file of one's own."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.cues import OVER
from app.errors import NoSound
from app.settings import Settings
from ui.problems import problem
from ui.settings.sound_section import SoundSection
from ui.sound.chimes import chime

if TYPE_CHECKING:
    from ui.desk.pages import Errands
    from ui.sound.player import Player


class SoundLink(QObject):
    """`changed` carries the settings as the teacher wants them now."""

    changed = Signal(object)

    def __init__(self, desk: "Errands") -> None:
        self.section = SoundSection(desk.theme, desk.settings)
        super().__init__(self.section)
        self._desk = desk
        self.section.changed.connect(self._change)
        self.section.listen_wanted.connect(self._listen)
        self.section.choose_wanted.connect(lambda: desk.tasks.spawn(self._choose()))
        if (player := self._player()) is not None:
            player.failed.connect(self._tell)
        else:
            self.section.listen_button.setEnabled(False)
        self._look()

    def show(self) -> None:
        """Show what holds now."""
        self.section.show_settings(self._desk.settings)
        self._look()

    def _player(self) -> "Player | None":
        return self._desk.sound.player if self._desk.sound is not None else None

    def _change(self, after: Settings) -> None:
        """Only what is set here: the rest may have been changed elsewhere since."""
        now = self._desk.settings
        self.changed.emit(
            replace(
                now,
                sound=after.sound,
                chime=after.chime,
                volume=after.volume,
                own_sound=after.own_sound,
                five_minutes=after.five_minutes,
            )
        )
        self._look()

    def _look(self) -> None:
        """Off the GUI thread: a stick or a share may be slow, or gone."""
        if own := self._desk.settings.own_sound:
            self._desk.tasks.spawn(self._look_for(own))

    async def _look_for(self, own: str) -> None:
        if not await self._desk.tasks.off_thread(Path(own).is_file):
            self.section.show_gone(own)

    def _listen(self) -> None:
        self.section.say("")
        if (player := self._player()) is not None:
            player.play(chime(self._desk.settings, OVER), self._desk.settings.volume)

    async def _choose(self) -> None:
        desk = self._desk
        filters = self.tr("Sounds (*.wav *.mp3 *.flac *.ogg);;All files (*)")
        file = await desk.dialogs.open_file(self.tr("Choose a sound"), filters)
        if file is not None:
            self.section.use_file(file)
            QTimer.singleShot(0, self._listen)

    def _tell(self, error: NoSound) -> None:
        if self.section.isVisible():
            self.section.say(problem(error))
