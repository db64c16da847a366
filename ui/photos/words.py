"""What to say when a file cannot be a photo."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from app.errors import PhotoRefused

_REFUSED = {
    "large": "This picture is too large to be opened. Make a smaller copy of it, and choose that.",
    "file": "This file is too large to be kept with a note: at most 300 KB, pictures aside.",
    "many": "A note has at most 8 pictures and files.",
    "broken": "This file is no picture, or it is damaged. Choose another one.",
    "unread": "This file could not be read. Copy it to this computer, and choose it again.",
}


def _refused(error: PhotoRefused) -> str:
    why = QCoreApplication.translate("Photos", _REFUSED.get(error.reason, _REFUSED["unread"]))
    return f"{why} {QCoreApplication.translate('Photos', 'Nothing was changed.')}"


SAID: Mapping[type[PhotoRefused], Callable[[PhotoRefused], str]] = {PhotoRefused: _refused}
