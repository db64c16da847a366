"""The words for what can be saved of a damaged class file."""

from app.domain.damage import ADDED, CHANGED, DOUBTED, KEPT, LOST, REMOVED, Rescue, RescueLine
from data.mapping import TABLES
from tests.fakes import FakeClock
from ui.opening.rescue_words import as_text

OUTCOMES = (ADDED, CHANGED, REMOVED, KEPT, LOST, DOUBTED)


def test_everything_that_is_kept_has_a_name_and_every_outcome_its_words() -> None:
    lines = [RescueLine(table, outcome) for table in TABLES.values() for outcome in OUTCOMES]
    text = as_text(Rescue(None, (), lines), FakeClock())
    assert all(table not in text.split() for table in TABLES.values() if "_" in table)
    assert text.count("a letter of it may be wrong") == len(TABLES)
