"""The tags of the class, to be given with one click."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.ids import TagId
from app.domain.observing import TagOffer
from ui.theme import Theme
from ui.widgets.flow import Flow
from ui.widgets.lines import wrapping
from ui.widgets.tag import TagChip


class TagRow(QWidget):
    """One chip a tag; `toggled` asks to give it or to take it back."""

    toggled = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._offers: tuple[TagOffer, ...] = ()
        self.chips: dict[TagId, TagChip] = {}
        self._flow = Flow(theme, 6, 6, self)
        self.setSizePolicy(wrapping())

    def show_tags(self, offers: Sequence[TagOffer]) -> None:
        """Offer these; the same ones again leave the chips as they are."""
        if tuple(offers) == self._offers:
            return
        self._offers = tuple(offers)
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self.chips = {offer.id: self._chip(offer) for offer in offers}
        self.setVisible(bool(offers))

    def show_given(self, given: Collection[int]) -> None:
        """Mark the tags that were just given."""
        for tag, chip in self.chips.items():
            chip.setChecked(tag in given)

    def focus(self) -> None:
        """Put the keyboard on the first tag."""
        for chip in list(self.chips.values())[:1]:
            chip.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _chip(self, offer: TagOffer) -> TagChip:
        chip = TagChip(self._theme, offer.name, self)
        chip.clicked.connect(lambda: self._press(offer.id, chip))
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _press(self, tag: TagId, chip: TagChip) -> None:
        chip.setChecked(not chip.isChecked())
        self.toggled.emit(tag)
