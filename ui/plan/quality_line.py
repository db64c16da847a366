"""How good the plan is, above it: it follows every move of the hand."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.planning.values import Quality
from ui.plan.facts import Fact
from ui.plan.quality_words import Said, quality_facts
from ui.theme import Theme
from ui.widgets.flow import Flow

KEYS = ("kept", "broken", "partners", "wait", "choices", "owed")
GAP = 8
FIRST = frozenset({"kept", "broken", "partners"})
"""What is said also where there is little room."""


class QualityLine(QWidget):
    """A fact for each thing there is to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = {key: Fact(theme) for key in KEYS}
        flow = Flow(theme, GAP, GAP, self)
        for fact in self.facts.values():
            flow.addWidget(fact)
            fact.hide()
        self._short = self._worse = False
        self._said: dict[str, Said] = {}
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_quality(self, quality: Quality, never: bool = False, worse: bool = False) -> None:
        """Say it; `never`: what is missing no plan can give; `worse`: it was better before."""
        self._said = {one.key: one for one in quality_facts(quality, never)}
        self._worse = worse
        self._choose()

    def set_short(self, short: bool) -> None:
        """Say only what comes first, or all of it."""
        if short != self._short:
            self._short = short
            self._choose()

    def _choose(self) -> None:
        shown = [key for key in self._said if key in FIRST or not self._short]
        for key, fact in self.facts.items():
            fact.setVisible(key in shown)
        for key in shown:
            self._show(key, self._said[key].text)
        wide = sum(self.facts[key].sizeHint().width() + GAP for key in shown) - GAP
        for key in shown if wide > self.width() else ():
            if self._said[key].short:
                self._show(key, self._said[key].short)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def _show(self, key: str, text: str) -> None:
        said, worse = self._said[key], self._worse and key == "kept"
        icon, tone = ("warning", "warn") if worse else (said.icon, said.tone)
        self.facts[key].show_fact(text, icon, tone, said.strong)
