"""Where words stand in the database, and which of them are about a student."""

from collections.abc import Mapping
from typing import get_args

from sqlcipher3 import dbapi2 as sqlite

from data.mapping import TABLES, fields_of
from data.seals import cells_of

BLANKS: Mapping[str, Mapping[str, str]] = {
    "student": {"preferred": "", "given": "", "family": "", "flag": ""},
    "observation": {"note": "", "tag_ids": "[]"},
    "goal": {"title": "", "steps": "[]", "done_at": "[]"},
    "attendance": {"reason": ""},
    "pull_out": {"reason": "", "place": ""},
    "photo": {"image": ""},
    "attachment": {"name": "", "content": ""},
    "choice": {"station_ids": "[]"},
    "judgement": {"reason": ""},
    "reflection": {"words": ""},
    "need": {"words": ""},
}
"""What is left of a row about an erased student, by table and column; the rest is counts."""

LISTS = frozenset({"tag_ids", "steps", "done_at", "station_ids"})
"""Columns among them that hold a JSON list."""

MEMBERS: Mapping[str, str] = {"rule": "student_ids", "lesson": "guest_ids"}
"""The column with a list of students, by table."""

OWNER: Mapping[str, str] = dict.fromkeys(BLANKS, "student_id") | {"student": "id"}
"""The column that says whose row it is."""

# Words of the app, of the calendar, or the names of other people: no text about anybody.
_NO_TEXT = {
    ("student", "preferred"),
    ("student", "given"),
    ("student", "family"),
    ("photo", "image"),
    ("attachment", "kind"),
    ("attachment", "content"),
    ("judgement", "adult"),
    ("need", "kind"),
    ("framework", "method"),
    ("framework", "identifier"),
    ("skill", "identifier"),
    ("rule", "kind"),
    ("station", "kind"),
    ("station", "colour"),
    ("station", "icon"),
    ("tag", "tone"),
    ("lesson", "day"),
    ("lesson", "mode"),
    ("lesson", "template"),
    ("lesson", "wishes"),
    ("clock_event", "kind"),
    ("attendance", "state"),
    ("observation", "adult"),
    ("visit", "adult"),
    ("draft", "adult"),
    ("adult", "name"),
    ("class", "language"),
    ("pull_out", "letter"),
    ("pull_out", "day"),
    ("pull_out_day", "day"),
    ("timetable", "turn"),
    ("timetable", "anchor"),
    ("timetable", "letters"),
    ("slot", "letter"),
    ("slot", "since"),
    ("slot", "until"),
    ("special_day", "day"),
    ("special_day", "until"),
    ("special_day", "kind"),
    ("special_day", "letter"),
}


def _texts() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for kind, table in TABLES.items():
        texts = [name for name, type_ in fields_of(kind) if _is_text(type_)]
        found[table] = tuple(name for name in texts if (table, name) not in _NO_TEXT)
    return {table: columns for table, columns in found.items() if columns}


def _is_text(type_: object) -> bool:
    return type_ is str or str in get_args(type_)


TEXTS = _texts()
"""The columns in which somebody may be mentioned, by table; lists of words among them."""


def blanks_in(connection: sqlite.Connection) -> tuple[str, ...]:
    """The tables of `BLANKS` that are in this file, which may be an older one."""
    return tuple(table for table in BLANKS if cells_of(connection, table))


def members_in(connection: sqlite.Connection) -> tuple[str, ...]:
    """The tables of `MEMBERS` that name students in this file, which may be an older one."""
    return tuple(table for table, own in MEMBERS.items() if own in cells_of(connection, table))
