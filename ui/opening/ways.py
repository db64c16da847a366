"""Which ways on there are when something is in the way, and what they are called."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from app import errors
from app.domain.opening import errors as opening
from app.domain.opening.place import STICK


class WayOn(NamedTuple):
    """A button: the key it is known by, what it says, and its icon."""

    key: str
    text: str
    icon: str


class Trouble(NamedTuple):
    """What stands above the sentence, how grave it looks, and the ways on, the best one first."""

    title: str
    kind: str
    ways: tuple[str, ...]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Trouble", text)


def trouble_of(error: Exception) -> Trouble:
    """How an error of opening is shown."""
    if is_full_disk(error):
        return _full()
    if isinstance(error, opening.NotLocal) and error.kind == STICK:
        return _not_local()._replace(title=_tr("Your class is on a stick"))
    for kind, make in _KINDS:
        if isinstance(error, kind):
            return make()
    return Trouble(_tr("Your class can’t be opened"), "danger", ("backup", "demo"))


def way_on(key: str) -> WayOn:
    """The button of a way."""
    text, icon = {
        "again": (_tr("Try again"), "arrows-clockwise"),
        "as_is": (_tr("Open it as it is"), "arrow-right"),
        "folder": (_tr("Choose another folder"), "folder-open"),
        "look": (_tr("Look for it"), "magnifying-glass"),
        "backup": (_tr("Open a backup"), "folder-open"),
        "demo": (_tr("Try the demo class"), "play-circle"),
        "move": (_tr("Move it to this computer"), "house-simple"),
        "move_to": (_tr("Move it to another folder"), "folder-open"),
        "stay": (_tr("Leave it there"), ""),
        "read": (_tr("Only look at it"), "eye"),
        "anew": (_tr("Begin anew"), "plus"),
        "mend": (_tr("Save what can be read"), "hammer"),
        "mend_now": (_tr("Mend it and open it"), "check"),
        "mend_list": (_tr("Save the list"), "file-text"),
    }[key]
    return WayOn(key, text, icon)


def _missing() -> Trouble:
    ways = ("again", "folder", "backup", "demo")
    return Trouble(_tr("The folder of your class is not there"), "warn", ways)


def _no_place() -> Trouble:
    return Trouble(_tr("Your class can’t be kept there"), "danger", ("folder", "backup", "demo"))


def _gone() -> Trouble:
    ways = ("backup", "look", "again", "anew", "demo")
    return Trouble(_tr("The file of your class is gone"), "danger", ways)


def _open_already() -> Trouble:
    return Trouble(_tr("Rondo is open already"), "warn", ("again", "read", "demo"))


def _not_local() -> Trouble:
    ways = ("move", "move_to", "stay", "demo")
    return Trouble(_tr("Your class is not on this computer alone"), "warn", ways)


def _busy() -> Trouble:
    ways = ("again", "backup", "demo")
    return Trouble(_tr("Your class can’t be opened just now"), "warn", ways)


def _full() -> Trouble:
    return Trouble(_tr("The disk of your class is full"), "warn", ("again", "folder", "demo"))


def is_full_disk(error: Exception) -> bool:
    """Whether there is only no room."""
    return isinstance(error, errors.NotSaved) and error.reason == "full"


def _refused() -> Trouble:
    ways = ("again", "folder", "backup", "demo")
    return Trouble(_tr("Your class can’t be opened"), "danger", ways)


def _no_file() -> Trouble:
    ways = ("backup", "again", "folder", "demo")
    return Trouble(_tr("Your class can’t be opened"), "danger", ways)


def _damaged() -> Trouble:
    return Trouble(_tr("Your class file is damaged"), "danger", ("mend", "backup", "demo"))


def _found_damaged() -> Trouble:
    ways = ("mend", "as_is", "backup", "demo")
    return Trouble(_tr("Your class file is damaged"), "danger", ways)


def _unknown() -> Trouble:
    ways = ("backup", "mend", "folder", "demo")
    return Trouble(_tr("Your class can’t be opened"), "danger", ways)


def _not_ours() -> Trouble:
    ways = ("backup", "folder", "demo")
    return Trouble(_tr("Your class can’t be opened"), "danger", ways)


_KINDS = (
    (opening.FolderMissing, _missing),
    (opening.NoPlace, _no_place),
    (opening.ClassFileGone, _gone),
    (opening.OpenAlready, _open_already),
    (opening.NotLocal, _not_local),
    (opening.FileIsBusy, _busy),
    (opening.FoundDamaged, _found_damaged),
    (errors.DamagedFile, _damaged),
    (errors.NotABackup, _unknown),
    (errors.FileIsNewer, _not_ours),
    (errors.NotSaved, _refused),
    (opening.NotAFile, _no_file),
    (OSError, _refused),
)
