"""Joins the settings of backups with those that are there: reads them, makes one, opens one."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from app.domain.backups import BackupInfo
from app.errors import ClassroomError
from app.ports import Clock
from app.services.backups import BackupService, Found, Kept, Look
from app.settings import Settings, with_second_place
from ui.backups.keeper import Keeper, failed, saved
from ui.backups.words import holds, moment, why_not
from ui.dialogs import Dialogs
from ui.problems import problem
from ui.settings.backups_section import FIRST, BackupsSection, Row
from ui.tasks import Tasks
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.backups.keeping import Keeping


class BackedUp(Protocol):
    """What it needs of the desk."""

    @property
    def theme(self) -> Theme: ...
    @property
    def tasks(self) -> Tasks: ...
    @property
    def dialogs(self) -> Dialogs: ...
    @property
    def settings(self) -> Settings: ...
    @property
    def keeping(self) -> "Keeping": ...


class BackupsLink(QObject):
    """`changed` carries the settings as they are wanted now.

    Backups are read whole in a worker, one after the other, and only while somebody
    looks.
    """

    changed = Signal(object)

    def __init__(self, desk: BackedUp, keeper: Keeper, clock: Clock) -> None:
        super().__init__()
        self._desk = desk
        self._keeper = keeper
        self._clock = clock
        self._all = False
        self._turn = 0
        self.section = BackupsSection(desk.theme)
        self._connect()

    def show(self) -> None:
        """Read anew what there is."""
        self._desk.tasks.spawn(self._show())

    def _connect(self) -> None:
        section, spawn = self.section, self._desk.tasks.spawn
        section.back_up_wanted.connect(lambda: spawn(self._back_up()))
        section.open_wanted.connect(lambda info: spawn(self._desk.keeping.offer(info.path)))
        section.all_wanted.connect(self._show_all)
        section.choose_wanted.connect(lambda: spawn(self._choose()))
        section.forget_wanted.connect(lambda: self._use(""))
        section.left.connect(self._leave)
        self._keeper.done.connect(self._made)

    def _made(self, _kept: object) -> None:
        if self.section.isVisible():
            self.show()

    def _leave(self) -> None:
        """What is being read is given up: it is read when it is looked at again."""
        self._turn += 1

    def _show_all(self) -> None:
        self._all = True
        self.show()

    async def _show(self) -> None:
        self._turn += 1
        turn, service = self._turn, self._keeper.service
        found, lost = await self._desk.tasks.off_thread(_survey, service)
        if self._over(turn):
            return
        self._show_place(lost)
        wanted = found if self._all else found[:FIRST]
        looks = await self._read(turn, service, wanted)
        if self._over(turn):
            return
        self.section.show_reading("")
        own = service.shelves[0].place
        rows = [self._row(look, look.file.parent != own) for look in looks]
        self.section.show_rows(rows, len(found) > len(wanted))
        self._show_last([look.info for look in looks if look.info is not None])

    async def _read(
        self, turn: int, service: BackupService, wanted: Sequence[Found]
    ) -> Sequence[Look]:
        """Each read whole; what was read before in this session takes no time."""
        looks = list[Look]()
        text = self.tr("Reading backup {number} of {count} to see that it is whole…")
        for number, one in enumerate(wanted, 1):
            self.section.show_reading(text.format(number=number, count=len(wanted)))
            look = await self._desk.tasks.off_thread(
                service.look, one.shelf, one.file, lambda: self._over(turn)
            )
            if self._over(turn):
                break
            looks.append(look)
        return looks

    def _over(self, turn: int) -> bool:
        """Whether another reading has begun since, or the profile is left."""
        return self._turn != turn or self._keeper.skipped

    def _row(self, look: Look, is_elsewhere: bool) -> Row:
        if look.info is not None:
            title, said = moment(look.info.saved_at, self._clock), holds(look.info, self._clock)
        else:
            title, said = look.file.name, self._why(look)
        title = title[:1].upper() + title[1:]
        if is_elsewhere:
            title = self.tr("{backup}, in the second place").format(backup=title)
        return Row(title, said, look.info)

    def _why(self, look: Look) -> str:
        if isinstance(look.problem, ClassroomError):
            return problem(look.problem)
        return self.tr("It cannot be read just now. It is left as it is.")

    def _show_last(self, whole: Sequence[BackupInfo]) -> None:
        if whole:
            newest = moment(max(info.saved_at for info in whole), self._clock)
            text = self.tr("Everything up to {when} is backed up.").format(when=newest)
        else:
            text = self.tr("None yet. Back up now, or when you close Rondo it is done for you.")
        self.section.show_last(text)

    def _show_place(self, lost: Sequence[Path]) -> None:
        place = self._desk.settings.second_place
        text = self.tr("None. Choose a stick or another folder, and each backup goes there too.")
        if place:
            missing = self.tr("{folder} is not plugged in. Backups go there when it is.")
            each = self.tr("Each backup also goes to {folder}.")
            text = (missing if Path(place) in lost else each).format(folder=place)
        self.section.show_place(text, bool(place))

    async def _back_up(self) -> None:
        self.section.say(self.tr("Saving a backup…"))
        self.section.back_up_button.setEnabled(False)
        kept = await self._keeper.back_up()
        if not self._keeper.skipped:  # else the window has gone
            self.section.back_up_button.setEnabled(True)
            self.section.say(self._came_of(kept))

    def _came_of(self, kept: Sequence[Kept]) -> str:
        trouble, new = failed(kept), saved(kept)
        if trouble is not None and trouble.reason is not None:
            return why_not(trouble.reason)
        if new is not None and new.info is not None:
            text = self.tr("Backup saved: {holds}.")
            return text.format(holds=holds(new.info, self._clock))
        if kept and all(one.info is None for one in kept):
            return self.tr("There is nothing to back up yet.")
        return self.tr("Nothing has changed since the last backup: everything is in it.")

    async def _choose(self) -> None:
        chosen = await self._desk.dialogs.open_folder(self.tr("Choose a second place"))
        if chosen is None:
            return
        try:
            folder = await self._desk.tasks.off_thread(self._keeper.service.home, chosen)
        except OSError as error:
            text = self.tr(
                "No backups can be kept in {folder}: {reason}. Everything stays as it was;"
                " choose another place."
            )
            self.section.say(text.format(folder=chosen, reason=error.strerror or error))
            return
        self._use(str(folder))
        await self._back_up()

    def _use(self, place: str) -> None:
        self.changed.emit(with_second_place(self._desk.settings, place))
        self._keeper.renew()
        if not place:
            text = self.tr(
                "Forgotten. The backups that are there stay, and no more come. Whoever you erase"
                " goes from them too if they can be reached then; else delete them yourself."
            )
            self.section.say(text)
        self.show()


def _survey(service: BackupService) -> tuple[Sequence[Found], Sequence[Path]]:
    """The backups that are there, and the places that are not; a stick may take its time."""
    return service.found(), [shelf.place for shelf in service.shelves if not shelf.there()]
