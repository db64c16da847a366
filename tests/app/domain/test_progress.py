"""Cells and counts."""

from app.domain.progress import NO_EVIDENCE, Cell, count_levels, standing


def test_a_level_above_that_of_a_month_ago_goes_up() -> None:
    assert standing(3, seen_at=50, earlier=2, stale_before=10).trend == 1
    assert standing(1, seen_at=50, earlier=2, stale_before=10).trend == -1
    assert standing(2, seen_at=50, earlier=2, stale_before=10).trend == 0


def test_the_first_level_ever_is_no_change() -> None:
    assert standing(4, seen_at=50, earlier=None, stale_before=10).trend == 0


def test_evidence_is_stale_from_before_the_limit_on() -> None:
    assert standing(2, seen_at=9, earlier=None, stale_before=10).stale
    assert not standing(2, seen_at=10, earlier=None, stale_before=10).stale


def test_counts_begin_with_no_evidence_and_name_every_level() -> None:
    cells = [NO_EVIDENCE, Cell(2), Cell(2), Cell(4)]
    assert count_levels(cells, levels=4) == (1, 0, 2, 0, 1)
    assert count_levels([], levels=3) == (0, 0, 0, 0)


def test_a_level_the_framework_has_no_word_for_is_counted_all_the_same() -> None:
    assert count_levels([Cell(5)], levels=4) == (0, 0, 0, 0, 0, 1)
