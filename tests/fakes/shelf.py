"""A shelf of backups without a disk."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.backups import BackupInfo, Stop
from app.errors import BackupFailed, ClassroomError, DamagedFile


def info_of(newest_step: int, saved_at: int = 0, path: Path = Path("rondo.db")) -> BackupInfo:
    """What a file of 28 students says it holds."""
    return BackupInfo(path, 4_100_000, saved_at, ["4B"], 28, 900, "2026-05-14", newest_step)


@dataclass
class FakeShelf:
    """`held` are the backups by name; `damaged` those that do not read whole."""

    live: BackupInfo
    place: Path = Path("backups")
    present: bool = True
    refuses: ClassroomError | None = None
    held: dict[str, BackupInfo] = field(default_factory=dict)
    damaged: set[str] = field(default_factory=set)
    read: list[str] = field(default_factory=list)

    def put(self, name: str, newest_step: int, saved_at: int) -> None:
        self.held[name] = info_of(newest_step, saved_at, self.place / name)

    def there(self) -> bool:
        return self.present

    def files(self) -> Sequence[Path]:
        return [self.place / name for name in sorted(self.held, reverse=True)]

    def add(self, stop: Stop) -> BackupInfo:
        if self.refuses is not None:
            raise self.refuses
        if stop():
            raise BackupFailed(self.place, "it was stopped")
        self.put(f"rondo-{self.live.newest_step}", self.live.newest_step, self.live.saved_at)
        return self.held[f"rondo-{self.live.newest_step}"]

    def glance(self, file: Path) -> BackupInfo:
        return self.held[file.name]

    def inspect(self, file: Path, stop: Stop) -> BackupInfo:
        if stop():
            raise BackupFailed(file, "it was stopped")
        self.read.append(file.name)
        if file.name in self.damaged:
            raise DamagedFile(file, "page 7 is torn")
        return self.held[file.name]

    def remove(self, file: Path) -> None:
        del self.held[file.name]
