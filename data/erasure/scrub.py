"""Taking people out of one database file, in one transaction; what can be counted stays.

All of it is SQL, so that a worker that does this leaves the window its time.
"""

from collections import Counter

from sqlcipher3 import dbapi2 as sqlite

from app.domain.classes import FEWEST
from app.domain.erasing import ERASED, ERASED_STEP, ERASING, ErasureRequest
from app.domain.mentions import NameWords
from data.erasure.mentions import erase_mentions, teach_words
from data.erasure.resealing import resealing
from data.erasure.texts import BLANKS, LISTS, MEMBERS, blanks_in, members_in
from data.erasure.touched import find_touched
from data.finding.index import forget_older_words, has_index

Tally = Counter[str]

_COUNTED_AS = {
    "student": "names",
    "observation": "observations",
    "goal": "goals",
    "attendance": "reasons",
    "pull_out": "reasons",
    "photo": "photos",
    "attachment": "attachments",
    "choice": "choices",
    "judgement": "reasons",
    "reflection": "reflections",
    "need": "needs",
}
# No list shows a student who is put away, a goal that is closed or a pull-out that has ended.
_ALSO = {"student": ", archived = 1", "goal": ", closed = 1", "pull_out": ", archived = 1"}
_MINE = (
    "json_valid({0}) AND (json_extract({0}, '$.student_id') IN erased"
    " OR EXISTS (SELECT 1 FROM owned o WHERE o.kind = change.kind AND o.id = change.entity_id))"
)
_BLANKED = (
    "CASE WHEN {0} IS NULL OR NOT json_valid({0}) THEN NULL"
    f" WHEN {_MINE} THEN json_replace({{0}}, {{1}}) ELSE {{0}} END"
)
_WITHOUT_MEMBERS = (
    "CASE WHEN json_valid({0}) THEN json_replace({0}, '$.{1}', (SELECT"
    " json_group_array(value) FROM json_each({0}, '$.{1}') WHERE value NOT IN erased)) END"
)
_IN_TOUCHED = "id IN (SELECT step_id FROM touched)"


def scrub(connection: sqlite.Connection, request: ErasureRequest, words: NameWords) -> Tally:
    """Do it inside a transaction that is open; returns how much of each kind went.

    Doing it again changes nothing more. `words` are what the students are called, in this file
    and elsewhere.
    """
    tally: Tally = Counter()
    teach_words(connection, words)
    find_touched(connection, request)
    with resealing(connection):
        for table in blanks_in(connection):
            tally[_COUNTED_AS[table]] += _blank_rows(connection, table)
            tally["changes"] += _blank_changes(connection, table)
        for table in members_in(connection):
            left = _leave(connection, table)
            tally["rules"] += left if table == "rule" else 0
            side = _WITHOUT_MEMBERS.replace("{1}", MEMBERS[table])
            tally["changes"] += _rewrite(connection, table, side)
        _drop_rules(connection)
        tally["steps"] += _close_steps(connection)
        tally["mentions"] += erase_mentions(connection, request.mentions)
    if has_index(connection):
        forget_older_words(connection)
    return +tally


def _blank_rows(connection: sqlite.Connection, table: str) -> int:
    blanks = BLANKS[table]
    settings = ", ".join(f"{column} = '{blank}'" for column, blank in blanks.items())
    differs = " OR ".join(f"{column} <> '{blank}'" for column, blank in blanks.items())
    mine = f"id IN (SELECT id FROM owned WHERE kind = '{table}')"
    return int(
        connection.execute(
            f'UPDATE "{table}" SET {settings}{_ALSO.get(table, "")} WHERE {mine} AND ({differs})'
        ).rowcount
    )


def _blank_changes(connection: sqlite.Connection, table: str) -> int:
    pairs = ", ".join(
        f"'$.{column}', " + (f"json('{blank}')" if column in LISTS else f"'{blank}'")
        for column, blank in BLANKS[table].items()
    )
    return _rewrite(connection, table, _BLANKED.replace("{1}", pairs))


def _rewrite(connection: sqlite.Connection, table: str, side: str) -> int:
    before, after = side.replace("{0}", "before"), side.replace("{0}", "after")
    return int(
        connection.execute(
            f"UPDATE change SET before = {before}, after = {after} WHERE kind = ?"
            f" AND id IN (SELECT id FROM touched)"
            f" AND (before IS NOT ({before}) OR after IS NOT ({after}))",
            (table,),
        ).rowcount
    )


def _leave(connection: sqlite.Connection, table: str) -> int:
    """A rule goes on for the others, and a lesson without the guest."""
    column = MEMBERS[table]
    rest = f"(SELECT json_group_array(value) FROM json_each({column}) WHERE value NOT IN erased)"
    found = connection.execute(
        f'UPDATE "{table}" SET {column} = {rest} WHERE EXISTS'
        f" (SELECT 1 FROM json_each({column}) WHERE value IN erased)"
    ).rowcount
    return int(found)


def _drop_rules(connection: sqlite.Connection) -> None:
    """Between students, one alone needs none; a rule about stations needs nobody."""
    kinds = " ".join(f"WHEN '{kind}' THEN {few}" for kind, few in FEWEST.items())
    fewest = f"CASE kind {kinds} ELSE 2 END"
    connection.execute(f"DELETE FROM rule WHERE json_array_length(student_ids) < {fewest}")


def _close_steps(connection: sqlite.Connection) -> int:
    """Steps that touched them cannot be undone any more, and no step tells of them."""
    connection.execute(f"UPDATE step SET undoable = 2 WHERE undoable = 1 AND {_IN_TOUCHED}")
    told = "json_valid(facts) AND json_extract(facts, '$.student') IS NULL AND NOT holds(facts)"
    # A journal that was thinned keeps steps without their changes: only words tell of whom.
    thinned = "NOT EXISTS (SELECT 1 FROM change WHERE step_id = step.id) AND holds(facts)"
    return int(
        connection.execute(
            f"UPDATE step SET verb = '{ERASED_STEP}', facts = '{{}}'"
            f" WHERE verb NOT IN ('{ERASING}', '{ERASED}', '{ERASED_STEP}')"
            f" AND (({_IN_TOUCHED} AND NOT ({told})) OR ({thinned}))"
        ).rowcount
    )
