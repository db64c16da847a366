"""The progress page on one page of paper."""

from typing import Protocol

from PySide6.QtCore import QObject

from app.classroom import Classroom
from ui.format import day_short
from ui.paper.papers import Asked as PaperAsked
from ui.paper.papers import Papers
from ui.progress.page import ProgressPage
from ui.progress.sheet import Sheet
from ui.progress.sheet_cells import inks_of
from ui.progress.words import class_line
from ui.theme import Theme


class Asked(PaperAsked, Protocol):
    """What it needs of the desk."""

    @property
    def room(self) -> Classroom: ...
    @property
    def theme(self) -> Theme: ...


class ProgressPapers(QObject):
    """Puts what the page shows on paper, with its order, its filters and its folded strands."""

    def __init__(self, desk: Asked, page: ProgressPage) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._papers = Papers(desk, page)
        page.paper_wanted.connect(self._put)
        page.pdf_wanted.connect(self._save)

    def sheet(self) -> Sheet | None:
        """What is shown, None while there is nothing."""
        shown = self._page.shown
        if shown is None or not shown.rows:
            return None
        day = day_short(self._desk.room.clock.local(shown.now).date())
        title = self.tr("{line} · {day}").format(line=class_line(shown), day=day)
        inks = inks_of(self._desk.theme.on_paper())
        attention = self._page.choosing.chosen.attention
        return Sheet(title, shown, inks, attention, self._page.isRightToLeft())

    def _put(self) -> None:
        sheet = self.sheet()
        if sheet is not None:
            self._papers.put_page(sheet)

    def _save(self) -> None:
        sheet = self.sheet()
        if sheet is not None:
            name = self.tr("{title} progress").format(title=sheet.title)
            self._papers.save_page(self.tr("Save the progress"), name, sheet)
