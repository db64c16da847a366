"""Faults 3 to 6 as a teacher meets them: what reads is saved from the window that tells of it."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from data.damage.aside import asides
from data.damage.look import look
from tests.faults.damaged import BEFORE, SINCE, Taught, nonsense
from tests.faults.opened import App
from tests.faults.tally import Tally

WAYS: dict[str, Callable[[bytearray], bytes | bytearray]] = {
    "header": lambda content: bytes(100) + bytes(content[100:]),
    "first page": lambda content: nonsense(content, 0),
    "every page": lambda content: random.Random(1).randbytes(len(content)),
    "half": lambda content: content[: len(content) // 2],
    "nothing": lambda _content: b"",
}


def test_words_come_before_deeds(app: App, tmp_path: Path, tally: Tally) -> None:
    taught = Taught(tmp_path)
    taught.overwrite(WAYS["header"])
    app.start(tmp_path)
    with tally.untouched(taught.database, taught.backups):
        assert next(iter(app.trouble.buttons)) == "mend"
        app.take("mend")
        app.wait(lambda: "mend_now" in app.trouble.buttons)
    said = app.trouble.said.text()
    assert f"{BEFORE} observations" in said
    assert f"{SINCE} observations, 1 move" in said
    assert asides(taught.database) == {}


@pytest.mark.parametrize("way", WAYS)
def test_it_is_mended_and_opened(app: App, tmp_path: Path, tally: Tally, way: str) -> None:
    taught = Taught(tmp_path)
    damaged = taught.overwrite(WAYS[way])
    app.start(tmp_path)
    app.take("mend")
    app.wait(lambda: "mend_now" in app.trouble.buttons)
    app.take("mend_now")
    app.wait(lambda: app.has_desk and app.desk.care.backing is not None)
    assert not app.desk.window.banners.line("reading")
    app.stop()
    (aside,) = asides(taught.database)
    tally.must_be_kept(aside.read_bytes() == damaged, "the damaged bytes")
    tally.must_open_right(look(taught.database).is_whole, "the mended file")
    tally.must_be_kept(len(taught.notes()) >= BEFORE, "what the backup held")


def test_the_list_of_what_comes_back_can_be_kept(app: App, tmp_path: Path) -> None:
    taught = Taught(tmp_path / "class")
    taught.overwrite(WAYS["header"])
    app.start(taught.folder)
    app.take("mend")
    app.wait(lambda: "mend_list" in app.trouble.buttons)
    app.dialogs.file = tmp_path / "list.txt"
    app.take("mend_list")
    app.wait(lambda: "list.txt" in app.trouble.told())
    text = (tmp_path / "list.txt").read_text(encoding="utf-8")
    assert text.count("since the backup") == SINCE
    assert "Amara" in text
    assert "comes back" in text


def test_without_anything_to_go_on_with_nothing_is_mended(app: App, tmp_path: Path) -> None:
    taught = Taught(tmp_path, backup=False)
    taught.overwrite(WAYS["nothing"])
    app.start(tmp_path)
    app.take("mend")
    app.wait(lambda: "Nothing" in app.trouble.title.accessibleName())
    assert set(app.trouble.buttons) == {"backup", "demo"}
    assert taught.database.read_bytes() == b""


def test_what_cannot_be_written_is_said_and_leaves_everything(app: App, tmp_path: Path) -> None:
    taught = Taught(tmp_path)
    damaged = taught.overwrite(WAYS["header"])
    app.start(tmp_path)
    app.take("mend")
    app.wait(lambda: "mend_now" in app.trouble.buttons)
    for backup in taught.backups.iterdir():
        backup.unlink()
    app.take("mend_now")
    app.wait(lambda: "was not written" in app.trouble.told())
    assert app.trouble.buttons["mend_now"].isEnabled()
    assert taught.database.read_bytes() == damaged
