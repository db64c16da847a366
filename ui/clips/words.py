"""What is said of pictures and files of an observation; the context is "Clips"."""

from PySide6.QtCore import QCoreApplication

from app.domain.observations import PICTURE, Attachment


def tr(text: str, **facts: object) -> str:
    """A sentence in the teacher's language, its holes filled."""
    return QCoreApplication.translate("Clips", text).format(**facts)


def called(attachment: Attachment) -> str:
    """Picture or file, and its name."""
    what = tr("Picture") if attachment.kind == PICTURE else tr("File")
    return f"{what}: {attachment.name}" if attachment.name else what
