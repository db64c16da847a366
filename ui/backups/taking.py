"""Before a backup takes the place of the teacher's class: it is unlocked, read whole, agreed to."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication

from app.domain.backups import BackupInfo
from app.errors import ClassroomError, PassphraseNeeded
from app.ports import Backups, Clock
from ui.backups.words import contents, held_in, moment
from ui.bootstrap import Key
from ui.dialogs import Dialogs
from ui.problems import problem
from ui.tasks import Tasks


class Take(NamedTuple):
    """What takes the class's place: `own` encrypts the class from then on, None leaves it plain.

    `of_copy` opens the backup where `own` does not.
    """

    source: Path
    own: Key | None = None
    of_copy: Key | None = None


class ClassKey(NamedTuple):
    """The key of the class as far as it is known, and whether the class is encrypted now."""

    key: Key | None
    is_encrypted: bool


class Keys(Protocol):
    """Asks the teacher for what opens a backup or her class; None when she would rather not."""

    async def of_copy(self, copy: Path) -> Key | None: ...
    async def of_class(self, copy: Path, of_copy: Key | None) -> ClassKey | None: ...


class Taken(NamedTuple):
    """What it is about: the backups of the class, and whether that is what is open now.

    `with_key` gives the same backups opened with another key.
    """

    backups: Backups
    with_key: Callable[[Key], Backups]
    is_open: bool


class Taking:
    """Nothing is changed before `reopen`, which does it."""

    def __init__(
        self,
        about: Taken,
        keys: Keys,
        dialogs: Dialogs,
        tasks: Tasks,
        clock: Clock,
        say: Callable[[str], None],
        reopen: Callable[[Take], Awaitable[None]],
    ) -> None:
        self._about = about
        self._keys = keys
        self._dialogs = dialogs
        self._tasks = tasks
        self._clock = clock
        self._say = say
        self._reopen = reopen

    async def offer(self, chosen: Path) -> None:
        """Say what a backup holds beside what there is now, and open it if the teacher agrees."""
        found = await self._unlocked(chosen)
        if found is None:
            return
        info, of_copy = found
        own = await self._keys.of_class(chosen, of_copy)
        if own is None:
            return
        now = await self._tasks.off_thread(self._now, own.key)
        text = "\n\n".join(self._told(info, now, own, of_copy))
        if await self._dialogs.confirm(_tr("Open this backup?"), text, _tr("Open backup")):
            await self._reopen(Take(chosen, own.key, of_copy))

    async def go_back(self, kept: Path) -> None:
        """Open what was there before, encrypted if it was."""
        found = await self._unlocked(kept)
        if found is not None:
            _info, of_copy = found
            own = await self._keys.of_class(kept, of_copy)
            if own is not None:
                await self._reopen(Take(kept, own.key or of_copy, of_copy))

    async def _unlocked(self, chosen: Path) -> tuple[BackupInfo, Key | None] | None:
        """What it holds, and the key that opens it where the class's own does not."""
        try:
            try:
                return await self._tasks.off_thread(self._about.backups.inspect, chosen), None
            except PassphraseNeeded:
                key = await self._keys.of_copy(chosen)
            if key is None:
                return None
            backups = self._about.with_key(key)
            return await self._tasks.off_thread(backups.inspect, chosen), key
        except ClassroomError as error:
            self._say(problem(error))
            return None

    def _now(self, key: Key | None) -> BackupInfo | None:
        """What the class says it holds; None where there is none, or nothing can be read."""
        backups = self._about.backups if key is None else self._about.with_key(key)
        try:
            return backups.live()
        except (ClassroomError, OSError):
            return None

    def _told(
        self, info: BackupInfo, now: BackupInfo | None, own: ClassKey, of_copy: Key | None
    ) -> list[str]:
        here = "It takes the place of what is open now, which is kept beside it."
        away = "It takes the place of your own class, which is kept beside it."
        holds = _tr("This backup holds {holds}.").format(holds=held_in(info))
        told = [f"{holds}\n{_tr(here if self._about.is_open else away)}"]
        if own.key is None and (own.is_encrypted or of_copy is not None):
            told.append(_plain(own.is_encrypted))
        if now is not None:
            told.append(self._beside(info, now))
        return told

    def _beside(self, info: BackupInfo, now: BackupInfo) -> str:
        is_open = self._about.is_open
        if info.newest_step == now.newest_step:
            same, own = "It holds the same as what is open now.", "It holds the same as your class."
            return _tr(same if is_open else own)
        here = "The backup, {then}: {holds}.\nOpen now, {now}: {held}."
        away = "The backup, {then}: {holds}.\nYour class, {now}: {held}."
        return _tr(here if is_open else away).format(
            then=moment(info.saved_at, self._clock),
            holds=contents(info, self._clock),
            now=moment(now.saved_at, self._clock),
            held=contents(now, self._clock),
        )


def _plain(was_encrypted: bool) -> str:
    """What has to be known before something that was encrypted is opened as it is."""
    was = (
        "Your class is encrypted now. What you open will not be: whoever uses this computer can"
        " read it, until you set a passphrase in Settings."
    )
    copy = (
        "The backup is encrypted. What you open will not be: whoever uses this computer can read"
        " it, until you set a passphrase in Settings."
    )
    return _tr(was if was_encrypted else copy)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Keeping", text)
