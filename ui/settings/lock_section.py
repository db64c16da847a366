"""The settings of passphrase and lock."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.domain.secrets.left_out import LeftOut
from app.settings import LOCK_AFTER, Settings
from ui.settings.section import Section
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.note import Note
from ui.widgets.segmented import Segmented
from ui.widgets.toggle import Toggle


class LockSection(Section):
    """`changed` carries the settings as they are wanted; the other signals ask for a change."""

    changed = Signal(object)
    set_wanted = Signal()
    change_wanted = Signal()
    code_wanted = Signal()
    remove_wanted = Signal()
    lock_wanted = Signal()
    delete_wanted = Signal(object)

    def __init__(self, theme: Theme, settings: Settings, is_set: bool, is_demo: bool) -> None:
        super().__init__(theme, QCoreApplication.translate("LockSection", "Passphrase and lock"))
        self._look = theme
        self._settings = settings
        self.setAccessibleName(self.tr("Passphrase and lock"))
        self.buttons: dict[str, Button] = {}
        self.minutes = Segmented(theme)
        self.with_system = Toggle(theme)
        self.work = Note(theme, "info")
        self._build(is_set, is_demo)
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Show what holds now."""
        self._settings = settings
        self.minutes.set_current(settings.lock_after)
        self.with_system.setChecked(settings.lock_with_system)

    def show_work(self, done: int, count: int) -> None:
        """Tell how far the backups are."""
        text = self.tr("{done} of {count} are done. You can go on working.")
        self.work.set_note(self.tr("Backups are rewritten"), text.format(done=done, count=count))
        self.work.setVisible(done < count)

    def show_left(self, left: Sequence[LeftOut]) -> None:
        """Name what could not be rewritten, with the way to delete it."""
        for one in left:
            stays, away = (
                self.tr("It stays as it was: {reason}."),
                self.tr("Not reached: {reason}."),
            )
            said = (away if one.is_place else stays).format(reason=one.reason)
            name = str(one.path) if one.is_place else one.path.name
            note = Note(self._look, "warn", name, said)
            self.add_widget(note)
            if one.is_place:
                continue  # it is not there to be deleted
            button = Button(self._look, self.tr("Delete it"), "trash", "danger", small=True)
            button.clicked.connect(lambda _on, one=one: self.delete_wanted.emit(one))
            button.clicked.connect(lambda _on, note=note: note.hide())
            note.add_action(button)

    def _build(self, is_set: bool, is_demo: bool) -> None:
        if not is_demo:
            self._add_passphrase(is_set)
        said = self.tr("L on Live, Ctrl L everywhere. The board and the clock run on.")
        self.add_line(self.tr("Lock your window"), said, self._button("lock", self.tr("Lock now")))
        words = {0: self.tr("Off")}
        each = self.tr("{minutes} min")
        self.minutes.set_items(
            (count, words.get(count, each.format(minutes=count)), None, "") for count in LOCK_AFTER
        )
        name = self.tr("Lock when nobody touches it")
        self.minutes.setAccessibleName(name)
        self.add_line(
            name, self.tr("Locks your own window alone. The lesson goes on."), self.minutes
        )
        if is_set:
            name = self.tr("Lock with the computer")
            self.with_system.setAccessibleName(name)
            self.add_line(name, self.tr("When its screen is locked."), self.with_system)
        self.minutes.picked.connect(
            lambda count: self._tell(replace(self._settings, lock_after=int(count)))
        )
        self.with_system.clicked.connect(
            lambda on: self._tell(replace(self._settings, lock_with_system=on))
        )
        self.add_widget(self.work)
        self.work.hide()

    def _add_passphrase(self, is_set: bool) -> None:
        name = self.tr("Passphrase")
        if is_set:
            said = self.tr("Your class and its backups are encrypted.")
            controls: list[QWidget] = [
                self._button("change", self.tr("Change")),
                self._button("code", self.tr("New recovery code")),
                self._button("remove", self.tr("Remove")),
            ]
        else:
            said = self.tr("None. Whoever uses this computer can read your class.")
            controls = [self._button("set", self.tr("Set a passphrase"))]
        self.add_line(name, said, *controls)

    def _button(self, key: str, text: str) -> Button:
        button = Button(self._look, text)
        wanted = {
            "set": self.set_wanted,
            "change": self.change_wanted,
            "code": self.code_wanted,
            "remove": self.remove_wanted,
            "lock": self.lock_wanted,
        }[key]
        button.clicked.connect(lambda _on: wanted.emit())
        self.buttons[key] = button
        return button

    def _tell(self, after: Settings) -> None:
        self._settings = after
        self.changed.emit(after)
