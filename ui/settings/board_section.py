"""The settings of what the class sees on the projector."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal

from app.settings import Settings
from ui.settings.section import Section
from ui.theme import Theme
from ui.widgets.segmented import Segmented


class BoardSection(Section):
    """`changed` carries the settings as they are wanted."""

    changed = Signal(object)

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__(theme, QCoreApplication.translate("BoardSection", "Board"))
        self._settings = settings
        self.look = Segmented(theme)
        self.clock = Segmented(theme)
        self._build()
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Show what holds now."""
        self._settings = settings
        self.look.set_current(settings.board_scheme)
        self.clock.set_current(settings.board_clock)

    def _tell(self, after: Settings) -> None:
        self._settings = after
        self.changed.emit(after)

    def _build(self) -> None:
        self.look.set_items(
            (
                ("light", self.tr("Light"), None, "sun"),
                ("dark", self.tr("Dark"), None, "moon"),
                ("contrast", self.tr("High contrast"), None, "eye"),
            )
        )
        self.clock.set_items(
            (
                ("digits", self.tr("Exact"), None, "timer"),
                ("calm", self.tr("Calm"), None, "clock"),
            )
        )
        look, clock = self.tr("Look of the board"), self.tr("Clock of the board")
        self.look.setAccessibleName(look)
        self.clock.setAccessibleName(clock)
        self.add_line(look, self.tr("What the class sees on the projector."), self.look)
        said = self.tr("Calm: a shape that shrinks, without digits. Yours is always exact.")
        self.add_line(clock, said, self.clock)
        self.look.picked.connect(
            lambda key: self._tell(replace(self._settings, board_scheme=str(key)))
        )
        self.clock.picked.connect(
            lambda key: self._tell(replace(self._settings, board_clock=str(key)))
        )
