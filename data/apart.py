"""A step of thousands of changes, written beside the connection of the window, which goes on.

It is one transaction as any other. Whoever writes meanwhile is told that the file is busy, and
comes again a moment later, as with any other program; whoever reads has the state before it.
"""

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.domain.changes import Step
from data.keys import Key, use_key
from data.seals import teach
from data.store import SqliteStore

PATIENCE_S = 30.0
"""How long it waits for somebody who writes: nobody looks on."""
_PRAGMAS = ("foreign_keys = ON", "secure_delete = ON", "trusted_schema = OFF", "synchronous = FULL")


def record_apart(path: Path, key: Key | None, step: Step) -> None:
    """Write the step, whole or not at all, on any thread.

    Only where the file has a log beside it: else who reads would have to wait. Raises as
    `Store.record` does.
    """
    connection = sqlite.connect(str(path), timeout=PATIENCE_S, isolation_level=None)
    with closing(connection):
        use_key(connection, key)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        teach(connection)
        SqliteStore(connection).record(step)
