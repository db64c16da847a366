"""3 and 61: the first page of a class with a passphrase is nonsense."""

from pathlib import Path

from data.damage.look import look
from data.keys import Key
from tests.fakes import FakeClock
from tests.faults.damaged import BEFORE, SINCE, Taught, nonsense
from tests.faults.opened import App
from tests.faults.tally import Tally
from ui.bootstrap import backups_of, profile_at, safe_of
from ui.lock.unlock_window import UnlockWindow

WORDS = "wet chalk on sunday"


def locked(folder: Path) -> tuple[Taught, Key]:
    """With a backup made since the passphrase was set, and work since then."""
    taught = Taught(folder)
    safe = safe_of(profile_at(folder), FakeClock())
    key = safe.set(WORDS, safe.new_code())
    safe.tidy(key)
    taught.key = key
    for old in taught.backups.iterdir():
        old.unlink()
    backups_of(profile_at(folder), FakeClock(), key).save(
        taught.backups / "rondo-2026-05-14-101300.rondo"
    )
    return taught, key


def unlock(app: App) -> None:
    (window,) = [w for w in app.windows() if isinstance(w, UnlockWindow)]
    window.form.secret.field.setText(WORDS)
    window.form.submit()
    app.wait(lambda: app.has_trouble)


def test_the_passphrase_leads_to_mending_and_nothing_is_missing(
    app: App, tmp_path: Path, tally: Tally
) -> None:
    taught, key = locked(tmp_path)
    before = taught.notes()
    assert len(before) == BEFORE + SINCE
    damaged = taught.overwrite(lambda content: nonsense(content, 0))
    app.start(tmp_path)
    unlock(app)
    assert taught.database.read_bytes() == damaged
    app.take("mend")
    app.wait(lambda: "mend_now" in app.trouble.buttons)
    app.take("mend_now")
    app.wait(lambda: app.has_desk)
    app.stop()
    tally.fault()
    tally.must_open_right(look(taught.database, key).is_whole, "the mended file")
    tally.must_be_kept(taught.notes() == before, "what the backup held")


def test_without_a_backup_it_is_said_that_nothing_can_be_read(app: App, tmp_path: Path) -> None:
    taught, _key = locked(tmp_path)
    for backup in taught.backups.iterdir():
        backup.unlink()
    taught.overwrite(lambda content: nonsense(content, 0))
    app.start(tmp_path)
    unlock(app)
    app.take("mend")
    app.wait(lambda: "Nothing" in app.trouble.title.accessibleName())
    assert "by nobody" in app.trouble.said.text()
