"""What was erased is known beside the class too: for when the class file does not say it."""

import shutil
from pathlib import Path

import pytest

from app.domain.erasing import silent
from data.erasure.intent import WAITING
from data.erasure.record import Known, known_of, remember, remembered
from tests.data.erasure.test_again import Kept, kept
from tests.erasing import found_in

__all__ = ["kept"]


def erased(kept: Kept) -> Path:
    kept.stick.mkdir()
    kept.erase()
    return kept.profile.database


def taken_away(database: Path) -> None:
    for part in database.parent.glob("rondo.db*"):
        part.unlink()


def test_it_holds_ids_and_no_words(kept: Kept) -> None:
    database = erased(kept)
    (done,) = remembered(database).done
    assert done.request.students == (kept.crowd.child,)
    assert found_in(kept.profile.folder, ("Zzyxqua", "ZZPRIVATE")) == []


def test_a_class_file_that_is_gone_is_known_by_its_record_when_a_backup_is_opened(
    kept: Kept,
) -> None:
    taken_away(erased(kept))
    kept.backups.restore(kept.old)
    assert kept.told() == []


def test_an_older_class_file_laid_in_its_place_is_cleaned_at_the_next_start(kept: Kept) -> None:
    """By hand, with the computer's own file manager; or its log was lost."""
    database = erased(kept)
    taken_away(database)
    shutil.copyfile(kept.old, database)
    assert kept.told() != []
    assert kept.erasure.unfinished() == 1
    (receipt,) = kept.erasure.finish(silent)
    assert (receipt.again, kept.told(), kept.erasure.unfinished()) == (True, [], 0)


def test_a_class_that_tells_of_nobody_is_not_told_of_an_erasing_in_another(kept: Kept) -> None:
    database = erased(kept)
    clean = kept.old.with_name("clean.rondo")
    kept.backups.save(clean)
    record = database.with_name("erased.json").read_bytes()
    other = Kept(kept.old.parent / "other", kept.key)
    database = other.profile.database
    other.crowd.connection.close()
    taken_away(database)
    shutil.copyfile(clean, database)
    database.with_name("erased.json").write_bytes(record)
    assert other.erasure.unfinished() == 0


def test_an_erasing_of_an_older_rondo_gets_its_record_at_the_next_start(kept: Kept) -> None:
    record = erased(kept).with_name("erased.json")
    record.unlink()
    assert kept.erasure.unfinished() == 0
    assert len(remembered(kept.profile.database).done) == 1


def test_where_the_record_is_refused_the_erasing_waits_and_says_so(kept: Kept) -> None:
    record = kept.profile.erased
    record.mkdir()
    kept.stick.mkdir()
    receipt = kept.erase()
    assert [(left.where, left.reason) for left in receipt.left] == [("erased.json", "refused")]
    assert kept.told() == []
    record.rmdir()
    kept.erasure.finish(silent)
    assert kept.erasure.unfinished() == 0
    assert len(remembered(kept.profile.database).done) == 1


@pytest.mark.parametrize("line", ["", "nonsense", "[1, 2, 3, 4, 5]", '{"a": 1}', "[" * 5000])
def test_a_line_that_changed_by_itself_hides_no_other(kept: Kept, line: str) -> None:
    database = erased(kept)
    record = database.with_name("erased.json")
    said = record.read_text("utf-8")
    record.write_text(f"{line}\n{said}{said.replace('erased', 'eraseD', 1)}", "utf-8")
    assert len(remembered(database).done) == 1


def test_what_is_done_since_is_no_longer_waiting(kept: Kept) -> None:
    database = erased(kept)
    (done,) = remembered(database).done
    remember(database.with_name("elsewhere.db"), Known())
    both = Known((), (done,)).joined(Known((done,), ()))
    assert both == Known((), (done,))
    assert known_of(database, kept.key) == Known((), (done,))
    assert done.phase != WAITING
