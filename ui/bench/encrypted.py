"""What a passphrase costs: the same work on an encrypted and on a plain profile, in turn."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from app.domain.classes import Student
from app.ports import Clock
from app.services.observe import ObserveService
from app.services.progress import ProgressService
from ui.bench.decade import decade, student_page
from ui.bench.dragging import CARRY, CROWD, DROP, dragged
from ui.bench.figures import Figure, middle, p95
from ui.bench.processes import PAINTED, between, busy, pss, rondo, settled, until_painted
from ui.bench.store import built, timed, year
from ui.bench.unlocked import UNLOCKED, WORDS
from ui.bootstrap import Key, OpenProfile, open_profile, profile_at, safe_of

BAR = 1.5
_RESTS = 3
"""How often a process at rest is looked at: it does little then, and not always the same."""


class One(NamedTuple):
    """One of two profiles that hold the same."""

    folder: Path
    clock: Clock
    key: Key | None

    def opened(self) -> OpenProfile:
        return open_profile(profile_at(self.folder), self.clock, self.key)

    def command(self, *more: str) -> list[str]:
        module = "ui" if self.key is None else "ui.bench.unlocked"
        return rondo(self.folder, *more, module=module)

    @property
    def word(self) -> str:
        """What its process says when the class is on the screen."""
        return PAINTED if self.key is None else UNLOCKED


Pair = tuple[One, One]
"""The plain one comes first."""


def encrypted(folder: Path, clock: Clock, runs: int) -> list[Figure]:
    """Every figure there is, encrypted over plain."""
    pair = _pair(folder / "year", clock, lambda path: built(path, clock, year()).close())
    old = _pair(folder / "decade", clock, lambda _path: decade(folder, clock))
    crowd = _pair(folder / "crowd", clock, lambda path: built(path, clock, CROWD).close())
    return [
        *_of_work(pair, runs),
        _in_turn("student", "reading one student's page after ten years", old, _student, 30),
        *_of_starts(pair, old, runs),
        *_of_rest(pair),
        *_of_drags(crowd, clock, runs),
    ]


def _pair(plain: Path, clock: Clock, make: Callable[[Path], object]) -> Pair:
    """A plain profile, made if it is not there, and a copy of it that has a passphrase."""
    sealed = plain.with_name(f"{plain.name}-sealed")
    if not plain.exists():
        make(plain)
    shutil.copytree(plain, sealed)
    safe = safe_of(profile_at(sealed), clock)
    return One(plain, clock, None), One(sealed, clock, safe.set(WORDS, safe.new_code()))


def _of_starts(pair: Pair, old: Pair, runs: int) -> Iterator[Figure]:
    """A start with a passphrase has two waits, before it is asked for and after it is typed.

    What the vault takes to try it, a fifth of a second on purpose, is a part of the second.
    """
    asked, typed = "to the passphrase asked for", "from the passphrase typed to the console"
    after = partial(between, word=UNLOCKED)
    for name, what, two, wait in (
        ("start", f"process start {asked}", pair, until_painted),
        ("unlock", typed, pair, after),
        ("opening", f"{typed}, ten years of data", old, after),
    ):
        plain = partial(until_painted, two[0].command())
        sealed = partial(wait, two[1].command())
        found = [[plain(), sealed()] for _ in range(runs + 1)][1:]  # the first warms the disk
        yield _figure(name, f"{what} (plain: to the console)", "s", list(zip(*found, strict=True)))


def _of_rest(pair: Pair) -> Iterator[Figure]:
    for name, what, unit, measure in (
        ("memory", "memory with console and board open", "MB", pss),
        ("idle", "processor while the clock runs", "share of a core", busy),
    ):
        found: list[list[float]] = [[], []]
        for _ in range(_RESTS):
            for place, one in enumerate(pair):
                found[place].append(settled(one.command("--board"), measure, one.word))
        yield _figure(name, what, unit, found)


def _of_work(pair: Pair, runs: int) -> Iterator[Figure]:
    for name, what, work, turns in (
        ("open", "opening a year of data", _opening, 30),
        ("observe", "one observation, durable", _observing, 200),
        ("progress", "progress screen of 28 students", _progress, 30),
        ("backup", "a verified backup of a year", _backup, 7),
    ):
        yield _in_turn(name, what, pair, work, max(turns, runs))


def _of_drags(pair: Pair, clock: Clock, runs: int) -> Iterator[Figure]:
    found = [dragged(one.folder, clock, one.key, runs) for one in pair]
    for place, (name, what) in enumerate((("carry", CARRY), ("drop", DROP))):
        yield _figure(name, what, "ms", [[p95(both[place])] for both in found])


def _in_turn(
    name: str,
    what: str,
    pair: Pair,
    make: Callable[[OpenProfile, One], Callable[[], object]],
    turns: int,
) -> Figure:
    with closing(pair[0].opened()) as plain, closing(pair[1].opened()) as sealed:
        works = [make(*both) for both in zip((plain, sealed), pair, strict=True)]
        found: list[list[float]] = [[], []]
        for _ in range(turns):
            for place, work in enumerate(works):
                found[place] += timed(work, 1)
    return _figure(name, what, "ms", found)


def _figure(name: str, what: str, unit: str, found: Sequence[Sequence[float]]) -> Figure:
    plain, sealed = map(middle, found)
    return Figure(f"encrypted {name}", f"{what}, encrypted over plain", unit, sealed, plain, BAR)


def _opening(_opened: OpenProfile, one: One) -> Callable[[], object]:
    return lambda: one.opened().close()


def _observing(opened: OpenProfile, one: One) -> Callable[[], object]:
    room = opened.classroom
    service = ObserveService(replace(room, clock=one.clock))
    student = room.store.find(Student)[0]
    return lambda: service.record(student.class_id, student.id, note="explains own strategy")


def _progress(opened: OpenProfile, one: One) -> Callable[[], object]:
    room = opened.classroom
    service = ProgressService(room.store, room.evidence, one.clock)
    return lambda: service.table(room.classes()[0].id)


def _student(opened: OpenProfile, one: One) -> Callable[[], object]:
    return student_page(opened, one.clock)


def _backup(opened: OpenProfile, one: One) -> Callable[[], object]:
    target = one.folder.with_suffix(".rondo")
    return lambda: opened.backups.save(target)
