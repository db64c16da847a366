"""What the record of a class knows and the class file does not. Every start asks this.

It stands apart from `again`, which needs the migrations and what they load.
"""

from dataclasses import replace

from sqlcipher3 import dbapi2 as sqlite

from data.database import transaction
from data.erasure.intent import BEGUN, begin, keep
from data.erasure.names import tells_of
from data.erasure.record import Known, known_in


def recall(connection: sqlite.Connection, known: Known) -> None:
    """Let a class file that does not know what its record knows do it, when `finish` comes."""
    with transaction(connection):
        for intent in known.waiting:
            begin(connection, intent.request)
            is_back = tells_of(connection, intent.request)
            keep(connection, replace(intent, phase=BEGUN, again=True) if is_back else intent)
        for intent in known.done:
            begin(connection, intent.request)
            keep(connection, replace(intent, phase=BEGUN, again=True))


def unknown_to(connection: sqlite.Connection, recorded: Known) -> Known:
    """What there is to recall: what waits, and what is done but for this file, an older one."""
    waiting, done = recorded.besides(known_in(connection))
    return Known(waiting, tuple(one for one in done if tells_of(connection, one.request)))
