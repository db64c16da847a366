"""Sets, changes and removes the passphrase of the class that is open, and locks its window."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app.domain.secrets.left_out import LeftOut
from app.errors import ClassroomError
from ui.bootstrap import Key, write_texts
from ui.lock.lockup import make_lockup
from ui.lock.printing import print_text
from ui.lock.safe import Safe
from ui.lock.secret_dialog import SecretDialog
from ui.problems import problem

if TYPE_CHECKING:
    from ui.desk.desk import Desk
    from ui.settings.lock_section import LockSection

Work = Callable[[], Key | None]


class Exchange(Protocol):
    """What it needs of whoever lets another desk begin."""

    @property
    def desk(self) -> "Desk | None": ...

    def may_go(self) -> Awaitable[bool]: ...
    def rekeyed(self, work: Work, meanwhile: str) -> Awaitable[bool]: ...


class Locksmith(QObject):
    """Belongs to one desk; after a change of the key there is another desk, with another one."""

    progressed = Signal(int, int)

    def __init__(self, desk: "Desk", app: QApplication, safe: Safe, exchange: Exchange) -> None:
        super().__init__(desk)
        self._desk = desk
        self._safe = safe
        self._exchange = exchange
        self._section: LockSection | None = None
        self.dialog: SecretDialog | None = None
        self.key = desk.opened.key
        self.lockup = make_lockup(desk, app, safe if self.key is not None else None)
        self.progressed.connect(self._show_progress)
        if self.key is not None and not desk.opened.read_only:
            desk.tasks.spawn(self._tidy(self.key))

    def section(self) -> "LockSection":
        """The part of the settings page that is about this."""
        from ui.settings.lock_section import LockSection  # not for the start

        desk = self._desk
        bare = desk.is_demo or bool(desk.opened.read_only)
        section = LockSection(desk.theme, desk.settings, self.key is not None, bare)
        section.set_wanted.connect(lambda: self._ask(self._set, "set"))
        sure = self.lockup.make_sure
        section.change_wanted.connect(lambda: sure(lambda: self._ask(self._change, "change")))
        section.code_wanted.connect(lambda: sure(lambda: self._ask(self._renew, "code")))
        section.remove_wanted.connect(lambda: sure(lambda: desk.tasks.spawn(self._remove())))
        section.lock_wanted.connect(self.lockup.lock)
        section.delete_wanted.connect(self._delete)
        self._section = section
        return section

    def stop(self) -> None:
        """Listen to nothing any more."""
        self.lockup.stop()

    def follow_settings(self) -> None:
        """The teacher has chosen."""
        self.lockup.follow_settings()

    def _ask(self, then: Callable[[str, str], Awaitable[None]], kind: str) -> None:
        """Show the dialog for a new passphrase, a new code, or both."""
        title, verb = {
            "set": (self.tr("Set a passphrase"), self.tr("Set the passphrase")),
            "change": (self.tr("Change the passphrase"), self.tr("Change it")),
            "code": (self.tr("A new recovery code"), self.tr("Use this code")),
        }[kind]
        code = "" if kind == "change" else self._safe.new_code()
        dialog = SecretDialog(
            self._desk.theme, title, verb, code, kind != "code", self._desk.window
        )

        async def go_on(words: str) -> None:
            await then(words, code)

        dialog.chosen.connect(lambda words: self._desk.tasks.spawn(go_on(words)))
        dialog.save_wanted.connect(lambda text: self._desk.tasks.spawn(self._save(dialog, text)))
        dialog.print_wanted.connect(lambda text: print_text(dialog, self._desk.tasks, text))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    async def _save(self, dialog: SecretDialog, text: str) -> None:
        kinds = self.tr("Text files (*.txt)")
        name = self.tr("Rondo recovery code.txt")
        chosen = await self._desk.dialogs.save_file(self.tr("Save the code"), name, kinds)
        if chosen is None:
            return
        try:
            await self._desk.tasks.off_thread(write_texts, {chosen: text})
        except (ClassroomError, OSError) as error:
            dialog.say(problem(error))
        else:
            dialog.say(self.tr("Saved. Keep the file away from this computer."))

    async def _set(self, words: str, code: str) -> None:
        text = self.tr(
            "Your class is being encrypted. The copy is read back before it takes its place."
        )
        done = self.tr("The passphrase is set. Your class is encrypted.")
        if away := await self._desk.tasks.off_thread(self._safe.unreached):
            more = self.tr(
                "Backups in {places} are not: delete them, or plug it in and start Rondo."
            )
            done = f"{done} {more.format(places=', '.join(map(str, away)))}"
        await self._rekeyed(partial(self._safe.set, words, code), text, done)

    async def _change(self, words: str, _code: str) -> None:
        if self.key is not None:
            work = partial(self._safe.change, self.key, words, self.progressed.emit)
            await self._in_worker(work, self.tr("The passphrase is changed."))

    async def _renew(self, _words: str, code: str) -> None:
        if self.key is not None:
            work = partial(self._safe.renew_code, self.key, code, self.progressed.emit)
            await self._in_worker(
                work, self.tr("The new recovery code holds. Destroy the old one.")
            )

    async def _remove(self) -> None:
        key, desk = self.key, self._desk
        if key is None or not await desk.dialogs.confirm(
            self.tr("Remove the passphrase?"),
            self.tr("Your class and its backups can then be read by whoever uses this computer."),
            self.tr("Remove it"),
        ):
            return
        if not await self._exchange.may_go():
            return  # before a backup is made plain for nothing
        work = partial(self._safe.unseal_copies, key, self.progressed.emit)
        if await self._in_worker(work, "") and not await self._rekeyed(
            partial(self._removed, key),
            self.tr("Your class is being made plain again."),
            self.tr("The passphrase is removed. Your class is not encrypted."),
        ):
            await self._tidy(key)

    def _removed(self, key: Key) -> None:
        self._safe.remove(key)

    async def _rekeyed(self, work: Work, meanwhile: str, done: str) -> bool:
        """Close the class, do it, and open it again. False when everything is as it was."""
        try:
            went = await self._exchange.rekeyed(work, meanwhile)
        except ClassroomError as error:
            if self._exchange.desk is not None:
                self._exchange.desk.say(problem(error))
            return True  # told; the desk that is open now sees to the rest
        if went and self._exchange.desk is not None:
            self._exchange.desk.done(done)
        return went

    async def _tidy(self, key: Key) -> None:
        """Encrypt what is still plain beside the class file."""
        if await self._desk.tasks.off_thread(self._safe.needs_tidying):
            await self._in_worker(partial(self._safe.tidy, key, self.progressed.emit), "")

    async def _in_worker(self, work: Callable[[], Sequence[LeftOut]], done: str) -> bool:
        try:
            left = await self._desk.tasks.off_thread(work)
        except (ClassroomError, OSError) as error:
            self._desk.say(problem(error))
            return False
        if self._section is not None:
            self._section.show_left(left)
        if left:
            text = self.tr("{count} old copies could not be rewritten: see Settings.")
            self._desk.say(text.format(count=len(left)))
        elif done:
            self._desk.done(done)
        return True

    def _show_progress(self, done: int, count: int) -> None:
        if self._section is not None:
            self._section.show_work(done, count)

    def _delete(self, left: LeftOut) -> None:
        try:
            self._safe.delete(left)
        except OSError as error:
            self._desk.say(problem(error))
