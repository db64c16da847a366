"""Backing up: whether there is anything new, to which places, and what can go afterwards."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.backups import BackupInfo, Dated, Stop, never, surplus
from app.errors import ClassroomError, DamagedFile
from app.ports import Clock, Shelf

SAVED, UNCHANGED, ABSENT, FAILED = "saved", "unchanged", "absent", "failed"


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of a backup at one place.

    `outcome` is SAVED, UNCHANGED (`info` is the backup that holds everything already; None when
    there is nothing to keep), ABSENT (the place is not there) or FAILED for the `reason`.
    """

    place: Path
    outcome: str
    info: BackupInfo | None = None
    reason: ClassroomError | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """A backup as it was found: what it holds after it was read whole, or what is wrong with it."""

    file: Path
    info: BackupInfo | None = None
    problem: ClassroomError | OSError | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A backup file and the shelf it lies on."""

    shelf: Shelf
    file: Path


def _there(chosen: Path) -> Path:
    """Backups lie in the chosen folder itself."""
    return chosen


class BackupService:
    """Every verb may take long and belongs in a worker; one at a time.

    `live` says what is open now. `spared` are names that are not thinned. `home` makes the folder
    for backups in a place the teacher chose; it raises `OSError`.
    """

    def __init__(
        self,
        shelves: Sequence[Shelf],
        live: Callable[[], BackupInfo],
        clock: Clock,
        spared: Collection[str] = (),
        home: Callable[[Path], Path] = _there,
    ) -> None:
        self.shelves = tuple(shelves)
        self._live = live
        self._clock = clock
        self._spared = frozenset(spared)
        self.home = home
        self._whole: dict[tuple[Path, int], BackupInfo] = {}

    def back_up(self, stop: Stop = never, sure: bool = True) -> tuple[Kept, ...]:
        """Save what is new at every place that is there, and thin where that went well.

        A place whose backup holds everything already gets no other. `sure` reads that backup
        whole first, once a session. A damaged database is copied nowhere, and nothing goes.
        """
        done: list[Kept] = []
        for shelf in self.shelves:
            kept = self._keep(shelf, stop, sure)
            done.append(kept)
            if isinstance(kept.reason, DamagedFile):
                break
        return tuple(done)

    def look(self, shelf: Shelf, file: Path, stop: Stop = never) -> Look:
        """Read one backup whole, unless this was done in this session already."""
        try:
            return Look(file, self._verified(shelf, shelf.glance(file), stop))
        except (ClassroomError, OSError) as error:
            return Look(file, problem=error)

    def found(self) -> tuple[Found, ...]:
        """All backups that are there, the newest first; those that do not read come last."""
        dated = list[tuple[int, str, Found]]()
        for shelf in self.shelves:
            known = _glances(shelf)
            for file in shelf.files():
                info = known.get(file.name)
                dated.append((info.saved_at if info else -1, file.name, Found(shelf, file)))
        return tuple(found for *_, found in sorted(dated, key=lambda d: d[:2], reverse=True))

    def newest_whole(self, stop: Stop = never) -> BackupInfo | None:
        """The newest backup of all places that reads whole; None when there is none."""
        known = [(info, shelf) for shelf in self.shelves for info in _glances(shelf).values()]
        known.sort(key=lambda found: (found[0].saved_at, found[0].path.name), reverse=True)
        looks = (self.look(shelf, info.path, stop).info for info, shelf in known)
        return next((info for info in looks if info is not None), None)

    def _keep(self, shelf: Shelf, stop: Stop, sure: bool) -> Kept:
        try:
            if not shelf.there():
                return Kept(shelf.place, ABSENT)
            live = self._live()
            if live.newest_step == 0:
                return Kept(shelf.place, UNCHANGED)
            same = self._same(shelf, live, stop, sure)
            if same is not None:
                return Kept(shelf.place, UNCHANGED, same)
            info = shelf.add(stop)
            self._remember(info)
            self._thin(shelf, stop)
        except ClassroomError as error:
            return Kept(shelf.place, FAILED, reason=error)
        return Kept(shelf.place, SAVED, info)

    def _same(self, shelf: Shelf, live: BackupInfo, stop: Stop, sure: bool) -> BackupInfo | None:
        """A backup that holds just what is open now."""
        for file in shelf.files():
            try:
                info = shelf.glance(file)
                if info.newest_step == live.newest_step:
                    return self._verified(shelf, info, stop) if sure else info
            except (ClassroomError, OSError):
                continue  # what cannot be read holds nothing
        return None

    def _thin(self, shelf: Shelf, stop: Stop) -> None:
        """Delete what the rule gives up, where the newer one that stands for it is whole."""
        known = {name: i for name, i in _glances(shelf).items() if name not in self._spared}
        dated = {name: self._dated(name, info) for name, info in known.items()}
        while True:
            gone = surplus(dated.values(), self._clock.now_ms())
            broken = [
                name
                for name in _standing(dated, gone)
                if self.look(shelf, known[name].path, stop).info is None
            ]
            if stop():
                return
            if not broken:
                break
            for name in broken:
                del dated[name]
        for name in gone:
            shelf.remove(known[name].path)

    def _dated(self, name: str, info: BackupInfo) -> Dated:
        return Dated(name, info.saved_at, self._clock.local(info.saved_at).date())

    def _verified(self, shelf: Shelf, info: BackupInfo, stop: Stop) -> BackupInfo:
        key = (info.path, info.newest_step)
        if key not in self._whole:
            self._whole[key] = shelf.inspect(info.path, stop)
        return self._whole[key]

    def _remember(self, info: BackupInfo) -> None:
        self._whole[info.path, info.newest_step] = info


def _glances(shelf: Shelf) -> Mapping[str, BackupInfo]:
    """What the files say they hold, by name; those that cannot be read are left out."""
    found = dict[str, BackupInfo]()
    for file in shelf.files():
        try:
            found[file.name] = shelf.glance(file)
        except (ClassroomError, OSError):
            continue
    return found


def _standing(dated: Mapping[str, Dated], gone: Collection[str]) -> set[str]:
    """For each that would go, the next newer one that stays."""
    standing, stays = set[str](), ""
    for backup in sorted(dated.values(), key=lambda b: (b.at, b.name), reverse=True):
        if backup.name not in gone:
            stays = backup.name
        elif stays:
            standing.add(stays)
    return standing
