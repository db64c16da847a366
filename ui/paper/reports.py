"""The reports on paper."""

from typing import Protocol

from PySide6.QtCore import QObject

from ui.paper.papers import Asked as PaperAsked
from ui.paper.papers import Papers, printing_menu
from ui.reports.page import ReportsPage
from ui.reports.sheet import as_html
from ui.theme import Theme


class Asked(PaperAsked, Protocol):
    """What it needs of the desk."""

    @property
    def theme(self) -> Theme: ...


class ReportsPapers(QObject):
    """Prints the term that the page shows."""

    def __init__(self, desk: Asked, page: ReportsPage) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._papers = Papers(desk, page)
        page.printing.clicked.connect(lambda _on: self._ask())

    def put(self) -> None:
        """On paper."""
        if self._page.term is not None:
            self._papers.put(as_html(self._page.term))

    def save(self) -> None:
        """As PDF."""
        term = self._page.term
        if term is not None:
            name = self.tr("{name} reports").format(name=term.class_name)
            self._papers.save(self.tr("Save the reports"), name, as_html(term))

    def _ask(self) -> None:
        button = self._page.printing
        menu = printing_menu(self._desk.theme, self._page, self.put, self.save)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
