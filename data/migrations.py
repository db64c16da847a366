"""The schema, as an append-only set of migrations. They never import today's classes."""

from sqlite_utils import Database, Migrations

from data.schema import MIGRATIONS as NAMES
from data.seals import add_seals, is_sealed

migrations = Migrations("rondo")

NOT_NULL_EXCEPT = {
    "station": {"devices", "skill_id"},
    "skill": {"parent_id"},
    "session": {"ended_at"},
    "move": {"station_id"},
    "attendance": {"until"},
    "observation": {"skill_id", "level", "station_id", "session_id", "round"},
    "step": {"reverses"},
    "change": {"before", "after"},
}

TABLES: dict[str, dict[str, type]] = {
    "class": {"name": str, "subject": str, "created_at": int, "archived": int},
    "student": {
        "class_id": int,
        "preferred": str,
        "given": str,
        "family": str,
        "flag": str,
        "archived": int,
    },
    "rule": {"class_id": int, "kind": str, "student_ids": str},
    "goal": {
        "student_id": int,
        "title": str,
        "since": int,
        "steps": str,
        "done_at": str,
        "closed": int,
    },
    "framework": {"class_id": int, "name": str, "levels": str},
    "skill": {
        "framework_id": int,
        "parent_id": int,
        "statement": str,
        "short": str,
        "code": str,
        "position": int,
        "retired": int,
    },
    "tag": {"class_id": int, "name": str, "tone": str, "position": int, "retired": int},
    "station": {
        "class_id": int,
        "name": str,
        "kind": str,
        "colour": str,
        "icon": str,
        "seats_min": int,
        "seats_max": int,
        "devices": int,
        "skill_id": int,
        "position": int,
        "archived": int,
    },
    "lesson": {
        "class_id": int,
        "day": str,
        "subject": str,
        "topic": str,
        "message": str,
        "station_ids": str,
        "rounds": int,
        "round_seconds": int,
        "transition_seconds": int,
        "warning_seconds": int,
    },
    "path": {"lesson_id": int, "student_id": int, "group": int, "stations": str},
    "session": {"class_id": int, "lesson_id": int, "opened_at": int, "ended_at": int},
    "clock_event": {"session_id": int, "kind": str, "at": int, "amount": int},
    "move": {
        "session_id": int,
        "student_id": int,
        "round": int,
        "station_id": int,
        "at": int,
    },
    "attendance": {
        "session_id": int,
        "student_id": int,
        "state": str,
        "at": int,
        "reason": str,
        "until": int,
    },
    "visit": {
        "class_id": int,
        "session_id": int,
        "student_id": int,
        "station_id": int,
        "round": int,
        "began_at": int,
        "ended_at": int,
    },
    "observation": {
        "class_id": int,
        "student_id": int,
        "seen_at": int,
        "skill_id": int,
        "level": int,
        "tag_ids": str,
        "note": str,
        "station_id": int,
        "session_id": int,
        "round": int,
        "adult": str,
        "private": int,
    },
    "step": {
        "at": int,
        "verb": str,
        "facts": str,
        "adult": str,
        "device": str,
        "reverses": int,
        "undoable": int,
        "undone": int,
    },
    "change": {"step_id": int, "kind": str, "entity_id": int, "before": str, "after": str},
}

PARENTS = {
    "class_id": "class",
    "student_id": "student",
    "framework_id": "framework",
    "parent_id": "skill",
    "skill_id": "skill",
    "station_id": "station",
    "lesson_id": "lesson",
    "session_id": "session",
    "step_id": "step",
    "pull_out_id": "pull_out",
    "period_id": "period",
}

INDEXES = {
    "student": [["class_id"]],
    "rule": [["class_id"]],
    "goal": [["student_id"]],
    "station": [["class_id"]],
    "framework": [["class_id"]],
    "skill": [["framework_id"]],
    "tag": [["class_id"]],
    "lesson": [["class_id", "day"]],
    "path": [["lesson_id"], ["student_id"]],
    "session": [["class_id"], ["lesson_id"]],
    "clock_event": [["session_id"]],
    "move": [["session_id"], ["student_id"]],
    "attendance": [["session_id"], ["student_id"]],
    "visit": [["student_id", "began_at"], ["class_id", "began_at"], ["session_id"]],
    "observation": [
        ["student_id", "skill_id", "seen_at", "id", "level"],
        ["student_id", "seen_at"],
        ["class_id", "seen_at"],
    ],
    "step": [["undoable", "undone"]],
    "change": [["step_id"], ["kind", "entity_id"]],
}


@migrations(name=NAMES[0])
def the_house(db: Database) -> None:
    """Every kind of thing, and the journal from the first day."""
    for name, typed in TABLES.items():
        _create(db, name, typed, INDEXES)


def _create(
    db: Database, name: str, typed: dict[str, type], indexes: dict[str, list[list[str]]]
) -> None:
    optional = NOT_NULL_EXCEPT.get(name, set())
    db.table(name).create(
        {"id": int, **typed},
        pk="id",
        not_null={"id", *typed} - optional,
        foreign_keys=[(c, PARENTS[c], "id") for c in typed if c in PARENTS],
        strict=True,
    )
    for columns in indexes.get(name, []):
        db.table(name).create_index(columns)


@migrations(name=NAMES[1])
def seals(db: Database) -> None:
    """A checksum on every observation; what is there is taken as it stands."""
    add_seals(db.conn, "observation")


NEW_TABLES: dict[str, dict[str, type]] = {
    "adult": {"class_id": int, "name": str, "position": int, "retired": int},
    "finish": {"session_id": int, "student_id": int, "round": int, "at": int},
    "extra": {"session_id": int, "station_id": int, "round": int, "amount": int, "at": int},
    "pull_out": {
        "class_id": int,
        "student_id": int,
        "reason": str,
        "place": str,
        "begins": int,
        "ends": int,
        "weekdays": str,
        "letter": str,
        "day": str,
        "archived": int,
    },
    "pull_out_day": {"pull_out_id": int, "day": str, "cancelled": int},
    "timetable": {"letters": str, "turn": str, "anchor": str, "weekdays": str},
    "period": {"name": str, "begins": int, "ends": int, "weekdays": str},
    "slot": {
        "class_id": int,
        "period_id": int,
        "weekday": int,
        "letter": str,
        "subject": str,
        "since": str,
        "until": str,
    },
    "special_day": {
        "day": str,
        "until": str,
        "kind": str,
        "name": str,
        "letter": str,
        "times": str,
    },
}

NEW_INDEXES = {
    "adult": [["class_id"]],
    "finish": [["session_id"], ["student_id"]],
    "extra": [["session_id"], ["station_id"]],
    "pull_out": [["class_id"], ["student_id"]],
    "pull_out_day": [["pull_out_id"]],
    "slot": [["class_id"], ["period_id"]],
}

NEW_COLUMNS = (
    ("class", "language TEXT NOT NULL DEFAULT ''"),
    ("station", "adult_id INTEGER REFERENCES adult(id)"),
    ("station", "must_do INTEGER NOT NULL DEFAULT 0"),
    ("station", "next_task TEXT NOT NULL DEFAULT ''"),
    ("station", "room_x INTEGER"),
    ("station", "room_y INTEGER"),
    ("lesson", "adult_ids TEXT NOT NULL DEFAULT '[]'"),
    ("lesson", "begins INTEGER"),
    ("visit", "adult TEXT NOT NULL DEFAULT ''"),
)


@migrations(name=NAMES[2])
def the_school_day(db: Database) -> None:
    """Adults, pull-outs, the timetable, early finishers, and tables that stay longer."""
    for name, typed in NEW_TABLES.items():
        _create(db, name, typed, NEW_INDEXES)
    for table, column in NEW_COLUMNS:
        db.conn.execute(f'ALTER TABLE "{table}" ADD COLUMN {column}')


@migrations(name=NAMES[3])
def seals_everywhere(db: Database) -> None:
    """A checksum on every other row too, and on the journal."""
    for table in (*TABLES, *NEW_TABLES):
        if not is_sealed(db.conn, table):
            add_seals(db.conn, table)


PHOTO: dict[str, type] = {"student_id": int, "image": str, "consent": int}


@migrations(name=NAMES[4])
def photos(db: Database) -> None:
    """A photo of a student, and whether others may see it."""
    _create(db, "photo", PHOTO, {"photo": [["student_id"]]})
    add_seals(db.conn, "photo")
