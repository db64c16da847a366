"""The real app, read by a client of the accessibility bus, as a screen reader does."""

from collections.abc import Iterator

import pytest

from tests.journey.reader import Reader, Spot, Thing, reader
from tests.journey.real_app import RealApp, real_app
from tests.journey.x_server import must_have, x_server

pytestmark = pytest.mark.real_windows

PAGES = ("Plan", "Progress", "Class", "Settings", "Live")


class Lesson:
    """The demo class in the middle of its lesson, and who reads it."""

    def __init__(self, app: RealApp, own: Reader, spot: Spot) -> None:
        self.app = app
        self.reader = own
        self.spot = spot

    def find(self, role: str, name: str) -> Thing:
        return self.reader.find(self.spot, role, name)

    def press(self, role: str, name: str) -> None:
        self.reader.press(self.find(role, name))

    def things(self) -> list[Thing]:
        return list(self.reader.things(self.spot))


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lesson]:
    """One for all tests here; each leaves it as it found it, or does not mind."""
    must_have()
    folder = tmp_path_factory.mktemp("read")
    options = ("--demo", "--profile", str(folder / "profile"))
    with (
        x_server(folder / "x.log") as environment,
        reader(environment) as (own, more),
        real_app(more, folder / "app.log", *options) as app,
    ):
        app.wait_for_lesson()
        yield Lesson(app, own, own.app("Rondo"))


def faults(things: list[Thing]) -> list[Thing]:
    """What the keyboard reaches without a name, and what has a name but no meaning."""
    return [
        thing
        for thing in things
        if (not thing.name and "focusable" in thing.states)
        or (thing.name and thing.role in {"filler", "unknown"})
    ]


def test_every_page_is_told_by_names_and_true_roles(lesson: Lesson) -> None:
    assert faults(lesson.things()) == []
    for page in PAGES:
        lesson.press("radio button", page)
        lesson.reader.wait(lambda at=page: "checked" in lesson.find("radio button", at).states)
        assert faults(lesson.things()) == [], page
    lesson.press("push button", "Who is here")
    assert lesson.find("panel", "Who is here")
    assert faults(lesson.things()) == []
    lesson.press("push button", "Done")


def test_cards_are_items_of_their_station_in_the_order_they_are_seen(lesson: Lesson) -> None:
    station = lesson.find("panel", "Tablets, 6 of 6")
    cards = [t.name for t in lesson.reader.things(station.spot) if t.role == "list item"]
    assert [name.split(",")[0] for name in cards] == lesson.app.console()["Tablets"]
    assert "level 3 on Equivalent fractions" in cards[0]


def test_a_card_that_is_chosen_says_so_and_offers_levels(lesson: Lesson) -> None:
    lesson.press("list item", "Kofi")
    lesson.reader.wait(lambda: "selected" in lesson.find("list item", "Kofi").states)
    assert lesson.find("combo box", "Skill, Explain reasoning")
    lesson.press("radio button", "3 Secure")
    lesson.reader.wait_to_hear("Saved")
    assert "checked" in lesson.find("radio button", "3 Secure").states


def test_a_full_station_is_warned_of_before_the_card_falls(lesson: Lesson) -> None:
    lesson.press("list item", "Finn")
    lesson.app.keys("m", "Left", "Left")
    lesson.reader.wait_to_hear("Full")
    lesson.app.keys("Escape")
    lesson.reader.wait_to_hear("Finn stays")


def test_moves_their_way_back_and_the_clock_are_announced(lesson: Lesson) -> None:
    lesson.press("list item", "Finn")
    lesson.app.keys("m")
    lesson.reader.wait_to_hear("Finn lifted")
    lesson.app.keys("1")
    lesson.reader.wait_to_hear("Finn moved to Teacher table")
    lesson.app.keys("ctrl+z")
    lesson.reader.wait_to_hear("Taken back: Finn moved")
    lesson.press("push button", "Pause")
    lesson.reader.wait_to_hear("Clock paused")
    lesson.press("push button", "Resume")
    lesson.press("push button", "Next")
    lesson.reader.wait_to_hear("Round 2 is over")


def test_the_board_is_a_window_that_tells_the_class_its_places_alone(lesson: Lesson) -> None:
    board = lesson.find("frame", "Board")
    assert [thing.name for thing in lesson.reader.things(board.spot)] == ["Board"]


def test_behind_the_lock_there_is_nothing_to_read(lesson: Lesson) -> None:
    lesson.press("push button", "Lock")
    assert lesson.find("panel", "The lesson goes on")
    told = " ".join(thing.name for thing in lesson.things())
    assert not any(name in told for name in ("Kofi", "Amara", "level"))
    lesson.press("push button", "Back to the class")
    assert lesson.find("list item", "Kofi")
