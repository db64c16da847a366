"""Class lists on their way to the page that takes them in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from ui.dialogs import Dialogs
from ui.tasks import Tasks


def _tr(text: str) -> str:
    return QCoreApplication.translate("Desk", text)


class Lists:
    """Holds a text or a file until the page fetches it; `show` brings that page."""

    def __init__(
        self, tasks: Tasks, dialogs: Callable[[], Dialogs], show: Callable[[], None]
    ) -> None:
        self._tasks = tasks
        self._dialogs = dialogs
        self._show = show
        self._given: str | Path = ""

    def bring(self, what: str | Path = "") -> None:
        """Show the page that takes a class list, with a text or a file if there is one."""
        self._given = what
        self._show()

    def take(self) -> str | Path:
        """What the page is to read; it is given once."""
        given, self._given = self._given, ""
        return given

    def choose_file(self) -> None:
        """Ask for a file, and bring it."""
        self._tasks.spawn(self._choose_file())

    async def _choose_file(self) -> None:
        filters = _tr("Class lists (*.csv *.txt *.tsv);;All files (*)")
        chosen = await self._dialogs().open_file(_tr("Choose a class list"), filters)
        if chosen is not None:
            self.bring(chosen)
