"""The figures of evidence are what counting gives, whoever writes, and can be counted anew."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from math import floor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.changes import Change, gone, label, made
from app.domain.erasing import ErasureRequest, silent
from app.domain.ids import ObservationId, StepId
from app.domain.mastery import METHODS
from app.domain.observations import Observation
from app.domain.skills import How
from app.services.standings import StandingReader
from app.workspace import Workspace
from data.apart import count_apart
from data.backups import SqliteBackups
from data.damage.look import look
from data.damage.mend import Mender
from data.database import Connection, connect, connect_read_only
from data.erasure.erasure import SqliteErasure
from data.evidence import SqliteEvidence
from data.inspecting import inspect
from data.keys import Key
from data.mapping import TABLES
from data.safe.rekey import rekey
from data.store import SqliteStore
from data.tallies import AT_LEAST, TALLY, count_anew, wrong_tallies
from tests.app.domain.test_mastery import slowly
from tests.data.erasure.test_again import NOW
from tests.erasing import Crowd
from tests.fakes import FakeClock, ids
from tests.fakes.progress_class import ProgressClass
from tests.fresh import fresh

KEY = Key(bytes(range(32)))
FIXTURES = Path(__file__).parent / "fixtures"
NAMES = ("Amara Okafor", "Ben Walker")
SKILLS = (None, "Place value", "Round")

Row = tuple[int, ...]


def tallies(connection: Connection | sqlite3.Connection) -> list[Row]:
    return connection.execute(f"SELECT * FROM {TALLY}").fetchall()


def is_right(connection: Connection) -> bool:
    """As an obvious count over all rows has it, and as the check says."""
    seen = connection.execute("SELECT student_id, skill_id, level FROM observation").fetchall()
    pairs = sorted({(who, skill) for who, skill, level in seen if skill and level})
    counted = [
        (*pair, *(sum(s[:2] == pair and (s[2] or 0) >= n for s in seen) for n in range(1, 7)))
        for pair in pairs
    ]
    assert (tallies(connection) == counted) == (list(wrong_tallies(connection)) == [])
    return tallies(connection) == counted


deed = st.tuples(
    st.sampled_from(["see", "see", "amend", "move", "split", "delete", "undo", "redo", "raw"]),
    st.integers(0, 4),
    st.sampled_from(NAMES),
    st.sampled_from(SKILLS),
    st.one_of(st.none(), st.integers(1, 6)),
    st.integers(0, 12),
)
ways = st.builds(How, st.sampled_from(list(METHODS)), st.integers(1, 99), st.integers(1, 4))


@given(st.lists(deed, max_size=14), st.lists(ways, min_size=1, max_size=3), st.integers(0, 12))
def test_whatever_was_done_levels_are_those_of_the_slow_and_obvious_way(
    tmp_path_factory, deeds, all_hows, since
) -> None:
    folder = tmp_path_factory.mktemp("tallies")
    with closing(fresh(folder / "rondo.db")) as connection:
        room = ProgressClass(SqliteStore(connection), SqliteEvidence(connection), NAMES)
        for one in deeds:
            do(room, connection, *one)
            assert is_right(connection)
        seen = room.store.find(Observation)
        skills = [skill.id for skill in room.skills.values()]
        for turn in range(len(all_hows)):  # each skill by another method, in every order
            hows = dict(zip(skills, (all_hows[turn:] + all_hows) * len(skills), strict=False))
            stood = StandingReader(room.store, room.evidence).of(
                list(room.students.values()), hows, since
            )
            levels = {(s.student_id, s.skill_id): (s.level, s.earlier_level) for s in stood}
            assert levels == {
                (who, skill): (
                    level(own, hows[skill]),
                    level([o for o in own if o.seen_at <= since], hows[skill]) or None,
                )
                for (who, skill), own in by_pair(seen).items()
            }


def by_pair(seen):
    pairs = {(o.student_id, o.skill_id) for o in seen if o.skill_id and o.level}
    return {p: [o for o in seen if (o.student_id, o.skill_id) == p] for p in pairs}


def level(seen, how: How) -> int:
    return floor(slowly(seen, how) * 2 + 1) // 2


def do(room: ProgressClass, connection: Connection, verb, at, name, skill, level, when) -> None:
    seen = room.store.find(Observation)
    there = seen[at % len(seen)] if seen else None
    who, about = room.students[name], room.skills[skill].id if skill else None
    new = Observation(ObservationId(room.ids()), room.class_id, who, when, about, level)
    edit = room.workspace.edit
    if verb == "see":
        edit(label("observed"), made(new))
    elif verb == "undo" and room.workspace.next_undo:
        room.workspace.undo()
    elif verb == "redo" and room.store.redoable():
        room.workspace.redo()
    elif there is None:
        return
    elif verb == "amend":
        amended = replace(there, skill_id=about, level=level, seen_at=when)
        edit(label("observed"), Change(there, amended))
    elif verb == "move":
        edit(label("observed"), Change(there, replace(there, student_id=who)))
    elif verb == "split":
        edit(label("observed"), Change(there, replace(there, skill_id=about)), made(new))
    elif verb == "delete":
        edit(label("observation deleted"), gone(there))
    elif verb == "raw":
        connection.execute(
            "UPDATE observation SET level = ?, student_id = ? WHERE seen_at >= ?",
            (level, who, when),
        )


def looked_at(path: Path, key: Key | None = None) -> ProgressClass:
    """A class of which something was seen, closed again."""
    with closing(fresh(path, key)) as connection:
        room = ProgressClass(SqliteStore(connection), SqliteEvidence(connection), NAMES)
        for days, found in enumerate((1, 3, 6, None)):
            room.see(NAMES[0], "Round", found, days)
        room.see(NAMES[1], "Place value", 2)
    return room


def test_what_is_gone_leaves_no_row(tmp_path: Path) -> None:
    with closing(fresh(tmp_path / "rondo.db")) as connection:
        room = ProgressClass(SqliteStore(connection), SqliteEvidence(connection), NAMES)
        seen = room.see(NAMES[0], "Round", 3)
        pair = (room.students[NAMES[0]], room.skills["Round"].id)
        assert tallies(connection) == [(*pair, 1, 1, 1, 0, 0, 0)]
        room.workspace.edit(label("observation deleted"), gone(seen))
        assert tallies(connection) == []


@pytest.mark.parametrize("number", range(1, 15))
def test_a_file_of_any_older_schema_has_them_afterwards(number: int, tmp_path: Path) -> None:
    path = tmp_path / "rondo.db"
    shutil.copy(FIXTURES / f"schema_{number}.db", path)
    with closing(connect(path)) as connection:
        assert is_right(connection)
        assert tallies(connection)
        if number == 14:
            assert tallies(connection) == [
                (10, 102, 4, 3, 2, 1, 0, 0),
                (11, 102, 1, 1, 1, 0, 0, 0),
                (13, 102, 2, 2, 1, 1, 1, 0),
            ]


@pytest.mark.parametrize(
    "harm",
    [
        f"UPDATE {TALLY} SET at_least_2 = at_least_2 + 1",
        f"DELETE FROM {TALLY}",
        f"INSERT INTO {TALLY} VALUES (7, 7, 1, 1, 0, 0, 0, 0)",
    ],
)
def test_figures_that_lie_are_seen_and_counted_anew(harm: str, tmp_path: Path) -> None:
    path = tmp_path / "rondo.db"
    looked_at(path)
    with closing(connect(path)) as connection:
        right = tallies(connection)
        for anew in (lambda: count_anew(connection), lambda: count_apart(path, None)):
            connection.execute(harm)
            assert not is_right(connection)
            assert look(path).is_whole  # nothing of the teacher's is lost
            anew()
            assert tallies(connection) == right
            assert is_right(connection)


def test_a_backup_and_a_change_of_the_key_keep_them(tmp_path: Path) -> None:
    path, kept = tmp_path / "rondo.db", tmp_path / "kept.rondo"
    looked_at(path)
    SqliteBackups(path, lambda: NOW).save(kept)
    rekey(path, None, KEY, inspect)
    for file, key in ((kept, None), (path, KEY)):
        with closing(connect_read_only(file, key)) as connection:
            assert len(tallies(connection)) == 2
            assert is_right(connection)
    with closing(connect(path, KEY)) as connection:  # the triggers came along too
        connection.execute("UPDATE observation SET level = 4 WHERE level = 1")
        assert is_right(connection)


def test_erasing_a_student_keeps_what_can_be_counted(tmp_path: Path) -> None:
    crowd = Crowd(tmp_path / "profile")
    before = tallies(crowd.connection)
    request = ErasureRequest(StepId(5_000_000), 1_000, (crowd.child,), mentions=None)
    SqliteErasure(crowd.profile, lambda: 2_000).erase(request, silent)
    with closing(connect_read_only(crowd.profile.database)) as connection:
        assert tallies(connection) == before
        assert is_right(connection)


def test_they_are_right_in_a_file_that_was_mended(tmp_path: Path) -> None:
    path, kept = tmp_path / "rondo.db", tmp_path / "kept.rondo"
    looked_at(path)
    SqliteBackups(path, lambda: NOW).save(kept)
    with closing(connect(path)) as connection:
        store = SqliteStore(connection)
        seen = store.find(Observation)[-1]
        more = replace(seen, id=ObservationId(store.highest_id() + 9), level=4)
        Workspace(store, ids(more.id + 1), FakeClock()).edit(label("observed"), made(more))
        right = tallies(connection)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(path.read_bytes())
    path.write_bytes(content[:100] + bytes(3996) + content[4096:])
    mender = Mender(path, lambda: [kept], lambda: NOW)
    mended = mender.mend(mender.rescue())
    assert mended.rescue.changes
    with closing(connect(path)) as connection:
        assert tallies(connection) == right
        assert is_right(connection)


def test_there_is_a_column_for_each_level_and_no_kind_of_thing_is_called_so() -> None:
    assert AT_LEAST[-1] == "at_least_6"
    assert TALLY not in TABLES.values()
