"""A class list from a file or a paste."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from app.classroom import Classroom
from app.domain.classes import SchoolClass, Student
from app.domain.roster.draft import RosterDraft, understand
from app.domain.roster.notes import DraftRow, KnownStudent, RowState
from app.domain.roster.table import RosterTable, TextReading
from app.errors import NotFound
from app.ports import Clock
from app.services.roster import RosterService
from data.files.class_list import ClassListReader
from data.paths import Profile
from ui.bootstrap import open_profile
from ui.cli.output import Output


def import_list(arguments: Namespace, profile: Profile, clock: Clock, output: Output) -> int:
    """Add the students of a list; rows that need a decision are named and left out."""
    table = _read(arguments)
    opened = open_profile(profile, clock, arguments.key)
    try:
        if not arguments.dry_run:
            opened.must_write()
        room = opened.classroom
        school_class = _class(room, arguments.class_name)
        draft = understand(table, _known(room, school_class))
        if not arguments.dry_run and draft.ready:
            _add(room, school_class, arguments.class_name, draft)
    finally:
        opened.close()
    if not table.reading.certain:
        output.aside(_doubt(table.reading))
    return output.result(_data(draft, arguments), lambda: _lines(draft, arguments))


def _read(arguments: Namespace) -> RosterTable:
    reader = ClassListReader()
    if arguments.file == "-":
        pasted = arguments.stdin.read().encode(errors="surrogateescape")
        return reader.read_file("", pasted, arguments.encoding)
    path = Path(arguments.file)
    return reader.read_file(path.name, reader.bytes_of(path), arguments.encoding)


def _doubt(reading: TextReading) -> str:
    """The window asks which letters were meant; here they are shown, and can be chosen."""
    shown = ", ".join(f"{other.encoding} ({other.sample})" for other in reading.others)
    chosen = f"{reading.chosen.encoding} ({reading.chosen.sample})"
    also = f" They may also be {shown}: choose with --encoding." if shown else ""
    return f"The letters were read as {chosen}; check the names.{also}"


def _class(room: Classroom, name: str) -> SchoolClass | None:
    try:
        return room.class_named(name)
    except NotFound:
        return None


def _known(room: Classroom, school_class: SchoolClass | None) -> Sequence[KnownStudent]:
    if school_class is None:
        return ()
    students = room.store.find(Student, class_id=school_class.id, archived=False)
    return [KnownStudent(student.id, student.name) for student in students]


def _add(room: Classroom, school_class: SchoolClass | None, name: str, draft: RosterDraft) -> None:
    roster = RosterService(room)
    if school_class is None:
        roster.begin_class(name, draft.ready)
    else:
        roster.add_students(school_class.id, draft.ready)


def _data(draft: RosterDraft, arguments: Namespace) -> dict[str, object]:
    return {
        "class": arguments.class_name,
        "dry_run": arguments.dry_run,
        "encoding": draft.table.reading.chosen.encoding,
        "encoding_certain": draft.table.reading.certain,
        "added": [name.full for name in draft.ready],
        "needs_you": [_row(row) for row in draft.rows if row.state is RowState.NEEDS],
        "left_out": [_row(row) for row in draft.rows if row.state is RowState.LEFT_OUT],
    }


def _row(row: DraftRow) -> dict[str, object]:
    """The name alone: other columns of a list may hold what is nobody's business."""
    return {"line": row.line, "name": row.name.full, "why": _why(row)}


def _why(row: DraftRow) -> str:
    note = row.note
    if note.need is not None:
        return note.need.kind.value
    return note.why.value if note.why is not None else ""


def _lines(draft: RosterDraft, arguments: Namespace) -> list[str]:
    verb = "Would add" if arguments.dry_run else "Added"
    count = len(draft.ready)
    students = "1 student" if count == 1 else f"{count} students"
    lines = [f"{verb} {students} to {arguments.class_name}."]
    passed = [r for r in draft.rows if r.state in {RowState.NEEDS, RowState.LEFT_OUT}]
    return lines + [
        f"Line {row.line} left out ({_why(row)}) {row.name.full}".rstrip() for row in passed
    ]
