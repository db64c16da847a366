"""3, 4, 5, 8: bytes of a class file are others, or missing, in hundreds of places.

In a plain file every row has its checksum, and what lies between rows is guarded by SQLite's own
structure and by the journal, which says the same as the rows. In an encrypted file every page has
one.
"""

import secrets
from collections import Counter
from pathlib import Path

import pytest

from data.keys import KEY_BYTES, Key
from tests.faults.budget import Budget
from tests.faults.overwritten import (
    REFUSED,
    RIGHT,
    WRONG,
    Whole,
    tables_that_differ,
    what_comes_of,
    whole_class,
)
from tests.faults.tally import Tally


@pytest.fixture(scope="module", params=["plain", "encrypted"])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    key = Key(secrets.token_bytes(KEY_BYTES)) if request.param == "encrypted" else None
    return whole_class(tmp_path_factory.mktemp("whole") / "profile", key)


@pytest.mark.long
def test_what_opens_is_right_or_says_that_it_is_not(
    whole: Whole, tmp_path: Path, budget: Budget, tally: Tally
) -> None:
    came: Counter[str] = Counter()
    for seed in budget.turns(whole=2500, short=40):
        database = whole.damaged(tmp_path / "profile", seed)
        tally.fault()
        result, found = what_comes_of(whole, database)
        came[result] += 1
        other = tables_that_differ(whole, found) if found is not None else set()
        tally.must_open_right(result != WRONG, f"place {seed}: {other}")
    assert min(came[RIGHT], came[REFUSED]) > 0 or came.total() < 20  # too few to have met both


@pytest.mark.long
def test_a_file_that_ends_too_early_is_refused_and_left_as_it_is(
    whole: Whole, tmp_path: Path, budget: Budget, tally: Tally
) -> None:
    for at in budget.some_of(range(0, len(whole.content) - 1, 512 * 7), 12):
        database = whole.damaged(tmp_path / "profile", 0)
        database.write_bytes(whole.content[:at])
        tally.fault()
        with tally.untouched(database):
            result, _found = what_comes_of(whole, database)
        tally.must_open_right(result == REFUSED, f"cut at {at}: {result}")


@pytest.mark.parametrize("missing", [1, 512, 4095])
def test_a_part_of_the_last_page_is_missed_though_nothing_lies_there(
    whole: Whole, tmp_path: Path, missing: int, tally: Tally
) -> None:
    database = whole.damaged(tmp_path / "profile", 0)
    database.write_bytes(whole.content[:-missing])
    tally.fault()
    with tally.untouched(database):
        result, _found = what_comes_of(whole, database)
    tally.must_open_right(result == REFUSED, f"without the last {missing} bytes: {result}")
