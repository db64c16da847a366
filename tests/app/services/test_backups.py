"""Whether there is anything new, where it goes, and what is deleted after it."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import BackupFailed, DamagedFile
from app.services.backups import ABSENT, FAILED, SAVED, UNCHANGED, BackupService
from tests.fakes import FakeClock
from tests.fakes.shelf import FakeShelf, info_of

HOUR = 3_600_000
DAY = 24 * HOUR


class Room:
    """What is open, a shelf in the profile and one on a stick."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.live = info_of(0)
        self.own = FakeShelf(self.live)
        self.stick = FakeShelf(self.live, Path("stick"))
        self.do(step=7)
        self.service = BackupService([self.own, self.stick], lambda: self.live, self.clock)

    def do(self, step: int) -> None:
        """Something is changed now."""
        self.live = info_of(step, self.clock.now_ms())
        self.own.live = self.stick.live = self.live

    def outcomes(self, **how: bool) -> list[str]:
        return [kept.outcome for kept in self.service.back_up(**how)]


@pytest.fixture
def room() -> Room:
    return Room()


def test_what_is_new_goes_to_every_place(room: Room) -> None:
    assert room.outcomes() == [SAVED, SAVED]
    assert set(room.own.held) == set(room.stick.held) == {"rondo-7"}


def test_nothing_new_makes_no_backup(room: Room) -> None:
    room.outcomes()
    room.clock.advance(DAY)
    assert room.outcomes() == [UNCHANGED, UNCHANGED]
    assert len(room.own.held) == 1


def test_nothing_ever_done_makes_no_backup(room: Room) -> None:
    room.live = info_of(0)
    assert room.outcomes() == [UNCHANGED, UNCHANGED]
    assert room.own.held == {}


def test_a_change_makes_another(room: Room) -> None:
    room.outcomes()
    room.do(step=8)
    assert room.outcomes() == [SAVED, SAVED]
    assert set(room.own.held) == {"rondo-7", "rondo-8"}


def test_going_back_to_an_older_state_that_is_backed_up_makes_no_other(room: Room) -> None:
    room.outcomes()
    room.do(step=8)
    room.outcomes()
    room.do(step=7)
    assert room.outcomes() == [UNCHANGED, UNCHANGED]


def test_a_stick_that_is_not_there_holds_nobody_up(room: Room) -> None:
    room.stick.present = False
    assert room.outcomes() == [SAVED, ABSENT]
    room.stick.present = True
    assert room.outcomes() == [UNCHANGED, SAVED]


def test_a_full_disk_keeps_no_other_place_from_its_backup(room: Room) -> None:
    room.own.refuses = BackupFailed(Path("backups"), "the disk is full")
    assert room.outcomes() == [FAILED, SAVED]


def test_of_a_damaged_database_no_place_gets_a_backup(room: Room) -> None:
    room.outcomes()
    room.do(step=8)
    room.own.refuses = DamagedFile(Path("rondo.db"), "page 7 is torn")
    [kept] = room.service.back_up()
    assert kept.outcome == FAILED
    assert set(room.own.held) == set(room.stick.held) == {"rondo-7"}


def test_a_backup_that_does_not_read_whole_is_made_anew(room: Room) -> None:
    room.own.put("rondo-0", 7, 0)
    room.own.damaged = {"rondo-0"}
    assert room.outcomes() == [SAVED, SAVED]
    assert set(room.own.held) == {"rondo-0", "rondo-7"}


def test_at_the_end_nothing_is_read_that_is_there_already(room: Room) -> None:
    room.own.put("rondo-7", 7, 0)
    room.stick.put("rondo-7", 7, 0)
    assert room.outcomes(sure=False) == [UNCHANGED, UNCHANGED]
    assert room.own.read == []


def test_each_backup_is_read_whole_once_a_session(room: Room) -> None:
    room.own.put("rondo-7", 7, 0)
    room.outcomes()
    room.outcomes()
    assert room.own.read == ["rondo-7"]


def a_day_long_ago(room: Room) -> None:
    """Five backups of one day and two of a later one, all long past."""
    now = room.clock.now_ms()
    noon = now - 20 * DAY - now % DAY + 12 * HOUR
    for n in range(5):
        room.own.put(f"rondo-a{n}", n, noon + n * 600_000)
    room.own.put("rondo-b0", 5, noon + 3 * DAY)
    room.own.put("rondo-b1", 6, noon + 3 * DAY + 600_000)


def test_after_a_good_backup_the_rule_is_applied(room: Room) -> None:
    a_day_long_ago(room)
    room.outcomes()
    assert sorted(room.own.held) == ["rondo-7", "rondo-a4", "rondo-b0", "rondo-b1"]


def test_after_a_failed_one_nothing_goes(room: Room) -> None:
    a_day_long_ago(room)
    room.own.refuses = BackupFailed(Path("backups"), "the disk is full")
    room.outcomes()
    assert len(room.own.held) == 7


def test_a_damaged_backup_stands_for_no_other(room: Room) -> None:
    a_day_long_ago(room)
    room.own.damaged = {"rondo-a4"}
    room.outcomes()
    assert sorted(room.own.held) == ["rondo-7", "rondo-a3", "rondo-a4", "rondo-b0", "rondo-b1"]


def test_what_a_restore_could_go_back_to_is_spared(room: Room) -> None:
    a_day_long_ago(room)
    spared = BackupService([room.own], lambda: room.live, room.clock, {"rondo-a1"})
    spared.back_up()
    assert {"rondo-a1", "rondo-a4"} <= set(room.own.held)


def test_the_newest_that_reads_whole_is_found_in_any_place(room: Room) -> None:
    for n in range(3):
        room.own.put(f"rondo-{n}", n, n * DAY)
        room.stick.put(f"rondo-{n}", n, n * DAY + HOUR)
    room.own.damaged = {"rondo-2", "rondo-1"}
    room.stick.damaged = {"rondo-2"}
    found = room.service.newest_whole()
    assert found is not None
    assert found.path == Path("stick/rondo-1")
    room.own.damaged = room.stick.damaged = {"rondo-0", "rondo-1", "rondo-2"}
    assert BackupService(room.service.shelves, lambda: room.live, room.clock).newest_whole() is None


def test_who_stops_it_gets_no_half_backup(room: Room) -> None:
    kept = room.service.back_up(lambda: True)
    assert [one.outcome for one in kept] == [FAILED, FAILED]
    assert room.own.held == {}


def test_a_backup_that_was_looked_at_says_what_it_holds(room: Room) -> None:
    room.own.put("rondo-7", 7, 0)
    file = Path("backups/rondo-7")
    assert room.service.look(room.own, file).info == room.own.held["rondo-7"]
    room.own.held["rondo-8"] = replace(room.live, path=Path("backups/rondo-8"), newest_step=8)
    room.own.damaged = {"rondo-8"}
    looked = room.service.look(room.own, Path("backups/rondo-8"))
    assert isinstance(looked.problem, DamagedFile)
