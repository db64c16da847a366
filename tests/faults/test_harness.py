"""The harness itself: what it counts, how long it runs, what it takes for a change."""

from pathlib import Path

import pytest

from tests.faults.budget import FEWEST, SECONDS, Budget, asked_for
from tests.faults.disks import fill, small_disk
from tests.faults.tally import Tally


class Watch:
    """A clock of which every look takes a second."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        self.seconds += 1
        return self.seconds


def test_long_runs_are_whole_only_when_they_are_asked_for() -> None:
    assert [asked_for(said) for said in ("long", "long and not real_windows")] == [True, True]
    assert [asked_for(said) for said in ("", "not long", "real_windows")] == [False] * 3
    assert list(Budget(whole=True).turns(5, 2)) == [0, 1, 2, 3, 4]
    assert list(Budget(whole=False).turns(5, 2)) == [0, 1]


def test_short_runs_end_with_their_seconds_and_each_takes_a_few_turns() -> None:
    budget = Budget(whole=False, now=Watch())
    assert len(list(budget.turns(1000, 900))) == SECONDS
    assert len(list(budget.turns(1000, 900))) == FEWEST
    assert len(list(Budget(whole=True, now=Watch()).turns(90, 5))) == 90


def test_a_short_run_takes_the_first_place_the_last_and_some_between() -> None:
    assert list(Budget(whole=False).some_of(range(101), 5)) == [0, 25, 50, 75, 100]
    assert list(Budget(whole=True).some_of("abc", 1)) == ["a", "b", "c"]
    assert list(Budget(whole=False).some_of("ab", 5)) == ["a", "b"]


def test_a_change_of_a_file_is_counted_and_fails(tmp_path: Path) -> None:
    tally = Tally()
    file, folder = tmp_path / "a.db", tmp_path / "more"
    folder.mkdir()
    file.write_text("one")
    with tally.untouched(file, folder):
        pass
    with pytest.raises(AssertionError, match="changed"), tally.untouched(file, folder):
        (folder / "new").touch()
    with pytest.raises(AssertionError, match="changed"), tally.untouched(file):
        file.write_text("two")
    assert len(tally.changed) == 2


def test_what_is_lost_or_opens_wrongly_is_counted_and_fails() -> None:
    tally = Tally()
    tally.fault(7)
    tally.must_be_kept(True, "all is well")
    with pytest.raises(AssertionError):
        tally.must_be_kept(False, "observation 7 is gone")
    with pytest.raises(AssertionError):
        tally.must_open_right(False, "half of a step")
    assert tally.line() == (
        "faults tried 7, acknowledged writes lost 1, wrong openings 1,"
        " files changed that should not have been 0"
    )


def test_a_small_disk_is_full_when_it_is_filled(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 256) as disk:
        ballast = fill(disk)
        with pytest.raises(OSError, match="space"):
            (disk / "more").write_bytes(bytes(4096))
        ballast.unlink()
        (disk / "enough").write_bytes(bytes(4096))
    assert list((tmp_path / "disk").iterdir()) == []
