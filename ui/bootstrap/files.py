"""Files of the teacher's own: lists that come in, texts that go out."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.roster.table import RosterReader
    from ui.child.job import Job


def write_texts(texts: Mapping[Path, str]) -> None:
    """Write new files, each whole or not at all; an older one of that name is replaced."""
    from data.files.texts import write_texts as write  # not for the start

    write(texts)


def roster_reader() -> "RosterReader":
    """Reads class lists of every kind."""
    from data.files.class_list import ClassListReader  # not for the start

    return ClassListReader()


def framework_job(path: Path) -> "Job":
    """Reading a framework's file, in a process of its own."""
    from data.files.framework_job import ReadFramework  # not for the start

    return ReadFramework(str(path.absolute()))
