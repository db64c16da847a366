"""What is said when a class cannot be opened, or only to be read."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from app.domain.opening import errors

_SHARE = (
    "{folder} is on a share ({service}). Two computers could write there at once, and a break in"
    " the network could damage your class. Nothing was changed. Move it to this computer."
)
_CLOUD = (
    "{folder} is kept in step by {service}, which copies files while Rondo writes them, so that a"
    " lesson can be lost. Nothing was changed. Move it to this computer."
)
_STICK = (
    "{folder} is on a stick or a disk that can be pulled out, and a stick can be lost. Nothing was"
    " changed. Move your class to this computer, and let its backups go to the stick."
)
_READING = {
    "folder": "Nothing can be written in the folder of your class, so you can look at everything"
    " and change nothing. Ask for the right to write there, then look again.",
    "file": "The file of your class is set to read-only, so you can look at everything and change"
    " nothing. Take that setting away, then look again.",
    "share": "Your class lies where Rondo can’t write safely, so you can look at everything and"
    " change nothing. Move it to this computer.",
}
_HOLDER = {
    (True, True): "{who} has this class open on {host} since {since}.",
    (True, False): "{who} has this class open on {host}.",
    (False, True): "{who} has this class open since {since}.",
    (False, False): "{who} has this class open.",
}
_HELD = "You can look at everything and change nothing. When it is closed there, look again."


def tr(text: str, **facts: object) -> str:
    """A sentence in the teacher's language, its holes filled."""
    return QCoreApplication.translate("Opening", text).format(**facts)


def file_is_busy(error: errors.FileIsBusy) -> str:
    text = (
        "Another program is using {file}, perhaps a virus scanner or a backup."
        " Nothing was changed. Wait a moment, then try again."
    )
    return tr(text, file=error.path.name)


def folder_missing(error: errors.FolderMissing) -> str:
    text = (
        "There is no folder {folder}. If it is on a stick or another disk, plug that in and"
        " try again. Nothing was changed."
    )
    return tr(text, folder=error.folder)


def no_place(error: errors.NoPlace) -> str:
    text = (
        "Nothing can be kept in {folder} ({why}), and there is no class in it."
        " Choose another folder."
    )
    return tr(text, folder=error.folder, why=error.reason)


def not_a_file(error: errors.NotAFile) -> str:
    text = (
        "{path} is not a file but a folder, a pipe or a device, so it was not opened. Nothing was"
        " changed. Move it away and try again, or open a backup."
    )
    return tr(text, path=error.filename)


def class_file_gone(error: errors.ClassFileGone) -> str:
    text = (
        "There was a class in {folder}, but its file rondo.db is no longer there. Nothing"
        " was changed. Put the file back and try again, look for it in another folder, or open a"
        " backup. To begin anew leaves what is there as it is."
    )
    return tr(text, folder=error.folder)


def open_already(error: errors.OpenAlready) -> str:
    text = (
        "The class in {folder} is open in another window of Rondo, which does not answer."
        " Nothing was changed. Close that window, then try again."
    )
    return tr(text, folder=error.folder)


def full_disk() -> str:
    """Why a class cannot be opened on a disk without any room."""
    return tr(
        "There is no room left on its disk, not even for the few bytes that opening takes."
        " Your class is safe, and nothing was changed. Delete something or empty the bin, then try"
        " again."
    )


def only_reading(error: errors.OnlyReading) -> str:
    """Also the line above the page while a class is open to be read."""
    if error.reason != "holder":
        return tr(_READING.get(error.reason, _READING["folder"]))
    holder = _HOLDER[bool(error.host), bool(error.since)]
    who = error.user or tr("Somebody")
    return f"{tr(holder, who=who, host=error.host, since=error.since)} {tr(_HELD)}"


def not_local(error: errors.NotLocal) -> str:
    text = {"cloud": _CLOUD, "stick": _STICK}.get(error.kind, _SHARE)
    return " ".join([tr(text, folder=error.folder, service=error.service), *_copies(error)])


def _copies(error: errors.NotLocal) -> list[str]:
    if not error.copies:
        return []
    text = "It has left more than one class file there: {files}."
    return [tr(text, files=", ".join(error.copies))]


def copies_beside(names: tuple[str, ...]) -> str:
    """The line above the page about copies that a sync program made."""
    text = (
        "A sync program has left another copy of your class here: {files}. It may hold notes that"
        " this one lacks. Both are as they were; open the copy like a backup to see."
    )
    return tr(text, files=", ".join(names))


def not_moved(error: errors.NotMoved) -> str:
    text = (
        "Your class could not be moved to {folder} ({why}). It is whole where it"
        " was. Choose another folder."
    )
    return tr(text, folder=error.folder, why=error.reason)


def file_is_older(error: errors.FileIsOlder) -> str:
    """It was asked for where nobody waits while it is brought up to date."""
    text = (
        "{file} was written by an older Rondo. It is safe, and was not changed."
        " Start Rondo with it: it is brought up to date then."
    )
    return tr(text, file=error.path.name)


def not_restored(error: errors.NotRestored) -> str:
    text = (
        "The backup {file} was not opened ({reason}). Your class is as it was, and so is the"
        " backup. If the disk of your class is full, free space there, then try again."
    )
    return tr(text, file=error.path.name, reason=error.reason)


SAID: Mapping[type[Exception], Callable[..., str]] = {
    errors.FileIsOlder: file_is_older,
    errors.FileIsBusy: file_is_busy,
    errors.FolderMissing: folder_missing,
    errors.NoPlace: no_place,
    errors.ClassFileGone: class_file_gone,
    errors.OpenAlready: open_already,
    errors.OnlyReading: only_reading,
    errors.NotLocal: not_local,
    errors.NotMoved: not_moved,
    errors.NotRestored: not_restored,
    errors.NotAFile: not_a_file,
}
"""A sentence for each error of opening."""
