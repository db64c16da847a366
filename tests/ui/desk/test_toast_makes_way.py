"""The toast hides neither what is picked in the palette nor what stations say to a card."""

import pytest

from tests.demo import lay_demo
from tests.fakes import FakeClock
from tests.ui.desks import desk_of
from ui.bootstrap import open_profile, profile_at


@pytest.fixture
def desk(theme, qtbot, tmp_path):
    profile = profile_at(tmp_path)
    lay_demo(profile)
    opened = open_profile(profile, FakeClock())
    desk = desk_of(opened, theme, qtbot, is_demo=True)
    yield desk
    desk.stop()
    desk.close()
    opened.close()


def test_it_goes_while_the_palette_is_open_and_then_says_what_came_last(desk) -> None:
    toast = desk.window.toast
    desk.done("Finn moved to Tablets")
    desk.live.capture.open()
    assert not toast.isVisible()
    desk.done("Saved")
    assert not toast.isVisible()
    desk.live.capture.palette.leave()
    assert (toast.isVisible(), toast.message()) == (True, "Saved")


def test_it_goes_while_a_card_is_carried(desk) -> None:
    page = desk.live.page
    someone = next(iter(page.console.columns.cards))
    desk.done("Finn moved to Tablets")
    page.carry.lift([someone], keyed=True)
    assert not desk.window.toast.isVisible()
    page.carry.cancel()
    desk.done("Saved")
    assert desk.window.toast.isVisible()


def test_who_lets_it_go_first_does_not_let_it_speak(desk) -> None:
    desk.window.hold_toast(True, "lock")
    desk.live.capture.open()
    desk.live.capture.palette.leave()
    desk.done("Saved")
    assert not desk.window.toast.isVisible()
    desk.window.hold_toast(False, "lock")
    assert desk.window.toast.isVisible()
