"""The settings of chimes and warnings."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal

from app.settings import VOLUMES, Settings
from ui.settings.section import Section
from ui.theme import Theme
from ui.widgets.announce import Announcer
from ui.widgets.button import Button
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text
from ui.widgets.toggle import Toggle


class SoundSection(Section):
    """`changed` carries the settings as they are wanted; `choose_wanted` asks for a file."""

    changed = Signal(object)
    listen_wanted = Signal()
    choose_wanted = Signal()

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__(theme, QCoreApplication.translate("SoundSection", "Sound and warnings"))
        self._settings = settings
        self.sound = Toggle(theme)
        self.five = Toggle(theme)
        self.chime = Segmented(theme)
        self.volume = Segmented(theme)
        self.listen_button = Button(theme, self.tr("Listen"), "speaker-high")
        self.choose_button = Button(theme, self.tr("Choose…"))
        self.choose_button.setAccessibleName(self.tr("Choose a sound of your own"))
        self.forget_button = Button(theme, self.tr("Forget"))
        self.file, self.said = (self._small(theme) for _ in range(2))
        self._announce = Announcer(self)
        self._build()
        self._connect()
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Show what holds now."""
        self._settings = settings
        self.sound.setChecked(settings.sound)
        self.five.setChecked(settings.five_minutes)
        self.chime.set_current(settings.chime)
        self.volume.set_current(settings.volume)
        self._show_file(settings.own_sound)

    def use_file(self, file: Path) -> None:
        """Hear the teacher's own file at the end of a round."""
        self._tell(replace(self._settings, own_sound=str(file)))

    def show_gone(self, own: str) -> None:
        """The teacher's own file, if it is still that one, is not where it was."""
        if own == self._settings.own_sound:
            text = self.tr("{file} is not there any more; the chime is heard.")
            self.file.setText(text.format(file=Path(own).name))

    def say(self, text: str) -> None:
        """What came of what the teacher asked for; empty for nothing to say."""
        self.said.setText(text)
        self.said.setVisible(bool(text))
        if text:
            self._announce(text)

    def _show_file(self, own: str) -> None:
        self.file.setText(Path(own).name)
        self.file.setVisible(bool(own))
        self.choose_button.setText(self.tr("Change…") if own else self.tr("Choose…"))
        self.forget_button.setVisible(bool(own))

    def _tell(self, after: Settings) -> None:
        self.say("")
        self.show_settings(after)
        self.changed.emit(after)

    def _small(self, theme: Theme) -> Text:
        line = Text(theme, "", "small", "text2")
        line.setWordWrap(True)
        return line

    def _connect(self) -> None:
        self.sound.clicked.connect(lambda on: self._tell(replace(self._settings, sound=on)))
        self.five.clicked.connect(lambda on: self._tell(replace(self._settings, five_minutes=on)))
        self.chime.picked.connect(lambda key: self._tell(replace(self._settings, chime=str(key))))
        self.volume.picked.connect(lambda key: self._tell(replace(self._settings, volume=int(key))))
        self.listen_button.clicked.connect(lambda _on: self.listen_wanted.emit())
        self.choose_button.clicked.connect(lambda _on: self.choose_wanted.emit())
        self.forget_button.clicked.connect(
            lambda _on: self._tell(replace(self._settings, own_sound=""))
        )

    def _build(self) -> None:
        self.chime.set_items(
            (("bell", self.tr("Bell"), None, "bell"), ("wood", self.tr("Wood"), None, "music-note"))
        )
        self.volume.set_items((level, f"{level} %", None, "") for level in VOLUMES)
        sound, five = self.tr("Sounds"), self.tr("Five minutes left")
        chime, volume = self.tr("Chime"), self.tr("Volume")
        for widget, name in (
            (self.sound, sound),
            (self.five, five),
            (self.chime, chime),
            (self.volume, volume),
        ):
            widget.setAccessibleName(name)
        said = self.tr("Before a round ends, as it ends, and as the next begins. Always seen too.")
        self.add_line(sound, said, self.sound)
        self.add_line(chime, "", self.chime, self.listen_button)
        self.add_line(volume, self.tr("Share of this computer’s own volume."), self.volume)
        own = self.tr("Your own sound as a round ends")
        said = self.tr("A sound file of yours: WAV, MP3, FLAC or Ogg.")
        self.add_line(own, said, self.forget_button, self.choose_button)
        self.add_widget(self.file)
        said = self.tr("A second, earlier warning. The lesson’s own is set in its plan.")
        self.add_line(five, said, self.five)
        self.add_widget(self.said)
        self.said.hide()
