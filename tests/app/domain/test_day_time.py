"""Times of day as teachers type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.day_time import read_minute, write_minute


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("9:40", 580),
        ("09:40", 580),
        (" 0940 ", 580),
        ("940", 580),
        ("9.40", 580),
        ("9h40", 580),
        ("9 40", 580),
        ("9", 540),
        ("14", 840),
        ("1:30 pm", 810),
        ("12 am", 0),
        ("12:15pm", 735),
        ("24:00", 1440),
        ("٩:٤٠", 580),
    ],
)
def test_every_usual_way_is_understood(text: str, minute: int) -> None:
    assert read_minute(text) == minute


@pytest.mark.parametrize("text", ["", "soon", "9:60", "25:00", "24:01", "9:4", "13 pm", "9:40-10"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_minute(text) is None


@given(st.integers(0, 1440))
def test_what_is_written_is_read_back(minute: int) -> None:
    assert read_minute(write_minute(minute)) == minute
