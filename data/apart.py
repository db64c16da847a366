"""What takes long is written beside the connection of the window, which goes on.

It is one transaction as any other. Whoever writes meanwhile is told that the file is busy, and
comes again a moment later, as with any other program; whoever reads has the state before it.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.domain.changes import Step
from app.domain.ids import StepId
from app.errors import NotSaved
from app.ports import Clock
from app.workspace import Workspace
from data.keys import Key, use_key
from data.seals import teach
from data.store import SqliteStore
from data.tallies import count_anew

PATIENCE_S = 30.0
"""How long it waits for somebody who writes: nobody looks on."""
_PRAGMAS = ("foreign_keys = ON", "secure_delete = ON", "trusted_schema = OFF", "synchronous = FULL")


def record_apart(path: Path, key: Key | None, step: Step) -> None:
    """Write a step of thousands of changes, whole or not at all, on any thread.

    Only where the file has a log beside it: else who reads would have to wait. Raises as
    `Store.record` does.
    """
    with _beside(path, key) as connection:
        SqliteStore(connection).record(step)


def turn_apart(path: Path, key: Key | None, clock: Clock, again: bool, own: StepId) -> Step:
    """Undo the newest step, or redo (`again`), by a step of this id, as `record_apart` writes.

    Raises as `Workspace.undo` and `redo` do.
    """
    with _beside(path, key) as connection:
        workspace = Workspace(SqliteStore(connection), lambda: own, clock)
        return workspace.redo() if again else workspace.undo()


def count_apart(path: Path, key: Key | None) -> None:
    """Count anew how much evidence there is, as `record_apart` writes. Raises `errors.NotSaved`."""
    with _beside(path, key) as connection:
        count_anew(connection)


@contextmanager
def _beside(path: Path, key: Key | None) -> Iterator[sqlite.Connection]:
    with closing(_connected(path)) as connection:
        use_key(connection, key)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        teach(connection)
        yield connection


def _connected(path: Path) -> sqlite.Connection:
    """To a file that is there: SQLite would make an empty one in the place of one that is gone."""
    uri = f"{path.absolute().as_uri()}?mode=rw"
    try:
        return sqlite.connect(uri, uri=True, timeout=PATIENCE_S, isolation_level=None)
    except sqlite.OperationalError as error:
        raise NotSaved("other" if path.exists() else "gone") from error
