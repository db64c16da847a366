"""Whoever was erased stays erased when an older state is opened, and what waits goes on waiting."""

import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.erasing import ErasureRequest, Receipt, silent
from app.domain.ids import NeedId, ObservationId, StepId
from data.backups import SqliteBackups
from data.damage.mend import Mender
from data.database import connect, connect_read_only
from data.erasure.erasure import SqliteErasure
from data.erasure.intent import done_intents, open_intents
from data.inspecting import inspect
from data.keys import Key
from tests.erasing import WORDS, Crowd, found_in, texts_in

NOW = datetime(2026, 5, 14, 9, 47, tzinfo=UTC)
KEY = Key(bytes(range(32)))
FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"


class Kept:
    """A class with a backup from before the child was erased, where Rondo does not look."""

    def __init__(self, folder: Path, key: Key | None = None) -> None:
        self.crowd = Crowd(folder / "profile", key)
        self.profile, self.key = self.crowd.profile, key
        self.stick = folder / "stick"
        self.backups = SqliteBackups(self.profile.database, lambda: NOW, key)
        (folder / "elsewhere").mkdir()
        self.old = folder / "elsewhere" / "rondo-2026-05-01-080000.rondo"
        self.backups.save(self.old)

    @property
    def erasure(self) -> SqliteErasure:
        return SqliteErasure(self.profile, lambda: 2_000, self.key, (self.stick,))

    def erase(self) -> Receipt:
        request = ErasureRequest(StepId(5_000_000), 1_000, (self.crowd.child,), mentions=None)
        receipt = self.erasure.erase(request, silent)
        self.crowd.connection.close()
        return receipt

    def told(self) -> list[str]:
        """The words about the child that are in the class, its journal among it."""
        with closing(connect_read_only(self.profile.database, self.key)) as connection:
            text = texts_in(connection)
        return [word for word in WORDS if word in text]


@pytest.fixture(params=[None, KEY], ids=["plain", "encrypted"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Kept:
    return Kept(tmp_path, request.param)


def test_an_older_state_that_is_opened_tells_of_nobody_who_was_erased(kept: Kept) -> None:
    kept.stick.mkdir()
    kept.erase()
    assert kept.told() == []
    kept.backups.restore(kept.old)
    assert kept.told() == []
    assert inspect(kept.profile.database, kept.key).students == 5
    if kept.key is None:
        assert found_in(kept.profile.folder) == []


def test_what_is_left_to_do_after_that_is_done_by_itself_and_said(kept: Kept) -> None:
    """The next start finds it as it finds any erasing that was stopped."""
    kept.stick.mkdir()
    kept.erase()
    kept.backups.restore(kept.old)
    assert kept.erasure.unfinished() == 1
    (receipt,) = kept.erasure.finish(silent)
    assert (receipt.again, receipt.students) == (True, 1)
    assert receipt.removed["names"] == 1
    assert kept.erasure.unfinished() == 0


def test_a_backup_that_tells_of_nobody_makes_no_work(kept: Kept) -> None:
    kept.stick.mkdir()
    kept.erase()
    clean = kept.old.with_name("rondo-2026-05-14-080000.rondo")
    kept.backups.save(clean)
    kept.backups.restore(clean)
    assert kept.erasure.unfinished() == 0


def test_it_is_known_after_one_restore_and_the_next(kept: Kept) -> None:
    kept.stick.mkdir()
    kept.erase()
    for _ in range(2):
        kept.backups.restore(kept.old)
        kept.erasure.finish(silent)
        assert kept.told() == []


def test_an_erasing_that_waits_for_a_stick_waits_on_after_a_restore(kept: Kept) -> None:
    kept.stick.mkdir()
    kept.backups.save(kept.stick / "rondo-2026-05-12-150000.rondo")
    kept.stick.rename(kept.stick.with_name("away"))
    kept.erase()
    kept.backups.restore(kept.old)
    kept.erasure.finish(silent)
    assert kept.erasure.unfinished() == 1
    kept.stick.with_name("away").rename(kept.stick)
    assert [len(receipt.rewritten) for receipt in kept.erasure.finish(silent)] == [1]
    assert kept.erasure.unfinished() == 0


def test_a_backup_of_an_older_rondo_is_told_too(tmp_path: Path) -> None:
    """Its tables are laid out as ours are first, else nothing could be written into it."""
    kept = Kept(tmp_path)
    kept.stick.mkdir()
    kept.erase()
    older = tmp_path / "elsewhere" / "schema_1.rondo"
    shutil.copyfile(FIXTURES / "schema_1.db", older)
    kept.backups.restore(older)
    with closing(connect(kept.profile.database)) as connection:
        known = [*open_intents(connection), *done_intents(connection)]
    assert [intent.request.at for intent in known] == [1_000]


def test_old_jottings_stay_erased_as_well(kept: Kept) -> None:
    jotting = ErasureRequest(StepId(5_000_000), 1_000, observations=(ObservationId(301),))
    kept.erasure.erase(jotting, silent)
    kept.crowd.connection.close()
    kept.backups.restore(kept.old)
    with closing(connect_read_only(kept.profile.database, kept.key)) as connection:
        assert "was tired" not in texts_in(connection)


def test_old_needs_stay_erased_as_well(kept: Kept) -> None:
    old = ErasureRequest(StepId(5_000_000), 1_000, needs=(NeedId(486),))
    kept.erasure.erase(old, silent)
    kept.crowd.connection.close()
    kept.backups.restore(kept.old)
    with closing(connect_read_only(kept.profile.database, kept.key)) as connection:
        assert "inhaler" not in texts_in(connection)


def test_a_class_that_is_mended_from_an_older_backup_tells_of_nobody_either(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.stick.mkdir()
    kept.erase()
    with closing(connect_read_only(kept.profile.database, None)) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'observation'"
        ).fetchone()
    content = bytearray(kept.profile.database.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    kept.profile.database.write_bytes(content)
    mender = Mender(kept.profile.database, lambda: [kept.old], lambda: NOW)
    mender.mend(mender.rescue())
    assert kept.told() == []


def test_nothing_is_known_of_a_file_that_does_not_read_and_the_backup_is_opened(
    tmp_path: Path,
) -> None:
    kept = Kept(tmp_path)
    kept.crowd.connection.close()
    kept.profile.database.write_bytes(b"\xa5" * 40960)
    kept.backups.restore(kept.old)
    with closing(connect(kept.profile.database)) as connection:
        assert connection.execute("SELECT count(*) FROM student").fetchone() == (6,)


@pytest.mark.parametrize("facts", ["nonsense", '{"ids": "[7]"}'])
def test_a_step_that_changed_by_itself_hides_no_other_and_holds_up_nothing(
    tmp_path: Path, facts: str
) -> None:
    """What it names now could be somebody else."""
    kept = Kept(tmp_path)
    kept.stick.mkdir()
    jotting = ErasureRequest(StepId(4_000_000), 500, observations=(ObservationId(301),))
    kept.erasure.erase(jotting, silent)
    kept.crowd.connection.execute("UPDATE step SET facts = ? WHERE id = 4000000", (facts,))
    kept.erase()
    kept.profile.erased.unlink()  # which knows it still
    kept.backups.restore(kept.old)
    assert kept.told() == []
    with closing(connect_read_only(kept.profile.database)) as connection:
        assert [one.request.id for one in open_intents(connection)] == [5_000_000]
