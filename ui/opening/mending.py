"""Saving what can be read of a damaged class file, in three steps: look, list, put in place."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.domain.damage import Rescue
from app.domain.opening.errors import FoundDamaged, OpenAlready
from app.errors import BackupFailed, ClassroomError, DamagedFile, NotABackup
from app.ports import Clock
from ui.bootstrap import (
    Door,
    Key,
    Profile,
    Surroundings,
    Unreadable,
    safe_of,
    settings_keeper,
    write_texts,
)
from ui.dialogs import Dialogs
from ui.opening.rescue_words import as_text, found, summary
from ui.opening.trouble import TroubleWindow
from ui.opening.ways import Trouble
from ui.problems import problem
from ui.tasks import Tasks


def as_damage(profile: Profile, error: Exception) -> Exception:
    """A class file that reads as nothing at all, with backups beside it, was one and is damaged."""
    if not isinstance(error, NotABackup) or error.path != profile.database:
        return error
    if not any(profile.backups.glob("rondo-*.rondo")):
        return error
    return DamagedFile(error.path, _tr("nothing at its beginning reads"))


def can_mend(profile: Profile, error: Exception, key: Key | None, clock: Clock) -> bool:
    """Whether it is this class file that is damaged; an encrypted one takes its key."""
    is_damage = isinstance(error, DamagedFile | NotABackup) and error.path == profile.database
    return is_damage and (key is not None or not safe_of(profile, clock).is_set())


def told(error: Exception) -> str:
    """What is in the way, where it can be mended or not."""
    text = problem(error)
    if isinstance(error, DamagedFile):
        text = _tr(
            "{file} is damaged ({finding}). It is untouched. Rondo can look what of it still reads,"
            " and put that on top of the newest good backup."
        ).format(file=error.path.name, finding=error.finding)
    elif isinstance(error, BackupFailed):
        text = _tr(
            "The new class file was not written ({reason}). Everything is as it was."
            " Make room on that disk, then try again."
        ).format(reason=error.reason)
    return text


def found_damaged(database: Path) -> FoundDamaged:
    """Damage that was met while the class was open."""
    return FoundDamaged(database, _tr("a part of it does not read"))


def before_mending() -> tuple[str, str, str]:
    """The question before a class that is open is closed to be mended."""
    text = _tr(
        "Rondo closes your class for a moment, reads what can be read, and shows you what that is."
        " Nothing is changed before you say so. A lesson that runs goes on by the clock; the board"
        " is dark meanwhile."
    )
    return _tr("Mend your class now?"), text, _tr("Go on")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Rescue", text)


def without_mend(trouble: Trouble) -> Trouble:
    """The same ways on but this one."""
    return trouble._replace(ways=tuple(way for way in trouble.ways if way != "mend"))


class Mending:
    """What becomes of one damaged file. Nothing changes before `put_in_place`."""

    def __init__(
        self,
        window: TroubleWindow,
        tasks: Tasks,
        clock: Clock,
        door: Door,
        around: Surroundings,
        key: Key | None,
    ) -> None:
        self._window = window
        self._tasks = tasks
        self._clock = clock
        self._door = door
        self._own = around.me().pid
        second = settings_keeper(door.profile).load().second_place
        self._mender = door.mender(lambda: clock.local(clock.now_ms()), key, second)
        self._rescue = Rescue(None)

    async def look(self) -> None:
        """Read what reads, and say what it is."""
        self._begin(_tr("Reading what can be read. Nothing is changed by that."))
        try:
            self._rescue = await self._tasks.off_thread(self._mender.rescue)
        except Unreadable as error:
            self._give_up(DamagedFile(self._door.profile.database, str(error)))
        except (ClassroomError, OSError) as error:
            self._give_up(error)
        else:
            self._window.offer(found(self._rescue), summary(self._rescue, self._clock))

    async def save_list(self, dialogs: Dialogs) -> None:
        """Keep the list of what comes back and what does not."""
        target = await dialogs.save_file(
            _tr("Save the list"), "Rondo saved.txt", _tr("Text (*.txt)")
        )
        if target is None:
            return
        try:
            text = as_text(self._rescue, self._clock)
            await self._tasks.off_thread(write_texts, {target: text})
        except (ClassroomError, OSError) as error:
            self._window.say(problem(error))
        else:
            self._window.say(_tr("The list is saved in {file}.").format(file=target))

    async def put_in_place(self) -> bool:
        """Mend it; the damaged file is kept beside. False when it was not done, and why is said."""
        self._begin(_tr("Writing the new class file, and reading it back."))
        try:
            self._take_lock()
            await self._tasks.off_thread(self._mender.mend, self._rescue)
        except (ClassroomError, OSError) as error:
            self._give_up(error)
            return False
        finally:
            self._door.close()
        return True

    def _take_lock(self) -> None:
        holder = self._door.lock.take()
        if holder is not None and holder.pid != self._own:
            raise OpenAlready(self._door.profile.folder)

    def _begin(self, text: str) -> None:
        self._window.wait(True)
        self._window.say(text)

    def _give_up(self, error: ClassroomError | OSError) -> None:
        self._window.wait(False)
        self._window.say(told(error))
