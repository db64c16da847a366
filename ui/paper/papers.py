"""Pages on paper or as PDF, whatever is on them."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from ui.dialogs import Dialogs
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.menu import Menu

if TYPE_CHECKING:
    from ui.paper.paper import Page

_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class Asked(Protocol):
    """What it needs of the desk."""

    @property
    def tasks(self) -> Tasks: ...
    @property
    def dialogs(self) -> Dialogs: ...

    def say(self, text: str) -> None: ...
    def done(self, text: str) -> None: ...


class Papers:
    """Asks where to, writes off the GUI thread, and says what came of it."""

    def __init__(self, desk: Asked, window: QWidget) -> None:
        self._desk = desk
        self._window = window

    def save(self, title: str, name: str, html: str) -> None:
        """Save a page as PDF; `name` is offered for the file."""
        from ui.paper.paper import write_pdf  # not for the start

        self._desk.tasks.spawn(self._save(title, name, partial(write_pdf, html)))

    def save_page(self, title: str, name: str, page: "Page") -> None:
        """The same for a page that is drawn by hand."""
        from ui.paper.paper import write_page  # not for the start

        self._desk.tasks.spawn(self._save(title, name, partial(write_page, page)))

    def put(self, html: str) -> None:
        """Open the system's print dialog; without a printer the PDF is named instead."""
        from ui.paper.paper import put_on_paper  # not for the start

        if self._has_printer():
            window, tasks = self._window.window(), self._desk.tasks
            put_on_paper(window, tasks, lambda document: document.setHtml(html))

    def put_page(self, page: "Page") -> None:
        """The same for a page that is drawn by hand."""
        from ui.paper.paper import put_page  # not for the start

        if self._has_printer():
            put_page(self._window.window(), self._desk.tasks, page)

    def _has_printer(self) -> bool:
        from ui.paper.paper import has_printer  # not for the start

        if has_printer():
            return True
        self._desk.say(_tr("No printer was found. Save it as PDF instead."))
        return False

    async def _save(self, title: str, name: str, write: Callable[[Path], None]) -> None:
        offered = _NO_NAME.sub(" ", name).strip() + ".pdf"
        target = await self._desk.dialogs.save_file(title, offered, _tr("PDF (*.pdf)"))
        if target is None:
            return
        target = target if target.suffix else target.with_suffix(".pdf")
        try:
            await self._desk.tasks.off_thread(write, target)
        except OSError as error:
            text = _tr("Not saved: {why}. Nothing in Rondo has changed. Choose another place.")
            self._desk.say(text.format(why=error.strerror or str(error)))
        else:
            self._desk.done(_tr("Saved as {file}").format(file=target.name))


def printing_menu(
    theme: Theme, parent: QWidget, put: Callable[[], None], save: Callable[[], None]
) -> Menu:
    """The two ways out of the app, to be popped up; it goes with its last use."""
    menu = Menu(theme, parent)
    menu.add(_tr("Print"), put, "printer")
    menu.add(_tr("Save as PDF"), save, "file-pdf")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _tr(text: str) -> str:
    return QCoreApplication.translate("Papers", text)
