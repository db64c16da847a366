"""How good the plan is, above it: it follows every move of the hand."""

from PySide6.QtWidgets import QWidget

from app.domain.planning.values import Quality
from ui.plan.facts import Fact
from ui.plan.quality_words import Said, quality_facts
from ui.theme import Theme
from ui.widgets.flow import Flow

KEYS = ("kept", "broken", "partners", "wait", "choices", "owed")
FIRST = frozenset({"kept", "broken", "partners"})
"""What is said also where there is little room."""


class QualityLine(QWidget):
    """A fact for each thing there is to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = {key: Fact(theme) for key in KEYS}
        flow = Flow(theme, 8, 8, self)
        for fact in self.facts.values():
            flow.addWidget(fact)
            fact.hide()
        self._short = False
        self._said: dict[str, Said] = {}
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_quality(self, quality: Quality, never: bool = False, worse: bool = False) -> None:
        """Say it; `never`: what is missing no plan can give; `worse`: it was better before."""
        self._said = {one.key: one for one in quality_facts(quality, never)}
        for key, one in self._said.items():
            self._show(self.facts[key], one, worse and key == "kept")
        self._choose()

    def set_short(self, short: bool) -> None:
        """Say only what comes first, or all of it."""
        if short != self._short:
            self._short = short
            self._choose()

    def _choose(self) -> None:
        for key, fact in self.facts.items():
            fact.setVisible(key in self._said and (key in FIRST or not self._short))

    def _show(self, fact: Fact, said: Said, worse: bool) -> None:
        icon, tone = ("warning", "warn") if worse else (said.icon, said.tone)
        fact.show_fact(said.text, icon, tone, said.strong)
