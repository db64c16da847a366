"""The menus of an import: of a row, of how the list was read, of columns without room."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from app.domain.roster.notes import RowState
from app.domain.roster.table import TableRow
from ui.importing.check import ImportCheck
from ui.importing.reading import choices
from ui.importing.words import heading_of, say
from ui.importing.work import ImportWork
from ui.theme import Theme
from ui.widgets.menu import Menu

SHOWN = 60
OFFERED = 4


class ImportMenus:
    """Opens them over `parent`; each choice goes straight to the work."""

    def __init__(
        self, theme: Theme, work: ImportWork, add_one: Callable[[], None], parent: QWidget
    ) -> None:
        self._add_one = add_one
        self._theme = theme
        self._work = work
        self._parent = parent

    def row_menu(self, key: int, check: ImportCheck) -> Menu:
        """Everything that can be done with a row."""
        menu, row = self._menu(), self._work.draft.row(key)
        buttons = check.model.actions(row)
        for action in buttons:
            menu.add(action.text, partial(self._work.decide, key, action.key))
        keys = {action.key for action in buttons}
        if row.note.need is not None and row.name.family and "keep" not in keys:
            menu.add(say("Keep as the only name"), lambda: self._work.decide(key, "keep"))
        if row.state is not RowState.LEFT_OUT and "skip" not in keys:
            menu.add(say("Skip"), lambda: self._work.decide(key, "skip"))
        menu.addSeparator()
        menu.add(say("Add one student"), self._add_one)
        menu.add(say("This row is the headings"), lambda: self._work.take_headings(key))
        return menu

    def source_menu(self) -> Menu:
        """Which row holds the headings, and how the letters are read."""
        menu, draft = self._menu(), self._work.draft
        now = draft.layout.headings
        menu.add_choice(say("No headings"), now is None, lambda: self._work.take_headings(None))
        offered = sorted(
            {*range(min(OFFERED, len(draft.layout.rows))), *([] if now is None else [now])}
        )
        for at in offered:
            text = say("Headings in row {row}: {cells}")
            row = draft.layout.rows[at]
            words = text.format(row=row.line, cells=_shortened(row))
            menu.add_choice(words, at == now, partial(self._work.take_headings, at))
        reading = draft.table.reading
        if reading.others:
            menu.addSeparator()
        for encoding, text in choices((reading.chosen, *reading.others)) if reading.others else ():
            on = encoding == reading.chosen.encoding
            menu.add_choice(text, on, partial(self._work.read_again, encoding))
        return menu

    def columns_menu(self, check: ImportCheck) -> Menu:
        """The columns that had no room."""
        menu = self._menu()
        for at in check.model.plan.hidden:
            heading = heading_of(self._work.draft.columns[at])
            menu.add(heading, partial(check.show_column, at))
        return menu

    def open_row(self, key: int, where: QPoint, check: ImportCheck) -> None:
        """Open the menu of a row there."""
        self.row_menu(key, check).popup(where)

    def open_source(self, below: QWidget) -> None:
        """Open the menu of the source below its words."""
        self.source_menu().popup(below.mapToGlobal(below.rect().bottomLeft()))

    def open_columns(self, below: QWidget, check: ImportCheck) -> None:
        """Open the menu of hidden columns."""
        self.columns_menu(check).popup(below.mapToGlobal(below.rect().bottomLeft()))

    def _menu(self) -> Menu:
        menu = Menu(self._theme, self._parent)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu


def _shortened(row: TableRow) -> str:
    text = ", ".join(" ".join(cell.split()) for cell in row.cells if cell.strip())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
