"""What was erased stays erased when an older state takes the place of the class.

The copy that is opened may have lain on a stick that was not there, or outside of Rondo's sight.
"""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.domain.mentions import NameWords
from data.database import connect_read_only, transaction
from data.erasure.intent import (
    BEGUN,
    EMPTIED,
    Intent,
    begin,
    close,
    done_intents,
    keep,
    open_intents,
)
from data.erasure.names import names_in, tells_of
from data.erasure.scrub import scrub
from data.keys import Key, use_key
from data.migrating import apply_pending
from data.seals import teach


def erase_again(old: Path, old_key: Key | None, fresh: Path, key: Key | None) -> None:
    """Let the file that takes the place of another know what was erased in that one.

    Whom it still tells of goes from it at once; what is left to do elsewhere, in the copy it came
    from among others, waits in it to be finished. Of a file that does not read nothing is known.
    Raises `sqlite.Error` or `errors.NotSaved`, and the fresh file is then worth nothing.
    """
    waiting, done = _known(old, old_key)
    if not waiting and not done:
        return
    with closing(sqlite.connect(str(fresh), isolation_level=None)) as connection:
        use_key(connection, key)
        connection.execute("PRAGMA secure_delete = ON")
        # Before the transaction: after a change of the tables it could not be said any more.
        connection.execute("PRAGMA temp_store = MEMORY")
        teach(connection)
        with transaction(connection):
            apply_pending(connection)
            taken = [_carry(connection, intent, is_done=False) for intent in waiting]
            taken += [_carry(connection, intent, is_done=True) for intent in done]
        if any(taken):
            connection.execute("VACUUM")


def _known(old: Path, key: Key | None) -> tuple[tuple[Intent, ...], tuple[Intent, ...]]:
    """What waits, and what is done."""
    if not old.exists():
        return (), ()
    try:
        with closing(connect_read_only(old, key)) as connection:
            return open_intents(connection), done_intents(connection)
    except sqlite.Error:
        return (), ()


def _carry(connection: sqlite.Connection, intent: Intent, is_done: bool) -> bool:
    """Write it into the file; returns whether somebody was taken out."""
    begin(connection, intent.request)
    told = intent.phase != BEGUN or is_done
    if told and tells_of(connection, intent.request):
        words = NameWords(names_in(connection, intent.request.students))
        removed = scrub(connection, intent.request, words)
        keep(connection, replace(intent, phase=EMPTIED, removed=removed, again=True))
        return True
    if is_done:
        close(connection, intent)
    else:
        keep(connection, intent)
    return False
