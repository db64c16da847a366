"""What becomes of rows that changed by themselves when a damaged class is mended."""

import shutil
from contextlib import closing
from pathlib import Path

from app.domain.classes import Student
from app.domain.damage import ADDED, DOUBTED, LOST
from app.domain.observations import Observation
from data.backups import SqliteBackups
from data.damage.look import look
from data.damage.mend import Mender
from data.database import connect
from data.schema import SCHEMA
from data.store import SqliteStore
from tests.faults.damaged import NOW, SINCE, Taught

FIXTURES = Path(__file__).parents[1] / "fixtures"


def change(path: Path, *sql: str) -> None:
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        for statement in sql:
            connection.execute(statement)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def test_a_student_of_whom_only_a_letter_changed_is_not_lost_with_all_that_was_seen(
    tmp_path: Path,
) -> None:
    taught = Taught(tmp_path, backup=False)
    change(
        taught.database,
        "UPDATE student SET given = 'Amarb' WHERE given = 'Amara'",
        "DELETE FROM change WHERE kind = 'student'",
    )
    before = taught.notes()
    rescue = taught.mender().rescue()
    assert rescue.count(DOUBTED) == {"student": 1}
    assert not rescue.count(LOST)
    taught.mender().mend(rescue)
    assert taught.notes() == before
    with closing(connect(taught.database)) as connection:
        assert "Amarb" in {student.given for student in SqliteStore(connection).find(Student)}


def test_where_the_journal_is_whole_the_row_is_what_it_says(tmp_path: Path) -> None:
    taught = Taught(tmp_path, backup=False)
    change(taught.database, "UPDATE student SET given = 'Amarb' WHERE given = 'Amara'")
    rescue = taught.mender().rescue()
    assert not rescue.count(DOUBTED, LOST)
    taught.mender().mend(rescue)
    with closing(connect(taught.database)) as connection:
        assert "Amara" in {student.given for student in SqliteStore(connection).find(Student)}


def test_a_word_of_the_journal_that_changed_is_not_believed(tmp_path: Path) -> None:
    """Row and journal both say “nose”; the backup knows better."""
    taught = Taught(tmp_path)
    taught.overwrite(lambda content: content.replace(b"note 7 x", b"nose 7 x"))
    rescue = taught.mender().rescue()
    taught.mender().mend(rescue)
    assert "note 7 x" in " ".join(taught.notes())
    assert look(taught.database).is_whole


def test_a_backup_with_one_changed_row_is_better_than_none(tmp_path: Path) -> None:
    taught = Taught(tmp_path)
    (backup,) = taught.backups.iterdir()
    change(backup, "UPDATE tag SET name = name || 'x'")
    taught.overwrite(lambda content: bytes(100) + bytes(content[100:]))
    rescue = taught.mender().rescue()
    assert rescue.base is not None
    assert rescue.count(ADDED) == {"observation": SINCE, "move": 1}


def test_a_backup_of_an_older_rondo_is_a_base_for_a_file_of_this_one(tmp_path: Path) -> None:
    database, backups = tmp_path / "rondo.db", tmp_path / "backups"
    backups.mkdir()
    shutil.copy(FIXTURES / f"schema_{SCHEMA - 1}.db", database)
    older = SqliteBackups(database, lambda: NOW).save(backups / "rondo-2026-05-14-101200.rondo")
    with closing(connect(database)) as connection:
        seen = len(SqliteStore(connection).find(Observation))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.write_bytes(bytes(100) + database.read_bytes()[100:])
    mender = Mender(database, backups.iterdir, lambda: NOW)
    rescue = mender.rescue()
    assert rescue.base is not None
    assert rescue.base.path == older.path
    assert not rescue.count(LOST)
    mender.mend(rescue)
    with closing(connect(database)) as connection:
        assert len(SqliteStore(connection).find(Observation)) == seen
    assert look(database).is_whole
