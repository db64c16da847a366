"""Backups from the command line, without a file named."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.demo import lay_demo
from tests.fakes import FakeClock
from ui.bootstrap import profile_at, settings_keeper
from ui.cli.main import run


class Shell:
    """Runs commands on one profile."""

    def __init__(self, folder: Path) -> None:
        self.profile = profile_at(folder)
        self.clock = FakeClock()
        self.out = self.err = ""

    def __call__(self, *words: str) -> int:
        out, err = io.StringIO(), io.StringIO()
        given = [*words, "--profile", str(self.profile.folder)]
        code = run(given, self.clock, (io.StringIO(), out, err))
        self.out, self.err = out.getvalue(), err.getvalue()
        self.clock.advance(1000)
        return code

    def json(self, *words: str) -> dict[str, Any]:
        assert self(*words, "--json") == 0, self.err
        return dict(json.loads(self.out))

    def backups(self) -> list[Path]:
        return sorted(self.profile.backups.glob("*.rondo"))


@pytest.fixture
def rondo(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path / "profile")
    lay_demo(shell.profile)
    return shell


def damage(file: Path) -> None:
    held = bytearray(file.read_bytes())
    held[4096:12288] = b"\xa5" * 8192
    file.write_bytes(held)


def count(rondo: Shell) -> int:
    """How many observations there are."""
    assert rondo("observe", "--list", "--class", "4B", "--limit", "9999", "--json") == 0
    return len(json.loads(rondo.out))


def test_without_a_file_it_goes_where_the_windows_backups_lie(rondo: Shell) -> None:
    assert rondo("backup") == 0
    [file] = rondo.backups()
    assert str(file) in rondo.out
    assert "whole" in rondo.out


def test_nothing_new_is_no_second_backup(rondo: Shell) -> None:
    rondo("backup")
    [place] = rondo.json("backup")["places"]
    assert place["outcome"] == "unchanged"
    assert len(rondo.backups()) == 1


def test_the_list_reads_each_and_names_the_damaged_one(rondo: Shell) -> None:
    rondo("backup")
    rondo("observe", "fatima 4", "--class", "4B")
    rondo("backup")
    damage(rondo.backups()[1])
    listed = {one["path"]: one["whole"] for one in rondo.json("backup", "--list")["backups"]}
    first, second = rondo.backups()
    assert listed == {str(first): True, str(second): False}
    assert rondo("backup", "--list") == 0
    assert "damaged" in rondo.out


def test_a_profile_without_backups_says_so(rondo: Shell) -> None:
    assert rondo("backup", "--list") == 0
    assert rondo.out == "There is no backup yet.\n"


def test_a_list_takes_no_file(rondo: Shell, tmp_path: Path) -> None:
    assert rondo("backup", "--list", str(tmp_path / "x.rondo")) == 2


def test_restore_newest_takes_the_newest_that_reads_whole(rondo: Shell) -> None:
    rondo("backup")
    before = count(rondo)
    rondo("observe", "fatima 4", "--class", "4B")
    rondo("backup")
    first, second = rondo.backups()
    damage(second)
    restored = rondo.json("restore", "newest")["restored"]
    assert restored["path"] == str(first)
    assert count(rondo) == before


def test_restore_newest_without_one_changes_nothing(rondo: Shell) -> None:
    rondo("backup")
    damage(rondo.backups()[0])
    before = rondo.profile.database.read_bytes()
    assert rondo("restore", "newest") == 1
    assert "nothing was changed" in rondo.err
    assert rondo.profile.database.read_bytes() == before


def test_after_a_restore_backups_by_themselves_wait_for_a_word_in_the_window(rondo: Shell) -> None:
    rondo("backup")
    [first] = rondo.backups()
    rondo("restore", str(first))
    kept = settings_keeper(rondo.profile).load()
    assert kept.restored == str(first)
    assert Path(kept.before_restore) in rondo.backups()
    assert "until you say in the window" in rondo.out
    rondo("restore", kept.before_restore)
    assert settings_keeper(rondo.profile).load().restored == ""


def test_whoever_was_erased_is_erased_again_from_a_backup_that_is_opened(
    rondo: Shell, tmp_path: Path
) -> None:
    """Also from that backup, when it lies where Rondo looks."""
    outside = tmp_path / "old.rondo"
    rondo.json("backup", str(outside))
    rondo.json("erase", "--class", "4B", "--student", "Maya Lindqvist", "--yes")
    said = rondo.json("restore", str(outside))
    assert said["erased_again"] == 1
    assert (
        rondo("about", "--class", "4B", "--student", "Maya Lindqvist", "--out", str(tmp_path / "x"))
        == 1
    )
    assert rondo("restore", str(outside)) == 0
    assert f"Delete {outside} if you keep it elsewhere" in rondo.out
