"""Joins the headings, the toolbar and the filters with what the teacher has chosen to see."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.ids import SkillId
from app.domain.progress import ProgressTable
from app.errors import NotRead
from ui.progress.choice import EVERYONE, MARKED_GROUPS, Order
from ui.progress.chosen import Chosen
from ui.progress.column_menu import Asks, column_menu
from ui.progress.filters import MARKED, Filter
from ui.progress.parts import Parts
from ui.progress.words import order_choices
from ui.theme import Theme
from ui.widgets.menu import Menu


class Choosing(QObject):
    """Holds the choice; `changed` says that it is another one."""

    changed = Signal()

    def __init__(self, theme: Theme, parts: Parts, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._parts = parts
        self._page = page
        self._whole: ProgressTable | None = None
        self._marks: Callable[[ProgressTable], ProgressTable] | None = None
        self._marked: tuple[ProgressTable, ProgressTable] | None = None
        self.chosen = Chosen()
        self._connect()

    def begin(self) -> None:
        """Another class: all its students in the order of their names."""
        self.chosen = Chosen(attention=self.chosen.attention)
        self._whole = self._marked = None
        self._parts.search.clear()
        self._parts.toolbar.who.set_current(EVERYONE)

    def mark_with(self, marks: Callable[[ProgressTable], ProgressTable]) -> None:
        """Ask this who is stuck and who is ready for a skill, when that is chosen or offered."""
        self._marks = marks

    def show_everyone(self) -> None:
        """Leave nobody out."""
        self._parts.toolbar.who.set_current(EVERYONE)
        self.chosen.filters = ()
        self._parts.search.clear()
        self.changed.emit()

    def shown(self, whole: ProgressTable, strand: SkillId | None) -> ProgressTable:
        """The chosen part of a table, with the headings told what was chosen."""
        chosen, heat = self.chosen, self._parts.heat
        who = str(self._parts.toolbar.who.current())
        if who in MARKED_GROUPS or any(wanted.want in MARKED for wanted in chosen.filters):
            whole = self._with_marks(whole)
        self._whole = whole
        narrowed = chosen.narrowed(whole, strand)
        shown = chosen.shown(narrowed, whole, who, self._parts.search.text())
        self._parts.filters.show_filters(chosen.filters, whole)
        heat.set_filtered(frozenset(wanted.column for wanted in chosen.filters))
        choices = order_choices(narrowed)
        words = [text for by, skill, text in choices if (by, skill) == chosen.order.key]
        heat.corner.set_choices(choices, "".join(words))
        return shown

    def menu_of(self, by: str, skill: SkillId | None) -> Menu:
        """The menu of a column of the class that is shown, to be popped up."""
        assert self._whole is not None
        asks = Asks(self._turn_order, self._turn_filter, self._turn_fold, self._fold_all)
        whole = self._with_marks(self._whole)
        return column_menu(self._theme, self._page, whole, self.chosen, (by, skill), asks)

    def _with_marks(self, whole: ProgressTable) -> ProgressTable:
        """Worked out once for a table; without marks while the disk does not answer."""
        if self._marks is None or (self._marked and whole is self._marked[1]):
            return whole
        if self._marked is None or self._marked[0] is not whole:
            try:
                self._marked = (whole, self._marks(whole))
            except NotRead:
                return whole
        return self._marked[1]

    def _connect(self) -> None:
        parts, heat = self._parts, self._parts.heat
        parts.search.textChanged.connect(lambda _text: self.changed.emit())
        parts.toolbar.who_picked.connect(lambda _who: self.changed.emit())
        parts.attention.toggled.connect(self._turn_attention)
        parts.filters.dropped.connect(self._turn_filter)
        parts.panel.filter_wanted.connect(self._turn_filter)
        heat.order_wanted.connect(self._turn_order)
        heat.menu_wanted.connect(self._open_menu)
        heat.fold_wanted.connect(self._turn_fold)
        heat.corner.order_wanted.connect(self._set_order)

    def _turn_order(self, by: str, skill: object) -> None:
        self.chosen.turn_order(by, _skill(skill))
        self.changed.emit()

    def _set_order(self, by: str, skill: object) -> None:
        self.chosen.order = Order(by, _skill(skill))
        self.changed.emit()

    def _turn_filter(self, wanted: Filter) -> None:
        self.chosen.turn_filter(wanted)
        self.changed.emit()

    def _turn_fold(self, strand: SkillId) -> None:
        self.chosen.turn_fold(strand)
        self.changed.emit()

    def _fold_all(self) -> None:
        if self._whole is not None:
            self.chosen.fold_all(self._whole)
            self.changed.emit()

    def _turn_attention(self, on: bool) -> None:
        self.chosen.attention = on
        self._parts.heat.set_attention(on)

    def _open_menu(self, by: str, skill: object, spot: QPoint) -> None:
        menu = self.menu_of(by, _skill(skill))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(spot)


def _skill(skill: object) -> SkillId | None:
    return SkillId(skill) if isinstance(skill, int) else None
