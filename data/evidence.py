"""Questions about observations and visits, answered by SQLite's indexes."""

import json
from collections.abc import Mapping, Sequence
from operator import sub

from sqlcipher3 import dbapi2 as sqlite

from app.domain.ids import ClassId, FrameworkId, SessionId, SkillId, StationId, StudentId
from app.domain.observations import Observation
from app.domain.skills import MOST_LEVELS
from app.ports import Attended, Counted, Latest, Looks, Visited
from data.mapping import columns, from_row
from data.trouble import Asking, Row

_COLUMNS = ", ".join(f'o."{name}"' for name in columns(Observation).names)
_NEWEST = (
    "SELECT {what} FROM observation WHERE student_id = s.value AND skill_id = k.value"
    " AND level IS NOT NULL {bound} ORDER BY seen_at DESC, id DESC LIMIT 1"
)
# Two seeks per student and skill in an index that holds all they ask for, so that ten years cost
# little more than one. Time and level come as one number, or each would be a seek of its own.
_PACK = 8
_QUARTER_MS = 900_000
_LATEST = (
    f"SELECT s.value, k.value, ({_NEWEST.format(what=f'seen_at * {_PACK} + level', bound='')}),"
    f" ({_NEWEST.format(what='level', bound='AND seen_at <= ?')})"
    " FROM json_each(?) s CROSS JOIN json_each(?) k"
)
# What adds evidence up has it counted already: data/tallies.py. How it was at a moment is what is
# there now without what came since, which lies beside the newest. The looks of that at each of four
# levels come as one number, 15 bits each; with more levels, or more looks than that, as a text.
_BITS = 15
_MASK = (1 << _BITS) - 1
_LEVELS = range(1, MOST_LEVELS + 1)
_AT_LEAST = ", ".join(f"t.at_least_{level}" for level in _LEVELS)
_HERE = "WHERE student_id = t.student_id AND skill_id = t.skill_id AND level > 0"
_COUNTS = (
    f"SELECT t.student_id, t.skill_id, {_AT_LEAST},"
    f" (SELECT seen_at * {_PACK} + level FROM observation {_HERE}"
    " ORDER BY seen_at DESC, id DESC LIMIT 1),"
    f" (SELECT level FROM observation {_HERE} AND seen_at <= :then"
    " ORDER BY seen_at DESC, id DESC LIMIT 1),"
    f" CASE WHEN t.at_least_1 <= {_MASK} AND t.at_least_5 = 0"
    f" THEN (SELECT sum(1 << {_BITS} * (level - 1)) FROM observation {_HERE} AND seen_at > :then)"
    f" ELSE (SELECT group_concat(level, '') FROM observation {_HERE} AND seen_at > :then) END"
    f" FROM json_each(:students) s CROSS JOIN tally t ON t.student_id = s.value"
    " WHERE t.skill_id IN (SELECT value FROM json_each(:skills))"
)
_LOOKS = (
    "SELECT p.value ->> 0, p.value ->> 1, (SELECT json_group_array(look) FROM"
    f" (SELECT seen_at * {_PACK} + level AS look FROM observation"
    " WHERE student_id = p.value ->> 0 AND skill_id = p.value ->> 1 AND level IS NOT NULL"
    " ORDER BY seen_at DESC, id DESC LIMIT ?)) FROM json_each(?) p"
)
_LAST_SEEN = (
    "SELECT s.value, (SELECT max(seen_at) FROM observation WHERE student_id = s.value)"
    " FROM json_each(?) s"
)
_SINCE = (
    f"SELECT {_COLUMNS} FROM observation o WHERE o.student_id = ? AND o.skill_id IS NOT NULL"
    " AND o.level IS NOT NULL AND o.seen_at >= ? ORDER BY o.seen_at, o.id"
)
# The skills a student has evidence on are found by hopping through the index, and the newest
# evidence of each by one seek: reading all of it took 40 ms after ten years, this takes 1.
_STANDING = (
    "WITH RECURSIVE own(skill) AS ("
    " SELECT min(skill_id) FROM observation WHERE student_id = :student"
    " UNION ALL SELECT (SELECT min(skill_id) FROM observation"
    " WHERE student_id = :student AND skill_id > own.skill) FROM own WHERE own.skill IS NOT NULL)"
    f" SELECT {_COLUMNS} FROM own JOIN observation o ON o.id = ("
    "SELECT id FROM observation WHERE student_id = :student AND skill_id = own.skill"
    " AND level IS NOT NULL AND seen_at < :since ORDER BY seen_at DESC, id DESC LIMIT 1)"
    " ORDER BY o.seen_at, o.id"
)


class SqliteEvidence:
    """Evidence on the store's own connection."""

    def __init__(self, connection: sqlite.Connection) -> None:
        self.asking = Asking(connection)

    def use(self, connection: sqlite.Connection) -> None:
        """Go on with another connection to the same database."""
        self.asking.connection = connection

    def latest(
        self, students: Sequence[StudentId], skills: Sequence[SkillId], changed_since: int
    ) -> tuple[Latest, ...]:
        values = (changed_since, json.dumps(list(students)), json.dumps(list(skills)))
        rows = self.asking(_LATEST, values)
        return tuple(
            Latest(student, skill, newest % _PACK, newest // _PACK, earlier)
            for student, skill, newest, earlier in rows
            if newest is not None
        )

    def counts(
        self, students: Sequence[StudentId], skills: Sequence[SkillId], earlier: int
    ) -> tuple[Counted, ...]:
        values = {
            "students": json.dumps(list(students)),
            "skills": json.dumps(list(skills)),
            "then": earlier,
        }
        return tuple(_counted(row) for row in self.asking(_COUNTS, values) if row[-3] is not None)

    def highest(self, students: Sequence[StudentId], framework_id: FrameworkId) -> int:
        (row,) = self.asking(
            "SELECT max(level) FROM observation"
            " WHERE student_id IN (SELECT value FROM json_each(?))"
            " AND skill_id IN (SELECT id FROM skill WHERE framework_id = ?)",
            (json.dumps(list(students)), framework_id),
        )
        return row[0] or 0

    def newest_looks(
        self, pairs: Sequence[tuple[StudentId, SkillId]], many: int
    ) -> Mapping[tuple[StudentId, SkillId], tuple[tuple[int, int], ...]]:
        rows = self.asking(_LOOKS, (many, json.dumps(list(pairs))))
        return {(StudentId(s), SkillId(k)): _looks(found) for s, k, found in rows}

    def looked_at(self, framework_id: FrameworkId) -> frozenset[SkillId]:
        rows = self.asking(
            "SELECT id FROM skill s WHERE framework_id = ?"
            " AND (EXISTS (SELECT 1 FROM observation WHERE skill_id = s.id)"
            " OR EXISTS (SELECT 1 FROM judgement WHERE skill_id = s.id)"
            " OR EXISTS (SELECT 1 FROM reflection WHERE skill_id = s.id))",
            (framework_id,),
        )
        return frozenset(SkillId(own) for (own,) in rows)

    def last_seen(self, students: Sequence[StudentId]) -> Mapping[StudentId, int]:
        rows = self.asking(_LAST_SEEN, (json.dumps(list(students)),))
        return {StudentId(student): at for student, at in rows if at is not None}

    def recent(self, class_id: ClassId, limit: int) -> tuple[Observation, ...]:
        return self._observations(
            "WHERE o.class_id = ? ORDER BY o.seen_at DESC, o.id DESC LIMIT ?", class_id, limit
        )

    def of_student(self, student: StudentId, limit: int) -> tuple[Observation, ...]:
        return self._observations(
            "WHERE o.student_id = ? ORDER BY o.seen_at DESC, o.id DESC LIMIT ?", student, limit
        )

    def levels_since(self, student: StudentId, since: int) -> tuple[Observation, ...]:
        before = self.asking(_STANDING, {"student": student, "since": since})
        after = self.asking(_SINCE, (student, since))
        return self._seen((*before, *after))

    def seen_between(self, class_id: ClassId, start: int, end: int) -> tuple[Observation, ...]:
        return self._observations(
            "WHERE o.class_id = ? AND o.seen_at >= ? AND o.seen_at < ? ORDER BY o.seen_at, o.id",
            class_id,
            start,
            end,
        )

    def visit_ms(
        self, class_id: ClassId, stations: Sequence[StationId], since: int
    ) -> Mapping[StudentId, int]:
        rows = self.asking(
            "SELECT student_id, sum(max(0, ended_at - max(began_at, before))) FROM ("
            "SELECT student_id, began_at, ended_at, coalesce(max(ended_at) OVER ("
            "PARTITION BY student_id ORDER BY began_at"
            " ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before FROM visit"
            " WHERE class_id = ? AND began_at >= ?"
            " AND station_id IN (SELECT value FROM json_each(?))) GROUP BY student_id",
            (class_id, since, json.dumps(list(stations))),
        )
        return {StudentId(student): spent for student, spent in rows}

    def visit_counts(self, student: StudentId, since: int) -> Mapping[StationId, int]:
        rows = self.asking(
            "SELECT station_id, count(*) FROM visit WHERE student_id = ? AND began_at >= ?"
            " GROUP BY station_id",
            (student, since),
        )
        return {StationId(station): count for station, count in rows}

    def attended(self, class_id: ClassId, since: int) -> tuple[Attended, ...]:
        rows = self.asking(
            "SELECT v.student_id, v.session_id, min(v.began_at),"
            " coalesce(s.class_id = v.class_id, 1) FROM visit v"
            " LEFT JOIN session s ON s.id = v.session_id"
            " WHERE v.class_id = ? AND v.began_at >= ? GROUP BY v.session_id, v.student_id"
            " ORDER BY v.session_id, v.student_id",
            (class_id, since),
        )
        return tuple(
            Attended(StudentId(who), SessionId(where), at, bool(own))
            for who, where, at, own in rows
        )

    def visited(self, class_id: ClassId, since: int) -> tuple[Visited, ...]:
        rows = self.asking(
            "SELECT DISTINCT student_id, session_id, station_id FROM visit"
            " WHERE class_id = ? AND began_at >= ? ORDER BY session_id, student_id, station_id",
            (class_id, since),
        )
        return tuple(Visited(*row) for row in rows)

    def looks_by_time(self, class_id: ClassId, start: int, end: int) -> tuple[Looks, ...]:
        rows = self.asking(
            f"SELECT student_id, seen_at / {_QUARTER_MS} * {_QUARTER_MS} AS at, count(*)"
            " FROM observation WHERE class_id = ? AND seen_at >= ? AND seen_at < ?"
            " GROUP BY student_id, at ORDER BY student_id, at",
            (class_id, start, end),
        )
        return tuple(Looks(*row) for row in rows)

    def _seen(self, rows: Sequence[Row]) -> tuple[Observation, ...]:
        return self.asking.made(lambda: tuple(from_row(Observation, row) for row in rows))

    def _observations(self, rest: str, *values: int) -> tuple[Observation, ...]:
        rows = self.asking(f"SELECT {_COLUMNS} FROM observation o {rest}", values)
        return self._seen(rows)


def _counted(row: Row) -> Counted:
    newest, earlier_level, since = row[-3:]
    seen_at, level = divmod(newest, _PACK)
    now = then = row[2:-3]
    if since is not None:
        then = tuple(map(sub, now, _at_least(since)))
    return Counted(row[0], row[1], level, seen_at, earlier_level, now, then)


def _at_least(since: int | str) -> tuple[int, ...]:
    """How many looks are at each level or above, of four levels packed or of all as digits."""
    if isinstance(since, str):
        return tuple(sum(level >= least for level in map(int, since)) for least in _LEVELS)
    four = since >> 3 * _BITS
    three = four + (since >> 2 * _BITS & _MASK)
    two = three + (since >> _BITS & _MASK)
    return two + (since & _MASK), two, three, four, 0, 0


def _looks(packed: str) -> tuple[tuple[int, int], ...]:
    found = (divmod(look, _PACK) for look in json.loads(packed))
    return tuple((level, seen_at) for seen_at, level in found)
