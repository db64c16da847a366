"""What a damaged file still gives over the newest backup that is whole."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.domain.backups import BackupInfo, Stop, never
from app.domain.damage import Rescue
from data.copies import copy_database
from data.damage.compare import Differences, compare
from data.damage.fitting import ORDER, layout_of, names_of
from data.damage.history import is_heir, words_since
from data.damage.judge import Judge, Verdict, with_parents
from data.damage.listing import Lister
from data.damage.scratch import opens, scratch
from data.damage.walk import Source
from data.database import SCHEMA, connect, connect_read_only, pragma
from data.erasure.again import requests_of, without_erased
from data.erasure.names import tells_of
from data.erasure.record import Known, known_of
from data.keys import Key

_INDEX = "idx_observation_student_id_seen_at"


def salvage(
    damaged: Path,
    base: BackupInfo | None,
    key: Key | None = None,
    stop: Stop = never,
    with_log: bool = True,
) -> Rescue:
    """Read all there is to read; no byte of any file changes. For a worker.

    Raises `copies.Stopped`, and `OSError` when there is no room for a copy to read from.
    """
    template = base.path if base is not None else None
    with scratch(damaged, template, key, with_log) as copy:
        known = known_of(copy, key, damaged)
        with (
            closing(_whole(base, copy.parent, key, known)) as whole,
            closing(Source(copy, key, stop)) as source,
        ):
            sealed = key is not None and not opens(copy, key)
            return replace(_salvage(source, whole, base, known), sealed=sealed)


def _whole(
    base: BackupInfo | None, folder: Path, key: Key | None, known: Known
) -> sqlite.Connection:
    """The backup; or a file without a row.

    One of an older schema, or that tells of whom was erased since, is a copy without that.
    """
    if base is None:
        return connect(folder / "empty.db", key)
    whole = connect_read_only(base.path, key)
    tells = any(tells_of(whole, request) for request in requests_of(known))
    if pragma(whole, "user_version") == SCHEMA and not tells:
        return whole
    whole.close()
    copy = folder / "base.db"
    copy_database(base.path, copy, key)
    if tells:
        without_erased(known, copy, key)
    return connect(copy, key)


def _salvage(
    source: Source, whole: sqlite.Connection, base: BackupInfo | None, known: Known
) -> Rescue:
    layouts = {table: layout_of(whole, table, names_of(table)) for table in ORDER}
    found = {table: compare(source, whole, table, layouts[table]) for table in ORDER}
    words = words_since(
        source, whole, lambda table, row_id: table in found and found[table].wants(row_id)
    )
    parents = {parent for layout in layouts.values() for parent in layout.parents.values()}
    judge = Judge(whole, words, is_heir(source, whole), parents)
    for table in ORDER:
        judge.judge(table, found[table])
    verdicts = list(with_parents(judge, {table: lay.parents for table, lay in layouts.items()}))
    coming = [v.change.after for v in verdicts if v.change and v.change.after]
    erased = {own for request in requests_of(known) for own in request.students}
    lister = Lister(whole, coming, erased)
    lines = [lister.line(verdict) for verdict in verdicts]
    unread = _unread(source, found["observation"], {verdict.place[1] for verdict in verdicts})
    lines += [lister.unread(student, at) for _own, student, at in unread]
    changes = tuple(v.change for v in _in_order(verdicts) if v.change is not None)
    return Rescue(base, changes, tuple(lines))


def _in_order(verdicts: Sequence[Verdict]) -> Sequence[Verdict]:
    """What is taken away goes first, so that nothing new meets it."""
    return sorted(verdicts, key=lambda v: v.change is None or v.change.after is not None)


def _unread(
    source: Source,
    seen: Differences,
    told: set[int],
) -> Iterator[tuple[int, int, int]]:
    """Observations an index still names, of which nothing else reads: id, student, time."""
    if not seen.walk.gaps:
        return
    query = f"SELECT id, student_id, seen_at FROM observation INDEXED BY {_INDEX}"
    try:
        for own, student, at in source.ask(query):
            if not all(isinstance(cell, int) for cell in (own, student, at)):
                return
            row = int(str(own))
            if seen.walk.misses(row) and row not in told and row not in seen.gone:
                yield row, int(str(student)), int(str(at))
    except sqlite.DatabaseError:
        return
