"""Tags to give while nobody is selected: tap one and then cards or stations, or drag it there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import TagId
from app.domain.observing import TagOffer
from ui.capture.tag_row import TagRow
from ui.capture.words import tr
from ui.theme import Theme
from ui.widgets.tag import TagChip
from ui.widgets.text import Text


class AnyTags(QWidget):
    """`toggled` gives a tag that was tapped; `offered` comes when the chips are others."""

    toggled = Signal(object)
    offered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.row = TagRow(theme)
        self.row.toggled.connect(self.toggled)
        said = tr("Tap a tag, then cards or the head of a station. Or drag it there.")
        self._said = Text(theme, said, "small", "text2")
        self._said.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._said)
        self._column.addWidget(self.row)
        theme.changed.connect(self._space)
        self._space()

    @property
    def chips(self) -> list[tuple[TagId, TagChip]]:
        """Each tag and its chip."""
        return list(self.row.chips.items())

    def show_tags(self, offers: Sequence[TagOffer]) -> None:
        """Offer these."""
        before = self.chips
        self.row.show_tags(offers)
        if self.chips != before:
            self.offered.emit()

    def show_held(self, tag: TagId | None) -> None:
        """Mark the one that is in the hand."""
        self.row.show_given(() if tag is None else (tag,))

    def _space(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, px(12))
        self._column.setSpacing(px(6))
