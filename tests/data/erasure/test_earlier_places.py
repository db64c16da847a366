"""Folders that were the second place once: reached when they are there, named when they are not."""

from pathlib import Path

import pytest

from app.domain.erasing import ErasureRequest, silent
from app.domain.ids import StepId
from app.settings import Settings, with_second_place
from data.backups import SqliteBackups
from data.erasure.erasure import SqliteErasure
from data.settings_file import SettingsFile
from tests.data.erasure.test_again import NOW
from tests.erasing import CHILD, Crowd, found_in


@pytest.fixture
def crowd(tmp_path: Path) -> Crowd:
    return Crowd(tmp_path / "profile")


def erased(crowd: Crowd, *earlier: Path) -> tuple[SqliteErasure, list[tuple[str, str]]]:
    erasure = SqliteErasure(crowd.profile, lambda: 2_000, None, (), earlier)
    request = ErasureRequest(StepId(5_000_000), 1_000, (crowd.child,), mentions=None)
    left = erasure.erase(request, silent).left
    return erasure, [(one.where, one.reason) for one in left]


def test_backups_that_lie_in_an_earlier_second_place_are_written_anew(
    crowd: Crowd, tmp_path: Path
) -> None:
    stick = tmp_path / "old stick"
    stick.mkdir()
    SqliteBackups(crowd.profile.database, lambda: NOW).save(stick / "rondo-2026-05-01.rondo")
    assert found_in(stick)
    assert erased(crowd, stick)[1] == []
    assert found_in(tmp_path) == []


def test_one_that_is_not_there_is_named_and_nobody_waits_for_it(
    crowd: Crowd, tmp_path: Path
) -> None:
    erasure, left = erased(crowd, tmp_path / "lost stick")
    assert left == [(str(tmp_path / "lost stick"), "forgotten")]
    assert erasure.unfinished() == 0


def test_the_receipt_tells_its_path_without_the_name(crowd: Crowd, tmp_path: Path) -> None:
    _, left = erased(crowd, tmp_path / f"stick of {CHILD}")
    assert [where for where, _ in left] == [str(tmp_path / "stick of …")]


def test_every_second_place_there_was_is_remembered_once(tmp_path: Path) -> None:
    settings = Settings()
    for place in ("/a", "/b", "", "/a", "/c", "/c"):
        settings = with_second_place(settings, place)
    assert (settings.second_place, set(settings.earlier_places)) == ("/c", {"/a", "/b"})
    file = SettingsFile(tmp_path / "settings.json")
    file.save(settings)
    assert file.load() == settings
