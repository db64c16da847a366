"""What wants a look, and what was overlooked."""

import pytest

from app.domain.attention import is_blind, is_secure, needs, secure_from
from app.domain.ids import StudentId
from app.domain.presence import UNKNOWN, Presence
from app.domain.progress import NO_EVIDENCE, Cell

DAY = 86_400_000
NOW = 100 * DAY
AMARA = StudentId(1)


def old(days: int, level: int = 2) -> Cell:
    return Cell(level, NOW - days * DAY, stale=days > 21)


@pytest.mark.parametrize(("levels", "secure"), [(2, 2), (3, 3), (4, 3), (5, 4), (6, 5)])
def test_secure_is_the_level_at_three_quarters(levels, secure) -> None:
    assert secure_from(levels) == secure


def test_what_is_secure_fresh_and_not_falling_wants_no_look() -> None:
    assert is_secure(Cell(3, NOW), 3)
    assert not is_secure(Cell(2, NOW), 3)
    assert not is_secure(Cell(3, NOW, stale=True), 3)
    assert not is_secure(Cell(3, NOW, trend=-1), 3)
    assert needs([Cell(4, NOW), Cell(1, NOW), NO_EVIDENCE], 3) == 2


def test_old_or_missing_evidence_is_a_blind_spot_where_nothing_was_recorded() -> None:
    assert is_blind(old(22), AMARA, UNKNOWN, NOW)
    assert is_blind(NO_EVIDENCE, AMARA, UNKNOWN, NOW)
    assert not is_blind(old(21), AMARA, UNKNOWN, NOW)


def test_who_was_away_is_not_overlooked() -> None:
    lessons = tuple(NOW - days * DAY for days in range(28, 0, -1))
    away = Presence(lessons, {})
    assert not is_blind(old(30), AMARA, away, NOW)
    assert not is_blind(NO_EVIDENCE, AMARA, away, NOW)


def test_who_was_there_all_the_time_is() -> None:
    lessons = tuple(NOW - days * DAY for days in range(28, 0, -1))
    here = Presence(lessons, {AMARA: lessons})
    assert is_blind(old(22), AMARA, here, NOW)
    assert is_blind(NO_EVIDENCE, AMARA, here, NOW)


def test_days_of_lessons_missed_do_not_count() -> None:
    lessons = tuple(NOW - days * DAY for days in range(24, 0, -1))
    half = Presence(lessons, {AMARA: lessons[::2]})
    assert not is_blind(old(25), AMARA, half, NOW)
    assert is_blind(old(60), AMARA, half, NOW)
