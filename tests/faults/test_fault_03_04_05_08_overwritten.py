"""3, 4, 5, 8: bytes of a class file are others, or missing, in hundreds of places.

A plain file has checksums on its observations alone: the other tables are guarded by SQLite's own
structure. What that does not see is counted here and told, and it is never an observation. In an
encrypted file every page has its checksum.
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

UNGUARDED = 0.03
"""More than this share of the places shall not go unseen in a plain file."""


@pytest.fixture(scope="module", params=["plain", "encrypted"])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    key = Key(secrets.token_bytes(KEY_BYTES)) if request.param == "encrypted" else None
    return whole_class(tmp_path_factory.mktemp("whole") / "profile", key)


@pytest.mark.long
def test_what_opens_is_right_or_says_that_it_is_not(
    whole: Whole, tmp_path: Path, budget: Budget, tally: Tally
) -> None:
    came: Counter[str] = Counter()
    for seed in budget.turns(whole=1000, short=40):
        database = whole.damaged(tmp_path / "profile", seed)
        tally.fault()
        result, found = what_comes_of(whole, database)
        came[result] += 1
        if result == WRONG and found is not None:
            other = tables_that_differ(whole, found)
            tally.must_open_right("observation" not in other, f"place {seed}: {other}")
            tally.must_open_right(whole.key is None, f"place {seed}, encrypted: {other}")
            tally.unseen += 1
    assert min(came[RIGHT], came[REFUSED]) > 0 or came.total() < 20  # too few to have met both
    assert came[WRONG] <= max(2, UNGUARDED * came.total()), came


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
