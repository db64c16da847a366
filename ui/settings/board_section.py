"""The settings of what the class sees on the projector."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal

from app.settings import Settings
from ui.settings.section import Section
from ui.theme import Theme
from ui.widgets.segmented import Segmented
from ui.widgets.stepper import Stepper
from ui.widgets.toggle import Toggle


class BoardSection(Section):
    """`changed` carries the settings as they are wanted."""

    changed = Signal(object)

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__(theme, QCoreApplication.translate("BoardSection", "Board"))
        self._settings = settings
        self.look = Segmented(theme)
        self.clock = Segmented(theme)
        self.view = Segmented(theme)
        self.pictures = Toggle(theme)
        self.seat = Stepper(theme, 0, 40)
        self.image = Stepper(theme, 40, 500)
        self.far = Toggle(theme)
        self._build()
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Show what holds now."""
        self._settings = settings
        self.look.set_current(settings.board_scheme)
        self.clock.set_current(settings.board_clock)
        self.view.set_current(settings.board_view)
        self.pictures.setChecked(settings.board_pictures)
        self.seat.set_value(settings.seat_metres)
        self.image.set_value(settings.image_cm)
        self.far.setChecked(settings.board_far)
        self.far.setEnabled(settings.seat_metres > 0)

    def _tell(self, after: Settings) -> None:
        self.show_settings(after)
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
        self._add_view()
        self._add_room()
        self.look.picked.connect(
            lambda key: self._tell(replace(self._settings, board_scheme=str(key)))
        )
        self.clock.picked.connect(
            lambda key: self._tell(replace(self._settings, board_clock=str(key)))
        )

    def _add_view(self) -> None:
        view = self.tr("Stations on the board")
        self.view.set_items(
            (
                ("columns", self.tr("In columns"), None, ""),
                ("room", self.tr("As in the room"), None, ""),
            )
        )
        self.view.setAccessibleName(view)
        said = self.tr("As in the room, where you placed them: Class, Stations.")
        self.add_line(view, said, self.view)
        pictures = self.tr("For those who cannot read yet")
        self.pictures.setAccessibleName(pictures)
        said = self.tr("Large icons, and photos of those whom the class may see.")
        self.add_line(pictures, said, self.pictures)
        self.pictures.clicked.connect(
            lambda on: self._tell(replace(self._settings, board_pictures=on))
        )
        self.view.picked.connect(
            lambda key: self._tell(replace(self._settings, board_view=str(key)))
        )

    def _add_room(self) -> None:
        """How far the last row is, and how high the picture: whether it can read the board."""
        seat, image = self.tr("Last row"), self.tr("Height of the picture")
        far = self.tr("Pages for the last row")
        self.seat.set_suffix(self.tr(" m"))
        self.seat.set_unsaid(self.tr("Not set"))
        self.seat.set_name(seat)
        self.image.set_suffix(self.tr(" cm"))
        self.image.set_step(5)
        self.image.set_name(image)
        self.far.setAccessibleName(far)
        said = self.tr(
            "From the picture to the last seat. Live then says what cannot be read there."
        )
        self.add_line(seat, said, self.seat)
        self.add_line(image, self.tr("Of what the projector shows, on the wall."), self.image)
        said = self.tr("Where names are too small for it, the stations are shown by turns, larger.")
        self.add_line(far, said, self.far)
        self.seat.changed.connect(
            lambda metres: self._tell(replace(self._settings, seat_metres=metres))
        )
        self.image.changed.connect(lambda cm: self._tell(replace(self._settings, image_cm=cm)))
        self.far.clicked.connect(lambda on: self._tell(replace(self._settings, board_far=on)))
