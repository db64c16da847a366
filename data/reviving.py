"""Opening the class file once more, after it was away or its disk was."""

from contextlib import suppress
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.errors import NotSaved
from data.database import connect
from data.keys import Key
from data.store import SqliteStore
from data.trouble import ask, be_quick

_AWAY = frozenset({"gone", "replaced", "other"})


def revived(
    store: SqliteStore, path: Path, key: Key | None, reason: str, log: bool = True
) -> sqlite.Connection:
    """A connection that works: the store's own, unless the reason says that its file is away.

    Only a file that holds the newest step is gone on with. Raises `errors.NotSaved`, or what
    `connect` raises; then nothing is lost, and it may be tried again.
    """
    old = store.connection
    if reason not in _AWAY:
        return old
    if not path.exists():
        raise NotSaved("gone")
    if store.there.is_same:
        # To have one file open twice and close it once would drop this process's locks on it.
        old.close()
    fresh = connect(path, key, log)
    if store.last_id and not ask(fresh, "SELECT 1 FROM step WHERE id = ?", (store.last_id,)):
        fresh.close()
        raise NotSaved("replaced")
    be_quick(fresh)
    with suppress(sqlite.Error):
        old.close()
    return fresh
