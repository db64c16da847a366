"""Fault 60: a learner is erased. No byte of the profile tells of the child afterwards."""

import json
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp

import pytest

from app.domain.erasing import ErasureRequest, Receipt, silent
from app.domain.ids import StepId
from data.backups import SqliteBackups
from data.checking import check_profile
from data.database import connect_read_only
from data.erasure.erasure import SqliteErasure
from data.inspecting import inspect
from data.keys import Key
from tests.erasing import ABOUT, CHILD, FAMILY, WORDS, Crowd, found_in, texts_in

NOW = datetime(2026, 5, 14, 9, 47, tzinfo=UTC)
KEY = Key(bytes(range(32)))


def plant_files(crowd: Crowd, second: Path) -> None:
    """Copies and texts such as a year leaves behind, all of them with the name."""
    profile = crowd.profile
    backups = SqliteBackups(profile.database, lambda: NOW, crowd.key)
    profile.backups.mkdir()
    second.mkdir()
    backups.save(profile.backups / "rondo-2026-05-13-150000.rondo")
    backups.save(profile.backups / f"Rondo for {CHILD}.rondo")
    backups.save(profile.folder / "rondo-before-update-2026-05-01-080000.db")
    backups.save(second / "rondo-2026-05-12-150000.rondo")
    (profile.backups / "rondo-2026-05-14-150000.rondo.part").write_bytes(ABOUT.encode())
    profile.reports.mkdir()
    (profile.reports / "2026-05-14.txt").write_text(f"KeyError: {CHILD}", "utf-8")
    (profile.reports / "wide.txt").write_bytes(f"Wqörbleå {FAMILY}".encode("utf-16"))
    (profile.reports / "escaped.json").write_text(json.dumps({"who": FAMILY}), "utf-8")
    (profile.reports / f"{CHILD}.png").write_bytes(b"\x89PNG a thumbnail")
    (profile.reports / "harmless.txt").write_text("nothing in it", "utf-8")
    profile.requests.mkdir()
    (profile.requests / "1.json").write_text(json.dumps([f"/media/stick/{CHILD}.csv"]), "utf-8")
    settings = {"scheme": "dark", "board_screen": f"{CHILD}'s beamer"}
    profile.settings.write_text(json.dumps(settings), "utf-8")


def erase(crowd: Crowd, second: Path, mentions: tuple[tuple[str, int], ...] | None) -> Receipt:
    erasure = SqliteErasure(crowd.profile, lambda: 2_000, crowd.key, (second,))
    request = ErasureRequest(StepId(5_000_000), 1_000, (crowd.child,), mentions=mentions)
    return erasure.erase(request, silent)


@pytest.fixture(params=[None, KEY], ids=["plain", "encrypted"])
def crowd(request: pytest.FixtureRequest, tmp_path: Path) -> Crowd:
    made = Crowd(tmp_path / "profile", request.param)
    plant_files(made, tmp_path / "stick")
    return made


def test_before_it_the_name_is_everywhere(tmp_path: Path) -> None:
    crowd = Crowd(tmp_path / "profile")
    plant_files(crowd, tmp_path / "stick")
    found = {line.split(":")[0] for line in found_in(tmp_path)}
    assert len(found) >= 11


def test_afterwards_no_byte_of_any_file_tells_of_the_child(crowd: Crowd, tmp_path: Path) -> None:
    receipt = erase(crowd, tmp_path / "stick", None)
    assert found_in(tmp_path) == []
    assert receipt.left == ()
    crowd.connection.close()
    assert found_in(tmp_path) == []


def test_every_copy_still_opens_and_holds_all_the_others(crowd: Crowd, tmp_path: Path) -> None:
    before = crowd.connection.execute("SELECT count(*) FROM observation").fetchone()[0]
    erase(crowd, tmp_path / "stick", None)
    copies = [path for ending in ("*.rondo", "*-0*.db") for path in tmp_path.rglob(ending)]
    assert len(copies) == 4
    for path in copies:
        info = inspect(path, crowd.key)
        assert (info.students, info.observations) == (5, before)
        with closing(connect_read_only(path, crowd.key)) as copy:
            assert [word for word in WORDS if word in texts_in(copy)] == []
    assert [word for word in WORDS if word in texts_in(crowd.connection)] == []


def test_a_copy_that_a_killed_check_left_elsewhere_goes_too(tmp_path: Path) -> None:
    crowd = Crowd(tmp_path / "profile")
    plant_files(crowd, tmp_path / "stick")
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    left = Path(mkdtemp(prefix=f"rondo-check-{ended.pid}-"))
    (left / "rondo.db").write_text(CHILD, "utf-8")
    erase(crowd, tmp_path / "stick", None)
    crowd.connection.close()
    assert not left.exists()


def test_every_copy_is_whole_and_its_history_says_what_its_rows_say(
    crowd: Crowd, tmp_path: Path
) -> None:
    erase(crowd, tmp_path / "stick", None)
    crowd.connection.close()
    copies = [path for ending in ("*.rondo", "*-0*.db") for path in tmp_path.rglob(ending)]
    report = check_profile(crowd.profile, crowd.key, copies)
    assert [part for part in report.parts if part.whole is False] == []


def test_the_receipt_says_what_went_and_never_who(crowd: Crowd, tmp_path: Path) -> None:
    receipt = erase(crowd, tmp_path / "stick", None)
    assert dict(receipt.removed) == {
        "names": 1,
        "photos": 1,
        "attachments": 1,
        "observations": 3,
        "goals": 1,
        "reasons": 3,
        "choices": 1,
        "reflections": 1,
        "needs": 1,
        "rules": 4,
        "mentions": 5,
        "changes": receipt.removed["changes"],
        "steps": receipt.removed["steps"],
    }
    assert len(receipt.rewritten) == 5  # four copies and the settings
    assert len(receipt.deleted) == 6
    assert CHILD not in repr(receipt)
    assert FAMILY not in repr(receipt)
    assert json.loads(crowd.profile.settings.read_text("utf-8")) == {"scheme": "dark"}
    assert (crowd.profile.reports / "harmless.txt").exists()
