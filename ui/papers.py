"""Pages on paper or as PDF, whatever is on them."""

import re
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.dialogs import Dialogs
from ui.tasks import Tasks

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
        self._desk.tasks.spawn(self._save(title, name, html))

    def put(self, html: str) -> None:
        """Open the system's print dialog; without a printer the PDF is named instead."""
        from ui.paper import has_printer, put_on_paper  # not for the start

        if not has_printer():
            self._desk.say(_tr("No printer was found. Save it as PDF instead."))
            return
        window, tasks = self._window.window(), self._desk.tasks
        put_on_paper(window, tasks, lambda document: document.setHtml(html))

    async def _save(self, title: str, name: str, html: str) -> None:
        from ui.paper import write_pdf  # not for the start

        offered = _NO_NAME.sub(" ", name).strip() + ".pdf"
        target = await self._desk.dialogs.save_file(title, offered, _tr("PDF (*.pdf)"))
        if target is None:
            return
        target = target if target.suffix else target.with_suffix(".pdf")
        try:
            await self._desk.tasks.off_thread(write_pdf, html, target)
        except OSError as error:
            text = _tr("Not saved: {why}. Nothing in Rondo has changed. Choose another place.")
            self._desk.say(text.format(why=error.strerror or str(error)))
        else:
            self._desk.done(_tr("Saved as {file}").format(file=target.name))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Papers", text)
