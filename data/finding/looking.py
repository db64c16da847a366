"""Whether the index of notes is whole, and of the notes there are.

Nothing is lost by it when it is not: it is made anew from them. But a note that it passes over is
not found, and a word that it kept of one that is gone should not be there.
"""

from sqlcipher3 import dbapi2 as sqlite

from data.finding.index import has_index
from data.finding.tables import DUE, INDEX

_PASSED_OVER = (
    "SELECT count(*) FROM observation o WHERE o.note <> ''"
    f" AND NOT EXISTS (SELECT 1 FROM {INDEX}_docsize k WHERE k.id = o.id)"
    f" AND NOT EXISTS (SELECT 1 FROM {DUE} w WHERE w.id = o.id)"
)
_TOO_MANY = (
    f"SELECT count(*) FROM {INDEX}_docsize k"
    " WHERE NOT EXISTS (SELECT 1 FROM observation o WHERE o.id = k.id AND o.note <> '')"
    f" AND NOT EXISTS (SELECT 1 FROM {DUE} w WHERE w.id = k.id)"
)


def index_is_whole(connection: sqlite.Connection) -> bool:
    """Whether it reads, and has every note and no other; what still waits for it is no fault.

    For a file that is whole otherwise. FTS5 looks at its own lists within SQLite's check of the
    table: https://www.sqlite.org/fts5.html, section 6.6. Raises `sqlite.Error`.
    """
    if not has_index(connection):
        return True  # an older file
    told = connection.execute(f"PRAGMA integrity_check({INDEX})").fetchall()
    if told != [("ok",)]:
        return False
    return not any(connection.execute(odd).fetchone()[0] for odd in (_PASSED_OVER, _TOO_MANY))
