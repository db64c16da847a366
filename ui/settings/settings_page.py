"""How Rondo looks on this computer, and where what it keeps is."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.settings import TEXT_SCALES, Settings
from ui.settings.board_section import BoardSection
from ui.settings.key_table import KeyTable
from ui.settings.section import Section
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.header import PageHeader
from ui.widgets.scroll import Scroll
from ui.widgets.segmented import Segmented
from ui.widgets.toggle import Toggle

WIDEST = 860
AFTER = 4
"""So many boxes come after those that are added: data, the year's end, keys, and about."""


class SettingsPage(QWidget):
    """`changed` carries the settings as the teacher wants them now; nothing is kept here.

    `folder` is where the data is, as text to be read.
    """

    changed = Signal(object)
    year_wanted = Signal()
    times_wanted = Signal()

    def __init__(
        self, theme: Theme, settings: Settings, folder: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = settings
        self.look = Segmented(theme)
        self.text_size = Segmented(theme)
        self.board = BoardSection(theme, settings)
        self.still = Toggle(theme)
        self.year_button = Button(theme, self.tr("Go through classes"), "calendar-dots")
        self.times_button = Button(theme, self.tr("Timetable"), "calendar-dots")
        self.folder = Field(theme)
        self.folder.setText(folder)
        self._sections = QVBoxLayout()
        self._build()
        self._connect()
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Show what holds now."""
        self._settings = settings
        self.look.set_current(settings.scheme)
        self.text_size.set_current(settings.text_scale)
        self.board.show_settings(settings)
        self.still.setChecked(settings.reduced_motion)

    def add_section(self, section: QWidget) -> None:
        """One more box, below the board's and those that were added before."""
        self._sections.insertWidget(self._sections.count() - AFTER, section)

    def regions(self) -> list[QWidget]:
        """The boxes that F6 goes round."""
        every = (self._sections.itemAt(at) for at in range(self._sections.count()))
        return [box for item in every if item is not None and (box := item.widget()) is not None]

    def reach(self, part: QWidget) -> None:
        """Scroll to a part of the page."""
        self._scroll.ensureWidgetVisible(part)

    def _tell(self, after: Settings) -> None:
        self._settings = after
        self.board.show_settings(after)
        self.changed.emit(after)

    def _connect(self) -> None:
        self.look.picked.connect(lambda key: self._tell(replace(self._settings, scheme=str(key))))
        self.text_size.picked.connect(
            lambda key: self._tell(replace(self._settings, text_scale=float(key)))
        )
        self.board.changed.connect(self._tell)
        self.still.clicked.connect(
            lambda on: self._tell(replace(self._settings, reduced_motion=on))
        )
        self.times_button.clicked.connect(lambda _on: self.times_wanted.emit())
        self.year_button.clicked.connect(lambda _on: self.year_wanted.emit())

    def _build(self) -> None:
        theme, px = self._theme, self._theme.px
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(20), px(20), px(20), px(24))
        self._sections.setSpacing(px(16))
        held = QWidget()
        held.setLayout(self._sections)
        held.setMaximumWidth(max(WIDEST, px(WIDEST)))
        self._sections.setContentsMargins(0, 0, 0, 0)
        column.addWidget(held)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(PageHeader(theme, self.tr("Settings")))
        self._scroll = Scroll(theme, inner)
        outer.addWidget(self._scroll, 1)
        for section in (
            self._appearance(),
            self.board,
            self._keeping(),
            self._year(),
            self._keys(),
            self._about(),
        ):
            self._sections.addWidget(section)

    def _appearance(self) -> Section:
        section = Section(self._theme, self.tr("Appearance"))
        system, light, dark = self.tr("System"), self.tr("Light"), self.tr("Dark")
        shades = (("light", light, None, "sun"), ("dark", dark, None, "moon"))
        self.look.set_items((("system", system, None, ""), *shades))
        self.text_size.set_items((scale, f"{scale * 100:.0f} %", None, "") for scale in TEXT_SCALES)
        look, size = self.tr("Look"), self.tr("Text size")
        still = self.tr("Less movement")
        self.look.setAccessibleName(look)
        self.text_size.setAccessibleName(size)
        self.still.setAccessibleName(still)
        section.add_line(look, self.tr("Your own window. System follows the computer."), self.look)
        section.add_line(size, self.tr("All text in your own window."), self.text_size)
        section.add_line(still, self.tr("Nothing slides or travels."), self.still)
        return section

    def _keeping(self) -> Section:
        section = Section(self._theme, self.tr("Your data"))
        said = self.tr("Everything stays on this computer, in this folder:")
        section.add_line(self.tr("Where it is"), said)
        self.folder.setReadOnly(True)
        self.folder.setCursorPosition(0)
        self.folder.setAccessibleName(self.tr("Folder of the data"))
        section.add_widget(self.folder)
        return section

    def _year(self) -> Section:
        section = Section(self._theme, self.tr("The school year"))
        taught = self.tr("Periods, weeks and days off: Rondo opens on the class of now.")
        section.add_line(self.tr("When classes are taught"), taught, self.times_button)
        said = self.tr("Put away or erase classes that are over, and old jottings.")
        section.add_line(self.tr("Earlier school years"), said, self.year_button)
        return section

    def _keys(self) -> Section:
        section = Section(self._theme, self.tr("Keys"))
        section.add_widget(KeyTable(self._theme))
        return section

    def _about(self) -> Section:
        section = Section(self._theme, self.tr("About"))
        section.add_line("Rondo", self.tr("Free software, GNU General Public License 3 or later."))
        section.add_line("Qt for Python", self.tr("Windows and controls, LGPL 3."))
        section.add_line("SQLCipher, SQLite", self.tr("The database, BSD and public domain."))
        section.add_line(
            "Atkinson Hyperlegible Next, Noto Sans Arabic",
            self.tr("Fonts, SIL Open Font License 1.1."),
        )
        section.add_line("Phosphor Icons", self.tr("Icons, MIT License."))
        return section
