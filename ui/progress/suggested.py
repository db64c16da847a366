"""In the panel: small groups worth a lesson's time."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.changes import Entity
from app.domain.classes import Rule
from app.domain.lessons import Lesson
from app.domain.progress import ProgressTable
from app.domain.session import Session
from app.domain.suggestions import Suggestion
from app.errors import ClassroomError, NotRead
from app.services.suggestions import SuggestionService
from ui.problems import problem
from ui.progress.suggestion_card import SuggestionCard
from ui.progress.words import counted, tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.text import Text

AT_FIRST = 3
"""So many groups leave room for who was not seen lately."""
AFTER_MS = 120
"""The heat map is drawn first; who is suggested comes a moment later."""
PLANS = frozenset[type[Entity]]({Rule, Lesson, Session})


class SuggestedGroups(QWidget):
    """Suggestions with their reasons; nothing until it is told where they come from.

    `refused` tells why a group could not be added to a lesson.
    """

    refused = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._service: SuggestionService | None = None
        self._table: ProgressTable | None = None
        self._due = False
        self._cards: list[SuggestionCard] = []
        self._nothing = Text(theme, tr("Nobody is waiting for a group."), "small", "text2")
        self._nothing.setWordWrap(True)
        self.more = Button(theme, "", kind="link", small=True)
        self.more.setCheckable(True)
        self.more.hide()
        self._list = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addWidget(Text(theme, tr("Suggested small groups"), "strong"))
        self._column.addWidget(self._nothing)
        self._column.addLayout(self._list)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.more.toggled.connect(lambda _on: self.show_now())
        self._soon = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._soon.timeout.connect(self.show_now)
        self.setAccessibleName(tr("Suggested small groups"))
        self.hide()
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def cards(self) -> list[SuggestionCard]:
        """The groups that are shown."""
        return [card for card in self._cards if not card.isHidden()]

    def suggest_with(self, service: SuggestionService) -> None:
        """Ask this for suggestions from now on."""
        self._service = service

    def show_table(self, table: ProgressTable) -> None:
        """Suggest from a class's progress, as soon as it is drawn."""
        self._table = table
        if self._service is not None:
            self._service.catch_up()
        seen = any(cell.seen_at for row in table.rows for cell in row.cells)
        self.setVisible(seen and self._service is not None)
        self._ask()

    def on_changed(self, kinds: frozenset[type[Entity]]) -> None:
        """What is planned may be another now."""
        if kinds & PLANS:
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Who is suggested is worked out for one who looks."""
        super().showEvent(event)
        if self._due:
            self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._soon.stop()

    def show_now(self) -> None:
        """Work out who is suggested, and show it."""
        self._soon.stop()
        self._due = False
        if self._service is None or self._table is None:
            return
        table = self._table
        try:
            found = self._service.suggest(table)
            planned = self._service.planned(table.school_class.id, found)
        except NotRead:
            return  # the disk does not answer: what was suggested before is still shown
        self._show(found, planned)

    def _ask(self) -> None:
        self._due = True
        if self.isVisible():
            self._soon.start()

    def _show(self, found: Sequence[Suggestion], planned: Sequence[bool]) -> None:
        shown = len(found) if self.more.isChecked() else min(len(found), AT_FIRST)
        while len(self._cards) < shown:
            self._make()
        for at, card in enumerate(self._cards):
            card.setVisible(at < shown)
            if at < shown:
                card.show_suggestion(found[at], planned[at])
        self._nothing.setVisible(not found)
        self.more.setVisible(len(found) > AT_FIRST)
        rest = counted("Show %n more", "Show %n more", len(found) - AT_FIRST)
        self.more.setText(tr("Show fewer") if self.more.isChecked() else rest)

    def _make(self) -> None:
        card = SuggestionCard(self._theme, self)
        card.added.connect(self._add)
        self._cards.append(card)
        self._list.addWidget(card)

    def _add(self, one: Suggestion) -> None:
        if self._service is None or self._table is None:
            return
        try:
            self._service.add(self._table.school_class.id, one)
        except ClassroomError as error:
            self.refused.emit(problem(error))
        else:
            self.show_now()

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self._list.setSpacing(px(8))
