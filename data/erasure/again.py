"""What was erased stays erased when an older state takes the place of the class.

The copy that is opened may have lain on a stick that was not there, or outside of Rondo's sight.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.domain.erasing import ErasureRequest
from app.domain.mentions import NameWords
from data.database import transaction
from data.erasure.intent import BEGUN, EMPTIED, Intent, begin, close, keep
from data.erasure.names import names_in, tells_of
from data.erasure.record import Known
from data.erasure.scrub import scrub
from data.keys import Key, use_key
from data.migrating import apply_pending
from data.seals import teach


def erase_again(known: Known, fresh: Path, key: Key | None) -> None:
    """Let the file that takes the place of another know what was erased in that one.

    Whom it still tells of goes from it at once; what is left to do elsewhere, in the copy it came
    from among others, waits in it to be finished.
    Raises `sqlite.Error` or `errors.NotSaved`, and the fresh file is then worth nothing.
    """
    if known == Known():
        return
    with closing(_open(fresh, key)) as connection:
        with transaction(connection):
            apply_pending(connection)
            taken = [_carry(connection, intent, is_done=False) for intent in known.waiting]
            taken += [_carry(connection, intent, is_done=True) for intent in known.done]
        if any(taken):
            connection.execute("VACUUM")


def without_erased(known: Known, copy: Path, key: Key | None) -> None:
    """Take whom was erased out of a copy that is only to be read, and write nothing else there."""
    with closing(_open(copy, key)) as connection, transaction(connection):
        for request in requests_of(known):
            scrub(connection, request, NameWords(names_in(connection, request.students)))


def requests_of(known: Known) -> Iterator[ErasureRequest]:
    """What is gone for sure: of an erasing that has only begun all may be there still."""
    sure = (*(intent for intent in known.waiting if intent.phase != BEGUN), *known.done)
    return (intent.request for intent in sure)


def _open(path: Path, key: Key | None) -> sqlite.Connection:
    connection = sqlite.connect(str(path), isolation_level=None)
    use_key(connection, key)
    connection.execute("PRAGMA secure_delete = ON")
    # Before the transaction: after a change of the tables it could not be said any more.
    connection.execute("PRAGMA temp_store = MEMORY")
    teach(connection)
    return connection


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
