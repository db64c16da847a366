"""Takes the teacher on when something is in the way of her class."""

from collections.abc import Callable, Coroutine
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from app.domain.opening.errors import FolderMissing, NoPlace
from app.errors import ClassroomError
from app.ports import Clock
from ui.bootstrap import (
    Door,
    Profile,
    Surroundings,
    found_in,
    local_profile,
    move_profile,
    profile_at,
)
from ui.dialogs import Dialogs
from ui.opening.entrance import Wish
from ui.opening.mending import Mending, as_damage, can_mend, told, without_mend
from ui.opening.trouble import TroubleWindow
from ui.opening.ways import is_full_disk, trouble_of
from ui.opening.words import full_disk
from ui.problems import problem
from ui.tasks import Tasks
from ui.theme import Theme


class InTheWay(NamedTuple):
    """What happened to which profile, and what had been said on the way there."""

    profile: Profile
    error: ClassroomError | OSError
    wish: Wish


class Guide(QObject):
    """Shows one window with the ways on, and goes the one that is chosen.

    `go` asks to open a profile with a wish, `backup_wanted` for a backup into a profile.
    """

    go = Signal(object, object)
    backup_wanted = Signal(object)
    demo_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        make_dialogs: Callable[[TroubleWindow], Dialogs],
        around: Surroundings,
        clock: Clock,
        found: InTheWay,
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._around = around
        self._found = found
        self.key = found.wish.key
        error = as_damage(found.profile, found.error)
        trouble = trouble_of(error)
        text = full_disk() if is_full_disk(error) else problem(error)
        if can_mend(found.profile, error, found.wish.key, clock):
            text = told(error)
        else:
            trouble = without_mend(trouble)
        self.window = TroubleWindow(theme, trouble, text, str(found.profile.folder))
        self.dialogs = make_dialogs(self.window)
        self.window.wanted.connect(self.take)
        door = Door(found.profile, around)
        self._mending = Mending(self.window, tasks, clock, door, around, found.wish.key)

    def take(self, way: str) -> None:
        """Go a way, by its key."""
        profile, wish = self._found.profile, self._found.wish
        ways: dict[str, Callable[[], object]] = {
            "again": partial(self.go.emit, profile, wish),
            "as_is": partial(self.go.emit, profile, wish),
            "stay": partial(self.go.emit, profile, wish._replace(stay=True)),
            "read": partial(self.go.emit, profile, wish._replace(read=True)),
            "anew": partial(self.go.emit, profile, wish._replace(anew=True)),
            "demo": self.demo_wanted.emit,
            "backup": self._take_backup,
            "folder": partial(self._spawn, self._choose),
            "look": partial(self._spawn, self._look),
            "move": partial(self._spawn, self._move),
            "move_to": partial(self._spawn, self._move_to),
            "mend": partial(self._spawn, self._mending.look),
            "mend_list": partial(self._spawn, partial(self._mending.save_list, self.dialogs)),
            "mend_now": partial(self._spawn, self._mend),
        }
        ways[way]()

    def _spawn(self, way: Callable[[], Coroutine[object, object, None]]) -> None:
        self._tasks.spawn(way())

    def _take_backup(self) -> None:
        """Into the profile itself, or a new one where that cannot be."""
        is_no_place = isinstance(self._found.error, FolderMissing | NoPlace | OSError)
        self.backup_wanted.emit(local_profile() if is_no_place else self._found.profile)

    async def _mend(self) -> None:
        if await self._mending.put_in_place():
            self.go.emit(self._found.profile, self._found.wish)

    async def _choose(self) -> None:
        chosen = await self.dialogs.open_folder(self.tr("Choose the folder of your class"))
        if chosen is not None:
            self.go.emit(profile_at(chosen), Wish())

    async def _look(self) -> None:
        """For a class that is not where it was; the next start looks there too."""
        chosen = await self.dialogs.open_folder(self.tr("Where is your class now?"))
        if chosen is None:
            return
        found = await self._tasks.off_thread(found_in, chosen, self._found.profile)
        if found is None:
            text = self.tr("There is no class file rondo.db in {folder}. Nothing was changed.")
            self.window.say(text.format(folder=chosen))
        else:
            self.go.emit(found, Wish())

    async def _move(self) -> None:
        await self._move_into(local_profile())

    async def _move_to(self) -> None:
        chosen = await self.dialogs.open_folder(self.tr("Choose a folder of this computer"))
        if chosen is not None:
            await self._move_into(Profile(chosen))

    async def _move_into(self, target: Profile) -> None:
        self.window.wait(True)
        self.window.say(self.tr("Copying your class, and reading the copy back."))
        try:
            await self._tasks.off_thread(move_profile, self._found.profile, target, self._around)
        except ClassroomError as error:
            self.window.say(problem(error))
            self.window.wait(False)
        else:
            self.go.emit(target, self._found.wish)
