"""What a change of the passphrase could not reach is named, with the way on that there is."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.domain.secrets.left_out import LeftOut
from app.settings import Settings
from ui.settings.lock_section import LockSection
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.text import Text


def test_a_place_that_is_away_is_named_whole_and_cannot_be_deleted_from_here(
    qtbot: QtBot, theme: Theme
) -> None:
    section = LockSection(theme, Settings(), is_set=True, is_demo=False)
    qtbot.addWidget(section)
    place, copy = Path("/media/okafor/STICK/Rondo backups"), Path("/class/rondo-1.rondo")
    section.show_left([LeftOut(place, "it was not there", True), LeftOut(copy, "it is damaged")])
    said = [text.text() for text in section.findChildren(Text)]
    assert str(place) in said
    assert copy.name in said
    buttons = [b for b in section.findChildren(Button) if b.text() == "Delete it"]
    assert len(buttons) == 1
    deleted: list[LeftOut] = []
    section.delete_wanted.connect(deleted.append)
    buttons[0].click()
    assert [one.path for one in deleted] == [copy]
