"""What is known of a backup."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """What a backup file holds, read from the file itself after it was verified."""

    path: Path
    size: int
    saved_at: int
    classes: Sequence[str]
    students: int
    observations: int
    last_lesson: str
