"""Ids sort by when they were made."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import COUNTER_BITS, IdMaker


@given(st.lists(st.integers(0, 2**40), min_size=1), st.integers(0, 2**21), st.integers(0, 2**62))
def test_ids_always_rise_also_when_the_clock_is_set_back(
    times: list[int], start: int, above: int
) -> None:
    ticks = iter(times)
    make = IdMaker(lambda: next(ticks), start, above)
    made = [make() for _ in times]
    assert made == sorted(set(made))
    assert made[0] > above
    assert made[-1] < 2**63


def test_an_id_tells_its_millisecond() -> None:
    assert IdMaker(lambda: 1_700_000_000_000, 7)() >> COUNTER_BITS == 1_700_000_000_000
