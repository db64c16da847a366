"""What the teacher has chosen: used from now on, and remembered for the next time."""

from app.errors import ClassroomError
from app.settings import Settings, SettingsKeeper
from ui.theme import Theme


class Choices:
    """Holds the settings of one desk. What the disk refuses to keep holds until the end."""

    def __init__(self, keeper: SettingsKeeper, theme: Theme) -> None:
        self._keeper = keeper
        self._theme = theme
        self.now: Settings = keeper.load()

    def dress(self) -> None:
        """Give the windows the look that is chosen."""
        self._theme.choose(self.now.scheme, self.now.text_scale, self.now.reduced_motion)

    def remember(self, settings: Settings) -> bool:
        """Use these settings from now on; returns whether they are kept for the next time."""
        self.now = settings
        try:
            self._keeper.save(settings)
        except ClassroomError:
            return False
        return True
