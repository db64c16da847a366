"""What a passphrase costs: the same work on an encrypted and on a plain profile, in turn."""

import time
from collections.abc import Callable
from pathlib import Path

from app.demo.build import DemoBuilder
from app.domain.classes import Student
from app.ports import Clock
from app.services.observe import ObserveService
from app.services.progress import ProgressService
from ui.bench.figures import Figure, middle
from ui.bench.store import year
from ui.bootstrap import Key, OpenProfile, open_profile, profile_at

BAR = 1.5
KEY = Key(bytes(range(32)))
Work = Callable[[OpenProfile, Clock, Path], Callable[[], object]]


def encrypted(folder: Path, clock: Clock, runs: int) -> list[Figure]:
    """Opening, an observation, the progress screen and a backup: encrypted over plain."""
    pair = [_built(folder / name, clock, key) for name, key in (("plain", None), ("sealed", KEY))]
    figures = [
        _figure(name, what, [make(one, clock, folder) for one in pair], max(turns, runs))
        for name, what, make, turns in (
            ("encrypted open", "opening a year of data", _opening, 30),
            ("encrypted observe", "one observation, durable", _observing, 200),
            ("encrypted progress", "progress screen of 28 students", _progress, 30),
            ("encrypted backup", "a verified backup of a year", _backup, 3),
        )
    ]
    for one in pair:
        one.close()
    return figures


def _built(folder: Path, clock: Clock, key: Key | None) -> OpenProfile:
    opened = open_profile(profile_at(folder), clock, key)
    room = opened.classroom
    DemoBuilder(room.workspace, room.ids, clock, seed=1).build(year(live=False))
    return opened


def _figure(name: str, what: str, works: list[Callable[[], object]], turns: int) -> Figure:
    """The plain one comes first."""
    found: list[list[float]] = [[], []]
    for _ in range(turns):
        for times, work in zip(found, works, strict=True):
            began = time.perf_counter()
            work()
            times.append((time.perf_counter() - began) * 1000)
    plain, sealed = map(middle, found)
    return Figure(name, f"{what}, encrypted over plain", "ms", sealed, plain, BAR)


def _opening(opened: OpenProfile, clock: Clock, _folder: Path) -> Callable[[], object]:
    def work() -> None:
        open_profile(opened.profile, clock, opened.key).close()

    return work


def _observing(opened: OpenProfile, clock: Clock, _folder: Path) -> Callable[[], object]:
    room = opened.classroom
    service = ObserveService(room.store, room.evidence, room.workspace, room.ids, clock)
    student = room.store.find(Student)[0]
    return lambda: service.record(student.class_id, student.id, note="explains own strategy")


def _progress(opened: OpenProfile, clock: Clock, _folder: Path) -> Callable[[], object]:
    room = opened.classroom
    service = ProgressService(room.store, room.evidence, clock)
    return lambda: service.table(room.classes()[0].id)


def _backup(opened: OpenProfile, _clock: Clock, folder: Path) -> Callable[[], object]:
    target = folder / f"{opened.profile.folder.name}.rondo"
    return lambda: opened.backups.save(target)
