"""Files that are not opened: empty, foreign, damaged, newer. They keep every byte."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from data.database import SCHEMA
from tests.faults.opened import App, filled, rondo
from tests.faults.tally import Tally


def edit(path: Path, *statements: str, log_left: bool = False) -> None:
    """Change it with the SQLite of Python; the log can be left as after a power cut."""
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    kept = {p: p.read_bytes() for p in path.parent.glob(f"{path.name}-wal")} if log_left else {}
    whole = path.read_bytes()
    connection.close()
    if log_left:
        path.write_bytes(whole)
        for file, content in kept.items():
            file.write_bytes(content)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def header(path: Path) -> None:
    path.write_bytes(bytes(100) + path.read_bytes()[100:])


def magic(path: Path) -> None:
    path.write_bytes(b"\x55" * 16 + path.read_bytes()[16:])


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def letter(path: Path) -> None:
    path.write_text("Dear parents, ...")


def foreign(path: Path) -> None:
    path.unlink()
    edit(path, "CREATE TABLE letter (body TEXT)")


def foreign_rollback(path: Path) -> None:
    """Another program's, with a number of its own and without a log."""
    path.unlink()
    edit(path, "CREATE TABLE step (body TEXT)", "PRAGMA journal_mode=DELETE")
    edit(path, "PRAGMA application_id=7")


def number(path: Path) -> None:
    """Ours but for the number: the header of a file without a log was changed once."""
    edit(path, "PRAGMA journal_mode=DELETE", "PRAGMA application_id=7")


def first_page(path: Path) -> None:
    path.write_bytes(b"\xa7" * 4096 + path.read_bytes()[4096:])


def newer(path: Path) -> None:
    edit(path, "PRAGMA journal_mode=DELETE", f"PRAGMA user_version={SCHEMA + 1}")


def newer_in_log(path: Path) -> None:
    edit(path, f"PRAGMA user_version={SCHEMA + 1}", log_left=True)


def unknown_migration(path: Path) -> None:
    sql = "INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('rondo', '0099_later')"
    edit(path, "PRAGMA journal_mode=DELETE", sql)


def page(path: Path) -> None:
    """The second page of a file without a log, as a backup is one."""
    edit(path, "PRAGMA journal_mode=DELETE")
    whole = bytearray(path.read_bytes())
    whole[4096 : 2 * 4096] = b"\x55" * 4096
    path.write_bytes(whole)


REFUSED = [
    (empty, "damaged"),
    (zeros, "damaged"),
    (header, "damaged"),
    (magic, "damaged"),
    (half, "damaged"),
    (page, "damaged"),
    (number, "damaged"),
    (first_page, "damaged"),
    (letter, "not a Rondo file"),
    (foreign, "not a Rondo file"),
    (foreign_rollback, "not a Rondo file"),
    (newer, "newer Rondo"),
    (newer_in_log, "newer Rondo"),
    (unknown_migration, "newer Rondo"),
]


@pytest.mark.parametrize(("spoil", "said"), REFUSED, ids=lambda case: getattr(case, "__name__", ""))
def test_it_is_refused_in_plain_words_and_keeps_every_byte(
    app: App, tmp_path: Path, tally: Tally, spoil: Callable[[Path], None], said: str
) -> None:
    folder = tmp_path / "Förder Gruppe 4B"
    spoil(filled(folder))
    with tally.untouched(folder):
        app.start(folder)
        assert said in app.trouble.said.text()
        assert {"backup", "demo"} <= set(app.trouble.buttons)
        app.stop()
    tally.fault()


@pytest.mark.parametrize("spoil", [empty, foreign, newer, newer_in_log])
def test_the_command_line_says_the_same_and_ends_with_1(
    tmp_path: Path, tally: Tally, spoil: Callable[[Path], None]
) -> None:
    spoil(filled(tmp_path))
    with tally.untouched(tmp_path):
        ended = rondo(tmp_path, "observe", "ama 3 add", "--class", "4B")
    assert ended.returncode == 1
    assert "rondo.db" in ended.stderr
    assert "Traceback" not in ended.stderr
    tally.fault()


def test_a_file_that_is_gone_from_among_its_own_is_no_new_class(
    app: App, tmp_path: Path, tally: Tally
) -> None:
    filled(tmp_path).unlink()
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "rondo-2026-05-14-101010.rondo").write_bytes(b"")
    with tally.untouched(tmp_path):
        app.start(tmp_path)
        assert "no longer there" in app.trouble.said.text()
    app.take("anew")
    assert app.desk.class_id is None


def gone_but_for_settings(app: App, folder: Path) -> None:
    """It was open in a window once, and nothing else tells of it."""
    filled(folder)
    app.start(folder)
    app.stop()
    shutil.rmtree(folder / "backups", ignore_errors=True)
    for file in folder.glob("rondo.db*"):
        file.unlink()


def test_a_class_of_which_only_the_settings_tell_is_missing_and_not_new(
    app: App, tmp_path: Path, tally: Tally
) -> None:
    folder = tmp_path / "profile"
    gone_but_for_settings(app, folder)
    with tally.untouched(folder):
        app.start(folder)
        assert "There was a class" in app.trouble.said.text()
        assert {"look", "backup", "anew"} <= set(app.trouble.buttons)
        assert rondo(folder, "progress", "--class", "4B").returncode == 1
    app.take("anew")
    assert app.desk.class_id is None


def test_a_missing_class_is_looked_for_and_found_at_the_next_start_too(
    app: App, tmp_path: Path
) -> None:
    folder, elsewhere, empty_folder = (tmp_path / name for name in ("profile", "other", "empty"))
    gone_but_for_settings(app, folder)
    filled(elsewhere)
    empty_folder.mkdir()
    app.start(folder)
    app.dialogs.file = empty_folder
    app.take("look")
    app.wait(lambda: "There is no class file" in app.trouble.told())
    assert list(empty_folder.iterdir()) == []
    app.dialogs.file = elsewhere
    app.take("look")
    app.wait(lambda: app.has_desk)
    assert app.desk.class_id is not None
    app.start(folder)
    assert app.desk.folder == str(elsewhere)
    app.stop()
    shutil.copy(elsewhere / "rondo.db", folder)
    app.start(folder)
    assert app.desk.folder == str(folder)


def test_to_begin_anew_touches_nothing_of_a_class_that_is_there_again(
    app: App, tmp_path: Path
) -> None:
    database = filled(tmp_path / "profile")
    folder, key = database.parent, database.with_name("rondo.key")
    away = database.rename(tmp_path / "away.db")
    (folder / "backups").mkdir(exist_ok=True)
    key.write_bytes(b"somebody's")
    app.start(folder)
    away.rename(database)
    app.take("anew")
    assert app.desk.class_id is not None
    assert key.read_bytes() == b"somebody's"


def test_a_missing_folder_is_said_and_another_can_be_chosen(app: App, tmp_path: Path) -> None:
    stick = tmp_path / "STICK" / "4B"
    app.start(stick)
    assert "plug that in" in app.trouble.said.text()
    assert not stick.parent.exists()
    assert rondo(stick, "progress", "--class", "4B").returncode == 1
    app.take("again")
    other = tmp_path / "other"
    filled(other)
    app.dialogs.file = other
    app.take("folder")
    app.wait(lambda: app.has_desk)
    assert app.desk.class_id is not None


def test_what_was_made_with_a_log_is_whole_after_it(tmp_path: Path) -> None:
    """The spoiling above leaves what it says: a log beside a file that does not know of it."""
    path = filled(tmp_path)
    newer_in_log(path)
    assert path.with_name("rondo.db-wal").stat().st_size > 0
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as old:
        assert old.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
