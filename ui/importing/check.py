"""The second step of an import: match the columns, check the rows."""

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.roster.draft import RosterDraft
from app.domain.roster.notes import RowState
from ui.importing.card import ImportCard
from ui.importing.columns import needed, needed_of, plan
from ui.importing.filter import ImportFilter
from ui.importing.model import ImportModel
from ui.importing.quiet_link import QuietLink
from ui.importing.reading import ImportReading
from ui.importing.words import say
from ui.theme import Theme
from ui.widgets.note import Note


class ImportCheck(QWidget):
    """Filter, order, reading and the table; says nothing to the draft by itself."""

    menu_asked = Signal(int, QPoint)
    rearranged = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._draft: RosterDraft | None = None
        self._wanted: tuple[int, ...] = ()
        self.model = ImportModel(self)
        self.filter = ImportFilter(theme)
        self.order = QuietLink(theme, "", "sort-ascending")
        self.known = QuietLink(theme, "", "skip-forward")
        self.reading = ImportReading(theme)
        self.problem = Note(theme, "danger")
        self.card = ImportCard(theme, self.model)
        self._top, self._rows = QHBoxLayout(), QVBoxLayout(self)
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_draft(self, draft: RosterDraft, class_name: str) -> None:
        """Show a state of the list."""
        fresh = self._draft is None or draft.table is not self._draft.table
        replanned = fresh or self._draft is None or draft.columns != self._draft.columns
        self._draft = draft
        if fresh:
            self._wanted = ()
            self.filter.show_all()
            self.reading.show_reading(draft.table.reading)
        self._show_counts(draft)
        self.model.show_draft(draft, class_name)
        if replanned or needed(draft) != needed_of(self.model.columns):
            self.replan()
        self.card.fit()
        self.rearranged.emit()

    def replan(self) -> None:
        """Choose and size the columns for the room there is."""
        if self._draft is None:
            return
        made = plan(self._draft, self.card.room(), self._theme.px, self._wanted)
        if made != self.model.plan:
            self.model.set_plan(made)
            self.card.heads.show_plan(self._draft, made)
        self.card.table.set_widths(made.row_width, made.note_width)
        self.card.heads.place()
        self.card.fit()
        self.rearranged.emit()

    def controls(self) -> list[QWidget]:
        """What takes the focus, in the order of reading; those of a row follow the table."""
        reading, heads = self.reading, self.card.heads
        return [
            *self.filter.controls(),
            self.known,
            self.order,
            reading.choice,
            reading.yes,
            *heads.dropdowns(),
            heads.more,
            self.card.table,
            *self.card.table.controls(),
        ]

    def show_column(self, at: int) -> None:
        """Give room to a column that had none."""
        self._wanted = (at, *self._wanted)
        self.replan()

    def next_problem(self) -> None:
        """Go to the first row after the present one that needs the teacher, or the first at all."""
        if self.filter.current() is not RowState.NEEDS:
            self.filter.show_all()
        problems = self.model.problems()
        if not problems:
            return
        places = [self.model.place_of(key) or 0 for key in problems]
        present = self.card.table.present()
        here = None if present is None else self.model.place_of(present)
        after = [k for k, at in zip(problems, places, strict=True) if here is None or at > here]
        self.card.table.go_to((after or problems)[0])

    def show_problem(self, text: str) -> None:
        """Say why something could not be done; "" takes it back."""
        self.problem.set_note(text)
        self.problem.setVisible(bool(text))

    def _build(self) -> None:
        self._rows.addLayout(self._top)
        self._rows.addWidget(self.reading)
        self._rows.addWidget(self.problem)
        self._rows.addWidget(self.card, 1)
        self._rows.addStretch(0)
        self._top.addWidget(self.filter, 1)
        self._top.addWidget(self.known)
        self._top.addWidget(self.order)
        self.reading.hide()
        self.problem.hide()
        self.known.hide()
        self.filter.picked.connect(self._filtered)
        self.order.clicked.connect(lambda _on: self._turn_order())
        self.card.table.menu_asked.connect(self.menu_asked)
        # After the layout is done: new widths inside it would ask for the layout again.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.replan)
        self.card.table.resized.connect(self._later.start)
        self._show_order()

    def _filtered(self, state: object) -> None:
        self.model.set_filter(state if isinstance(state, RowState) else None)
        self.card.fit()

    def _turn_order(self) -> None:
        self.model.set_problems_first(not self.model.problems_first)
        self._show_order()
        self.card.fit()

    def _show_order(self) -> None:
        first = self.model.problems_first
        self.order.setText(say("Problems first") if first else say("In the list’s order"))

    def _show_counts(self, draft: RosterDraft) -> None:
        self.filter.show_counts(draft.counts)
        known = draft.known_count
        self.known.setVisible(known > 1)
        self.known.setText(say("Skip the {count} already in the class").format(count=known))

    def _restyle(self) -> None:
        px = self._theme.px
        self._rows.setContentsMargins(0, 0, 0, px(16))
        self._rows.setSpacing(px(10))
        self._top.setSpacing(px(16))
        self.replan()
