"""A plan that is only proposed: what it would change, to be kept whole, in part, or not at all."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.plan.side_form import SideForm
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.flow import Flow
from ui.widgets.text import Text

MOST = 40
"""Lines that are told one by one; of more the count of changes is told."""


@dataclass(frozen=True, slots=True)
class OfferLine:
    """One place that changes, in words."""

    key: object
    text: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered: a title, what there is to say about all of it, and each change.

    Not `new`: it is the plan as it is.
    """

    title: str
    text: str
    lines: tuple[OfferLine, ...] = ()
    new: bool = True


class OffersPanel(SideForm):
    """`kept` carries the keys that are ticked, or None for the whole; `left` wants none of it.

    `ticked` says that other keys are ticked now.
    """

    kept = Signal(object)
    ticked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, between=8)
        self.checks: dict[object, Check] = {}
        self.title = Text(theme, "", "strong")
        self.text = Text(theme, "", "small", "text2")
        self.warning = Text(theme, "", "small", "warn")
        self.keep_button = Button(theme, self.tr("Keep all"), "check", "primary", small=True)
        self.some_button = Button(theme, self.tr("Keep ticked"), small=True)
        self.leave_button = Button(theme, self.tr("Leave as it was"), "", "quiet", small=True)
        self._ticks = QVBoxLayout()
        self._build()

    def show_offer(self, offer: Offer) -> None:
        """Offer this."""
        self.title.setText(offer.title)
        self.text.setText(offer.text)
        self.text.setVisible(bool(offer.text))
        for check in self.checks.values():
            self._ticks.removeWidget(check)
            check.hide()
            check.deleteLater()
        shown = offer.lines if len(offer.lines) <= MOST else ()
        self.checks = {line.key: self._check(line) for line in shown}
        self.keep_button.setVisible(offer.new)
        self.leave_button.setText(self.tr("Leave as it was") if offer.new else self.tr("Back"))
        self.warn("")
        self._show_ticked()

    def warn(self, text: str) -> None:
        """Say what speaks against keeping only what is ticked; empty for nothing."""
        self.warning.setText(text)
        self.warning.setVisible(bool(text))

    def picked(self) -> tuple[object, ...]:
        """The keys that are ticked."""
        return tuple(key for key, check in self.checks.items() if check.isChecked())

    def _check(self, line: OfferLine) -> Check:
        check = Check(self._theme, line.text)
        check.setChecked(True)
        check.toggled.connect(lambda _on: self._tell())
        self._ticks.addWidget(check)
        return check

    def _tell(self) -> None:
        self._show_ticked()
        self.ticked.emit(self.picked())

    def _show_ticked(self) -> None:
        picked, several = len(self.picked()), len(self.checks) > 1
        self.some_button.setVisible(several)
        self.some_button.setEnabled(0 < picked < len(self.checks))
        self.keep_button.setText(self.tr("Keep all") if several else self.tr("Keep"))

    def _build(self) -> None:
        self.title.setWordWrap(True)
        self.text.setWordWrap(True)
        self._ticks.setSpacing(0)
        self._column.addWidget(self.title)
        self._column.addWidget(self.text)
        self._column.addLayout(self._ticks)
        self._column.addStretch(1)
        flow = Flow(self._theme, 8, 6)
        for button in (self.keep_button, self.some_button, self.leave_button):
            flow.addWidget(button)
        self.warning.setWordWrap(True)
        self._foot.addWidget(self.warning)
        self._foot.addLayout(flow)
        self.keep_button.clicked.connect(lambda _on: self.kept.emit(None))
        self.some_button.clicked.connect(lambda _on: self.kept.emit(self.picked()))
        self.leave_button.clicked.connect(lambda _on: self.left.emit())
