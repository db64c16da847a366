"""A class that is open to be read alone: its banner, and settings that are not written."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from app.domain.opening.errors import OnlyReading
from app.settings import Settings, SettingsKeeper
from ui.desk.main_window import MainWindow
from ui.dialogs import Dialogs
from ui.opening.entrance import Wish
from ui.opening.words import copies_beside, only_reading
from ui.tasks import Tasks
from ui.widgets.banner import Banners, Way


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reading", text)


class HeldSettings:
    """Settings that are taken from a file and written nowhere."""

    def __init__(self, keeper: SettingsKeeper) -> None:
        self._settings = keeper.load()

    def load(self) -> Settings:
        return self._settings

    def save(self, settings: Settings) -> None:
        self._settings = settings


class Shown(Protocol):
    """What it needs of the desk."""

    @property
    def window(self) -> MainWindow: ...
    @property
    def tasks(self) -> Tasks: ...
    @property
    def dialogs(self) -> Dialogs: ...


def show_reading(
    desk: Shown, why: OnlyReading, this_host: str, reopen: Callable[[Wish], None]
) -> None:
    """Say above the page why nothing can be changed, with the ways on."""

    async def over() -> None:
        if await desk.dialogs.confirm(*_over_words(why)):
            reopen(Wish(over=True))

    ways = [Way(_tr("Look again"), lambda: reopen(Wish()))]
    if why.reason == "holder" and why.host != this_host:
        ways.append(Way(_tr("Open it here"), lambda: desk.tasks.spawn(over())))
    desk.window.banners.show_line("reading", "info", only_reading(why), ways)


def show_copies(banners: Banners, names: tuple[str, ...], open_backup: Callable[[], None]) -> None:
    """Say above the page that a sync program made second copies of the class file."""
    banners.show_line(
        "copies", "warn", copies_beside(names), [Way(_tr("Open a backup"), open_backup)]
    )


def _over_words(why: OnlyReading) -> tuple[str, str, str]:
    """The question before a class is opened for writing that another computer has open."""
    text = _tr(
        "Do this only when Rondo is closed on {host}. If it is open there, what is noted on one of"
        " the two computers can be lost."
    )
    return (
        _tr("Open it here?"),
        text.format(host=why.host or _tr("the other computer")),
        _tr("Open it here"),
    )
