"""Faults 3 to 6: a header of zeros, half a file, nonsense in a page, nothing at all."""

from pathlib import Path

import pytest

from app.errors import DamagedFile
from data.damage.aside import asides
from data.damage.look import look
from data.database import connect
from data.keys import Key
from tests.faults.damaged import BEFORE, SINCE, Taught, nonsense
from tests.faults.tally import Tally

WAYS = {
    "header": lambda content: bytes(100) + content[100:],
    "first page": lambda content: nonsense(content, 0),
    "whose it is": lambda content: content[:68] + b"Xond" + content[72:],
    "half": lambda content: content[: len(content) // 2],
    "nothing": lambda _content: b"",
}


@pytest.mark.parametrize("way", WAYS)
def test_it_is_refused_set_aside_and_nothing_of_the_backup_is_missing(
    tmp_path: Path, tally: Tally, way: str
) -> None:
    taught = Taught(tmp_path)
    damaged = taught.overwrite(WAYS[way])
    with tally.untouched(tmp_path), pytest.raises(DamagedFile):
        connect(taught.database)
    with tally.untouched(tmp_path):
        rescue = taught.mender().rescue()
    mended = taught.mender().mend(rescue)
    assert rescue.base is not None
    assert rescue.base.observations == BEFORE
    assert mended.aside is not None
    tally.must_be_kept(mended.aside.read_bytes() == damaged, "the damaged bytes")
    tally.must_open_right(look(taught.database).is_whole, "the mended file")
    tally.must_be_kept(len(taught.notes()) >= BEFORE, "what the backup held")
    assert taught.is_running()


@pytest.mark.parametrize("way", ["header", "first page", "whose it is"])
def test_all_that_came_after_the_backup_comes_back(tmp_path: Path, tally: Tally, way: str) -> None:
    taught = Taught(tmp_path)
    before = taught.notes()
    taught.overwrite(WAYS[way])
    rescue = taught.mender().rescue()
    assert rescue.count("added") == {"observation": SINCE, "move": 1}
    taught.mender().mend(rescue)
    tally.must_be_kept(taught.notes() == before, "what was seen since the backup")


@pytest.mark.parametrize("encrypted", [False, True])
def test_nonsense_in_any_page_loses_no_more_than_that_page(
    tmp_path: Path, tally: Tally, encrypted: bool
) -> None:
    key = Key(bytes(range(32))) if encrypted else None
    taught = Taught(tmp_path / "class", key)
    whole, before = taught.database.read_bytes(), taught.notes()
    pages = len(whole) // 4096
    for page in range(1, pages, max(1, pages // 12)):
        taught.database.write_bytes(whole)
        taught.overwrite(lambda content, at=page: nonsense(content, at, seed=at))
        taught.database.with_name("rondo.db-wal").unlink(missing_ok=True)
        tally.fault()
        rescue = taught.mender().rescue()
        taught.mender().mend(rescue)
        tally.must_open_right(look(taught.database, key).is_whole, f"page {page}")
        tally.must_be_kept(set(before[:BEFORE]) <= set(taught.notes()), f"page {page}: the backup")
        back = len(set(before) & set(taught.notes()))
        tally.must_be_kept(back >= len(before) - SINCE, f"page {page}: {back}")


def test_without_any_backup_what_reads_goes_into_a_new_file(tmp_path: Path, tally: Tally) -> None:
    taught = Taught(tmp_path, backup=False)
    before = taught.notes()
    taught.overwrite(lambda content: nonsense(content, len(content) // 4096 - 3))
    rescue = taught.mender().rescue()
    assert rescue.base is None
    taught.mender().mend(rescue)
    tally.must_open_right(look(taught.database).is_whole, "the new file")
    tally.must_be_kept(len(set(before) & set(taught.notes())) >= len(before) - 20, "what reads")
    assert taught.is_running()


def test_an_exchange_that_was_stopped_is_carried_on(tmp_path: Path, tally: Tally) -> None:
    taught = Taught(tmp_path)
    before = taught.notes()
    content = taught.overwrite(lambda content: nonsense(content, 5))
    taught.mender().mend(taught.mender().rescue())
    taught.database.rename(taught.database.with_name("rondo.db.mended"))
    taught.database.write_bytes(content)
    taught.database.with_name("rondo.db-wal").write_bytes(b"another file's log")
    tally.must_be_kept(set(before[:BEFORE]) <= set(taught.notes()), "what was mended")
    assert len(asides(taught.database)) == 1
