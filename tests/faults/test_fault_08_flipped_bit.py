"""Fault 8: a bit that flips inside a note is noticed, though SQLite calls the file whole."""

from contextlib import closing
from pathlib import Path

import pytest

from app.domain.observations import Observation
from data.damage.look import look
from data.database import connect
from data.store import SqliteStore
from tests.faults.damaged import Taught
from tests.faults.tally import Tally


@pytest.mark.parametrize("bit", [1, 128])
def test_it_is_noticed_and_said_which_one(tmp_path: Path, tally: Tally, bit: int) -> None:
    """Also when what is left is no text any more."""
    taught = Taught(tmp_path)
    with closing(connect(taught.database)) as connection:
        store = SqliteStore(connection)
        victim = next(o for o in store.find(Observation) if "backup 3" in o.note)
    row = b"since the backup 3"

    def flip(content: bytearray) -> bytearray:
        places = [at for at in range(len(content)) if content.startswith(row, at)]
        at = next(p for p in places if content[p - 12 : p].find(b'"note":"') < 0)
        content[at + 2] ^= bit
        return content

    taught.overwrite(flip)
    found = look(taught.database)
    assert not found.is_deep
    tally.must_open_right(list(found.seals) == [("observation", victim.id)], "the flipped bit")
    with closing(connect(taught.database)) as connection:
        shown = SqliteStore(connection).get(Observation, victim.id)
    assert shown is not None
    assert shown.note != victim.note
