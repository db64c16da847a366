"""The ways on from a damaged class file, where a passphrase or another window is involved."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.domain.opening.holder import Holder
from app.errors import DamagedFile
from data.damage.look import look
from data.keys import Key
from data.lock import ProfileLock
from data.surroundings import Surroundings
from tests.fakes import FakeClock, FakeDialogs
from tests.fakes.world import FakeTasks
from tests.faults.damaged import BEFORE, SINCE, Taught, nonsense
from ui.bootstrap import Profile, profile_at, safe_of
from ui.opening.entrance import NOTHING_SAID, Wish
from ui.opening.guide import Guide, InTheWay
from ui.theme import Theme


def encrypted(folder: Path) -> tuple[Taught, Key]:
    taught = Taught(folder)
    safe = safe_of(profile_at(folder), FakeClock())
    key = safe.set("wet chalk on sunday", safe.new_code())
    safe.tidy(key)
    return taught, key


def guide_of(qtbot: QtBot, theme: Theme, taught: Taught, wish: Wish = NOTHING_SAID) -> Guide:
    error = DamagedFile(taught.database, "its beginning is empty")
    found = InTheWay(Profile(taught.folder), error, wish)
    clock, around = FakeClock(), Surroundings()
    guide = Guide(theme, FakeTasks(), lambda _window: FakeDialogs(), around, clock, found)
    qtbot.addWidget(guide.window)
    return guide


def test_an_encrypted_class_is_mended_with_its_key(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    taught, key = encrypted(tmp_path)
    taught.overwrite(lambda content: nonsense(content, 3))
    guide = guide_of(qtbot, theme, taught, Wish(key))
    went: list[Wish] = []
    guide.go.connect(lambda _profile, wish: went.append(wish))
    guide.take("mend")
    assert f"{BEFORE}" in guide.window.said.text() or f"{SINCE}" in guide.window.said.text()
    guide.take("mend_now")
    assert went == [Wish(key)]
    assert look(taught.database, key).is_whole


def test_without_its_key_an_encrypted_class_is_not_offered_to_be_mended(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    taught, _key = encrypted(tmp_path)
    guide = guide_of(qtbot, theme, taught)
    assert set(guide.window.buttons) == {"backup", "demo"}


def test_what_another_window_has_open_is_left_alone(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    taught = Taught(tmp_path)
    damaged = taught.overwrite(lambda content: bytes(100) + bytes(content[100:]))
    guide = guide_of(qtbot, theme, taught)
    guide.take("mend")
    other = ProfileLock(Profile(tmp_path).lock, OtherProgram())
    assert other.take() is None
    guide.take("mend_now")
    other.release()
    assert "open in another window" in guide.window.told()
    assert guide.window.buttons["mend_now"].isEnabled()
    assert taught.database.read_bytes() == damaged


class OtherProgram(Surroundings):
    """Another process of the same teacher, which lives."""

    def me(self) -> Holder:
        me = super().me()
        return Holder(me.user, me.host, 1, "", me.since)
