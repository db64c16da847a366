"""61, in the window: backups that another passphrase opens, and what becomes of the class's own."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from shiboken6 import isValid

from app.domain.classes import SchoolClass
from data.database import connect
from data.identity import is_plain
from data.keys import Key
from data.safe.tail import tail_size
from data.store import SqliteStore
from tests.fakes import FakeClock
from tests.faults.opened import App, filled
from ui.bootstrap import Profile, backups_of, profile_at, safe_of
from ui.lock.question import SecretQuestion
from ui.lock.unlock_window import UnlockWindow

OURS, THEIRS = "blue bicycle", "red tram on rails"
CLOCK = FakeClock()


def lock_up(folder: Path, words: str) -> tuple[Key, str]:
    """Set a passphrase; the key and the recovery code."""
    safe = safe_of(profile_at(folder), CLOCK)
    code = safe.new_code()
    return safe.set(words, code), code


class Colleague:
    """Somebody else's class, called 9Z, and a backup of it under her own passphrase."""

    def __init__(self, folder: Path) -> None:
        profile = Profile(filled(folder / "colleague").parent)
        with closing(connect(profile.database)) as connection:
            connection.execute("UPDATE class SET name = '9Z'")
        key, self.code = lock_up(profile.folder, THEIRS)
        self.backup = backups_of(profile, CLOCK, key).save(folder / "theirs.rondo").path


@pytest.fixture
def colleague(tmp_path: Path) -> Colleague:
    return Colleague(tmp_path)


@pytest.fixture
def own(tmp_path: Path) -> Profile:
    """The teacher's own class, 4B."""
    return Profile(filled(tmp_path / "own").parent)


def question(app: App) -> SecretQuestion:
    """The dialog that is asking."""

    def shown() -> list[SecretQuestion]:
        tops = app.app.topLevelWidgets()
        return [top for top in tops if isinstance(top, SecretQuestion) and top.isVisible()]

    app.wait(lambda: bool(shown()))
    return shown()[0]


def answer(app: App, words: str) -> SecretQuestion:
    asking = question(app)
    asking.form.secret.field.setText(words)
    asking.form.submit()
    return asking


def open_backup(app: App, file: Path) -> None:
    app.dialogs.file = file
    app.desk.open_backup()


def put_away(app: App, asking: SecretQuestion) -> None:
    asking.reject()
    app.wait(lambda: not isValid(asking))


def reopened(app: App, before: object) -> None:
    app.wait(lambda: app.has_desk and app.desk is not before)


def called(app: App) -> list[str]:
    return [one.name for one in app.desk.room.store.find(SchoolClass)]


def agreed_to(app: App) -> str:
    """What stood in the question before the backup was opened."""
    return next(said[1] for said in app.dialogs.asked if said[0] == "Open this backup?")


@pytest.mark.parametrize("by", ["passphrase", "code"])
def test_a_backup_of_another_passphrase_is_asked_for_it_and_opened(
    app: App, own: Profile, colleague: Colleague, by: str
) -> None:
    app.start(own.folder)
    before = app.desk
    open_backup(app, colleague.backup)
    answer(app, THEIRS if by == "passphrase" else colleague.code)
    reopened(app, before)
    assert called(app) == ["9Z"]
    assert "can read it, until you set a passphrase" in agreed_to(app)
    app.stop()
    assert is_plain(own.database)


def tries(own: Profile) -> int:
    return int(own.tries.read_text().split()[0]) if own.tries.exists() else 0


def said(asking: SecretQuestion) -> str:
    return asking.form.said.accessibleName()


def test_a_wrong_one_is_told_apart_slows_down_and_changes_nothing(
    app: App, own: Profile, colleague: Colleague
) -> None:
    app.start(own.folder)
    open_backup(app, colleague.backup)
    asking = question(app)
    for turn in range(3):
        answer(app, f"green ship {turn}")
        app.wait(lambda tried=turn + 1: tries(own) == tried)
        app.wait(lambda shown=turn < 2: ("not the passphrase" in said(asking)) == shown)
    assert safe_of(own, CLOCK).seconds_left() > 0
    assert not asking.form.button.isEnabled()
    put_away(app, asking)
    assert called(app) == ["4B"]
    assert "Open this backup?" not in str(app.dialogs.asked)


def test_a_damaged_one_is_no_wrong_passphrase(app: App, own: Profile, colleague: Colleague) -> None:
    held = bytearray(colleague.backup.read_bytes())
    at = len(held) - tail_size(colleague.backup) + 200
    held[at : at + 16] = bytes(16)
    colleague.backup.write_bytes(held)
    app.start(own.folder)
    open_backup(app, colleague.backup)
    asking = answer(app, THEIRS)
    app.wait(lambda: "is damaged" in asking.form.said.accessibleName())
    assert safe_of(own, CLOCK).seconds_left() == 0
    put_away(app, asking)
    assert called(app) == ["4B"]


def test_an_encrypted_class_that_is_open_stays_so_with_its_own_key(
    app: App, own: Profile, colleague: Colleague
) -> None:
    key, _code = lock_up(own.folder, OURS)
    app.start(own.folder)
    unlock(app, OURS)
    before = app.desk
    open_backup(app, colleague.backup)
    answer(app, THEIRS)
    reopened(app, before)
    assert called(app) == ["9Z"]
    assert "can read it" not in agreed_to(app)
    app.stop()
    with closing(connect(own.database, key)) as connection:
        assert SqliteStore(connection).find(SchoolClass)[0].name == "9Z"
    assert safe_of(own, CLOCK).open(OURS) == key


def unlock(app: App, words: str) -> None:
    window = unlock_window(app)
    window.form.secret.field.setText(words)
    window.form.submit()
    app.wait(lambda: app.has_desk)


def unlock_window(app: App) -> UnlockWindow:
    tops = [top for top in app.app.topLevelWidgets() if isinstance(top, UnlockWindow)]
    return next(top for top in tops if top.isVisible())


def from_the_unlock_window(app: App, own: Profile, file: Path) -> None:
    app.start(own.folder)
    app.dialogs.file = file
    unlock_window(app).backup_wanted.emit()


def from_the_demo(app: App, own: Profile, file: Path) -> None:
    app.start(own.folder)
    unlock_window(app).demo_wanted.emit()
    app.wait(lambda: app.has_desk)
    open_backup(app, file)


PLACES: list[Callable[[App, Profile, Path], None]] = [from_the_unlock_window, from_the_demo]


@pytest.mark.parametrize("place", PLACES)
def test_where_the_class_is_not_open_its_passphrase_keeps_it_encrypted(
    app: App, own: Profile, tmp_path: Path, place: Callable[[App, Profile, Path], None]
) -> None:
    plain = backups_of(own, CLOCK).save(tmp_path / "plain.rondo").path
    key, _code = lock_up(own.folder, OURS)
    place(app, own, plain)
    demo = app.desk if app.has_desk else None
    answer(app, OURS)
    reopened(app, demo)
    assert app.desk.opened.key == key
    assert "your own class" in agreed_to(app)
    assert "can read it" not in agreed_to(app)
    app.stop()
    assert not is_plain(own.database)
    assert safe_of(own, CLOCK).open(OURS) == key


@pytest.mark.parametrize("place", PLACES)
def test_who_has_lost_it_is_told_before_that_anyone_can_read_what_is_opened(
    app: App, own: Profile, tmp_path: Path, place: Callable[[App, Profile, Path], None]
) -> None:
    plain = backups_of(own, CLOCK).save(tmp_path / "plain.rondo").path
    lock_up(own.folder, OURS)
    app.dialogs.refused = frozenset({"Open this backup?"})
    place(app, own, plain)
    demo = app.desk if app.has_desk else None
    question(app).without.click()
    app.wait(lambda: "Open this backup?" in str(app.dialogs.asked))
    assert agreed_to(app).count("Your class is encrypted now. What you open will not be") == 1
    assert not is_plain(own.database)
    app.dialogs.refused = frozenset()
    if demo is None:
        unlock_window(app).backup_wanted.emit()
    else:
        open_backup(app, plain)
    question(app).without.click()
    reopened(app, demo)
    assert app.desk.opened.key is None


def test_it_is_taken_back_with_its_passphrase_and_is_encrypted_as_before(
    app: App, own: Profile, tmp_path: Path
) -> None:
    plain = backups_of(own, CLOCK).save(tmp_path / "plain.rondo").path
    key, _code = lock_up(own.folder, OURS)
    from_the_unlock_window(app, own, plain)
    question(app).without.click()
    reopened(app, None)
    before = app.desk
    app.wait(lambda: before.care.backing is not None)
    before.window.banners.line("restored").buttons[1].click()
    answer(app, OURS)
    reopened(app, before)
    assert app.desk.opened.key == key
    assert app.desk.settings.restored == ""
    app.stop()
    assert safe_of(own, CLOCK).open(OURS) == key


def test_an_own_backup_needs_its_passphrase_once(app: App, own: Profile, tmp_path: Path) -> None:
    key, _code = lock_up(own.folder, OURS)
    sealed = backups_of(own, CLOCK, key).save(tmp_path / "sealed.rondo").path
    from_the_unlock_window(app, own, sealed)
    answer(app, OURS)
    reopened(app, None)
    assert app.desk.opened.key == key
