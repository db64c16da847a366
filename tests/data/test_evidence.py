"""Evidence on SQLite answers as the plain way does, whatever was seen when."""

from contextlib import closing
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.changes import Change, label, made
from app.domain.ids import ObservationId, ReflectionId
from app.domain.observations import Observation
from app.domain.voice import Reflection
from data.evidence import SqliteEvidence
from data.store import SqliteStore
from tests.fakes import FakeEvidence
from tests.fakes.progress_class import ProgressClass
from tests.fresh import fresh

NAMES = ("Amara Okafor", "Ben Walker")

look = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from([None, "Place value", "Round"]),
    st.integers(0, 12),
    st.one_of(st.none(), st.integers(1, 6)),
)


@given(st.lists(look, max_size=12), st.integers(0, 12))
def test_latest_and_levels_are_the_same_as_the_plain_way(tmp_path_factory, looks, since) -> None:
    folder = tmp_path_factory.mktemp("evidence")
    with closing(fresh(folder / "rondo.db")) as connection:
        store = SqliteStore(connection)
        room = ProgressClass(store, SqliteEvidence(connection), NAMES)
        if any((level or 0) > 4 for *_where, level in looks):
            six = replace(room.framework, levels=("1", "2", "3", "4", "5", "6"))
            room.workspace.edit(label("levels named"), Change(room.framework, six))
        keep(room, looks)
        child, rated = room.students[NAMES[0]], room.skills["Place value"].id
        room.keep(Reflection(ReflectionId(room.ids()), child, 9, None, rated, 4))
        students = list(room.students.values())
        skills = [skill.id for skill in room.skills.values()]
        plain, real = FakeEvidence(store), room.evidence
        assert set(real.latest(students, skills, since)) == set(
            plain.latest(students, skills, since)
        )
        assert set(real.counts(students, skills, since)) == set(
            plain.counts(students, skills, since)
        )
        pairs = [(student, skill) for student in students for skill in skills]
        assert real.newest_looks(pairs, 3) == plain.newest_looks(pairs, 3)
        framework = room.skills["Round"].framework_id
        assert real.highest(students, framework) == plain.highest(students, framework)
        assert real.looked_at(framework) == plain.looked_at(framework)
        assert real.last_seen(students) == plain.last_seen(students)
        for student in students:
            assert real.levels_since(student, since) == plain.levels_since(student, since)
            assert real.of_student(student, 5) == plain.of_student(student, 5)


def keep(room: ProgressClass, looks) -> None:
    """Many at the same moment, so that ties are met."""
    made_looks = [
        Observation(
            ObservationId(room.ids()),
            room.class_id,
            room.students[name],
            at,
            room.skills[skill].id if skill else None,
            level,
        )
        for name, skill, at, level in looks
    ]
    room.workspace.edit(label("observed"), *map(made, made_looks))


stay = st.tuples(st.sampled_from(NAMES), st.integers(0, 3), st.integers(1, 30))


@given(st.lists(stay, max_size=8), st.integers(0, 3))
def test_who_attended_is_the_same_as_the_plain_way(tmp_path_factory, stays, since) -> None:
    folder = tmp_path_factory.mktemp("evidence")
    with closing(fresh(folder / "rondo.db")) as connection:
        store = SqliteStore(connection)
        room = ProgressClass(store, SqliteEvidence(connection), NAMES)
        for name, days, minutes in stays:
            room.visit(name, room.tablets, days, minutes)
        at = room.days_ago(since)
        fake, place = FakeEvidence(store), [room.tablets.id]
        assert room.evidence.visit_ms(room.class_id, place, at) == fake.visit_ms(
            room.class_id, place, at
        )
        plain = fake.attended(room.class_id, at)
        assert room.evidence.attended(room.class_id, at) == plain
        assert len(plain) == len({(name, days) for name, days, _ in stays if days <= since})


def test_looks_too_many_for_one_number_are_counted_all_the_same(tmp_path) -> None:
    """Of a pair with more than 32,767 looks, at four levels, what came since comes another way."""
    with closing(fresh(tmp_path / "rondo.db")) as connection:
        room = ProgressClass(SqliteStore(connection), SqliteEvidence(connection), NAMES)
        for at, level in enumerate((1, 2, 4, 3)):
            room.see(NAMES[0], "Round", level, at=at)
        student, skill = room.students[NAMES[0]], room.skills["Round"].id
        connection.execute(
            "WITH RECURSIVE n(at) AS (SELECT 10 UNION ALL SELECT at + 1 FROM n WHERE at < 40009)"
            " INSERT INTO observation (id, class_id, student_id, seen_at, skill_id, level, tag_ids,"
            " note, adult, private, seal) SELECT at, ?, ?, at, ?, 4, '[]', '', '', 0, 0 FROM n",
            (room.class_id, student, skill),
        )
        (found,) = room.evidence.counts([student], [skill], 1)
        assert found.at_least == (40_004, 40_003, 40_002, 40_001, 0, 0)
        assert found.earlier == (2, 1, 0, 0, 0, 0)
        assert (found.level, found.seen_at, found.earlier_level) == (4, 40_009, 2)
