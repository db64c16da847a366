"""What was dropped or pasted, as work for a worker."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from app.domain.observations import Clip
from ui.photos.reading import clip_of, read_clip

Read = Callable[[], Clip]


def reads_of(data: QMimeData) -> list[Read]:
    """Files, or else a picture; nothing for words. Each raises `errors.PhotoRefused`."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if paths:
        return [partial(read_clip, path) for path in paths]
    image = data.imageData() if data.hasImage() else None
    return [partial(clip_of, image, "")] if isinstance(image, QImage) else []


def holds_clips(data: QMimeData) -> bool:
    """Whether there are files or a picture in it; a picture is not unpacked for that."""
    return data.hasImage() or any(url.isLocalFile() for url in data.urls())
