"""Row and value: one table per kind, one column per field, derived from the dataclass."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import NamedTuple, TypeVar, get_origin

from app.domain.adults import Adult
from app.domain.changes import Entity
from app.domain.choices import Choice
from app.domain.classes import Goal, Rule, SchoolClass, Student
from app.domain.lessons import Lesson, Path
from app.domain.observations import Attachment, Draft, Observation
from app.domain.photos import Photo
from app.domain.pull_outs import PullOut, PullOutDay
from app.domain.session import Attendance, ClockEvent, Extra, Finish, Move, Session, Visit
from app.domain.skills import Framework, Judgement, Skill, Tag
from app.domain.stations import Station
from app.domain.timetable import Period, Slot, SpecialDay, Timetable
from app.domain.voice import Need, Reflection
from data.seals import SEAL, seal_of

_list_text = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
EMPTY = "[]"
_journal_text = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), check_circular=False
).encode

E = TypeVar("E", bound=Entity)
Cell = str | int | float | bytes | None

TABLES: Mapping[type[Entity], str] = {
    SchoolClass: "class",
    Student: "student",
    Rule: "rule",
    Goal: "goal",
    Photo: "photo",
    Adult: "adult",
    Framework: "framework",
    Skill: "skill",
    Judgement: "judgement",
    Station: "station",
    Tag: "tag",
    Lesson: "lesson",
    Path: "path",
    Session: "session",
    ClockEvent: "clock_event",
    Move: "move",
    Attendance: "attendance",
    Visit: "visit",
    Observation: "observation",
    Attachment: "attachment",
    Draft: "draft",
    Finish: "finish",
    Extra: "extra",
    PullOut: "pull_out",
    PullOutDay: "pull_out_day",
    Timetable: "timetable",
    Period: "period",
    Slot: "slot",
    SpecialDay: "special_day",
    Choice: "choice",
    Reflection: "reflection",
    Need: "need",
}
"""Every kind that is kept, each row with its seal. A parent stands before its children."""

KINDS: Mapping[str, type[Entity]] = {table: kind for kind, table in TABLES.items()}


class Columns(NamedTuple):
    """How a kind lies in its table: `readers` say where and how a cell is not yet the value."""

    names: tuple[str, ...]
    lists: frozenset[str]
    readers: tuple[tuple[int, Callable[[Cell], object]], ...]


@cache
def columns(kind: type[Entity]) -> Columns:
    """The columns of a kind: tuples are kept as JSON text, truth values as 0 and 1."""
    known = fields_of(kind)
    readers = ((at, _reader(type_)) for at, (_, type_) in enumerate(known))
    return Columns(
        names=tuple(name for name, _ in known),
        lists=frozenset(name for name, type_ in known if get_origin(type_) is tuple),
        readers=tuple((at, read) for at, read in readers if read is not None),
    )


def _reader(type_: object) -> Callable[[Cell], object] | None:
    if get_origin(type_) is tuple:
        return _read_list
    return bool if type_ is bool else None


def _read_list(cell: Cell) -> tuple[object, ...]:
    """Of thousands nearly all are empty."""
    return () if cell == EMPTY else tuple(json.loads(str(cell)))


def fields_of(kind: type[Entity]) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, field.type) for field in fields(_dataclass_of(kind)))


def _dataclass_of(kind: type[Entity]) -> type:
    return kind


def to_row(entity: Entity) -> dict[str, Cell]:
    """The entity as a row of its table."""
    lay = columns(type(entity))
    row: dict[str, Cell] = {}
    for name in lay.names:
        value = getattr(entity, name)
        row[name] = (_list_text(value) if value else EMPTY) if name in lay.lists else value
    return row


def written(kind: type[Entity]) -> tuple[str, ...]:
    """The columns a write fills, in the order of `to_cells`."""
    return (*columns(kind).names, SEAL)


def to_cells(entity: Entity) -> tuple[Cell, ...]:
    """The entity as it is written: its row and the seal."""
    cells = tuple(to_row(entity).values())
    return (*cells, seal_of(cells))


def from_row(kind: type[E], row: Sequence[Cell]) -> E:
    """The entity of a row, whose cells are in the order of the columns."""
    build: Callable[..., E] = kind
    readers = columns(kind).readers
    if not readers:
        return build(*row)
    values: list[object] = list(row)
    for at, read in readers:
        values[at] = read(row[at])
    return build(*values)


def to_json(entity: Entity | None) -> str | None:
    """The entity as the journal keeps it."""
    if entity is None:
        return None
    lay = columns(type(entity))
    values = {name: getattr(entity, name) for name in lay.names}
    return _journal_text(values)


def from_json(kind: type[E], text: str | None) -> E | None:
    """The entity the journal kept; fields added since take their default."""
    if text is None:
        return None
    kept = json.loads(text)
    lay = columns(kind)
    build: Callable[..., E] = kind
    known = {n: tuple(v) if n in lay.lists else v for n, v in kept.items() if n in lay.names}
    return build(**known)
