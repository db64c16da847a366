"""Words of a name in texts about others: finding them, and taking them out."""

import json
from collections.abc import Iterator, Sequence

from sqlcipher3 import dbapi2 as sqlite

from app.domain.erasing import ErasureRequest, Mention, MentionKey
from app.domain.mentions import NameWords
from app.domain.names import PersonName
from data.erasure.texts import OWNER, TEXTS
from data.erasure.touched import find_touched

_NAMED = frozenset({"class", "station", "framework", "skill", "tag", "lesson"})
"""Things that steps about others tell the name of."""
_KEPT_FACTS = frozenset({"student", "other"})
"""Facts that are another student's own name."""
_LISTS = frozenset({"steps", "levels"})
_NOT_OWNED = "{} NOT IN (SELECT id FROM owned WHERE kind = '{}')"
_SIDE = "json_valid({side}) AND holds(json_extract({side}, '$.{column}'))"
_NOT_THEIRS = " AND coalesce(json_extract({side}, '$.student_id') IN erased, 0) = 0"


def teach_words(connection: sqlite.Connection, words: NameWords) -> None:
    """Let SQL on this connection say `holds(text)` and `without(text)`."""
    connection.create_function("holds", 1, lambda text: bool(text) and words.found(str(text)))
    connection.create_function(
        "without", 1, lambda text: words.without(text) if isinstance(text, str) else text
    )


def find_mentions(connection: sqlite.Connection) -> tuple[Mention, ...]:
    """Texts that hold a word and are about nobody who is erased.

    `find_touched` and `teach_words` come first.
    """
    found = {(*mention.key, mention.field): mention for mention in _in_history(connection)}
    found |= {(*mention.key, mention.field): mention for mention in _in_rows(connection)}
    return tuple(found[key] for key in sorted(found))


def erase_mentions(connection: sqlite.Connection, keys: Sequence[MentionKey] | None) -> int:
    """Take the words out of these texts and their history, None: of all; returns how many.

    Rows and journal change alike, so what was done there can still be undone.
    """
    chosen = keys if keys is not None else [mention.key for mention in find_mentions(connection)]
    erased = 0
    for table, entity_id in dict.fromkeys(chosen):
        erased += _reword(connection, table, entity_id)
    if any(table in _NAMED for table, _ in chosen):
        _reword_facts(connection, "1")
    return erased


def has_mentions(connection: sqlite.Connection, request: ErasureRequest, words: NameWords) -> bool:
    """Whether words of the name stand in texts from which they are to go."""
    if request.mentions == () or not words:
        return False
    teach_words(connection, words)
    find_touched(connection, request)
    chosen = None if request.mentions is None else frozenset(request.mentions)
    return any(chosen is None or m.key in chosen for m in find_mentions(connection))


def _in_rows(connection: sqlite.Connection) -> Iterator[Mention]:
    for table, columns in TEXTS.items():
        whose = OWNER.get(table, "NULL")
        for column in columns:
            rows = connection.execute(
                f'SELECT id, {whose}, "{column}" FROM "{table}" WHERE holds("{column}")'
                f" AND {_NOT_OWNED.format('id', table)}"
            )
            for entity_id, student, text in rows.fetchall():
                about = _about(connection, student)
                yield Mention(table, entity_id, column, about, _said(column, text))


def _in_history(connection: sqlite.Connection) -> Iterator[Mention]:
    """Texts of things that are gone, or were worded otherwise."""
    for table, columns in TEXTS.items():
        for column in columns:
            for side in ("before", "after"):
                yield from _in_sides(connection, table, column, side)


def _in_sides(
    connection: sqlite.Connection, table: str, column: str, side: str
) -> Iterator[Mention]:
    whose = f"json_extract({side}, '$.{OWNER[table]}')" if table in OWNER else "NULL"
    rows = connection.execute(
        f"SELECT entity_id, {whose}, json_extract({side}, '$.{column}') FROM change"
        f" WHERE kind = ? AND {_NOT_OWNED.format('entity_id', table)}"
        f" AND {(_SIDE + _NOT_THEIRS).format(side=side, column=column)}",
        (table,),
    )
    for entity_id, student, text in rows.fetchall():
        about = _about(connection, student)
        yield Mention(table, entity_id, column, about, _said(column, text), past=True)


def _about(connection: sqlite.Connection, student: int | None) -> str:
    if student is None:
        return ""
    query = "SELECT preferred, given, family FROM student WHERE id = ?"
    found = connection.execute(query, (student,)).fetchone()
    return PersonName(*found).full if found else ""


def _said(column: str, text: str) -> str:
    return " · ".join(map(str, json.loads(text))) if column in _LISTS else str(text)


def _reword(connection: sqlite.Connection, table: str, entity_id: int) -> int:
    changed = 0
    for column in TEXTS.get(table, ()):
        changed += connection.execute(
            f'UPDATE "{table}" SET "{column}" = without("{column}") WHERE id = ?'
            f' AND holds("{column}")',
            (entity_id,),
        ).rowcount
        for side in ("before", "after"):
            said = f"json_extract({side}, '$.{column}')"
            new = f"json(without({said}))" if column in _LISTS else f"without({said})"
            changed += connection.execute(
                f"UPDATE change SET {side} = json_replace({side}, '$.{column}', {new})"
                f" WHERE kind = ? AND entity_id = ? AND {_SIDE.format(side=side, column=column)}",
                (table, entity_id),
            ).rowcount
    steps = "id IN (SELECT step_id FROM change WHERE kind = ? AND entity_id = ?)"
    _reword_facts(connection, steps, table, entity_id)
    return int(changed > 0)


def _reword_facts(connection: sqlite.Connection, which: str, *values: str | int) -> None:
    found = connection.execute(
        f"SELECT id, facts FROM step WHERE {which} AND json_valid(facts) AND holds(facts)", values
    )
    for step_id, text in found.fetchall():
        told = connection.execute(
            "SELECT json_group_object(key, CASE WHEN key IN (SELECT value FROM json_each(?))"
            " THEN value ELSE without(value) END) FROM json_each(?)",
            (json.dumps(sorted(_KEPT_FACTS)), text),
        ).fetchone()[0]
        connection.execute("UPDATE step SET facts = ? WHERE id = ?", (told, step_id))
