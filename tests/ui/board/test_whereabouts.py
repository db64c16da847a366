"""Which screen is which, and where the board belongs, over a morning of cables."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.screens import BEAMER, LAPTOP, MIRROR, PANEL
from ui.board.screens import ScreenFacts
from ui.board.whereabouts import Place, Whereabouts, apart, is_mirrored, projector
from ui.screen_names import known_again, likeness, newcomers, read_traits

NAMELESS = ScreenFacts("HDMI-1", "", 1366, 0, 1920, 1080)
LEFT = ScreenFacts("Display", "", -1920, 0, 1920, 1080, "EPSON", "EB-W51")
RIGHT = replace(LEFT, x=1366)
MONITOR = ScreenFacts("DP-1", "M9", 0, 768, 1280, 1024, "Dell", "P2419H")


def on(where: Whereabouts, *screens: ScreenFacts, teachers: ScreenFacts = LAPTOP) -> Place:
    """Where a board that is switched on is among these screens."""
    return where.settle(screens, teachers, on=True, asked=False)


def test_a_screen_is_known_again_at_another_size_and_place() -> None:
    smaller = replace(BEAMER, x=0, y=768, width=1024, height=768)
    assert projector([LAPTOP, PANEL, smaller], LAPTOP, BEAMER.identity) == smaller


def test_by_its_serial_number_it_is_known_on_another_port() -> None:
    moved = replace(BEAMER, name="DP-4")
    stranger = replace(BEAMER, serial="Z9")
    assert projector([LAPTOP, PANEL, stranger, moved], LAPTOP, BEAMER.identity) == moved


def test_without_a_serial_number_the_port_and_the_model_tell() -> None:
    assert projector([LAPTOP, PANEL, NAMELESS], LAPTOP, NAMELESS.identity) == NAMELESS
    other_model = replace(NAMELESS, model="X")
    assert projector([LAPTOP, PANEL, other_model], LAPTOP, NAMELESS.identity) == PANEL


@pytest.mark.parametrize("twin", [LEFT, RIGHT])
def test_twins_are_told_apart_by_where_they_stand(twin: ScreenFacts) -> None:
    assert projector([LAPTOP, LEFT, RIGHT], LAPTOP, twin.identity) == twin
    assert projector([LAPTOP, RIGHT, LEFT], LAPTOP, twin.identity) == twin


def test_of_twins_the_one_that_came_is_the_newcomer() -> None:
    assert newcomers([LEFT.identity, RIGHT.identity], [RIGHT.identity]) == [0]
    assert newcomers([LEFT.identity, RIGHT.identity], [LEFT.identity]) == [1]


def test_when_one_twin_goes_the_board_does_not_jump_to_the_other() -> None:
    where = Whereabouts(RIGHT.identity)
    assert on(where, LAPTOP, LEFT, RIGHT).board == RIGHT
    assert on(where, LAPTOP, LEFT).board is None
    assert on(where, LAPTOP, LEFT, RIGHT).board == RIGHT


def test_a_monitor_that_was_there_beside_the_projector_does_not_get_the_board() -> None:
    where = Whereabouts("")
    assert on(where, LAPTOP, MONITOR, BEAMER).board == BEAMER
    assert on(where, LAPTOP, MONITOR).board is None
    assert on(where, LAPTOP, MONITOR, PANEL).board == PANEL


def test_switched_off_and_on_it_takes_what_is_there() -> None:
    where = Whereabouts("")
    on(where, LAPTOP, MONITOR, BEAMER)
    on(where, LAPTOP, MONITOR)
    where.settle([LAPTOP, MONITOR], LAPTOP, on=False, asked=False)
    assert on(where, LAPTOP, MONITOR).board == MONITOR


def test_the_projectors_of_several_rooms_are_remembered_the_preferred_one_first() -> None:
    where = Whereabouts(BEAMER.identity)
    on(where, LAPTOP, MONITOR)
    assert where.remembered.split("\n") == [BEAMER.identity, MONITOR.identity]
    assert on(where, LAPTOP, MONITOR, BEAMER).board == BEAMER


def test_the_list_of_projectors_stays_short() -> None:
    where = Whereabouts("")
    for number in range(20):
        on(where, LAPTOP, replace(BEAMER, serial=str(number)))
        where.settle([LAPTOP], LAPTOP, on=False, asked=False)
    assert len(where.remembered.split("\n")) == 6
    assert where.remembered.startswith(replace(BEAMER, serial="0").identity)


def test_a_swap_is_for_the_next_time_too() -> None:
    where = Whereabouts(BEAMER.identity)
    on(where, LAPTOP, BEAMER)
    assert where.swap([LAPTOP, BEAMER], LAPTOP) == BEAMER
    assert where.remembered.startswith(LAPTOP.identity)


def test_of_three_screens_the_board_goes_on_to_the_next_and_is_back_there_the_next_time() -> None:
    where = Whereabouts("")
    screens = [LAPTOP, MONITOR, BEAMER]
    on(where, *screens)
    assert where.another(screens, LAPTOP) == MONITOR
    assert on(where, *screens).board == MONITOR
    assert where.another(screens, LAPTOP) == BEAMER
    assert on(where, *screens).board == BEAMER
    assert projector(screens, LAPTOP, where.remembered) == BEAMER
    assert where.another([LAPTOP, BEAMER], LAPTOP) is None


def test_a_laptops_own_screen_is_no_projector_that_must_be_covered() -> None:
    where = Whereabouts("")
    on(where, LAPTOP, BEAMER)
    where.swap([LAPTOP, BEAMER], LAPTOP)
    assert on(where, LAPTOP, BEAMER, teachers=BEAMER).board == LAPTOP
    assert on(where, LAPTOP, teachers=LAPTOP) == Place()


def test_a_window_that_the_teacher_moves_herself_is_not_sent_back() -> None:
    where = Whereabouts("")
    on(where, LAPTOP, BEAMER)
    assert on(where, LAPTOP, BEAMER, teachers=BEAMER) == Place(LAPTOP)
    assert on(where, LAPTOP, BEAMER, teachers=BEAMER) == Place(LAPTOP)


def test_sent_home_only_when_home_stands_apart_again() -> None:
    where = Whereabouts("")
    on(where, LAPTOP, BEAMER)
    assert on(where, BEAMER, teachers=BEAMER) == Place(BEAMER, covers=True)
    over = replace(BEAMER, x=0)
    assert on(where, LAPTOP, over, teachers=over) == Place(over, covers=True)
    assert on(where, LAPTOP, BEAMER, teachers=BEAMER).teachers == LAPTOP
    assert on(where, LAPTOP, BEAMER) == Place(BEAMER)


@pytest.mark.parametrize("kept", ["", "gone|1|800x600", "a|b|c|d|e|f", "||||0|0", "\n\n"])
def test_what_was_kept_by_another_version_or_hand_is_no_screen(kept: str) -> None:
    assert projector([LAPTOP, BEAMER, PANEL], LAPTOP, kept) == PANEL


@given(st.text(), st.text(), st.text(), st.text(), st.integers(), st.integers())
def test_whatever_a_screen_calls_itself_it_is_known_again(
    name: str, serial: str, maker: str, model: str, x: int, y: int
) -> None:
    facts = ScreenFacts(name, serial, x, y, 800, 600, maker, model)
    assert read_traits(facts.identity) is not None
    assert known_again([facts.identity], facts.identity) == 0
    assert likeness(facts.identity, facts.identity).nearness == 0


POOL = [LAPTOP, BEAMER, PANEL, MIRROR, MONITOR, LEFT, RIGHT]
STEP = st.tuples(
    st.lists(st.sampled_from(POOL), min_size=1, unique=True),
    st.integers(0, 6),
    st.booleans(),
    st.booleans(),
)


@given(st.lists(STEP, max_size=12))
def test_whatever_comes_and_goes_the_board_never_lies_over_the_teacher_unasked(
    steps: list[tuple[list[ScreenFacts], int, bool, bool]],
) -> None:
    where, asked = Whereabouts(""), False
    for screens, at, is_on, wanted in steps:
        teachers = screens[at % len(screens)]
        asked, before = asked or wanted, where.place
        place = where.settle(screens, teachers, is_on, wanted)
        if place.teachers is not None:
            continue  # her window is on its way
        if place.board is None or not is_on:
            assert place.board is None
        elif place.covers:
            thrown = before.board is not None and before.board.name == teachers.name
            assert wanted or is_mirrored(screens, teachers) or thrown
            assert place.board == teachers
        else:
            assert place.board in apart(screens, teachers)
