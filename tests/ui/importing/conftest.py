"""The import page, empty or with the list of the design."""

from collections.abc import Iterator

import pytest

from tests.ui.importing.lists import COMP, ImportRoom, build


@pytest.fixture
def room(qtbot, theme) -> Iterator[ImportRoom]:
    yield from build(qtbot, theme)


@pytest.fixture
def checking(room) -> ImportRoom:
    """The list of the design has been pasted."""
    room.page.paste(COMP)
    return room
