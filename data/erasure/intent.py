"""An erasing as a step of the journal, by ids alone: what is still to be done, and what was done.

It lies in the database, so it is as safe, as encrypted and as lasting as what it is about. What
was done stays known, as an older state may be opened again in which somebody is still told of.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from sqlcipher3 import dbapi2 as sqlite

from app.domain.erasing import ERASED, ERASING, ErasureRequest
from app.domain.ids import NeedId, ObservationId, StepId, StudentId
from data.journal import INTO_STEP, STEP, marking, step_row
from data.seals import SEAL, is_sealed, seal_of

BEGUN, EMPTIED, WAITING = "begun", "emptied", "waiting"
"""Nothing is sure yet; the rows are gone; a second place was not there."""

# No step is undone by one with this number; the index of undo finds it.
_WAITS = -2
_OPEN = f"undoable = 0 AND undone = {_WAITS} AND verb = '{ERASING}'"
_BEGIN = f"INSERT OR IGNORE {INTO_STEP}"
_KEEP = marking("id = :own", facts=":facts")
_CLOSE = marking("id = :own", verb=":verb", facts=":facts", undone="0")
_DONE = f"undoable = 0 AND undone = 0 AND verb = '{ERASED}'"


@dataclass(frozen=True, slots=True)
class Intent:
    """What was asked, how far it came, and what went so far.

    `again`: it was done, and an older state was opened that told of them.
    """

    request: ErasureRequest
    phase: str = BEGUN
    removed: Mapping[str, int] | None = None
    again: bool = False


def begin(connection: sqlite.Connection, request: ErasureRequest) -> None:
    """Write down what is to be done. Inside a transaction."""
    facts = facts_of(Intent(request))
    row = step_row(request.id, request.at, ERASING, facts, undone=_WAITS)
    connection.execute(_BEGIN, row)


def keep(connection: sqlite.Connection, intent: Intent) -> None:
    """Write down how far it came. Inside a transaction."""
    connection.execute(_KEEP, {"own": intent.request.id, "facts": facts_of(intent)})


def close(connection: sqlite.Connection, intent: Intent) -> None:
    """It is done: from now on a line of history that says when and how many. In a transaction."""
    request = intent.request
    count = str(len(request.students) or len(request.observations) or len(request.needs))
    facts = json.dumps(json.loads(facts_of(Intent(request))) | {"count": count})
    values = {"own": intent.request.id, "verb": ERASED, "facts": facts}
    connection.execute(_CLOSE, values)


def open_intents(connection: sqlite.Connection) -> tuple[Intent, ...]:
    """Those that are not done yet, oldest first."""
    return tuple(_intents(connection, _OPEN))


def done_intents(connection: sqlite.Connection) -> tuple[Intent, ...]:
    """Those that are done, oldest first."""
    return tuple(_intents(connection, _DONE))


def _intents(connection: sqlite.Connection, which: str) -> Iterator[Intent]:
    """A step that changed by itself is passed over: it could name somebody else."""
    sealed = is_sealed(connection, "step")
    names = (*STEP, SEAL) if sealed else STEP
    rows = connection.execute(f"SELECT {', '.join(names)} FROM step WHERE {which} ORDER BY id")
    for own, at, _verb, facts, *rest in rows.fetchall():
        if sealed and seal_of((own, at, _verb, facts, *rest[:-1])) != rest[-1]:
            continue
        with suppress(ValueError, KeyError, TypeError):  # one of an older Rondo has no ids
            yield intent_of(own, at, facts)


def facts_of(intent: Intent) -> str:
    """What is kept of it as text."""
    request = intent.request
    return json.dumps(
        {
            "phase": intent.phase,
            "ids": json.dumps(list(request.students)),
            "observations": json.dumps(list(request.observations)),
            "needs": json.dumps(list(request.needs)),
            "mentions": json.dumps(request.mentions),
            "delete": json.dumps(request.delete_unreadable),
            "removed": json.dumps(dict(intent.removed or {})),
            "again": json.dumps(intent.again),
        }
    )


def intent_of(own: int, at: int, text: str) -> Intent:
    """What `facts_of` gave, read again. Raises ValueError, KeyError or TypeError."""
    facts = json.loads(text)
    said = json.loads(facts["mentions"])
    request = ErasureRequest(
        id=StepId(own),
        at=at,
        students=tuple(StudentId(student) for student in json.loads(facts["ids"])),
        observations=tuple(ObservationId(seen) for seen in json.loads(facts["observations"])),
        needs=tuple(NeedId(own) for own in json.loads(facts.get("needs", "[]"))),
        mentions=None if said is None else tuple((str(kind), int(key)) for kind, key in said),
        delete_unreadable=bool(json.loads(facts["delete"])),
    )
    removed = Counter[str](json.loads(facts["removed"]))
    return Intent(request, facts["phase"], removed, json.loads(facts.get("again", "false")))
