"""What a change of the passphrase could not reach."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A copy of the class file that stays as it was, and why; its path is handed on as it is.

    Or a whole place, which was not there (`is_place`).
    """

    path: Path
    reason: str
    is_place: bool = False
