"""A new file of today's schema, without making its tables each time."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from data.database import Connection, connect
from data.keys import Key


def fresh(path: Path, key: Key | None = None) -> Connection:
    """As `connect`, but a plain file that is not there yet is a copy of one that was made once.

    Making it takes more than a thousand statements; what they do is for the tests of migrations.
    """
    if key is None and not path.exists():
        path.write_bytes(_made())
    return connect(path, key)


@cache
def _made() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rondo.db"
        connect(path).close()
        return path.read_bytes()
