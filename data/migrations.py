"""The schema, as an append-only set of migrations. They never import today's classes."""

from collections.abc import Iterable

from sqlite_utils import Database, Migrations

from data.finding.tables import ALL_DUE, MAKE_DUE, MAKE_INDEX, TRIGGERS
from data.layout import (
    ATTACHMENT,
    CHOICE,
    DRAFT,
    GUEST_COLUMNS,
    INDEXES,
    JUDGEMENT,
    MASTERY_COLUMNS,
    NEED,
    NEW_COLUMNS,
    NEW_INDEXES,
    NEW_TABLES,
    NOT_NULL_EXCEPT,
    PARENTS,
    PHOTO,
    PLAN_COLUMNS,
    REFLECTION,
    TABLES,
)
from data.schema import MIGRATIONS as NAMES
from data.seals import add_seals, is_sealed, seal_anew, sealed_cells
from data.tallies import COUNT_ALL, KEEP_TALLY, MAKE_TALLY

migrations = Migrations("rondo")


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


@migrations(name=NAMES[4])
def photos(db: Database) -> None:
    """A photo of a student, and whether others may see it."""
    _create(db, "photo", PHOTO, {"photo": [["student_id"]]})
    add_seals(db.conn, "photo")


_SEAL_LAST = (
    'ALTER TABLE "{}" RENAME COLUMN seal TO seal_before',
    'ALTER TABLE "{}" ADD COLUMN seal INTEGER NOT NULL DEFAULT -1',
    'UPDATE "{}" SET seal = seal_before',
    'ALTER TABLE "{}" DROP COLUMN seal_before',
)
"""Moves the seal behind columns that were added, where each reader has it."""


def _add_columns(db: Database, columns: Iterable[tuple[str, str]]) -> None:
    """Columns of tables that carry seals; seals that hold, hold afterwards too."""
    columns = tuple(columns)
    before = {table: sealed_cells(db.conn, table) for table, _ in columns}
    for table, column in columns:
        db.conn.execute(f'ALTER TABLE "{table}" ADD COLUMN {column}')
    # Seals that were made a moment ago, in the same bringing up, hold for fewer columns.
    for table, cells in before.items():
        seal_anew(db.conn, table, cells)
        for sql in _SEAL_LAST:
            db.conn.execute(sql.format(table))


@migrations(name=NAMES[5])
def plans_with_reasons(db: Database) -> None:
    """What a planner goes by: visits that must be, places fixed by hand, and students' choices."""
    _add_columns(db, PLAN_COLUMNS)
    _create(db, "choice", CHOICE, {"choice": [["class_id"], ["student_id"]]})
    add_seals(db.conn, "choice")


@migrations(name=NAMES[6])
def finding(db: Database) -> None:
    """An index of the notes; what is in them already comes in piece by piece, after the start."""
    for statement in (MAKE_DUE, MAKE_INDEX, *TRIGGERS, ALL_DUE):
        db.conn.execute(statement)


@migrations(name=NAMES[7])
def mastery(db: Database) -> None:
    """How evidence adds up in each framework, what comes before what, and levels set by hand."""
    _add_columns(db, MASTERY_COLUMNS)
    _create(db, "judgement", JUDGEMENT, {"judgement": [["student_id"], ["skill_id"]]})
    add_seals(db.conn, "judgement")


@migrations(name=NAMES[8])
def skills_found(db: Database) -> None:
    """What points to a skill is found by it: taking thousands of skills back read all else again.

    SQLite looks for rows that point to one that goes, in every table, and had no index for it.
    """
    for table in ("observation", "station", "lesson", "rule"):
        db.table(table).create_index(["skill_id"])
    db.table("skill").create_index(["parent_id"])


@migrations(name=NAMES[9])
def attachments(db: Database) -> None:
    """Pictures and files of observations, and whether those of a student may be handed on."""
    _add_columns(db, [("student", "pictures INTEGER NOT NULL DEFAULT 0")])
    _create(db, "attachment", ATTACHMENT, {"attachment": [["observation_id"], ["student_id"]]})
    add_seals(db.conn, "attachment")


@migrations(name=NAMES[10])
def drafts(db: Database) -> None:
    """Lines that wait to be made observations."""
    _create(db, "draft", DRAFT, {"draft": [["class_id"]]})
    add_seals(db.conn, "draft")


@migrations(name=NAMES[11])
def own_voice(db: Database) -> None:
    """What students say of themselves, and what they need."""
    by = [["student_id", "said_at"], ["skill_id"], ["session_id"]]
    _create(db, "reflection", REFLECTION, {"reflection": by})
    _create(db, "need", NEED, {"need": [["student_id"]]})
    for table in ("reflection", "need"):
        add_seals(db.conn, table)


@migrations(name=NAMES[12])
def guests(db: Database) -> None:
    """Students of other classes in a lesson, and rounds in which a station is closed."""
    _add_columns(db, GUEST_COLUMNS)


@migrations(name=NAMES[13])
def drafts_of_a_place(db: Database) -> None:
    """Where and in which round a line was typed that waits, and who typed it."""
    columns = (
        "station_id INTEGER REFERENCES station(id)",
        "skill_id INTEGER REFERENCES skill(id)",
        "round INTEGER",
        "adult TEXT NOT NULL DEFAULT ''",
    )
    _add_columns(db, [("draft", column) for column in columns])
    db.table("draft").create_index(["skill_id"])


@migrations(name=NAMES[14])
def tallies(db: Database) -> None:
    """How much evidence there is on each skill, ready for who adds it up."""
    for statement in (MAKE_TALLY, *KEEP_TALLY, COUNT_ALL):
        db.conn.execute(statement)
