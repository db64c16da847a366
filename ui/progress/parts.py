"""The parts of the progress page, and where they are."""

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.ports import Clock
from ui.progress.filter_bar import FilterBar
from ui.progress.heat_map import HeatMap
from ui.progress.pick_bar import PickBar
from ui.progress.side_panel import SidePanel
from ui.progress.toolbar import Toolbar
from ui.progress.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.header import PageHeader
from ui.widgets.segmented import Segmented
from ui.widgets.surface import Surface
from ui.widgets.text import Text

FIND_WIDTH = 200
WORDS_FROM, DENSITY_FROM = 820, 480
"""In a narrower page (design px) the header has shorter controls, then fewer."""
COMPACT, ROOMY = "compact", "roomy"


class Parts:
    """Makes every part but the drawer, and lays them out in the page."""

    def __init__(self, theme: Theme, clock: Clock, page: QWidget) -> None:
        self._theme = theme
        self._page = page
        self.header = PageHeader(theme, tr("Progress"))
        self.search = Field(theme, tr("Find a student"), "magnifying-glass")
        self.attention = Button(theme, tr("Needs attention"), "eye")
        self.density = Segmented(theme)
        self.beside = _icon(theme, "users-three", tr("Who was not seen lately"))
        self.printing = _icon(theme, "printer", tr("Print"))
        self.toolbar = Toolbar(theme)
        self.filters = FilterBar(theme)
        self.heat = HeatMap(theme, clock)
        self.panel = SidePanel(theme)
        self.picks = PickBar(theme)
        self.remark = Text(theme, "", "body", "text2")
        self.empty = EmptyState(theme, "")
        self._around = QVBoxLayout()
        self._stack = QStackedLayout()
        self._full = QWidget()
        self._fill_header()
        self._lay_out()
        self.restyle()

    def show_empty(self, text: str, button: str) -> None:
        """Say why there is nothing in the place of the heat map."""
        self.empty.set_words(text, button)
        self._stack.setCurrentWidget(self.empty)

    def show_heat(self) -> None:
        """Show the heat map."""
        self._stack.setCurrentWidget(self._full)

    def cover(self, covered: bool) -> None:
        """Nothing leads into what lies under the drawer, neither Tab nor a screen reader."""
        under = (self.search, self.attention, self.density, self.beside, self.printing, self.panel)
        for part in under:
            part.setEnabled(not covered)

    def restyle(self) -> None:
        """Ask the theme again, and fit the header into the width of the page."""
        px = self._theme.px
        wide = self._page.width()
        self.attention.setText(tr("Needs attention") if wide >= px(WORDS_FROM) else "")
        self.density.setVisible(wide >= px(DENSITY_FROM))
        self.search.setMaximumWidth(px(FIND_WIDTH))
        self.remark.setContentsMargins(px(6), px(6), 0, px(6))
        self._around.setContentsMargins(px(14), 0, px(10), px(4))
        self._around.setSpacing(0)

    def _fill_header(self) -> None:
        self.search.setClearButtonEnabled(True)
        self.attention.setCheckable(True)
        self.attention.setAccessibleName(tr("Needs attention"))
        self.attention.setToolTip(
            tr("Needs attention: what is secure, fresh and not falling stands back")
        )
        self.beside.setCheckable(True)
        self.density.set_items([(COMPACT, tr("Compact"), None, ""), (ROOMY, tr("Roomy"), None, "")])
        for part in (self.attention, self.search, self.density, self.beside, self.printing):
            self.header.add_widget(part)

    def _lay_out(self) -> None:
        left = Surface(self._theme, "canvas")
        column = QVBoxLayout(left)
        column.setSpacing(0)
        column.setContentsMargins(0, 0, 0, 0)
        self._around.addWidget(self.remark)
        self._around.addWidget(self.heat, 1)
        self._around.addWidget(self.picks)
        self._full.setLayout(self._around)
        column.addWidget(self.toolbar)
        column.addWidget(self.filters)
        # Before anything is in it: a stack shows its first part, and must know where.
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self._full)
        self._stack.addWidget(self.empty)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(left, 1)
        body.addWidget(self.panel)
        rows = QVBoxLayout(self._page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addLayout(body, 1)


def _icon(theme: Theme, icon: str, says: str) -> Button:
    button = Button(theme, "", icon)
    button.setAccessibleName(says)
    button.setToolTip(says)
    return button
