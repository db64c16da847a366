"""Forgetting old steps of the journal, a few at a time; what they made stays as it is.

Of an observation every change is kept: that is its history. A step that has such changes stays
as history and can no longer be undone, any other goes. Each piece is one transaction, and says how
far it came; a program that is killed leaves a journal that is only longer than it need be.
"""

import json

from sqlcipher3 import dbapi2 as sqlite

from app.domain.erasing import ERASED
from app.domain.journal import FORGOTTEN, KEPT_STEPS, forget_before
from data.database import transaction
from data.journal import INTO_STEP, marking, step_row
from data.trouble import Row, ask

PIECE = 100
"""Steps at a time: a piece is over before a picture would be late."""

MARK = 1
"""The id of the step that says how far it came; the ids of all others are times."""

_NEWEST = "SELECT id, at FROM step ORDER BY id DESC LIMIT ?"
_SO_FAR = "SELECT json_extract(facts, '$.through') FROM step WHERE id = ?"
# With -2 an erasing waits to be finished: it is all that knows of what is still to be done. One
# that is done knows of whom an older state may still tell.
_NEXT = (
    "SELECT id, at FROM step WHERE id > ? AND id < ? AND undone <> -2"
    f" AND verb <> '{ERASED}' ORDER BY id LIMIT ?"
)
_THESE = "IN (SELECT value FROM json_each(?))"
_FORGET = f"DELETE FROM change WHERE step_id {_THESE} AND kind <> 'observation'"
_AS_HISTORY = marking(f"id {_THESE}", undoable="0", undone="0")
_EMPTY = (
    f"DELETE FROM step WHERE id {_THESE}"
    " AND NOT EXISTS (SELECT 1 FROM change WHERE step_id = step.id)"
)
_SAY = f"INSERT OR REPLACE {INTO_STEP}"


def forget_some(connection: sqlite.Connection, now: int) -> bool:
    """Forget the next few steps that are old enough; returns whether there may be more.

    `now` is in milliseconds UTC. Raises `errors.NotSaved` and `NotRead`; then nothing was done.
    """
    due = _due(connection, now)
    if not due:
        return False
    steps = json.dumps([step for step, _at in due])
    through, at = due[-1]
    with transaction(connection):
        for sql in (_FORGET, _AS_HISTORY, _EMPTY):
            connection.execute(sql, (steps,))
        facts = json.dumps({"through": through})
        connection.execute(_SAY, step_row(MARK, at, FORGOTTEN, facts))
    return len(due) == PIECE


def _due(connection: sqlite.Connection, now: int) -> list[Row]:
    newest = ask(connection, _NEWEST, (KEPT_STEPS,))
    before = forget_before([at for _step, at in newest], now)
    if not before:
        return []
    so_far = ask(connection, _SO_FAR, (MARK,))
    after = max(MARK, so_far[0][0] if so_far else 0)
    found = ask(connection, _NEXT, (after, newest[-1][0], PIECE))
    late = next((n for n, (_step, at) in enumerate(found) if at >= before), len(found))
    return found[:late]
