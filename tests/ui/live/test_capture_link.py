"""The capture line of a desk, and its end."""

import pytest

from tests.ui.live.here.here_stage import open_here


@pytest.fixture
def stage(qtbot, theme, room):
    return open_here(qtbot, theme, room)


def test_who_is_named_is_told_when_the_keys_rest(stage, qtbot) -> None:
    capture = stage.link.capture
    with qtbot.waitSignal(capture.matched):
        capture.open("ben")


def test_nobody_is_told_any_more_when_the_desk_has_ended(stage) -> None:
    capture = stage.link.capture
    capture.open("ben")
    assert capture.told.isActive()
    stage.link.stop()
    assert not capture.told.isActive()
