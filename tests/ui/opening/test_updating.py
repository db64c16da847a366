"""A class of an older Rondo is brought up to date: at once where that is quick, else to be seen."""

import shutil
import sqlite3
from contextlib import closing, nullcontext
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from app.domain.looking import Progress
from app.domain.opening.errors import LogIsLeft
from data.database import LARGE, SCHEMA, connect
from tests.faults.conftest import app, journey_theme
from tests.faults.opened import App, filled
from tests.faults.refusing import held_by_another
from ui.opening.updating import HowFar, Updating, UpdatingWindow
from ui.tasks import Early
from ui.theme import Theme
from ui.widgets.text import Text

__all__ = ["app", "journey_theme"]

FIXTURES = Path(__file__).parents[2] / "data" / "fixtures"


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A profile whose class an older Rondo kept."""
    folder = tmp_path / "profile"
    folder.mkdir()
    shutil.copy(FIXTURES / "schema_1.db", folder / "rondo.db")
    with closing(sqlite3.connect(folder / "rondo.db")) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    return folder


def window(app: App) -> UpdatingWindow | None:
    return next((w for w in app.windows() if isinstance(w, UpdatingWindow)), None)


def version(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "rondo.db")) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_what_takes_a_moment_is_not_seen(app: App, older: Path) -> None:
    app.start(older)
    app.wait(lambda: app.has_desk)
    assert window(app) is None
    app.stop()
    assert version(older) == SCHEMA
    assert len(list(older.glob("rondo-before-update-*.db"))) == 1


def test_what_takes_a_while_is_said_and_the_class_opens_by_itself(app: App, older: Path) -> None:
    """Another program writes, and lets go after a while."""
    with held_by_another(older / "rondo.db"):
        app.start(older)
        shown = window(app)
        assert shown is not None
        assert not app.has_desk
        app.wait(lambda: "Step 3 of 3" in shown.step.text())
    app.wait(lambda: app.has_desk)
    assert window(app) is None
    app.stop()
    assert version(older) == SCHEMA


def test_what_goes_wrong_is_told_and_the_file_stays_as_it_was(app: App, older: Path) -> None:
    with held_by_another(older / "rondo.db"):
        app.start(older)
        app.wait(lambda: app.has_trouble)
    assert "again" in app.trouble.buttons
    assert version(older) == 1
    app.take("again")
    app.wait(lambda: app.has_desk)


def test_how_far_it_is_stands_there_and_a_closed_window_ends_rondo_when_it_is_done(
    qtbot: QtBot, theme: Theme
) -> None:
    over, progress, went, closed = Event(), HowFar(), list[str](), list[str]()
    updating = Updating(theme, Early(lambda: _wait(over)), progress, lambda: went.append("on"))
    qtbot.addWidget(updating.window)
    updating.closed.connect(lambda: closed.append("closed"))
    progress(Progress("copy", 30, 120))
    qtbot.waitUntil(lambda: "copied, 25 %" in updating.window.step.text())
    progress(Progress("read"))
    qtbot.waitUntil(lambda: "Step 2 of 3" in updating.window.step.text())
    updating.window.close()
    assert closed == []
    over.set()
    qtbot.waitUntil(lambda: closed == ["closed"])
    assert went == []


def _wait(over: Event) -> None:
    over.wait(10)


def test_a_log_that_is_left_beside_a_large_class_is_read_while_the_window_lives(
    app: App, tmp_path: Path
) -> None:
    """A kill in the middle of upkeep leaves a log that says of no step; all is read then."""
    folder = tmp_path / "profile"
    filled(folder)
    left_behind(folder / "rondo.db", large=True)
    app.start(folder)
    app.wait(lambda: app.has_desk)
    with closing(sqlite3.connect(folder / "rondo.db")) as connection:
        (subject,) = connection.execute("SELECT subject FROM class").fetchone()
    assert subject == "after"


@pytest.mark.parametrize("large", [True, False])
def test_only_beside_a_large_class_a_log_is_said_to_take_a_while(
    tmp_path: Path, large: bool
) -> None:
    filled(tmp_path / "profile")
    database = tmp_path / "profile" / "rondo.db"
    left_behind(database, large)
    refused = pytest.raises(LogIsLeft) if large else nullcontext()
    with refused:
        connect(database, tell=None).close()


def test_the_window_says_why_it_reads(theme: Theme) -> None:
    shown = UpdatingWindow(theme, Progress("log"))
    said = " ".join(text.text() for text in shown.findChildren(Text))
    assert "nothing is lost" in said
    assert "older Rondo" not in said
    assert shown.step.text() == ""


def left_behind(database: Path, large: bool) -> None:
    """What a program leaves that is killed after it wrote something that is no step."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        if large:
            connection.execute("CREATE TABLE padding (it BLOB)")
            connection.execute("INSERT INTO padding VALUES (zeroblob(?))", (LARGE,))
            connection.execute("DROP TABLE padding")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("UPDATE class SET subject = 'after'")
        kept = {part: part.read_bytes() for part in database.parent.glob("rondo.db*")}
    for part, content in kept.items():
        part.write_bytes(content)
