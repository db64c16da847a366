"""Sizes of the heat map."""

from hypothesis import given
from hypothesis import strategies as st

from ui.progress.measures import Room, least_width, measure

COMP = (True, False, False, True, False, False, True, False, False, False, True, False)


def room(columns=COMP, rows=28, width=868, height=569, **more) -> Room:
    return Room(width, height, columns, [0] * rows, **more)


def test_twelve_skills_and_28_rows_have_the_sizes_of_the_design() -> None:
    found = measure(room())
    assert (found.cell, found.pitch, found.words) == (42, 19.75, True)
    assert found.leads == (0, 0, 0, 8, 0, 0, 8, 0, 0, 0, 8, 0)
    assert sum(found.widths) == 868
    assert found.widths[-3:] == (64, 84, 156)
    assert found.heights[:4] == (20, 20, 19, 20)
    assert found.boxes[:3] == ((1, 18), (1, 17), (1, 17))


def test_forty_skills_are_narrower_and_numbered_and_all_there_on_a_wide_screen() -> None:
    forty = tuple(at % 5 == 0 for at in range(40))
    found = measure(room(forty, 60, width=1422, height=877))
    assert found.cell >= 22
    assert not found.words
    assert sum(found.widths) == 1422
    assert sum(found.heights) <= 877


def test_in_little_room_what_stands_behind_the_skills_is_brief() -> None:
    forty = tuple(at % 5 == 0 for at in range(40))
    found = measure(room(forty, width=1080))
    assert found.brief
    assert found.widths[-3:-1] == (54, 54)
    assert sum(found.widths) == 1080
    assert 18 <= found.cell < 22


def test_in_no_room_cells_stay_18_px_and_the_rest_scrolls() -> None:
    forty = tuple(at % 5 == 0 for at in range(40))
    found = measure(room(forty, width=500))
    assert found.cell == 18
    assert sum(found.widths) > 500
    assert found.widths[-1] == 64
    assert sum(found.widths) == least_width(forty, 1.0)


def test_a_few_skills_are_never_made_brief_in_the_width_of_the_design() -> None:
    assert not measure(room()).brief


def test_rows_become_lower_but_not_lower_than_the_text() -> None:
    assert measure(room(rows=60, height=870)).pitch == 14.5
    assert measure(room(rows=60, height=400)).pitch == 14.0


def test_roomy_rows_are_32_px_however_many() -> None:
    assert measure(room(rows=60, roomy=True)).heights == (32,) * 60


def test_a_wrapped_name_makes_its_row_higher_alone() -> None:
    found = measure(Room(868, 569, COMP, [0, 34, 0]))
    assert found.heights[1] >= 34
    assert found.heights[0] <= 20


def test_everything_grows_with_the_text() -> None:
    found = measure(room(width=1736, height=1138, scale=2.0))
    assert (found.cell, found.pitch) == (84, 39.5)
    assert found.widths[-3:-1] == (128, 168)


def test_without_skills_only_the_last_columns_are_left() -> None:
    found = measure(room((), 3, width=600))
    assert found.widths == (64, 84, 452)


@given(st.integers(1, 80), st.integers(100, 2000), st.sampled_from([1.0, 1.15, 1.3, 2.0]))
def test_rows_never_drift_from_the_pitch(rows: int, height: int, scale: float) -> None:
    found = measure(room(rows=rows, height=height, scale=scale))
    assert abs(sum(found.heights) - rows * found.pitch) < 0.51
    assert max(found.heights) - min(found.heights) <= 1
    for high, (below, tall) in zip(found.heights, found.boxes, strict=True):
        assert below >= 0
        assert below + tall <= high


@given(st.integers(1, 60), st.integers(200, 2500))
def test_columns_fill_the_room_exactly_or_go_beyond_it(columns: int, width: int) -> None:
    found = measure(room(tuple(at % 4 == 0 for at in range(columns)), width=width))
    assert sum(found.widths) >= width
    assert 18 <= found.cell <= 42
